import { createLogUpdate } from 'log-update';
import { displayWidth } from '../report/display-width.js';

/** A piece of text that is drawn again and again in the same place. */
export interface LiveArea {
  readonly update: (frame: string) => void;
  /** Puts lines above the area, where they stay. */
  readonly above: (lines: readonly string[]) => void;
  /** Removes the area. */
  readonly stop: () => void;
}

/** Where a live area is drawn; the size as it is when asked. */
export interface LiveScreen {
  readonly terminal: NodeJS.WriteStream;
  readonly write: (text: string) => void;
  readonly width: () => number;
  readonly height: () => number;
}

// eslint-disable-next-line no-control-regex -- the escape character is the subject
const COLOUR = /\u001b\[[\d;]*m/g;
const ERASE_ROW_ABOVE = '\u001b[1A\u001b[2K';

/** An area at the cursor, which is hidden until the area is stopped or the process ends. */
export function openLiveArea({ terminal, write, width, height }: LiveScreen): LiveArea {
  const draw = createLogUpdate(terminal);
  let frame = '';
  let drawnWidth = width();
  /** A terminal that became narrower has wrapped what stood there: it takes more rows now than were drawn. */
  const eraseWrapped = (): void => {
    const now = width();
    const rows = now < drawnWidth && frame !== '' ? wrappedRows(frame, now) : 0;
    drawnWidth = now;
    if (rows === 0) return;
    draw.clear();
    write(ERASE_ROW_ABOVE.repeat(Math.min(rows, height())));
  };
  return {
    update: (next) => {
      eraseWrapped();
      frame = next;
      draw(frame);
    },
    above: (lines) => {
      if (lines.length === 0) return;
      eraseWrapped();
      draw.clear();
      write(`${lines.join('\n')}\n`);
      if (frame !== '') draw(frame);
    },
    stop: () => {
      eraseWrapped();
      draw.clear();
      draw.done();
    },
  };
}

/** Rows that the lines of a frame take on this width beyond one each. */
function wrappedRows(frame: string, width: number): number {
  const lines = frame.replace(COLOUR, '').split('\n');
  return lines.reduce((rows, line) => rows + Math.max(0, Math.ceil(displayWidth(line) / width) - 1), 0);
}
