/** An object out of a line of JSON: hostile, so nothing is known of what it holds. */
export type JsonRecord = Readonly<Record<string, unknown>>;

const NOTHING: JsonRecord = {};

/** The object that a line of JSON is; null for anything else, broken JSON too. */
export function parseRecord(line: string): JsonRecord | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

/** The object below a key; an empty one when there is none. */
export function recordAt(record: JsonRecord, key: string): JsonRecord {
  const value = record[key];
  return isRecord(value) ? value : NOTHING;
}

/** The objects of the list below a key; what is no object is left out. */
export function recordsAt(record: JsonRecord, key: string): readonly JsonRecord[] {
  const value = record[key];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The text below a key; empty when there is none. */
export function textAt(record: JsonRecord, key: string): string {
  const value = record[key];
  return typeof value === 'string' ? value : '';
}

/** The amount below a key: a finite number, 0 or more; null for anything else. */
export function amountAt(record: JsonRecord, key: string): number | null {
  const value = record[key];
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
}

const isRecord = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
