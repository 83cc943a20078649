import type { ImportTarget, NixTree } from '../nix-tree.js';
import type { NixImport } from '../syntax/module-imports.js';
import type { NixList } from '../syntax/syntax-tree.js';
import { optionDeclarations, type DeclaredOption, type OptionDeclarations } from './declared-options.js';
import { importCycles } from './import-cycles.js';
import type { ImportEdge } from './import-edge.js';
import { optionUses, type OptionUse } from './option-uses.js';
import { reachability, type Reachability } from './reachability.js';

export type { ImportEdge } from './import-edge.js';

/** An import whose file is not there, or lies outside of the tree. */
export interface BrokenImport {
  readonly from: string;
  readonly literal: NixImport;
  readonly target: ImportTarget;
}

/** A list that names modules: the value of `imports` or `modules`, or any other list of `.nix` files. */
export interface ModuleList {
  readonly from: string;
  /** What its first import is: an entry of `imports`, of `modules`, or of a list of another name. */
  readonly via: NixImport['via'];
  readonly list: NixList;
  /** One for each item of the list, in order; null for what is no path literal of a `.nix` file of the tree. */
  readonly entries: readonly (ImportEdge | null)[];
}

/** An entry of a list that leads to the same file as one before it in that list. */
export interface DuplicateImport {
  readonly first: ImportEdge;
  readonly again: ImportEdge;
}

/** What is known of how the files of a flake belong together, without running Nix. Made once of a tree, never changed. */
export interface FlakeModel {
  readonly tree: NixTree;
  /** By file, in the order in which the file names them. */
  readonly importsOf: (path: string) => readonly ImportEdge[];
  /** Every import of the file by others, sorted by file and place. */
  readonly importersOf: (path: string) => readonly ImportEdge[];
  readonly broken: readonly BrokenImport[];
  /** The lists of modules that a file has, in source order. */
  readonly listsOf: (path: string) => readonly ModuleList[];
  readonly duplicates: readonly DuplicateImport[];
  /** Every circle of files that import each other, as its edges; each circle once, beginning at its first file. */
  readonly cycles: readonly (readonly ImportEdge[])[];
  /** The options that a file declares, in source order. */
  readonly optionsOf: (path: string) => readonly DeclaredOption[];
  /** The options that a file declares, and where it may declare more than can be seen. */
  readonly declarationsOf: (path: string) => OptionDeclarations;
  /** The options that a file sets and reads, in source order. */
  readonly usesOf: (path: string) => readonly OptionUse[];
  /** What Nix may come to read; computed when it is asked for first. */
  readonly reachability: () => Reachability;
}

/** What declarations of options begin with, as it is always written out. */
const MAKES_OPTIONS = /mk(?:Enable|Package)?Option|\boptions\b/;
const NO_OPTIONS: OptionDeclarations = { options: [], open: [] };

/** Builds the model: each file is parsed once, in time linear in the size of the tree. */
export function flakeModel(tree: NixTree): FlakeModel {
  const imports = new Map<string, ImportEdge[]>();
  const importers = new Map<string, ImportEdge[]>();
  const broken: BrokenImport[] = [];
  for (const file of tree.files.values()) {
    for (const literal of file.imports) {
      const target = tree.resolve(file.path, literal.path);
      if (target.kind === 'nix-file') {
        const edge = { from: file.path, to: target.path, literal };
        append(imports, edge.from, edge);
        append(importers, edge.to, edge);
      } else {
        broken.push({ from: file.path, literal, target });
      }
    }
  }
  const importsOf = (path: string): readonly ImportEdge[] => imports.get(path) ?? [];
  const lists = new Map([...imports].map(([path, edges]) => [path, moduleLists(path, edges)]));
  const declarations = remembered((path) => {
    const file = tree.files.get(path);
    // most files of a tree declare none, and need no walk
    return file !== undefined && MAKES_OPTIONS.test(file.text) && file.parsed.ok
      ? optionDeclarations(file.parsed.value.tree)
      : NO_OPTIONS;
  });
  const uses = remembered((path) => {
    const file = tree.files.get(path);
    return file?.parsed.ok === true ? optionUses(file.parsed.value.tree) : [];
  });
  let reached: Reachability | null = null;
  return {
    tree,
    importsOf,
    importersOf: (path) => importers.get(path) ?? [],
    broken,
    listsOf: (path) => lists.get(path) ?? [],
    duplicates: [...lists.values()].flat().flatMap(duplicatesOf),
    cycles: importCycles([...tree.files.keys()], importsOf),
    optionsOf: (path) => declarations(path).options,
    declarationsOf: declarations,
    usesOf: uses,
    reachability: () => (reached ??= reachability(tree)),
  };
}

function moduleLists(from: string, edges: readonly ImportEdge[]): ModuleList[] {
  const byList = new Map<NixList, Map<number, ImportEdge>>();
  for (const edge of edges) {
    const { list, isEntry, start } = edge.literal;
    if (list === null || !isEntry) continue;
    const entries = byList.get(list) ?? new Map<number, ImportEdge>();
    byList.set(list, entries.set(start, edge));
  }
  return [...byList].map(([list, found]) => {
    const [first] = found.values();
    const entries = list.items.map((item) => found.get(item.start) ?? null);
    return { from, via: first?.literal.via ?? 'list', list, entries };
  });
}

function duplicatesOf({ entries }: ModuleList): DuplicateImport[] {
  const seen = new Map<string, ImportEdge>();
  return entries.flatMap((again) => {
    if (again === null) return [];
    const first = seen.get(again.to);
    if (first !== undefined) return [{ first, again }];
    seen.set(again.to, again);
    return [];
  });
}

function remembered<T>(compute: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    const value = known.get(path) ?? compute(path);
    known.set(path, value);
    return value;
  };
}

function append(edges: Map<string, ImportEdge[]>, key: string, edge: ImportEdge): void {
  const list = edges.get(key);
  if (list === undefined) edges.set(key, [edge]);
  else list.push(edge);
}
