import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { openLiveArea } from '../../src/commands/live-area.js';

/** A terminal of so many columns that keeps what is written to it. */
function terminal(columns: number): { readonly stream: NodeJS.WriteStream; readonly taken: () => string } {
  const stream = Object.assign(new PassThrough(), { isTTY: true, columns, rows: 20 });
  return {
    stream: stream as unknown as NodeJS.WriteStream,
    taken: () => String((stream.read() as Buffer | null) ?? ''),
  };
}

const LINE = 'x'.repeat(50);

test.each([
  ['as wide as before', 60, 0],
  ['wider', 90, 0],
  ['narrower than what stood there', 20, 2 * 2],
  ['narrower, but wide enough for what stood there', 55, 0],
])('a terminal that became %s has every row erased that the frame takes there', (_what, columns, wrapped) => {
  const { stream, taken } = terminal(60);
  const area = openLiveArea({
    terminal: stream,
    write: (text) => void stream.write(text),
    width: () => stream.columns,
    height: () => stream.rows,
  });
  area.update(`\u001b[1m${LINE}\u001b[0m\n${LINE}`);
  taken();
  stream.columns = columns;
  area.above(['said']);
  const erasedRows = (taken().split('said')[0] ?? '').split('\u001b[1A').length - 1;
  expect(erasedRows).toBe(2 + wrapped);
  area.stop();
});

test('lines above an area that shows nothing yet are written alone', () => {
  const { stream, taken } = terminal(60);
  const area = openLiveArea({
    terminal: stream,
    write: (text) => void stream.write(text),
    width: () => 60,
    height: () => 20,
  });
  area.above(['one', 'two']);
  expect(taken()).toBe('one\ntwo\n');
});
