const HOURS = { h: 1, d: 24, w: 7 * 24 } as const;
const MAX_HOURS = 10 * 366 * 24;

/** What `parseTimeSpan` takes, for messages. */
export const TIME_SPANS = 'Expected a number with h, d or w, at most ten years: 30d, 4w, 12h.';

/** `30d`, `4w`, `12h` in milliseconds; null for anything else, and for more than ten years. */
export function parseTimeSpan(text: string): number | null {
  const [, amount, unit] = /^([1-9]\d{0,5})([dwh])$/.exec(text.trim()) ?? [];
  const hours = Number(amount) * HOURS[(unit ?? 'd') as keyof typeof HOURS];
  return amount === undefined || hours > MAX_HOURS ? null : hours * 3600 * 1000;
}
