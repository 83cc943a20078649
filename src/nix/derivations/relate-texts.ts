import { canonicalJson } from './canonical-json.js';
import { canonicalWords } from './canonical-line.js';
import { canonicalLines } from './canonical-lines.js';

/** How two texts are related. `reordered`: each element of the one is an element of the other, in another order. */
export type TextRelation = 'same' | 'reordered' | 'different';

/**
 * Compares two texts as lists whose order may differ: JSON arrays, blocks and lines of a configuration file, words of a list. What belongs
 * together stays together: values are never exchanged between keys, lines never between sections. `isList`: a text of one line is a
 * list of words, as Nix writes lists into variables; otherwise it may be a command, whose words have their places.
 */
export function relateTexts(before: string, after: string, isList: boolean): TextRelation {
  if (before === after) return 'same';
  if (!haveSameLetters(before, after)) return 'different';
  const [old, now] = [canonicalJson(before, canonicalText), canonicalJson(after, canonicalText)];
  if (old !== null || now !== null) return old === now ? 'reordered' : 'different';
  const canonical = isList && !before.includes('\n') && !after.includes('\n') ? canonicalWords : canonicalLines;
  return canonical(before) === canonical(after) ? 'reordered' : 'different';
}

/** Of a string in JSON: it may be a whole file. */
function canonicalText(text: string): string {
  return text.includes('\n') ? canonicalLines(text) : JSON.stringify(text);
}

/** Needed for being the same in another order, quickly answered, and exact where JavaScript rounds the numbers of JSON. */
function haveSameLetters(before: string, after: string): boolean {
  const counts = new Int32Array(0x10000);
  for (let at = 0; at < before.length; at += 1) (counts[before.charCodeAt(at)] as number) += 1;
  for (let at = 0; at < after.length; at += 1) (counts[after.charCodeAt(at)] as number) -= 1;
  return counts.every((count, code) => count === 0 || code === 0x20 || (code >= 0x09 && code <= 0x0d));
}
