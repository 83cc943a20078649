/**
 * Whether two globs may name the same file. Conservative: it answers no only when that is certain. Compared segment by
 * segment: literal segments must be equal; a segment with a wildcard may equal another whose literal beginning and end fit;
 * `**` may be any number of segments. A literal path also covers what is below it, as a folder in `writes` does.
 */
export function globsMayOverlap(a: string, b: string): boolean {
  const left = segments(a);
  const right = segments(b);
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const one = left[index] ?? '';
    const other = right[index] ?? '';
    if (one === '**' || other === '**') return tailsMayFit(left, right);
    if (!segmentsMayFit(one, other)) return false;
  }
  return true;
}

function segments(glob: string): string[] {
  const parts = glob.split('/').filter((part) => part !== '' && part !== '.');
  // Braces and groups may hold a `/` themselves: from there on anything is possible.
  const group = parts.findIndex((part) => /[{(]/.test(part));
  return group === -1 ? parts : [...parts.slice(0, group), '**'];
}

/** Behind a `**` only the last segments can tell two globs apart: `modules/**` + `/*.nix` and `modules/**` + `/*.md`. */
function tailsMayFit(left: readonly string[], right: readonly string[]): boolean {
  const one = left.at(-1) ?? '';
  const other = right.at(-1) ?? '';
  if (one === '**' || other === '**') return true;
  // A last segment without a wildcard may be a folder that covers everything below it.
  if (!hasWildcard(one) || !hasWildcard(other))
    return !isFileName(one) || !isFileName(other) || segmentsMayFit(one, other);
  return segmentsMayFit(one, other);
}

/** A name with an extension is taken for a file, not a folder. */
function isFileName(segment: string): boolean {
  return /\.[A-Za-z0-9*]+$/.test(segment);
}

function segmentsMayFit(one: string, other: string): boolean {
  const wildOne = hasWildcard(one);
  const wildOther = hasWildcard(other);
  if (!wildOne && !wildOther) return one === other;
  const startOne = /^[^*?[\]!+@|]*/.exec(one)?.[0] ?? '';
  const startOther = /^[^*?[\]!+@|]*/.exec(other)?.[0] ?? '';
  const endOne = /[^*?[\]!+@|]*$/.exec(one)?.[0] ?? '';
  const endOther = /[^*?[\]!+@|]*$/.exec(other)?.[0] ?? '';
  const startsFit = startOne.startsWith(startOther) || startOther.startsWith(startOne);
  return startsFit && (endOne.endsWith(endOther) || endOther.endsWith(endOne));
}

function hasWildcard(segment: string): boolean {
  return /[*?[\]!+@|]/.test(segment);
}
