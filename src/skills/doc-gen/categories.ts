import { posix } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import type { ModuleEntry } from './module-entries.js';
import { compareEntries, type OptionEntry } from './option-entries.js';

/** With four bytes each they still fit into the 255 bytes that a file name may have. */
const MOST_CHARACTERS = 60;

/** What a reference tells of: the modules, and all options that they declare. */
export interface Documented {
  readonly modules: readonly ModuleEntry[];
  readonly options: readonly OptionEntry[];
}

/** The modules of a folder and their options, both sorted. */
export interface Category extends Documented {
  readonly name: string;
  /** The folder that its modules are in; empty for the root. */
  readonly folder: string;
  /** The name of its page, which no other category has. */
  readonly page: string;
}

/** Every module is in one category: the folder below `modules/`, elsewhere the first folder of its path. Sorted by name. */
export function categoriesOf({ modules, options }: Documented): Category[] {
  const groups = new Map<string, { folder: string; modules: ModuleEntry[]; options: OptionEntry[] }>();
  for (const module of modules) {
    const { name, folder } = placeOf(module.file);
    const group = groups.get(name) ?? { folder, modules: [], options: [] };
    // files of `modules/` itself, and of a folder of that name below it
    if (folder.length < group.folder.length) group.folder = folder;
    group.modules.push(module);
    groups.set(name, group);
  }
  for (const option of options) groups.get(placeOf(option.file).name)?.options.push(option);
  const taken = new Map<string, number>();
  return [...groups]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, group]) => ({
      ...group,
      name,
      options: group.options.sort(compareEntries),
      page: pageName(name, taken),
    }));
}

function placeOf(file: string): { name: string; folder: string } {
  const parts = file.split('/');
  const [first = '', second = ''] = parts;
  if (first === 'modules' && parts.length > 2) return { name: second, folder: posix.join(first, second) };
  return parts.length > 1 ? { name: first, folder: first } : { name: 'root', folder: '' };
}

/** A file name that none of the others has, whether or not the file system tells small letters from capitals. */
function pageName(category: string, taken: Map<string, number>): string {
  // what Windows allows in no name, what nobody sees, and what hides a file
  const plain = Array.from(category)
    .slice(0, MOST_CHARACTERS)
    .join('')
    .replaceAll(/[^\P{C}]|[\u2028\u2029<>:"/\\|?*~]/gu, '-')
    .replace(/^\./, '_')
    .replace(/[. ]$/, '_');
  const key = plain.toLowerCase();
  const count = (taken.get(key) ?? 0) + 1;
  taken.set(key, count);
  return count === 1 && key !== 'readme' ? `${plain}.md` : `${plain}~${count + (key === 'readme' ? 1 : 0)}.md`;
}
