import type { NixFile } from '../../nix/nix-tree.js';
import { functionName } from '../../nix/syntax/called-name.js';
import type { NixBinding, NixExpression, NixString } from '../../nix/syntax/syntax-tree.js';
import { childExpressions, staticPath, walkExpressions, withoutParentheses } from '../../nix/syntax/walk.js';

/** What is made of a path; a folder means its `default.nix` only to those who load it. */
export type PathRole =
  /** Loaded as Nix. */
  | { readonly kind: 'module' }
  /** The beginning of a longer path. */
  | { readonly kind: 'base' }
  /** Given to a function that lists the folder. `deep` when it may look into subfolders. */
  | { readonly kind: 'listed'; readonly by: string; readonly deep: boolean }
  /** `isWhole` when all that is in a folder counts: `src = ./.`. A path that is only given a name is used elsewhere. */
  | { readonly kind: 'value'; readonly isWhole: boolean };

const VALUE: PathRole = { kind: 'value', isWhole: true };

/** Finds out what becomes of an expression from what stands around it. The way up is worked out when it is first needed. */
export class PathRoles {
  #parents: ReadonlyMap<NixExpression, NixExpression> | null = null;
  #loaded: ReadonlySet<NixExpression> | null = null;

  constructor(
    private readonly file: NixFile,
    /** Names of functions that list the folders they are given. */
    private readonly readers: ReadonlyMap<string, boolean>,
  ) {}

  roleOf(node: NixExpression): PathRole {
    if (this.#isLoaded(node)) return { kind: 'module' };
    let inner = node;
    for (let outer = this.#parent(inner); outer !== undefined; inner = outer, outer = this.#parent(inner)) {
      const role = this.#roleInside(outer, inner);
      if (role !== null) return role;
    }
    return VALUE;
  }

  /** The folder that a string is appended to: `relativeToRoot "x"`, `map relativeToRoot [ "x" ]`; else null. */
  appendedTo(node: NixString, appenders: ReadonlyMap<string, string>): string | null {
    if (appenders.size === 0) return null;
    const outer = this.#outside(node);
    const folder = (called: NixExpression): string | null => appenders.get(functionName(called) ?? '') ?? null;
    if (outer?.kind === 'apply') return folder(outer.function);
    const call = outer?.kind === 'list' ? this.#outside(outer) : undefined;
    const mapping = call?.kind === 'apply' ? withoutParentheses(call.function) : undefined;
    if (mapping?.kind !== 'apply' || functionName(mapping.function) !== 'map') return null;
    return folder(mapping.argument);
  }

  /** Null when it is that of the expression around it. */
  #roleInside(outer: NixExpression, inner: NixExpression): PathRole | null {
    if (outer.kind === 'parenthesis') return null;
    if (outer.kind === 'list') return this.#isReaderArgument(outer) ? null : { kind: 'module' };
    if (outer.kind === 'attr-set' && this.#isReaderArgument(outer)) return null;
    if (outer.kind === 'apply') return this.#roleOfArgument(outer, inner);
    const isBase =
      (outer.kind === 'binary' && outer.operator === '+' && outer.left === inner) ||
      ((outer.kind === 'string' || outer.kind === 'path') && outer.parts.length > 1);
    if (isBase) return { kind: 'base' };
    return outer.kind === 'attr-set' || outer.kind === 'let'
      ? { kind: 'value', isWhole: isSource(outer, inner) }
      : VALUE;
  }

  #roleOfArgument(call: Extract<NixExpression, { kind: 'apply' }>, inner: NixExpression): PathRole {
    if (call.argument !== inner) return VALUE;
    // `mapModules f ./folder`: what counts is what is called in the end
    let called = withoutParentheses(call.function);
    while (called.kind === 'apply') called = withoutParentheses(called.function);
    const name = functionName(called);
    if (name === null) return VALUE;
    if (called === withoutParentheses(call.function) && ['import', 'callPackage', 'importApply'].includes(name))
      return { kind: 'module' };
    const deep = this.readers.get(name);
    if (deep !== undefined) return { kind: 'listed', by: name, deep };
    return ['toString', 'toPath', 'append'].includes(name) ? { kind: 'base' } : VALUE;
  }

  #isReaderArgument(set: NixExpression): boolean {
    const outer = this.#outside(set);
    return outer?.kind === 'apply' && this.readers.has(functionName(outer.function) ?? '');
  }

  /** An entry of `imports` and the like, and lists of such. */
  #isLoaded(node: NixExpression): boolean {
    this.#loaded ??= this.#findLoaded();
    return this.#loaded.has(node);
  }

  #findLoaded(): Set<NixExpression> {
    const loaded = new Set<NixExpression>();
    if (!this.file.parsed.ok) return loaded;
    const starts = new Set(this.file.imports.map(({ start }) => start));
    for (const node of walkExpressions(this.file.parsed.value.tree)) {
      if (node.kind === 'path' && starts.has(node.start)) loaded.add(node);
      // other entries of a list of modules are modules too, however they are written
      if (node.kind === 'list' && node.items.some((item) => starts.has(withoutParentheses(item).start)))
        loaded.add(node);
      if (node.kind === 'attr-set') node.bindings.flatMap(moduleLists).forEach((list) => loaded.add(list));
    }
    return loaded;
  }

  #outside(node: NixExpression): NixExpression | undefined {
    let outer = this.#parent(node);
    while (outer?.kind === 'parenthesis') outer = this.#parent(outer);
    return outer;
  }

  #parent(node: NixExpression): NixExpression | undefined {
    this.#parents ??= this.#findParents();
    return this.#parents.get(node);
  }

  #findParents(): Map<NixExpression, NixExpression> {
    const parents = new Map<NixExpression, NixExpression>();
    if (!this.file.parsed.ok) return parents;
    for (const node of walkExpressions(this.file.parsed.value.tree)) {
      for (const child of childExpressions(node)) parents.set(child, node);
    }
    return parents;
  }
}

/** Whether an expression is bound to a name that packages have their sources under. */
function isSource(set: Extract<NixExpression, { kind: 'attr-set' | 'let' }>, value: NixExpression): boolean {
  const binding = set.bindings.find((one) => one.kind === 'bind' && one.value === value);
  const name = binding?.kind === 'bind' ? (staticPath(binding.path)?.at(-1) ?? '') : '';
  return ['src', 'source', 'path'].includes(name);
}

/** The lists that `imports` or `modules` is bound to, through `++`. */
function moduleLists(binding: NixBinding): NixExpression[] {
  if (binding.kind !== 'bind' || !['imports', 'modules'].includes(staticPath(binding.path)?.at(-1) ?? '')) return [];
  const lists: NixExpression[] = [];
  const pending = [binding.value];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const inner = withoutParentheses(node);
    if (inner.kind === 'list') lists.push(inner);
    if (inner.kind === 'binary') pending.push(inner.left, inner.right);
  }
  return lists;
}
