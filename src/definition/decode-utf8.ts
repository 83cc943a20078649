import { err, ok, type Result } from '../base/result.js';

/** Where the first byte stands that is not UTF-8. `line` and `column` count from 1, the column in UTF-16 units. */
export interface InvalidUtf8 {
  readonly offsetBytes: number;
  readonly line: number;
  readonly column: number;
  /** The readable part of the line before that byte. */
  readonly sourceLine: string;
}

/** Decodes strictly: bytes that are not UTF-8 are an error with their place, never a replacement character. A byte order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): Result<string, InvalidUtf8> {
  const whole = decodeStrictly(bytes);
  if (whole !== null) return ok(whole);
  const offsetBytes = validPrefixLength(bytes);
  const before = decodeStrictly(bytes.subarray(0, offsetBytes)) ?? '';
  const lines = before.split('\n');
  const sourceLine = lines.at(-1) ?? '';
  return err({ offsetBytes, line: lines.length, column: sourceLine.length + 1, sourceLine });
}

/** The longest valid beginning, by halving: every prefix that ends between two characters of it decodes. */
function validPrefixLength(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    const boundary = characterStart(bytes, middle, valid);
    if (boundary > valid && decodeStrictly(bytes.subarray(0, boundary)) !== null) valid = boundary;
    else if (boundary > valid) invalid = boundary;
    else return nextBoundary(bytes, valid, invalid);
  }
  return valid;
}

/** The last position at or before `at` that does not stand inside a multi-byte character; never before `floor`. */
function characterStart(bytes: Uint8Array, at: number, floor: number): number {
  let start = at;
  while (start > floor && ((bytes[start] ?? 0) & 0xc0) === 0x80) start -= 1;
  return start;
}

/** Tries the few positions left one by one, once halving cannot move. */
function nextBoundary(bytes: Uint8Array, valid: number, invalid: number): number {
  let best = valid;
  for (let end = valid + 1; end < Math.min(invalid, valid + 9); end += 1) {
    if (decodeStrictly(bytes.subarray(valid, end)) !== null) best = end;
  }
  return best;
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
