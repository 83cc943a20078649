import type { ImportTarget, NixTree } from '../nix-tree.js';
import type { NixImport } from '../syntax/module-shape.js';

/** One import that leads to a `.nix` file of the tree. */
export interface ImportEdge {
  /** Path of the file that imports, from the root. */
  readonly from: string;
  /** Path of the file that is imported; a folder stands for its `default.nix`. */
  readonly to: string;
  /** The literal as it is written, with its place in `from`. */
  readonly literal: NixImport;
}

/** An import whose file is not there, or lies outside of the tree. */
export interface BrokenImport {
  readonly from: string;
  readonly literal: NixImport;
  readonly target: ImportTarget;
}

/** What is known of how the files of a flake belong together, without running Nix. Made once of a tree, never changed. */
export interface FlakeModel {
  readonly tree: NixTree;
  /** By file, in the order in which the file names them. */
  readonly importsOf: (path: string) => readonly ImportEdge[];
  /** Every import of the file by others, sorted by file and place. */
  readonly importersOf: (path: string) => readonly ImportEdge[];
  readonly broken: readonly BrokenImport[];
}

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
  return {
    tree,
    importsOf: (path) => imports.get(path) ?? [],
    importersOf: (path) => importers.get(path) ?? [],
    broken,
  };
}

function append(edges: Map<string, ImportEdge[]>, key: string, edge: ImportEdge): void {
  const list = edges.get(key);
  if (list === undefined) edges.set(key, [edge]);
  else list.push(edge);
}
