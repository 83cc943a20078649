import { callOf, type NixCall } from '../syntax/called-name.js';
import { letBindings } from '../syntax/let-bindings.js';
import type { NixAttrName, NixBinding, NixExpression, NixString, Span } from '../syntax/syntax-tree.js';
import { childExpressions, staticName, staticText, withoutParentheses } from '../syntax/walk.js';
import { MAX_NAMES } from './name-meanings.js';

/** One option that a module declares, as it is written; every part is an expression of the file's own syntax tree. */
export interface DeclaredOption {
  /**
   * Its names from the root of the configuration. `<name>` stands for a name that is computed or that users choose (`attrsOf`),
   * `*` for an element of a list. Null when it is written where no place in the tree of options can be told, as in a function
   * that makes options.
   */
  readonly path: readonly string[] | null;
  readonly via: 'mkOption' | 'mkEnableOption' | 'mkPackageOption';
  /** The whole call. */
  readonly call: Span;
  /** The function that is called. */
  readonly function: Span;
  readonly type: NixExpression | null;
  readonly default: NixExpression | null;
  readonly defaultText: NixExpression | null;
  /** For `mkEnableOption` and `mkPackageOption` what they are called with: what is enabled, the name of the package. */
  readonly description: NixExpression | null;
  readonly example: NixExpression | null;
  /** Written with `internal = true` or `visible = false`: manuals leave it out. */
  readonly hidden: boolean;
  /** Attributes that are `inherit`ed or computed may be there without being seen here. */
  readonly isComplete: boolean;
}

/** What a file says of the options that it declares. */
export interface OptionDeclarations {
  /** In source order. */
  readonly options: readonly DeclaredOption[];
  /**
   * Places in the tree of options at and below which it may declare more than can be seen: names or sets that are computed,
   * functions of its own, options that are put together outside of a module. An empty one is the root: anything at all.
   */
  readonly open: readonly (readonly string[])[];
}

/** The place in the tree of options that an expression stands for: `within` is below `options`, `around` is a module there. */
interface Place {
  readonly node: NixExpression;
  readonly path: readonly string[] | null;
  readonly role: 'module' | 'options' | 'unknown';
}

/** Functions that give sets of options a name for each element. */
const NAME_MAKERS = /^(?:mapAttrs'?|genAttrs'?|listToAttrs|mapListToAttrs|foldl'?|nameValuePair)$/;

/** Functions that hand on the sets they are given, so that what is inside stays where it is. */
const HANDED_ON =
  /^(?:optionalAttrs|mkIf|mkMerge|mkBefore|mkAfter|mkDefault|recursiveUpdate|mkSubmoduleOptions|mergeAttrsList|filterAttrs|attrValues)$/;

/** All options that a file declares, in source order. Linear; uses no call stack. */
export function declaredOptions(tree: NixExpression): readonly DeclaredOption[] {
  return optionDeclarations(tree).options;
}

/** All options that a file declares, and where there may be more. Linear; uses no call stack. */
export function optionDeclarations(tree: NixExpression): OptionDeclarations {
  return new OptionReader(tree).read();
}

class OptionReader {
  readonly #found = new Map<number, DeclaredOption>();
  readonly #open: (readonly string[])[] = [];
  readonly #seen = new Set<NixExpression>();
  readonly #names: ReadonlyMap<string, NixExpression>;
  readonly #pending: Place[] = [];
  /** Looked at after everything else: values of `let` are best read where they are used. */
  readonly #later: Place[] = [];

  constructor(private readonly tree: NixExpression) {
    this.#names = letBindings(tree);
  }

  read(): OptionDeclarations {
    this.#pending.push({ node: this.tree, path: [], role: 'module' });
    for (;;) {
      const place = this.#pending.pop() ?? this.#later.pop();
      if (place === undefined) break;
      if (this.#seen.has(place.node)) {
        // of a name that is used twice the second use is not followed again
        this.#leaveOpen(place);
        continue;
      }
      this.#seen.add(place.node);
      this.#visit(place);
    }
    const options = [...this.#found.values()].sort((a, b) => a.call.start - b.call.start);
    return { options, open: this.#open };
  }

  #visit(place: Place): void {
    const { node } = place;
    switch (node.kind) {
      case 'parenthesis':
        this.#pending.push({ ...place, node: node.expression });
        return;
      case 'function':
      case 'with':
      case 'assert':
        childExpressions(node).forEach((child) =>
          this.#pending.push(child === node.body ? { ...place, node: child } : unknown(child)),
        );
        return;
      case 'let':
        this.#pending.push({ ...place, node: node.body });
        node.bindings.forEach((binding) => binding.kind === 'bind' && this.#later.push(unknown(binding.value)));
        return;
      case 'variable':
        this.#follow(place, node.name);
        return;
      case 'attr-set':
        node.bindings.forEach((binding) => this.#binding(place, binding));
        return;
      case 'apply':
        this.#call(place, callOf(node), node);
        return;
      case 'if':
      case 'binary':
        childExpressions(node).forEach((child) => this.#pending.push({ ...place, node: child }));
        return;
      case 'list':
        node.items.forEach((item) => this.#pending.push({ ...place, node: item }));
        return;
      case 'select':
        this.#leaveOpen(place);
        childExpressions(node).forEach((child) => this.#pending.push(unknown(child)));
        return;
      case 'float':
      case 'has-attr':
      case 'int':
      case 'legacy-let':
      case 'negate':
      case 'not':
      case 'path':
      case 'search-path':
      case 'string':
      case 'uri':
        childExpressions(node).forEach((child) => this.#pending.push(unknown(child)));
    }
  }

  /** What stands at this place in the tree of options is not known. */
  #leaveOpen({ role, path }: Pick<Place, 'role' | 'path'>): void {
    if (role !== 'options') return;
    const computed = path?.findIndex((name) => name === '<name>' || name === '*') ?? 0;
    this.#open.push((computed === -1 ? path : path?.slice(0, computed)) ?? []);
  }

  /** `options` that are no module's as far as can be seen: they may become any module's. */
  #looseOptions(names: readonly NixAttrName[], value: NixExpression): void {
    const rest = names.slice(1).map(staticName);
    const [first] = rest;
    const set = withoutParentheses(value);
    if (first !== undefined) this.#open.push(first === null ? [] : [first]);
    else if (set.kind === 'attr-set') this.#open.push(...set.bindings.flatMap(looseNames));
    else if (set.kind !== 'list' && set.kind !== 'string') this.#open.push([]);
  }

  #follow(place: Place, name: string): void {
    const value = place.role === 'unknown' ? undefined : this.#names.get(name);
    if (value === undefined) this.#leaveOpen(place);
    else this.#pending.push({ ...place, node: value });
  }

  #binding(place: Place, binding: NixBinding): void {
    if (binding.kind === 'inherit') {
      binding.attributes.forEach((attribute) => {
        const name = staticName(attribute);
        const named = { ...place, path: extended(place.path, name === null ? [] : [name]) };
        if (binding.from !== null || name === null) this.#leaveOpen(named);
        else if (place.role === 'options') this.#follow(named, name);
      });
      return;
    }
    const names = binding.path.map((name) => staticName(name) ?? '<name>');
    const node = binding.value;
    if (place.role === 'options') {
      this.#pending.push({ node, path: extended(place.path, names), role: 'options' });
    } else if (place.role === 'module' && names[0] === 'options') {
      this.#pending.push({ node, path: extended(place.path, names.slice(1)), role: 'options' });
    } else {
      if (place.role === 'unknown' && names[0] === 'options') this.#looseOptions(binding.path, node);
      this.#pending.push(unknown(node));
    }
  }

  #call(place: Place, call: NixCall, node: NixExpression): void {
    const path = place.role === 'options' ? place.path : null;
    const option = optionOf(call, node, path);
    if (option !== null) {
      this.#found.set(node.start, option);
      if (option.type !== null) this.#type(option.type, path);
      if (call.name === 'mkOption') return;
    }
    const first = call.arguments[0];
    if (place.role === 'unknown' && isSubmodule(call.name) && first !== undefined) {
      // a type that is bound to a name or made by a function: which option has it is not known here
      this.#pending.push({ node: first, path: null, role: 'module' });
    }
    this.#pending.push(unknown(call.function));
    const inner = option === null ? insideOf(place, call.name) : null;
    if (option === null && inner?.path !== place.path) this.#leaveOpen(place);
    call.arguments.forEach((argument) => this.#pending.push({ ...(inner ?? unknown(argument)), node: argument }));
  }

  /** The submodules inside a type declare options below the option. */
  #type(type: NixExpression, path: readonly string[] | null): void {
    const pending: { node: NixExpression; path: readonly string[] | null }[] = [{ node: type, path }];
    const followed = new Set<string>();
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const node = withoutParentheses(next.node);
      if (node.kind === 'variable') {
        const value = followed.has(node.name) ? undefined : this.#names.get(node.name);
        followed.add(node.name);
        if (value !== undefined && isType(value)) pending.push({ ...next, node: value });
      } else if (node.kind === 'list') {
        pending.push(...node.items.map((item) => ({ ...next, node: item })));
      } else if (node.kind === 'with' || node.kind === 'function' || node.kind === 'let') {
        pending.push({ ...next, node: node.body });
      } else if (node.kind === 'apply') {
        const call = callOf(node);
        const below = extended(next.path, elementNames(call.name));
        if (isSubmodule(call.name)) {
          call.arguments.forEach((argument) => this.#pending.push({ node: argument, path: below, role: 'module' }));
        } else {
          pending.push(...[call.function, ...call.arguments].map((part) => ({ node: part, path: below })));
        }
      }
    }
  }
}

/** The place of a function's arguments; what an unknown function makes of them may go anywhere. */
function insideOf(place: Place, called: string | null): Place | null {
  if (place.role === 'options' && NAME_MAKERS.test(called ?? ''))
    return { ...place, path: extended(place.path, ['<name>']) };
  return HANDED_ON.test(called ?? '') ? place : null;
}

function optionOf(call: NixCall, node: NixExpression, path: readonly string[] | null): DeclaredOption | null {
  const { name: via } = call;
  if (via !== 'mkOption' && via !== 'mkEnableOption' && via !== 'mkPackageOption') return null;
  const [first, second, third] = call.arguments;
  const written = via === 'mkPackageOption' ? third : first;
  const set = written === undefined ? null : withoutParentheses(written);
  if (first === undefined || (via === 'mkOption' && set?.kind !== 'attr-set')) return null;
  const given = attributesOf(set);
  const value = (name: string): NixExpression | null => given.values.get(name) ?? null;
  return {
    ...{ path, via, call: spanOf(node), function: spanOf(call.function) },
    type: via === 'mkOption' ? value('type') : null,
    default: value('default'),
    defaultText: value('defaultText'),
    description: via === 'mkOption' ? value('description') : via === 'mkEnableOption' ? first : (second ?? null),
    example: value('example'),
    hidden: isWritten(value('internal'), 'true') || isWritten(value('visible'), 'false'),
    isComplete: given.isComplete,
  };
}

interface Attributes {
  readonly values: ReadonlyMap<string, NixExpression>;
  readonly isComplete: boolean;
}

function attributesOf(set: NixExpression | null): Attributes {
  const values = new Map<string, NixExpression>();
  let isComplete = true;
  for (const binding of set?.kind === 'attr-set' ? set.bindings : []) {
    const [first] = binding.kind === 'bind' ? binding.path : [];
    const name = first === undefined ? null : staticName(first);
    if (binding.kind === 'bind' && name !== null) values.set(name, binding.value);
    else isComplete = false;
  }
  return { values, isComplete };
}

function isSubmodule(name: string | null): boolean {
  return name === 'submodule' || name === 'submoduleWith';
}

function isType(value: NixExpression): boolean {
  const inner = withoutParentheses(value);
  return ['apply', 'with', 'variable', 'function', 'let'].includes(inner.kind);
}

/** What stands for the elements of a type in the names below it, as NixOS's own manual writes it. */
function elementNames(type: string | null): string[] {
  if (type === 'attrsOf' || type === 'lazyAttrsOf' || type === 'attrsWith') return ['<name>'];
  return type === 'listOf' || type === 'nonEmptyListOf' ? ['*'] : [];
}

function extended(path: readonly string[] | null, names: readonly string[]): readonly string[] | null {
  return path === null || path.length + names.length > MAX_NAMES ? null : [...path, ...names];
}

/** The first names of a set of options. */
function looseNames(binding: NixBinding): string[][] {
  const names = binding.kind === 'bind' ? binding.path.slice(0, 1) : binding.attributes;
  return names.map((name) => [staticName(name) ?? []].flat());
}

function unknown(node: NixExpression): Place {
  return { node, path: null, role: 'unknown' };
}

function isWritten(value: NixExpression | null, name: string): boolean {
  const inner = value === null ? null : withoutParentheses(value);
  return inner?.kind === 'variable' && inner.name === name;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** The text of a description when it is written as one string without interpolation, also through `lib.mdDoc`; else null. */
export function writtenText(expression: NixExpression | null): string | null {
  let node = expression === null ? null : withoutParentheses(expression);
  if (node?.kind === 'apply') node = withoutParentheses(node.argument);
  return node?.kind === 'string' ? plainText(node) : null;
}

function plainText(node: NixString): string | null {
  const text = staticText(node.parts);
  if (text === null || !node.indented) return text;
  const lines = text.replace(/^[ ]*\n/, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = indents.length === 0 ? 0 : indents.reduce((least, one) => Math.min(least, one));
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .trimEnd();
}
