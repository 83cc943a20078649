import { closest, distance } from 'fastest-levenshtein';

/** The name that was probably meant, for "did you mean": null when none is near enough to help. */
export function closestName(wrong: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const lower = wrong.toLowerCase();
  const best = closest(lower, names);
  const limit = Math.max(1, Math.floor(wrong.length / 3));
  return distance(lower, best.toLowerCase()) <= limit ? best : null;
}
