/** An object out of a line of JSON: hostile, so nothing is known of what it holds. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const NOTHING: JsonRecord = {};

/** The object that a line of JSON is; null for anything else, broken JSON too. */
export function parseRecord(line: string): JsonRecord | null {
  try {
    return recordOf(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Reads a line of output by what its object means; anything else than an object means nothing. */
export const readingRecords =
  <Event>(eventsOf: (record: JsonRecord) => readonly Event[]) =>
  (line: string): readonly Event[] => {
    const record = parseRecord(line);
    return record === null ? [] : eventsOf(record);
  };

/** The value when it is an object, and no array; else null. */
export const recordOf = (value: unknown): JsonRecord | null => (isRecord(value) ? value : null);

/** The objects in an array, what is none left out; none for anything else. */
export const recordsOf = (value: unknown): readonly JsonRecord[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/** The text; empty for anything else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The amount: a finite number, 0 or more; null for anything else. */
export const amountOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;

/** The object below a key; an empty one when there is none. */
export const recordAt = (record: JsonRecord, key: string): JsonRecord => recordOf(record[key]) ?? NOTHING;

/** The objects of the list below a key. */
export const recordsAt = (record: JsonRecord, key: string): readonly JsonRecord[] => recordsOf(record[key]);

/** The text below a key; empty when there is none. */
export const textAt = (record: JsonRecord, key: string): string => textOf(record[key]);

/** The amount below a key; null when there is none. */
export const amountAt = (record: JsonRecord, key: string): number | null => amountOf(record[key]);

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
