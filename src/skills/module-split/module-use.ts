import type { FlakeModel } from '../../nix/model/flake-model.js';
import type { NixTree } from '../../nix/nix-tree.js';
import type { ModuleLayout, Refusal } from './module-layout.js';
import { firstName } from './part-plan.js';

/** What lists a folder, or loads what is in one; the names of well-known libraries among them. */
const FOLDER_READERS =
  /\b(?:readDir|listFilesRecursive|fileset|fileFilter|import-tree|haumea|umport|snowfall|blueprint)\b/;

const readers = new WeakMap<NixTree, string | null>();

/**
 * Why a file is not surely a module that the module system loads by its name; null when it is. Where folders are listed, a file
 * that no import names may be found by its name, and so may its parts.
 */
export function doubtfulUse({ tree, importersOf }: FlakeModel, layout: ModuleLayout): Refusal | null {
  const importers = importersOf(layout.file.path);
  const called = importers.find(({ literal }) => literal.via === 'import' || literal.via === 'callPackage');
  if (called !== undefined) return { span: layout.body, why: `${called.from} calls it with ${called.literal.via}` };
  if (importers.length > 0) return null;
  const reader = folderReader(tree);
  if (reader !== null)
    return { span: layout.body, why: `no import names it, and ${reader} lists folders: it may be loaded by its name` };
  const names = new Set(layout.settings.map(({ binding }) => firstName(binding)));
  if (['options', 'config', 'imports'].some((name) => names.has(name))) return null;
  return { span: layout.body, why: 'nothing imports it as a module, and nothing in it tells that it is one' };
}

/** The first file that lists folders. */
function folderReader(tree: NixTree): string | null {
  const known = readers.get(tree);
  if (known !== undefined) return known;
  const found = [...tree.files.values()].find(({ text }) => FOLDER_READERS.test(text))?.path ?? null;
  readers.set(tree, found);
  return found;
}
