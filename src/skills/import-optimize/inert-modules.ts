import { compareText } from '../../base/diagnostic.js';
import type { DeclaredOption } from '../../nix/model/declared-options.js';
import type { FlakeModel } from '../../nix/model/flake-model.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { letBindings } from '../../nix/syntax/let-bindings.js';
import { moduleSet } from '../../nix/syntax/module-body.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import { positionAt } from '../../nix/syntax/position.js';
import type { NixBinding, NixExpression, Span } from '../../nix/syntax/syntax-tree.js';
import { staticName, staticPath, walkExpressions, withoutParentheses } from '../../nix/syntax/walk.js';
import { conditionalSetting, switchedOnBy, type Switches } from './enabling-condition.js';
import type { ModuleSets } from './module-sets.js';

/**
 * Tells which modules do nothing until an option of their own is set. A host that did not import such a module cannot have set that
 * option, so that importing it changes nothing but the order of things; whether all options that it would set are declared there
 * only Nix can tell.
 */
export class InertModules {
  readonly #known = new Map<string, string | null>();
  #declaredBy: ReadonlyMap<string, readonly string[]> | null = null;

  constructor(
    private readonly model: FlakeModel,
    private readonly sets: ModuleSets,
  ) {}

  /** Null when the module is inert by itself, else why it is not, beginning with the place in it: `modules/a.nix:3 …`. */
  whyNot(path: string): string | null {
    const known = this.#known.get(path);
    if (known !== undefined) return known;
    const why = this.#look(path);
    this.#known.set(path, why);
    return why;
  }

  #look(path: string): string | null {
    const file = this.model.tree.files.get(path);
    if (file?.parsed.ok !== true) return `${path} does not parse`;
    if (this.sets.isAggregator(path)) return null;
    const { tree } = file.parsed.value;
    const set = moduleSet(tree);
    const top = withoutParentheses(tree);
    if (set === null || moduleShape(tree).kind !== 'module') return `${path} is not written as a module`;
    if (top.kind === 'function' && top.formals !== null && !top.formals.open)
      return `${path} takes only certain arguments`;
    const switches = this.#switchesOf(file);
    if ('problem' in switches) return switches.problem;
    for (const binding of set.bindings) {
      const found = bindingProblem(binding, { file, sets: this.sets, switches });
      if (found !== null) return `${place(file, found.at)} ${found.what}`;
    }
    return null;
  }

  /** The options of the module that are off until they are set; a problem when its options may be those of another module. */
  #switchesOf(file: NixFile): Switches | { readonly problem: string } {
    const tree = file.parsed.ok ? file.parsed.value.tree : null;
    const options = this.model.optionsOf(file.path);
    const overridden = tree === null ? new Map<number, boolean>() : withOtherDefault(tree);
    const off = new Set(
      options.filter((option) => isOff(option, overridden)).map(({ path }) => (path ?? []).join('.')),
    );
    const families = new Set([...off].map((name) => name.split('.')[0]));
    for (const option of options) {
      if (option.path === null) continue;
      const name = option.path.join('.');
      const other = this.#declaring(name).find((path) => path !== file.path);
      if (other !== undefined) return { problem: `${place(file, option.call)} declares ${name}, and so does ${other}` };
      if (!families.has(option.path[0]))
        return { problem: `${place(file, option.call)} declares ${name}, which no enable option of its own turns off` };
    }
    const lets = tree === null ? new Map<string, NixExpression>() : letBindings(tree);
    const own = ['mkIf', 'mkMerge', 'mkOption', 'mkEnableOption'].find((name) => lets.has(name));
    return own === undefined ? { off, lets } : { problem: `${file.path} has a ${own} of its own` };
  }

  #declaring(name: string): readonly string[] {
    this.#declaredBy ??= declaringFiles(this.model);
    return this.#declaredBy.get(name) ?? [];
  }
}

function declaringFiles(model: FlakeModel): ReadonlyMap<string, readonly string[]> {
  const files = new Map<string, Set<string>>();
  for (const path of model.tree.files.keys()) {
    for (const option of model.optionsOf(path)) {
      const name = option.path?.join('.');
      if (name === undefined) continue;
      const known = files.get(name);
      if (known === undefined) files.set(name, new Set([path]));
      else known.add(path);
    }
  }
  return new Map([...files].map(([name, paths]) => [name, [...paths].sort(compareText)]));
}

/** Calls whose result is changed by `//`, by their offset: whether the default surely stays `false`. */
function withOtherDefault(tree: NixExpression): ReadonlyMap<number, boolean> {
  const changed = new Map<number, boolean>();
  for (const node of walkExpressions(tree)) {
    if (node.kind !== 'binary' || node.operator !== '//') continue;
    const right = withoutParentheses(node.right);
    const names =
      right.kind === 'attr-set' ? right.bindings.flatMap((one) => boundNames(one) ?? ['default']) : ['default'];
    for (const side of [node.left, node.right]) changed.set(withoutParentheses(side).start, !names.includes('default'));
  }
  return changed;
}

function boundNames(binding: NixBinding): (string | null)[] | null {
  const names = binding.kind === 'bind' ? binding.path.slice(0, 1) : binding.attributes;
  const known = names.map(staticName);
  return known.includes(null) ? null : known;
}

function isOff(option: DeclaredOption, overridden: ReadonlyMap<number, boolean>): boolean {
  if (option.path === null || option.path.some((name) => name === '*' || name === '<name>')) return false;
  if (overridden.get(option.call.start) === false) return false;
  if (option.via === 'mkEnableOption') return true;
  const value = option.default === null ? null : withoutParentheses(option.default);
  return option.via === 'mkOption' && value?.kind === 'variable' && value.name === 'false';
}

interface Found {
  readonly at: Span;
  readonly what: string;
}

/** Why one binding of a module may do something, or null. */
function bindingProblem(
  binding: NixBinding,
  scope: { readonly file: NixFile; readonly sets: ModuleSets; readonly switches: Switches },
): Found | null {
  if (binding.kind === 'inherit') return { at: binding, what: 'sets something whether it is enabled or not' };
  const names = staticPath(binding.path);
  const [first] = names ?? [];
  if (first === 'options' || first === '_file' || first === 'key') return null;
  if (first === 'imports') return importsProblem(binding.value, scope);
  if (first !== 'config')
    return { at: binding, what: `sets ${names?.join('.') ?? 'something'} whether it is enabled or not` };
  const wrong = conditionalSetting(binding.value, switchedOnBy(scope.switches));
  return wrong === null ? null : { at: wrong, what: 'sets something that no enable option of its own turns off' };
}

/** What it imports must be plain too, and is looked at as modules of their own. */
function importsProblem(
  value: NixExpression,
  { file, sets }: { readonly file: NixFile; readonly sets: ModuleSets },
): Found | null {
  const list = withoutParentheses(value);
  if (list.kind === 'list' && list.items.length === sets.importsOf(file.path).length) return null;
  return { at: value, what: 'imports what is not written as plain paths' };
}

function place(file: NixFile, { start }: Span): string {
  return `${file.path}:${positionAt(file.text, start).line}`;
}
