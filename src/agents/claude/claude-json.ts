/** One object of what the CLI prints: nothing is known of its shape. */
export type JsonRecord = Readonly<Record<string, unknown>>;

/** The value when it is an object, and no array; else null. */
export const recordOf = (value: unknown): JsonRecord | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;

/** The objects in an array; none for anything else. */
export const recordsOf = (value: unknown): JsonRecord[] =>
  Array.isArray(value) ? value.map(recordOf).filter((record) => record !== null) : [];

/** The text, or an empty one. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The number when it is finite and not below 0; else null. */
export const amountOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null;
