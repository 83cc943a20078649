import { callOf } from '../syntax/called-name.js';
import { moduleShape } from '../syntax/module-shape.js';
import type { NixApply, NixAttrName, NixBinding, NixExpression, NixFunction, Span } from '../syntax/syntax-tree.js';
import { firstNames, childExpressions, staticName, withoutParentheses } from '../syntax/walk.js';
import { handedOn, takesNames, writtenNames } from './option-functions.js';
import { MAX_NAMES, NameMeanings, selected, type Meaning, type ModulePlace } from './name-meanings.js';

/** One place where a file sets options, reads their values, or writes their names down. */
export interface OptionUse extends Span {
  /** `named`: a list of names for a function such as `mkRenamedOptionModule` or `getAttrFromPath`. */
  readonly kind: 'set' | 'read' | 'named';
  /**
   * Names from the root of the options. What is set may be a value inside an option (`settings.port`); who reads `a` may read
   * everything below it, also by computed names, and who reads the root anything at all.
   */
  readonly path: readonly string[];
  /**
   * The path is all there is to it, and in the tree of the module that the file is. False where names below it are computed, and
   * where it is another tree: another host's, a submodule's, a module inside an expression.
   */
  readonly isSure: boolean;
  /** A read that finds nothing wrong when the option is not there: `or`, `?`. */
  readonly isOptional: boolean;
}

/** Lists of modules, wherever they are. */
const MODULE_LISTS = new Set(['imports', 'modules', 'sharedModules', 'extraModules']);

/** Attributes of a module that are no options. */
const NO_OPTIONS = new Set(['imports', 'disabledModules', 'meta', '_file', '_class', '_module', 'key', 'freeformType']);

type Task =
  | { readonly node: NixExpression; readonly role: 'value' }
  | { readonly node: NixExpression; readonly role: 'module'; readonly place: ModulePlace }
  | { readonly node: NixExpression; readonly role: 'settings'; readonly place: ModulePlace; readonly names: Span }
  | { readonly leave: readonly string[] };

/**
 * The options that a file sets and reads, in source order; `config` and `options` are followed through names that `let` gives
 * them. Linear in the size of the file; uses no call stack.
 */
export function optionUses(tree: NixExpression): OptionUse[] {
  return new UseReader(tree).read();
}

class UseReader {
  readonly #found: OptionUse[] = [];
  readonly #names = new NameMeanings();
  readonly #pending: Task[] = [];

  constructor(private readonly tree: NixExpression) {}

  read(): OptionUse[] {
    const isModule = moduleShape(this.tree).kind === 'module';
    this.#pending.push({ node: this.tree, role: 'module', place: { path: [], isOwn: isModule } });
    for (let task = this.#pending.pop(); task !== undefined; task = this.#pending.pop()) {
      if ('leave' in task) this.#names.leave(task.leave);
      else if (task.role === 'value') this.#value(task.node);
      else if (task.role === 'module') this.#module(task.node, task.place);
      else this.#settings(task.node, task);
    }
    return this.#found.sort((a, b) => a.start - b.start);
  }

  /** A module, or what is to be one after its arguments and names. */
  #module(node: NixExpression, place: ModulePlace): void {
    const again = (inner: NixExpression): number => this.#pending.push({ node: inner, role: 'module', place });
    switch (node.kind) {
      case 'function':
        this.#enterFunction(node, place);
        again(node.body);
        return;
      case 'let':
        this.#enterLet(node.bindings);
        again(node.body);
        return;
      case 'with':
        this.#push(node.scope);
        again(node.body);
        return;
      case 'assert':
        this.#push(node.condition);
        again(node.body);
        return;
      case 'parenthesis':
        again(node.expression);
        return;
      case 'apply': {
        const call = callOf(node);
        const inner = handedOn(call.name, call.arguments);
        this.#push(call.function);
        call.arguments.forEach((argument) => (inner.includes(argument) ? again(argument) : this.#push(argument)));
        this.#named(call.name, call.arguments);
        return;
      }
      case 'attr-set': {
        const isLong = node.bindings.some((binding) => firstNames(binding).some(isSection));
        if (node.recursive) this.#enterSet(node.bindings);
        node.bindings.forEach((binding) => this.#moduleBinding(binding, place, isLong));
        return;
      }
      case 'list':
        node.items.forEach(again);
        return;
      case 'binary':
        again(node.left);
        again(node.right);
        return;
      case 'float':
      case 'has-attr':
      case 'if':
      case 'int':
      case 'legacy-let':
      case 'negate':
      case 'not':
      case 'path':
      case 'search-path':
      case 'select':
      case 'string':
      case 'uri':
      case 'variable':
        this.#push(node);
    }
  }

  #moduleBinding(binding: NixBinding, place: ModulePlace, isLong: boolean): void {
    const [first] = binding.kind === 'bind' ? binding.path : [];
    const name = first === undefined ? null : staticName(first);
    if (binding.kind === 'bind' && name === 'config') {
      this.#setting(binding.path.slice(1), binding, place);
    } else if (isLong || (name !== null && NO_OPTIONS.has(name))) {
      this.#bindingValue(binding);
    } else if (binding.kind === 'bind') {
      this.#setting(binding.path, binding, place);
    } else {
      this.#inherited(binding, place);
    }
  }

  /** What a module sets at and below a place. */
  #settings(node: NixExpression, task: { readonly place: ModulePlace; readonly names: Span }): void {
    const { place, names } = task;
    const again = (inner: NixExpression): number => this.#pending.push({ node: inner, role: 'settings', place, names });
    switch (node.kind) {
      case 'parenthesis':
        again(node.expression);
        return;
      case 'attr-set':
        if (node.bindings.length === 0) this.#add('set', { ...place, isOptional: false }, names);
        if (node.recursive) this.#enterSet(node.bindings);
        for (const binding of node.bindings) {
          if (binding.kind === 'bind') this.#setting(binding.path, binding, place);
          else this.#inherited(binding, place);
        }
        return;
      case 'let':
        this.#enterLet(node.bindings);
        again(node.body);
        return;
      case 'with':
        this.#push(node.scope);
        again(node.body);
        return;
      case 'if':
        this.#push(node.condition);
        again(node.consequent);
        again(node.alternative);
        return;
      case 'binary':
        if (node.operator === '//') {
          again(node.left);
          again(node.right);
        } else this.#leaf(node, task);
        return;
      case 'apply':
        this.#settingsCall(node, task);
        return;
      case 'function':
        // a module as the value of an option, such as a user of home-manager
        this.#add('set', { ...place, isOptional: false }, names);
        if (node.formals === null) this.#push(node);
        else this.#pending.push({ node, role: 'module', place: { path: place.path, isOwn: false } });
        return;
      case 'assert':
      case 'float':
      case 'has-attr':
      case 'int':
      case 'legacy-let':
      case 'list':
      case 'negate':
      case 'not':
      case 'path':
      case 'search-path':
      case 'select':
      case 'string':
      case 'uri':
      case 'variable':
        this.#leaf(node, task);
    }
  }

  /** `mkIf condition { … }`, `mkMerge [ … ]` and the like. */
  #settingsCall(node: NixApply, task: { readonly place: ModulePlace; readonly names: Span }): void {
    const call = callOf(node);
    const inner = handedOn(call.name, call.arguments);
    if (inner.length === 0) {
      this.#leaf(node, task);
      return;
    }
    const isMerged = call.name === 'mkMerge' || call.name === 'mergeAttrsList';
    this.#push(call.function);
    for (const argument of call.arguments) {
      const list = isMerged ? withoutParentheses(argument) : null;
      const parts = list?.kind === 'list' ? list.items : [argument];
      if (inner.includes(argument))
        parts.forEach((part) => this.#pending.push({ ...task, node: part, role: 'settings' }));
      else this.#push(argument);
    }
  }

  #leaf(node: NixExpression, { place, names }: { readonly place: ModulePlace; readonly names: Span }): void {
    this.#add('set', { ...place, isOptional: false }, names);
    this.#push(node);
  }

  #setting(path: readonly NixAttrName[], binding: NixBinding & { readonly kind: 'bind' }, place: ModulePlace): void {
    const known = selected({ of: 'values', ...place, isOptional: false }, path)?.path ?? [];
    const [first, last] = [path[0] ?? binding.path[0], path.at(-1) ?? binding.path[0]];
    const names = { start: first?.start ?? binding.start, end: last?.end ?? binding.end };
    this.#dynamicNames(path);
    if (known.length < place.path.length + path.length || known.length >= MAX_NAMES) {
      this.#add('set', { path: known, isOwn: false, isOptional: false }, names);
      this.#push(binding.value);
    } else {
      this.#pending.push({ node: binding.value, role: 'settings', place: { ...place, path: known }, names });
    }
  }

  #inherited(binding: NixBinding & { readonly kind: 'inherit' }, place: ModulePlace): void {
    for (const attribute of binding.attributes) {
      const { path } = selected({ of: 'values', ...place, isOptional: false }, [attribute]) ?? place;
      this.#add('set', { path, isOwn: place.isOwn, isOptional: false }, attribute);
    }
    this.#bindingValue(binding);
  }

  /** Any expression: only what it reads counts. */
  #value(node: NixExpression): void {
    switch (node.kind) {
      case 'variable':
      case 'select':
      case 'has-attr':
        this.#selection(node);
        return;
      case 'function':
        this.#enterFunction(node, null);
        this.#push(node.body);
        return;
      case 'let':
        this.#enterLet(node.bindings);
        this.#push(node.body);
        return;
      case 'legacy-let':
        this.#enterSet(node.bindings);
        node.bindings.forEach((binding) => this.#bindingValue(binding));
        return;
      case 'attr-set':
        if (node.recursive) this.#enterSet(node.bindings);
        node.bindings.forEach((binding) => this.#bindingValue(binding));
        return;
      case 'apply':
        this.#call(node);
        return;
      case 'assert':
      case 'binary':
      case 'float':
      case 'if':
      case 'int':
      case 'list':
      case 'negate':
      case 'not':
      case 'parenthesis':
      case 'path':
      case 'search-path':
      case 'string':
      case 'uri':
      case 'with':
        childExpressions(node).forEach((child) => this.#push(child));
    }
  }

  #selection(node: NixExpression & { readonly kind: 'variable' | 'select' | 'has-attr' }): void {
    if (node.kind === 'has-attr') {
      const meaning = selected(this.#names.of(node.expression), node.path);
      this.#dynamicNames(node.path);
      if (meaning === null) this.#push(node.expression);
      else this.#add('read', { ...meaning, isOptional: true }, node);
      return;
    }
    const meaning = this.#names.of(node);
    if (meaning !== null) this.#add('read', meaning, node);
    if (node.kind === 'variable') return;
    this.#dynamicNames(node.path);
    if (node.fallback !== null) this.#push(node.fallback);
    const base = withoutParentheses(node.expression);
    if (base.kind === 'variable' || (meaning !== null && base.kind === 'select')) return;
    this.#push(base);
  }

  #call(node: NixApply): void {
    const call = callOf(node);
    this.#push(call.function);
    call.arguments.forEach((argument) => this.#push(argument));
    this.#named(call.name, call.arguments);
  }

  #named(called: string | null, values: readonly NixExpression[]): void {
    if (!takesNames(called)) return;
    for (const value of values) {
      const path = writtenNames(value).slice(0, MAX_NAMES);
      if (path.length > 0) this.#add('named', { path, isOwn: false, isOptional: true }, value);
    }
  }

  /** What a binding's value and computed names read; `inherit` reads what it names. */
  #bindingValue(binding: NixBinding): void {
    if (binding.kind === 'bind') {
      const last = binding.path.at(-1);
      this.#dynamicNames(binding.path);
      if (MODULE_LISTS.has((last === undefined ? null : staticName(last)) ?? ''))
        this.#pending.push({ node: binding.value, role: 'module', place: { path: [], isOwn: false } });
      else this.#push(binding.value);
      return;
    }
    const from = binding.from === null ? null : this.#names.of(binding.from);
    for (const attribute of binding.attributes) {
      const name = staticName(attribute);
      const meaning = binding.from !== null ? selected(from, [attribute]) : this.#names.ofName(name ?? '');
      if (meaning !== null) this.#add('read', meaning, attribute);
    }
    if (binding.from !== null && from === null) this.#push(binding.from);
  }

  #enterFunction(node: NixFunction, place: ModulePlace | null): void {
    this.#pending.push({ leave: this.#names.enterFunction(node, place) });
    for (const { fallback } of node.formals?.names ?? []) if (fallback !== null) this.#push(fallback);
  }

  /** Aliases count where they are used. */
  #enterLet(bindings: readonly NixBinding[]): void {
    const outside = bindings.filter((binding) => binding.kind === 'inherit' && binding.from !== null);
    this.#pending.push({ leave: this.#names.enterBindings(bindings) });
    for (const binding of bindings) {
      if (binding.kind === 'bind' && (binding.path.length > 1 || !this.#isAlias(binding))) this.#bindingValue(binding);
    }
    for (const binding of outside)
      if (binding.kind === 'inherit' && binding.from !== null && this.#names.of(binding.from) === null)
        this.#push(binding.from);
  }

  #isAlias(binding: NixBinding): boolean {
    return firstNames(binding).some((name) => this.#names.ofName(name) !== null);
  }

  #enterSet(bindings: readonly NixBinding[]): void {
    this.#pending.push({ leave: this.#names.enterBindings(bindings) });
  }

  #dynamicNames(path: readonly NixAttrName[]): void {
    for (const name of path) {
      if (name.kind === 'dynamic') this.#push(name.expression);
      else if (name.kind === 'string') childExpressions(name).forEach((child) => this.#push(child));
    }
  }

  #push(node: NixExpression): void {
    this.#pending.push({ node, role: 'value' });
  }

  #add(kind: OptionUse['kind'], { path, isOwn, isOptional }: Omit<Meaning, 'of'>, { start, end }: Span): void {
    this.#found.push({ kind, path, isSure: isOwn, isOptional, start, end });
  }
}

/** A module with one of these has its settings below `config`. */
function isSection(name: string): boolean {
  return name === 'config' || name === 'options';
}
