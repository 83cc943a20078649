import { createHash } from 'node:crypto';

/**
 * One line of `journal.jsonl`: `{"seq":1,"sum":"<16 hex>","event":{…}}` and a line feed.
 *
 * The sum is taken over the sum of the record before, the number and the exact bytes of the event, so a record that is changed,
 * lost, repeated or moved is noticed. It is a guard against damage, not against a forger.
 * The text around the event is fixed to the byte: there is one way to write a record.
 */

/** The layout that this program writes and reads; the first record of a journal names it. */
export const journalFormat = 1;

/** Stands for the sum of the record before the first one. */
export const firstSum = '0000000000000000';

export interface JournalRecord {
  readonly seq: number;
  readonly sum: string;
  /** The exact bytes of the event's JSON. */
  readonly json: Buffer;
}

/** What a reader knows before it reads a record. */
export interface Expected {
  readonly seq: number;
  readonly previousSum: string;
}

export type RecordFault =
  /** The text around the event is not that of the record expected here. */
  | 'not-a-record'
  /** A record, but its number is another one: lost, repeated or moved. */
  | 'wrong-seq'
  | 'wrong-sum';

/** The bytes of a record, its line feed included, and its sum. `json` holds no line feed. */
export function encodeRecord(json: string, expected: Expected): { readonly line: Buffer; readonly sum: string } {
  const bytes = Buffer.from(json);
  const sum = sumOf(bytes, expected);
  return { line: Buffer.concat([Buffer.from(head(expected.seq, sum)), bytes, Buffer.from('}\n')]), sum };
}

/** Reads a line, its line feed left out. Gives what is wrong with it when it is not exactly the record expected. */
export function decodeRecord(line: Buffer, expected: Expected): JournalRecord | RecordFault {
  const match = /^\{"seq":(0|[1-9][0-9]{0,14}),"sum":"([0-9a-f]{16})","event":/.exec(line.toString('latin1', 0, 80));
  if (match === null || line.at(-1) !== 0x7d) return 'not-a-record';
  const [start, seq, sum] = match;
  if (seq !== String(expected.seq)) return 'wrong-seq';
  const json = line.subarray(start.length, -1);
  if (sum !== sumOf(json, expected)) return 'wrong-sum';
  return { seq: expected.seq, sum, json };
}

/**
 * True when `tail`, the bytes after the last line feed, can be what a crash left of the record expected there: a beginning of
 * it. See `withoutZeros` for what a power cut adds.
 */
export function isTornRecord(tail: Buffer, expected: Expected): boolean {
  const written = withoutZeros(tail);
  if (written.includes(0)) return false;
  // A whole record and one byte more: its line feed was overwritten. That record was complete.
  if (written.length > 1 && typeof decodeRecord(written.subarray(0, -1), expected) !== 'string') return false;
  const pattern = head(expected.seq, '#'.repeat(16));
  const compared = written.toString('latin1', 0, pattern.length);
  return Array.from(compared).every((character, index) => {
    const wanted = pattern[index];
    return wanted === '#' ? /[0-9a-f]/.test(character) : character === wanted;
  });
}

/** Leaves out zero bytes at the end: after a power cut a file may have grown over blocks that were not filled yet. */
export function withoutZeros(tail: Buffer): Buffer {
  let end = tail.length;
  while (end > 0 && tail[end - 1] === 0) end--;
  return tail.subarray(0, end);
}

function head(seq: number, sum: string): string {
  return `{"seq":${seq},"sum":"${sum}","event":`;
}

function sumOf(json: Uint8Array, { seq, previousSum }: Expected): string {
  return createHash('sha256').update(`${previousSum}:${seq}:`).update(json).digest('hex').slice(0, 16);
}
