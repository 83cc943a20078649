import type { PlainLine } from './code-lines.js';

/** Odd, so that no line is lost modulo 2³². */
const BASES = [0x01000193, 0x2c1b3c6d] as const;

/** The lines of one file, made so that any range of them gives a key in constant time. */
export class HashedLines {
  readonly #ids: Uint32Array;
  /** How many of the lines before each one say something. */
  readonly #telling: Uint32Array;
  readonly #hashes: readonly PrefixHashes[];

  /** `ids` numbers the texts of all files that are to be compared. */
  constructor(
    readonly lines: readonly PlainLine[],
    ids: Map<string, number>,
  ) {
    this.#ids = Uint32Array.from(lines, ({ text }) => idOf(ids, text));
    this.#telling = new Uint32Array(lines.length + 1);
    lines.forEach(({ isTelling }, i) => (this.#telling[i + 1] = (this.#telling[i] ?? 0) + (isTelling ? 1 : 0)));
    this.#hashes = BASES.map((base) => new PrefixHashes(this.#ids, base));
  }

  /** How many lines of a range, its end excluded, say something. */
  telling(from: number, to: number): number {
    return (this.#telling[to] ?? 0) - (this.#telling[from] ?? 0);
  }

  /** The same for equal ranges of any two files; for others it nearly always differs. */
  key(from: number, to: number): string {
    return [to - from, ...this.#hashes.map((hashes) => hashes.range(from, to))].join(':');
  }

  /** Whether as many lines of another file are the same from there on, line by line. */
  equals(from: number, to: number, other: { readonly lines: HashedLines; readonly from: number }): boolean {
    for (let i = from; i < to; i += 1) if (this.#ids[i] !== other.lines.#ids[other.from + i - from]) return false;
    return true;
  }
}

/** Polynomial hashes modulo 2³² of all beginnings of a sequence, from which that of any range follows. */
class PrefixHashes {
  readonly #upTo: Uint32Array;
  readonly #powers: Uint32Array;

  constructor(ids: Uint32Array, base: number) {
    this.#upTo = new Uint32Array(ids.length + 1);
    this.#powers = new Uint32Array(ids.length + 1).fill(1);
    ids.forEach((id, i) => {
      this.#upTo[i + 1] = Math.imul(this.#upTo[i] ?? 0, base) + id;
      this.#powers[i + 1] = Math.imul(this.#powers[i] ?? 1, base);
    });
  }

  range(from: number, to: number): number {
    return ((this.#upTo[to] ?? 0) - Math.imul(this.#upTo[from] ?? 0, this.#powers[to - from] ?? 1)) >>> 0;
  }
}

/** Numbers from 1 on, in the order in which texts are met. */
function idOf(ids: Map<string, number>, text: string): number {
  const known = ids.get(text);
  if (known !== undefined) return known;
  ids.set(text, ids.size + 1);
  return ids.size;
}
