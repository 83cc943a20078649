import { posix } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import type { NixFile, NixTree } from '../../nix/nix-tree.js';
import { pathLiteral } from '../../nix/path-literal.js';
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

/** Names that say a file is to be copied, run or imported by hand: templates, tests, what a machine's hardware needs. */
const NOT_BY_DEFAULT: readonly (readonly [RegExp, string])[] = [
  [/(?:^|[-_.])templates?(?:[-_.]|$)/i, 'it is a template'],
  [/(?:^|[-_.])tests?$|^test[-_.]/i, 'it is a test'],
  [/^hardware-configuration$/, 'it belongs to one machine'],
];

/** Looks at the direct contents of a folder. Entries come in the order in which the flake imports them, the others after these. */
export function folderContents(tree: NixTree, folder: string, ranks: ReadonlyMap<string, number>): FolderContents {
  const siblings = [...tree.files.values()].filter(({ path }) => posix.dirname(path) === folder);
  const called = calledFiles(tree, siblings);
  const verdicts = siblings
    .filter(({ path }) => posix.basename(path) !== 'default.nix')
    .map((file) => ({ name: posix.basename(file.path), why: whyNoModule(file, called, ranks) }));
  const subfolders = tree.folders.filter((path) => posix.dirname(path) === folder);
  const hasDefault = (path: string): boolean => tree.files.has(`${path}/default.nix`);
  const hasModules = (path: string): boolean => [...tree.files.keys()].some((file) => posix.dirname(file) === path);
  const modules = verdicts.filter(({ why }) => why === null).map(({ name }) => name);
  const aggregated = subfolders.filter((path) => hasDefault(path) && !called.has(`${path}/default.nix`));
  const judged = aggregated.map((path) => ({ name: posix.basename(path), why: whyNoFolder(tree, path, ranks) }));
  const folders = judged.filter(({ why }) => why === null);
  const unfit = judged.filter(({ why }) => why !== null);
  return {
    entries: inImportOrder(folder, [...modules, ...folders.map(({ name }) => name)], ranks),
    leftOut: [...verdicts, ...unfit].flatMap(({ name, why }) => (why === null ? [] : [{ name, why }])),
    withoutAggregator: subfolders.filter((path) => !hasDefault(path) && hasModules(path)),
  };
}

/** Where the flake first names each file: in `flake.nix`, then in the files of its hosts. Smaller is earlier. */
export function importRanks(tree: NixTree): Map<string, number> {
  const ranks = new Map<string, number>();
  const hosts = [...tree.files.values()].filter(({ path }) => path.startsWith('hosts/'));
  const flake = tree.files.get('flake.nix');
  for (const file of [...(flake === undefined ? [] : [flake]), ...hosts]) {
    for (const { path } of file.imports) {
      const target = tree.resolve(file.path, path);
      if (target.kind === 'nix-file' && !ranks.has(target.path)) ranks.set(target.path, ranks.size);
    }
  }
  return ranks;
}

/** Names of a folder as the flake imports them; those that it does not name sorted, after the others. */
export function inImportOrder(folder: string, names: readonly string[], ranks: ReadonlyMap<string, number>): string[] {
  const rank = (name: string): number =>
    ranks.get(`${folder}/${name}`) ?? ranks.get(`${folder}/${name}/default.nix`) ?? Number.MAX_SAFE_INTEGER;
  return [...names].sort((a, b) => rank(a) - rank(b) || compareText(a, b));
}

/** The text of a new `default.nix`, as `nixfmt` would leave it. */
export function aggregatorText(folder: string, entries: readonly string[]): string {
  const literals = entries.map((name) => pathLiteral('.', name));
  const list =
    literals.length === 1 ? `[ ${literals.join('')} ]` : `[\n${literals.map((one) => `    ${one}\n`).join('')}  ]`;
  return `# Imports all modules of ${folder.replaceAll(/[\r\n]/g, ' ')}.\n{ ... }:\n\n{\n  imports = ${list};\n}\n`;
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

function whyNoModule(file: NixFile, called: ReadonlySet<string>, ranks: ReadonlyMap<string, number>): string | null {
  if (!file.parsed.ok) return 'it does not parse';
  // what the flake imports is to be imported, whatever its name
  const unfit = ranks.has(file.path) ? null : notByDefault(posix.basename(file.path, '.nix'));
  if (unfit !== null) return unfit;
  if (called.has(file.path)) return 'a file beside it imports it as a value';
  const { kind } = moduleShape(file.parsed.value.tree);
  if (kind === 'package') return 'it is a function of fixed arguments, such as a package';
  return kind === 'value' ? 'it does not evaluate to a set of options and settings' : null;
}

function whyNoFolder(tree: NixTree, folder: string, ranks: ReadonlyMap<string, number>): string | null {
  const unfit = ranks.has(`${folder}/default.nix`) ? null : notByDefault(posix.basename(folder));
  if (unfit !== null) return unfit;
  const parsed = tree.files.get(`${folder}/default.nix`)?.parsed;
  if (parsed?.ok !== true) return 'its default.nix does not parse';
  return moduleShape(parsed.value.tree).kind === 'module' ? null : 'its default.nix is no module';
}

function notByDefault(name: string): string | null {
  return NOT_BY_DEFAULT.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
