/** One pair of equal items: its index in the first and in the second sequence. */
export type Match = readonly [first: number, second: number];

/**
 * A longest common subsequence of two sequences of numbers, as pairs in order, or null when more than `maxEdits` items would
 * have to be removed and added. Greedy search of E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986): time
 * O((n + m) · maxEdits), memory O(maxEdits²).
 */
export function commonSubsequence(a: readonly number[], b: readonly number[], maxEdits: number): Match[] | null {
  /** By edits made: how far into `a` each diagonal was followed; the diagonal k is at k + edits. */
  const reached: Int32Array[] = [];
  for (let edits = 0; edits <= maxEdits; edits += 1) {
    const row = new Int32Array(2 * edits + 1);
    reached.push(row);
    for (let k = -edits; k <= edits; k += 2) {
      let x = startOf(reached[edits - 1], edits, k);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      row[k + edits] = x;
      if (x >= a.length && x - k >= b.length) return matchesOf(reached, a.length, b.length);
    }
  }
  return null;
}

/** Where a diagonal begins after one more edit: one item of `b` added, or one of `a` removed, whichever leads further. */
function startOf(former: Int32Array | undefined, edits: number, k: number): number {
  if (former === undefined) return 0;
  const at = (diagonal: number): number => former[diagonal + edits - 1] ?? -1;
  return cameFromAbove(at, edits, k) ? at(k + 1) : at(k - 1) + 1;
}

function cameFromAbove(at: (diagonal: number) => number, edits: number, k: number): boolean {
  return k === -edits || (k !== edits && at(k - 1) < at(k + 1));
}

/** Walks back from the end through the rows. */
function matchesOf(reached: readonly Int32Array[], lengthA: number, lengthB: number): Match[] {
  const matches: Match[] = [];
  let x = lengthA;
  let y = lengthB;
  for (let edits = reached.length - 1; edits >= 0; edits -= 1) {
    const former = reached[edits - 1];
    const start = startOf(former, edits, x - y);
    for (; x > start; x -= 1, y -= 1) matches.push([x - 1, y - 1]);
    if (former === undefined) break;
    const at = (diagonal: number): number => former[diagonal + edits - 1] ?? -1;
    if (cameFromAbove(at, edits, x - y)) y -= 1;
    else x -= 1;
  }
  return matches.reverse();
}
