import { posix } from 'node:path';
import type { Location } from '../base/diagnostic.js';
import { locate } from './locate.js';
import type { NixTree } from './nix-tree.js';
import type { NixPath } from './syntax/syntax-tree.js';
import { walkExpressions } from './syntax/walk.js';

/** How surely a path literal means a path. */
type Meaning = 'itself' | 'below' | 'perhaps';

const SUREST_FIRST: readonly Meaning[] = ['itself', 'below', 'perhaps'];

/**
 * The first path literal, anywhere, that means a path that is missing: errors about missing files have no position of their own. Of
 * `./secrets/a.age` without a folder `secrets` Nix names only the folder; `./hosts/${name}/x.nix` may mean any host's.
 */
export function findImport(tree: NixTree, wanted: string): Location | null {
  const found = new Map<Meaning, Location>();
  for (const file of tree.files.values()) {
    if (!file.parsed.ok) continue;
    for (const node of walkExpressions(file.parsed.value.tree)) {
      const meaning = node.kind === 'path' ? meaningOf(node, posix.dirname(file.path), wanted) : null;
      if (meaning === 'itself') return locate(file, node.start, node.end);
      if (meaning !== null && !found.has(meaning)) found.set(meaning, locate(file, node.start, node.end));
    }
  }
  return SUREST_FIRST.flatMap((meaning) => found.get(meaning) ?? [])[0] ?? null;
}

function meaningOf({ parts, text }: NixPath, folder: string, wanted: string): Meaning | null {
  if (text !== null) {
    const path = posix.join(folder, text).replace(/\/$/, '');
    if (path === wanted || `${path}/default.nix` === wanted) return 'itself';
    return path.startsWith(`${wanted}/`) ? 'below' : null;
  }
  const [first, last] = [parts[0], parts.at(-1)];
  if (first?.kind !== 'text' || last?.kind !== 'text' || last.text.length < 2) return null;
  // the folder as a whole, `./hosts/`; of `./host-${name}.nix` the begin of the name, too
  const begin = posix.join(folder, first.text);
  return wanted.length > begin.length && wanted.startsWith(begin) && wanted.endsWith(last.text) ? 'perhaps' : null;
}
