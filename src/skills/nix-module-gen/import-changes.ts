import { posix } from 'node:path';
import type { Diagnostic } from '../../base/diagnostic.js';
import { flakeModel } from '../../nix/model/flake-model.js';
import type { NixTree } from '../../nix/nix-tree.js';
import { pathLiteral } from '../../nix/path-literal.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import { positionAt } from '../../nix/syntax/position.js';
import { insertImports } from '../default-nix-create/insert-imports.js';
import type { FileChange } from '../file-change.js';

interface ImportPlan {
  readonly changes: readonly FileChange[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Functions that read a folder and import what is in it. */
const READS_FOLDERS = /\b(?:readDir|listFilesRecursive|import-tree|importTree|haumea)\b/;

/** Adds new modules to the `default.nix` of their folder, and says of each other one what is to be added where. */
export function importChanges(tree: NixTree, paths: readonly string[], isWanted: boolean): ImportPlan {
  const folders = new Map<string, string[]>();
  for (const path of paths) {
    const folder = posix.dirname(path);
    folders.set(folder, [...(folders.get(folder) ?? []), path]);
  }
  const plans = [...folders].map(([folder, own]) => importInto(tree, { folder, paths: own }, isWanted));
  return {
    changes: plans.flatMap(({ changes }) => changes),
    diagnostics: plans.flatMap(({ diagnostics }) => diagnostics),
  };
}

interface NewModules {
  readonly folder: string;
  readonly paths: readonly string[];
}

function importInto(tree: NixTree, { folder, paths }: NewModules, isWanted: boolean): ImportPlan {
  const reached = tree.reachableFrom('flake.nix');
  const aggregator = tree.files.get(`${folder}/default.nix`);
  const isAggregated = aggregator !== undefined && !paths.includes(aggregator.path);
  const known = isAggregated ? importedBy(tree, aggregator.path) : new Set<string>();
  const missing = paths.filter((path) => !reached.has(path) && !known.has(path));
  if (missing.length === 0 || readsFolders(tree, reached)) return { changes: [], diagnostics: [] };
  const list = isAggregated && aggregator.parsed.ok ? moduleShape(aggregator.parsed.value.tree).imports : null;
  if (isAggregated && list !== null && isWanted) {
    const bytes = insertImports(
      aggregator,
      list,
      missing.map((path) => posix.basename(path)),
    );
    return { changes: [{ kind: 'write', path: aggregator.path, bytes }], diagnostics: [] };
  }
  const edge = firstImportBeside(tree, folder);
  return { changes: [], diagnostics: missing.map((path) => notImported(tree, { path, edge })) };
}

/** The files that a file itself imports. */
function importedBy(tree: NixTree, path: string): Set<string> {
  const targets = (tree.files.get(path)?.imports ?? []).map((one) => tree.resolve(path, one.path));
  return new Set(targets.flatMap((target) => (target.kind === 'nix-file' ? [target.path] : [])));
}

function readsFolders(tree: NixTree, reached: ReadonlySet<string>): boolean {
  return [...reached].some((path) => READS_FOLDERS.test(tree.files.get(path)?.text ?? ''));
}

/** The line to add, and the place where a module beside the new one is imported. */
function notImported(
  tree: NixTree,
  { path, edge }: { readonly path: string; readonly edge: ReturnType<typeof firstImportBeside> },
): Diagnostic {
  const folder = posix.dirname(path);
  const from = edge?.from ?? (tree.files.has(`${folder}/default.nix`) ? `${folder}/default.nix` : 'flake.nix');
  return {
    severity: 'warning',
    code: 'module-not-imported',
    message: `nothing imports ${path} yet`,
    location: edge === null ? { file: from } : { file: from, line: edge.line, column: edge.column },
    help: `add ${pathLiteral(posix.dirname(from), path)} to the list of modules`,
  };
}

function firstImportBeside(tree: NixTree, folder: string): { from: string; line: number; column: number } | null {
  const model = flakeModel(tree);
  for (const path of tree.files.keys()) {
    if (posix.dirname(path) !== folder) continue;
    const edge = model
      .importersOf(path)
      .find(({ literal }) => literal.via !== 'import' && literal.via !== 'callPackage');
    const file = edge === undefined ? undefined : tree.files.get(edge.from);
    if (edge === undefined || file === undefined) continue;
    const { line, column } = positionAt(file.text, edge.literal.start);
    return { from: edge.from, line, column };
  }
  return null;
}
