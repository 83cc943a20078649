import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was most likely meant by `given`, or null when none is near. Near is at most 40 % of the length in
 * edits (a swap is two), and less than all of it; letter case and `-`/`_` are set aside; long input is never compared, so hostile text costs nothing.
 */
export function nearest(given: string, candidates: readonly string[]): string | null {
  if (given.length > 80) return null;
  const wanted = normalise(given);
  let best: string | null = null;
  let bestDistance = Math.min(Math.max(2, Math.floor(wanted.length * 0.4) + 1), wanted.length);
  for (const candidate of candidates) {
    const edits = distance(wanted, normalise(candidate));
    if (edits < bestDistance) {
      best = candidate;
      bestDistance = edits;
    }
  }
  return best;
}

/** `did you mean \`x\`?`, or the list of what is allowed (at most 30 of it). */
export function didYouMean(given: string, candidates: readonly string[]): string {
  const near = nearest(given, candidates);
  if (near !== null) return `did you mean \`${near}\`?`;
  if (candidates.length === 0) return 'nothing is allowed here';
  const shown = candidates.slice(0, 30).map((candidate) => `\`${candidate}\``);
  return `allowed: ${shown.join(', ')}${candidates.length > 30 ? ', …' : ''}`;
}

/** Text of a user as part of a message: one line, control characters escaped, at most 60 characters. */
export function quoted(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return `\`${shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeCharacter)}\``;
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function normalise(text: string): string {
  return text.toLowerCase().replaceAll('_', '-');
}
