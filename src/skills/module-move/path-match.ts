import type { PathPattern } from './path-value.js';

/** Whether a path may be what a pattern means. What is computed is taken to have at least one character, and no slash. */
export function mayMean(pattern: PathPattern, path: string): boolean {
  const wanted = segments(pattern);
  const names = path.split('/');
  return wanted.length === names.length && wanted.every((segment, i) => matches(segment, names[i] ?? ''));
}

/** The pattern cut at slashes: each segment a list of texts between which something is computed. */
function segments(pattern: PathPattern): string[][] {
  const all: string[][] = [[]];
  let open = false;
  const text = (piece: string): void => {
    const last = all.at(-1) ?? [];
    if (open || last.length === 0) last.push(piece);
    else last.push((last.pop() ?? '') + piece);
    open = false;
  };
  for (const part of pattern) {
    if (part === null) {
      if ((all.at(-1) ?? []).length === 0) text('');
      open = true;
      continue;
    }
    part.split('/').forEach((piece, i) => {
      if (i > 0) {
        if (open) text('');
        all.push([]);
      }
      text(piece);
    });
  }
  if (open) text('');
  // `./${x}` in the root begins with a `.` of its own, and `a//b` is `a/b`
  return all.filter((segment) => segment.length > 1 || (segment[0] !== '' && segment[0] !== '.'));
}

/** The texts in order, the first at the beginning, the last at the end, something between each two. */
function matches(pieces: readonly string[], name: string): boolean {
  const [first = '', ...rest] = pieces;
  if (rest.length === 0) return name === first;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest.slice(0, -1)) {
    const found = name.indexOf(piece, at + 1);
    if (found === -1) return false;
    at = found + piece.length;
  }
  const last = rest.at(-1) ?? '';
  return name.endsWith(last) && name.length - last.length > at;
}
