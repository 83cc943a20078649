import { displayWidth, fitWidth } from './display-width.js';

/** The same lines twice, with and without colours. */
export interface PaintedText {
  readonly painted: string;
  readonly plain: string;
}

/** The terminal, in columns and rows. */
export interface Screen {
  readonly width: number;
  readonly height: number;
}

/**
 * As much of a text as one screen holds, from its beginning: what has scrolled away cannot be drawn again. A line that is cut loses
 * its colours; the row under the text stays free for the cursor.
 */
export function fitScreen({ painted, plain }: PaintedText, { width, height }: Screen): string {
  const coloured = painted.split('\n');
  const lines = plain
    .split('\n')
    .map((line, at) => (displayWidth(line) <= width ? (coloured[at] ?? line) : fitWidth(line, width)));
  if (lines.length < height) return lines.join('\n');
  const kept = Math.max(1, height - 2);
  return [...lines.slice(0, kept), fitWidth(`… and ${lines.length - kept} more lines`, width)].join('\n');
}
