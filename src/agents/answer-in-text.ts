import { parseRecord, type JsonRecord } from './json-record.js';

/** A text can hold this many objects that are no answer after the one that is. */
const MAX_OBJECTS = 100;

/**
 * The JSON document in the last thing that a model said: the whole text, or the last object in it that has a `status`, in a fenced
 * block or among prose. null when there is none. Not checked any further. The work is bounded for any text of the bounded length.
 */
export function answerInText(text: string): JsonRecord | null {
  const whole = parseRecord(text.trim());
  if (whole !== null) return whole;
  let open = text.lastIndexOf('{');
  for (let tries = 0; open !== -1 && tries < MAX_OBJECTS; tries += 1) {
    const end = endOfObject(text, open);
    const found = end === null ? null : parseRecord(text.slice(open, end));
    if (found !== null && Object.hasOwn(found, 'status')) return found;
    open = open === 0 ? -1 : text.lastIndexOf('{', open - 1);
  }
  return null;
}

/** Where the object that opens at that place ends: after the brace that closes it, strings left aside; null when none does. */
function endOfObject(text: string, open: number): number | null {
  let depth = 0;
  let inString = false;
  for (let at = open; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
