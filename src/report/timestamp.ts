/** A time as in every file that we write: `2025-11-01T10:00:00Z`, from milliseconds since 1970. */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** Whole seconds between two times in milliseconds, never negative (clocks are set back at times). */
export function secondsBetween(startMs: number, endMs: number): number {
  return Math.max(0, Math.round((endMs - startMs) / 1000));
}
