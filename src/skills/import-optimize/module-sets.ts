import { posix } from 'node:path';
import type { FlakeModel, ImportEdge, ModuleList } from '../../nix/model/flake-model.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { staticPath, withoutParentheses } from '../../nix/syntax/walk.js';

/** Modules by the path of their file, with the name under which Nix knows them: a folder and its `default.nix` are two to it. */
export type ModuleSet = ReadonlyMap<string, string>;

/** Which modules each module surely brings in, as far as plain entries of `imports = [ … ]` tell. Reads each file once. */
export class ModuleSets {
  readonly #imports = new Map<string, readonly (ImportEdge | null)[]>();
  readonly #aggregators = new Map<string, boolean>();

  constructor(readonly model: FlakeModel) {}

  /**
   * Whether a file does nothing but import: a `default.nix` whose only attribute is a list of plain entries, and which any list of
   * modules can name because it asks for no argument that may be missing.
   */
  isAggregator(path: string): boolean {
    const known = this.#aggregators.get(path) ?? this.#readsAsAggregator(path);
    this.#aggregators.set(path, known);
    return known;
  }

  /** Whether an aggregator stands for its folder: it imports nothing from elsewhere. */
  isCategory(path: string): boolean {
    const folder = `${posix.dirname(path)}/`;
    return this.isAggregator(path) && this.importsOf(path).every(({ to }) => to.startsWith(folder));
  }

  /** The plain entries of a module's own list of imports. */
  importsOf(path: string): ImportEdge[] {
    return this.#entriesOf(path).flatMap((entry) => entry ?? []);
  }

  /** All modules that these entries bring in, themselves included. */
  closureOf(entries: readonly ImportEdge[]): ModuleSet {
    const reached = new Map<string, string>();
    const pending = [...entries];
    for (let edge = pending.pop(); edge !== undefined; edge = pending.pop()) {
      if (reached.has(edge.to)) continue;
      reached.set(edge.to, nixKey(edge));
      pending.push(...this.importsOf(edge.to));
    }
    return reached;
  }

  /** What importing an aggregator brings in besides itself. */
  behind(path: string): ModuleSet {
    return this.closureOf(this.importsOf(path));
  }

  /** The categories that list a module. */
  categoriesWith(path: string): string[] {
    const importers = new Set(this.model.importersOf(path).map(({ from }) => from));
    return [...importers].filter((from) => this.isCategory(from));
  }

  #entriesOf(path: string): readonly (ImportEdge | null)[] {
    const known = this.#imports.get(path) ?? this.#ownList(path)?.entries ?? [];
    this.#imports.set(path, known);
    return known;
  }

  #ownList(path: string): ModuleList | null {
    const parsed = this.model.tree.files.get(path)?.parsed;
    const list = parsed?.ok === true ? moduleShape(parsed.value.tree).imports : null;
    return this.model.listsOf(path).find((one) => one.list === list) ?? null;
  }

  #readsAsAggregator(path: string): boolean {
    const parsed = this.model.tree.files.get(path)?.parsed;
    if (posix.basename(path) !== 'default.nix' || parsed?.ok !== true) return false;
    const body = bodyOf(parsed.value.tree);
    const [binding, ...more] = body?.kind === 'attr-set' ? body.bindings : [];
    if (binding?.kind !== 'bind' || more.length > 0 || staticPath(binding.path)?.join('.') !== 'imports') return false;
    const entries = this.#entriesOf(path);
    return entries.length > 0 && entries.every((entry) => entry !== null);
  }
}

/** The path as the module system writes it down to load a module once. */
export function nixKey({ from, literal }: ImportEdge): string {
  return posix.join(posix.dirname(from), literal.path).replace(/\/$/, '');
}

/** The body of a module that can be called with any arguments, or that is no function. */
function bodyOf(tree: NixExpression): NixExpression | null {
  const top = withoutParentheses(tree);
  if (top.kind !== 'function') return top;
  return top.formals === null || top.formals.open ? withoutParentheses(top.body) : null;
}
