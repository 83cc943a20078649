import { compareText } from '../../base/diagnostic.js';
import type { CodeLine } from './code-lines.js';
import type { Match } from './longest-subsequence.js';

/** A word of the first file and what the second says in its place. */
export interface Renamed {
  readonly from: string;
  readonly to: string;
}

/** Values and words of the language: who has another one of these says something else. */
const NEVER_RENAMED = new Set(
  'true false null if then else assert with let in rec inherit lib config pkgs options'.split(' '),
);

/**
 * The words that the second file uses consistently in place of words of the first: at two places at least, more often than any
 * other word in that place, and each stands for one word only, so that the renaming could be taken back. Compared are lines
 * that match but for the files' own names, and between those the lines of gaps that are equally long in both files.
 */
export function renamings(a: readonly CodeLine[], b: readonly CodeLine[], matches: readonly Match[]): Renamed[] {
  const votes = new Votes();
  for (const [first, second] of pairedLines(matches, a.length, b.length)) {
    const [left, right] = [a[first]?.words ?? [], b[second]?.words ?? []];
    if (haveSameForm(left, right)) left.forEach((word, i) => votes.add(word, right[i] ?? ''));
  }
  return votes.agreed();
}

/** The matches, and line by line what lies between two of them when it is as long on both sides. */
function* pairedLines(matches: readonly Match[], lengthA: number, lengthB: number): Generator<Match> {
  let [x, y] = [0, 0];
  for (const [first, second] of [...matches, [lengthA, lengthB] as const]) {
    if (first - x === second - y) for (let i = 0; i < first - x; i += 1) yield [x + i, y + i];
    if (first < lengthA && second < lengthB) yield [first, second];
    [x, y] = [first + 1, second + 1];
  }
}

/** The same signs around as many words, and no more than half of the words differ. */
function haveSameForm(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const isWord = (word: string | undefined): boolean => /[\p{L}\p{N}_]/u.test(word ?? '');
  if (!a.every((word, i) => word === b[i] || (isWord(word) && isWord(b[i])))) return false;
  const different = a.filter((word, i) => word !== b[i]).length;
  return different * 2 <= a.filter(isWord).length;
}

class Votes {
  readonly #byFrom = new Map<string, Map<string, number>>();
  readonly #byTo = new Map<string, Map<string, number>>();

  add(from: string, to: string): void {
    count(this.#byFrom, from, to);
    count(this.#byTo, to, from);
  }

  agreed(): Renamed[] {
    return [...this.#byFrom]
      .flatMap(([from, choices]) => {
        const [to, votes] = winner(choices);
        const agreed = winner(this.#byTo.get(to) ?? new Map<string, number>())[0] === from;
        return agreed && votes > 1 && mayBeRenamed(from, to) ? [{ from, to, votes }] : [];
      })
      .sort((a, b) => b.votes - a.votes || compareText(a.from, b.from))
      .map(({ from, to }) => ({ from, to }));
  }
}

function mayBeRenamed(from: string, to: string): boolean {
  return from !== to && [from, to].every((word) => /\p{L}/u.test(word) && !NEVER_RENAMED.has(word));
}

function count(table: Map<string, Map<string, number>>, key: string, choice: string): void {
  const choices = table.get(key) ?? new Map<string, number>();
  table.set(key, choices.set(choice, (choices.get(choice) ?? 0) + 1));
}

/** The choice with most votes; of equals the first in the order of code units. */
function winner(choices: ReadonlyMap<string, number>): readonly [string, number] {
  let best: readonly [string, number] = ['', 0];
  for (const [choice, votes] of choices) {
    if (votes > best[1] || (votes === best[1] && compareText(choice, best[0]) < 0)) best = [choice, votes];
  }
  return best;
}
