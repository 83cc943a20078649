import type { CodeLine } from './code-lines.js';
import { commonSubsequence } from './longest-subsequence.js';
import { renamings, type Renamed } from './renaming.js';

/**
 * How much two modules say the same. Both shares are c / n: n is the number of lines that say something (see `codeLines`) of the
 * longer module, c the length of the longest common subsequence of both, that is of the lines that are equal and in the same order.
 */
export interface Similarity {
  /** 0 to 1: of the lines as they are written. */
  readonly byLines: number;
  /** 0 to 1: of the lines of the first file with `renamed` done. Never below `byLines`. */
  readonly afterRenaming: number;
  /** Words that differ consistently, the most frequent first; empty when renaming gains nothing. */
  readonly renamed: readonly Renamed[];
}

/** Compares two modules; null when they have less in common than `least` (0 to 1), even with their own names left aside. */
export function similarity(a: readonly CodeLine[], b: readonly CodeLine[], least: number): Similarity | null {
  const total = a.length + b.length;
  const longer = Math.max(a.length, b.length);
  // c common lines leave a + b - 2c to be removed and added
  const maxEdits = total - 2 * Math.ceil(least * longer);
  const numbers = new Map<string, number>();
  const masked = commonSubsequence(
    a.map((line) => numberOf(numbers, line.masked)),
    b.map((line) => numberOf(numbers, line.masked)),
    maxEdits,
  );
  if (masked === null) return null;
  const renamed = renamings(a, b, masked);
  const names = new Map(renamed.map(({ from, to }) => [from, to]));
  const share = (first: readonly CodeLine[], rename: (word: string) => string): number => {
    const matches = commonSubsequence(
      first.map(({ words }) => numberOf(numbers, words.map(rename).join(''))),
      b.map(({ words }) => numberOf(numbers, words.join(''))),
      total,
    );
    return (matches?.length ?? 0) / longer;
  };
  const byLines = share(a, (word) => word);
  const afterRenaming = share(a, (word) => names.get(word) ?? word);
  return afterRenaming > byLines
    ? { byLines, afterRenaming, renamed }
    : { byLines, afterRenaming: byLines, renamed: [] };
}

/** Equal texts get equal numbers. */
function numberOf(numbers: Map<string, number>, text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  numbers.set(text, numbers.size);
  return numbers.size - 1;
}
