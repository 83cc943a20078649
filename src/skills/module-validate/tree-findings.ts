import { posix } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { NixTree } from '../../nix/nix-tree.js';
import { categories, MODULES_FOLDER } from '../select-files.js';

/** Functions that load modules without naming them; then nothing can be said about what is not reached. */
const COMPUTED_IMPORTS = /\b(?:readDir|listFilesRecursive|import-tree|haumea|importApply)\b/;

/** Warnings about how the modules hang together; `isWanted` says which paths are asked about. */
export function treeFindings(tree: NixTree, isWanted: (path: string) => boolean): Diagnostic[] {
  return [...missingAggregators(tree), ...unreachedModules(tree)].filter(({ location }) => isWanted(location.file));
}

function missingAggregators(tree: NixTree): Diagnostic[] {
  return categories(tree)
    .filter((category) => !tree.files.has(`${category}/default.nix`))
    .map((category) => ({
      severity: 'warning',
      code: 'category-without-default',
      message: 'the category has no default.nix',
      location: { file: category },
      help: 'the skill default-nix-create writes one',
    }));
}

function unreachedModules(tree: NixTree): Diagnostic[] {
  if (!tree.files.has('flake.nix')) return [];
  const reached = tree.reachableFrom('flake.nix');
  if ([...reached].some((path) => COMPUTED_IMPORTS.test(tree.files.get(path)?.text ?? ''))) return [];
  return [...tree.files.keys()]
    .filter((path) => path.startsWith(`${MODULES_FOLDER}/`) && !reached.has(path))
    .map((path) => ({
      severity: 'warning',
      code: 'module-unused',
      message: 'nothing that flake.nix imports reaches this file',
      location: { file: path },
      help: posix.basename(path) === 'default.nix' ? 'import its folder, or remove it' : 'import it, or remove it',
    }));
}
