import { posix } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import type { NixFile, NixTree } from '../../nix/nix-tree.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';

/** What belongs into a folder's `default.nix`, and what does not, by name within the folder. */
export interface FolderContents {
  /** Names of modules and of subfolders with a `default.nix`, sorted. */
  readonly entries: readonly string[];
  /** Files that are no modules, with the reason. */
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
  /** Subfolders with modules but without `default.nix`. */
  readonly withoutAggregator: readonly string[];
}

/** Looks at the direct contents of a folder. */
export function folderContents(tree: NixTree, folder: string): FolderContents {
  const siblings = [...tree.files.values()].filter(({ path }) => posix.dirname(path) === folder);
  const called = calledFiles(tree, siblings);
  const verdicts = siblings
    .filter(({ path }) => posix.basename(path) !== 'default.nix')
    .map((file) => ({ name: posix.basename(file.path), why: whyNoModule(file, called) }));
  const subfolders = tree.folders.filter((path) => posix.dirname(path) === folder);
  const hasDefault = (path: string): boolean => tree.files.has(`${path}/default.nix`);
  const hasModules = (path: string): boolean => [...tree.files.keys()].some((file) => posix.dirname(file) === path);
  const modules = verdicts.filter(({ why }) => why === null).map(({ name }) => name);
  const aggregated = subfolders.filter((path) => hasDefault(path) && !called.has(`${path}/default.nix`));
  return {
    entries: [...modules, ...aggregated.map((path) => posix.basename(path))].sort(compareText),
    leftOut: verdicts.flatMap(({ name, why }) => (why === null ? [] : [{ name, why }])),
    withoutAggregator: subfolders.filter((path) => !hasDefault(path) && hasModules(path)),
  };
}

/** The text of a new `default.nix`, as `nixfmt` would leave it. */
export function aggregatorText(folder: string, entries: readonly string[]): string {
  const literals = entries.map(pathLiteral);
  const list =
    literals.length === 1 ? `[ ${literals.join('')} ]` : `[\n${literals.map((one) => `    ${one}\n`).join('')}  ]`;
  return `# Imports all modules of ${folder.replaceAll(/[\r\n]/g, ' ')}.\n{ ... }:\n\n{\n  imports = ${list};\n}\n`;
}

/** A path relative to the file's folder; names that Nix cannot write as a path become a string added to `./.`. */
export function pathLiteral(name: string): string {
  if (/^[a-zA-Z0-9._+-]+$/.test(name)) return `./${name}`;
  return `(./. + "/${name.replaceAll(/["\\]|\$\{/g, '\\$&')}")`;
}

/** Files that a sibling calls itself with `import` or `callPackage`: its own parts, whatever their shape. */
function calledFiles(tree: NixTree, siblings: readonly NixFile[]): Set<string> {
  const targets = siblings.flatMap((file) =>
    file.imports
      .filter(({ via }) => via === 'import' || via === 'callPackage')
      .map(({ path }) => tree.resolve(file.path, path)),
  );
  return new Set(targets.flatMap((target) => (target.kind === 'nix-file' ? target.path : [])));
}

function whyNoModule(file: NixFile, called: ReadonlySet<string>): string | null {
  if (!file.parsed.ok) return 'it does not parse';
  if (called.has(file.path)) return 'a file beside it imports it as a value';
  const { kind } = moduleShape(file.parsed.value.tree);
  if (kind === 'package') return 'it is a function of fixed arguments, such as a package';
  return kind === 'value' ? 'it does not evaluate to a set of options and settings' : null;
}
