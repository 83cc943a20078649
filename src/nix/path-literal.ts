import { posix } from 'node:path';

/**
 * The way from a folder to a path, both from the root, as `..` and names; `.` for the folder itself. Paths above the root, which
 * begin with `..`, stay what they are.
 */
export function relativePath(folder: string, path: string): string {
  const from = components(folder);
  const to = components(path);
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared] && to[shared] !== '..') shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/') || '.';
}

/**
 * A path as an expression of a file in a folder: `./x.nix`, `../a`. What Nix cannot write as a path becomes `(./. + "/…")`. `bare`
 * leaves out the `./` where a path can do without.
 */
export function pathLiteral(folder: string, path: string, { bare = false } = {}): string {
  const relative = relativePath(folder, path);
  if (relative === '.') return './.';
  if (!/^[a-zA-Z0-9._+/-]+$/.test(relative)) return `(./. + "/${escapeText(relative, '"')}")`;
  if (/(?:^|\/)\.\.$/.test(relative)) return `${relative}/.`;
  if (relative.startsWith('../') || (bare && relative.includes('/'))) return relative;
  return `./${relative}`;
}

/** Text as it is written inside a string of that kind. */
export function escapeText(text: string, quote: '"' | "''"): string {
  return quote === '"' ? text.replaceAll(/["\\]|\$\{/g, '\\$&') : text.replaceAll("''", "'''").replaceAll('${', "''${");
}

function components(path: string): string[] {
  const normal = posix.normalize(path).replace(/\/$/, '');
  return normal === '.' ? [] : normal.split('/');
}
