import type { NixString, Span } from '../../nix/syntax/syntax-tree.js';
import type { TextEdit } from '../file-change.js';

/** A range of a text that is to be moved so many columns to the right, or with a negative number to the left. */
export interface Shift extends Span {
  readonly columns: number;
}

/**
 * The edits that shift every line that begins in the range. No string gets another value by it: in `''` strings Nix takes away
 * the indentation that all lines have in common, so they are shifted as a whole or not at all; lines inside `"` strings stay.
 * `strings` are those of the file, in any order.
 */
export function shiftEdits(text: string, { start, end, columns }: Shift, strings: readonly NixString[]): TextEdit[] {
  const fixed = new Set(
    strings
      .filter((string) => string.start < end && string.end > start && !mayShift(text, string, columns))
      .flatMap((string) => stringLines(text, string)),
  );
  return lineStarts(text, start - 1, end)
    .filter((at) => !fixed.has(at))
    .flatMap((at) => {
      const blanks = spacesAt(text, at);
      if (columns < 0) return blanks === 0 ? [] : [{ start: at, end: at + Math.min(blanks, -columns), text: '' }];
      return isLineEnd(text, at) ? [] : [{ start: at, end: at, text: ' '.repeat(columns) }];
    });
}

/** Whether all lines of a string have the indentation that is to go, and none begins right after the opening quotes. */
function mayShift(text: string, string: NixString, columns: number): boolean {
  if (!string.indented) return false;
  const lines = stringLines(text, string);
  if (lines.length === 0) return true;
  if (!/^''[ ]*\r?\n/.test(text.slice(string.start, lines[0]))) return false;
  return lines.every((at) => {
    const blanks = spacesAt(text, at);
    const isBlank = isLineEnd(text, at + blanks) || at + blanks === string.end - 2;
    return isBlank || blanks >= -columns;
  });
}

/** The offsets of the lines that begin in the text of a string, not in what is interpolated. */
function stringLines(text: string, string: NixString): number[] {
  const code = string.parts.filter(({ kind }) => kind === 'interpolation');
  return lineStarts(text, string.start, string.end).filter(
    (at) => !code.some(({ start, end }) => start < at && at < end),
  );
}

/** Where lines begin after `after` and before `end`. */
function lineStarts(text: string, after: number, end: number): number[] {
  const starts: number[] = [];
  if (after < 0) starts.push(0);
  for (let at = text.indexOf('\n', Math.max(0, after)) + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1)
    starts.push(at);
  return starts;
}

function spacesAt(text: string, at: number): number {
  let count = 0;
  while (text[at + count] === ' ') count += 1;
  return count;
}

function isLineEnd(text: string, at: number): boolean {
  return at >= text.length || text[at] === '\n' || text.startsWith('\r\n', at);
}
