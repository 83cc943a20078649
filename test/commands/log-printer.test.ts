import { expect, test } from '@jest/globals';
import { CommandConsole, type OutputStream } from '../../src/commands/console.js';
import { LogPrinter, wantedLines } from '../../src/commands/log-printer.js';

const LINE = `2026-11-23T10:00:00.000Z [step] ${'x'.repeat(1000)}`;
const COUNT = 10_000;

/** A printer whose reader goes away, or presses Ctrl-C, after the first write; and how many lines were asked for. */
function printerTo(what: 'reader gone' | 'interrupted' | 'reads on'): { readonly print: () => Promise<number> } {
  const stop = new AbortController();
  let isOpen = true;
  const stdout: OutputStream = {
    write: () => {
      if (what === 'reader gone') isOpen = false;
      if (what === 'interrupted') stop.abort();
    },
    isTTY: false,
    get isOpen() {
      return isOpen;
    },
  };
  const flags = { json: false, quiet: false, verbose: false, color: true };
  const console = new CommandConsole({ stdout, stderr: { ...stdout, write: () => undefined }, ...flags, env: {} });
  const printer = new LogPrinter(wantedLines('2026-11-23T09', null), { console, signal: stop.signal });
  let asked = 0;
  function* lines(): Generator<string> {
    for (; asked < COUNT; asked += 1) yield LINE;
  }
  return {
    print: async () => {
      await printer.print(lines());
      return asked;
    },
  };
}

test.each([
  ['reads on', COUNT, COUNT],
  ['reader gone', 1, 200],
  ['interrupted', 1, 200],
] as const)('of a log is read, when its reader %s, at least %i and at most %i lines', async (what, least, most) => {
  const asked = await printerTo(what).print();
  expect(asked).toBeGreaterThanOrEqual(least);
  expect(asked).toBeLessThanOrEqual(most);
});

test('a line that is not ours belongs to the one before it', () => {
  const isWanted = wantedLines('2026-11-23T10:00:00', 'a');
  const line = (time: string, step: string): boolean => isWanted({ time, step, text: '' });
  const told = [
    line('2026-11-23T09:59:59.900Z', 'a'),
    line('', ''),
    line('2026-11-23T10:00:00.100Z', 'a'),
    line('', ''),
  ];
  expect([...told, line('2026-11-23T10:00:01.000Z', 'b'), line('', '')]).toEqual([
    ...[false, false, true, true],
    ...[false, false],
  ]);
});
