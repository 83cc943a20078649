import type { NixImport } from '../syntax/module-imports.js';

/** One import that leads to a `.nix` file of the tree. */
export interface ImportEdge {
  /** Path of the file that imports, from the root. */
  readonly from: string;
  /** Path of the file that is imported; a folder stands for its `default.nix`. */
  readonly to: string;
  /** The literal as it is written, with its place in `from`. */
  readonly literal: NixImport;
}
