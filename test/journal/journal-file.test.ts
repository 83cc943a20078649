import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal, readJournal, type OpenedJournal } from '../../src/journal/journal-file.js';
import { encodeRecord, firstSum } from '../../src/journal/record.js';
import { compiledRooms } from '../support/compiled-rooms.js';

interface Event {
  readonly n: number;
  readonly text: string;
}

const folder = mkdtempSync(join(tmpdir(), 'journal-'));
let files = 0;
const events: readonly Event[] = [
  { n: 1, text: 'begun' },
  { n: 2, text: 'ünï\ncode "quoted" \u2028' },
  { n: 3, text: 'end' },
];

function newPath(): string {
  return join(folder, `${++files}.jsonl`);
}

function readEvent(value: unknown): Event | null {
  return typeof value === 'object' && value !== null && 'n' in value ? (value as Event) : null;
}

function open(path: string): OpenedJournal<Event> {
  const opened = openJournal(path, readEvent);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

function written(list: readonly Event[] = events): string {
  const path = newPath();
  const { journal } = open(path);
  for (const event of list) expect(journal.append(event, { sync: false }).ok).toBe(true);
  journal.close();
  return path;
}

function isPrefix(list: readonly Event[]): boolean {
  return JSON.stringify(events.slice(0, list.length)) === JSON.stringify(list);
}

describe('a journal', () => {
  test('gives back the events that were appended, over several openings', () => {
    const path = written(events.slice(0, 2));
    const second = open(path);
    expect(second.events).toEqual(events.slice(0, 2));
    second.journal.append(events[2] as Event, { sync: true });
    second.journal.close();
    expect(open(path)).toMatchObject({ events, torn: 0 });
  });

  test('is one JSON object a line, the first with the format', () => {
    const lines = readFileSync(written(), 'utf8').trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line) as { seq: number; event: unknown });
    expect(records.map((record) => record.seq)).toEqual([0, 1, 2, 3]);
    expect(records.map((record) => record.event)).toEqual([{ format: 1 }, ...events]);
  });

  test('of any JSON values gives them back', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), (values) => {
        const path = newPath();
        const any = (value: unknown): unknown => ({ value });
        const opened = openJournal<unknown>(path, any);
        if (!opened.ok) throw new Error('not opened');
        for (const value of values) opened.value.journal.append(value, { sync: false });
        opened.value.journal.close();
        const read = readJournal<unknown>(path, any);
        expect(JSON.stringify(read.ok && read.value.events)).toBe(JSON.stringify(values.map((value) => ({ value }))));
      }),
      { numRuns: 50 },
    );
  });

  test('that does not exist cannot be read, and is not made by reading', () => {
    const path = newPath();
    expect(readJournal(path, readEvent)).toMatchObject({
      ok: false,
      error: { reason: 'file', trouble: { reason: 'missing' } },
    });
    expect(existsSync(path)).toBe(false);
  });

  test('behind a symbolic link is refused', () => {
    const link = newPath();
    symlinkSync(written(), link);
    expect(openJournal(link, readEvent)).toMatchObject({ ok: false, error: { trouble: { reason: 'symlink' } } });
  });

  test('takes a record of 10 MB', () => {
    const path = written([{ n: 1, text: 'x'.repeat(10_000_000) }]);
    expect(open(path).events[0]?.text).toHaveLength(10_000_000);
  });
});

describe('a torn tail', () => {
  const bytes = readFileSync(written());

  test('at any byte gives the events before it, and the journal goes on', () => {
    for (let length = 0; length <= bytes.length; length++) {
      const path = newPath();
      writeFileSync(path, bytes.subarray(0, length));
      const { events: found, torn, journal } = open(path);
      expect(isPrefix(found)).toBe(true);
      const whole = bytes.lastIndexOf(10, length - 1) + 1;
      expect([0, length - whole]).toContain(torn);
      expect(journal.append({ n: 9, text: 'next' }, { sync: false }).ok).toBe(true);
      journal.close();
      expect(open(path)).toMatchObject({ events: [...found, { n: 9, text: 'next' }], torn: 0 });
    }
  });

  test('that lacks nothing but its line feed is a whole record', () => {
    const path = newPath();
    writeFileSync(path, bytes.subarray(0, -1));
    expect(open(path)).toMatchObject({ events, torn: 0 });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('of zero bytes, as a power cut leaves it, is cut off', () => {
    const path = newPath();
    writeFileSync(path, Buffer.concat([bytes, Buffer.from('{"seq":4,"su'), Buffer.alloc(5000)]));
    expect(open(path)).toMatchObject({ events, torn: 5012 });
    expect(statSync(path).size).toBe(bytes.length);
  });

  test('is left in the file by a reader', () => {
    const path = newPath();
    writeFileSync(path, bytes.subarray(0, -5));
    const before = readFileSync(path);
    expect(readJournal(path, readEvent)).toMatchObject({ ok: true, value: { events: events.slice(0, 2) } });
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe('damage', () => {
  const bytes = readFileSync(written());

  function damaged(content: Uint8Array | string) {
    const path = newPath();
    writeFileSync(path, content);
    const result = openJournal(path, readEvent);
    if (!result.ok) expect(readFileSync(path).equals(Buffer.from(content))).toBe(true);
    return result;
  }

  test('of any one byte is named by its line, and nothing is changed', () => {
    for (let at = 0; at < bytes.length; at++) {
      const line = bytes.subarray(0, at).filter((byte) => byte === 10).length + 1;
      for (const flip of [0x01, 0x80, (bytes[at] ?? 0) ^ 0x0a, bytes[at] ?? 0xff]) {
        const broken = Buffer.from(bytes);
        broken[at] = (broken[at] ?? 0) ^ flip;
        if (broken.equals(bytes)) continue;
        const result = damaged(broken);
        // A zero in the place of the last line feed is what a power cut leaves: the record before it is whole.
        if (result.ok) expect([at, broken[at], result.value.events]).toEqual([bytes.length - 1, 0, events]);
        else expect([line, line + 1]).toContain(result.error.line);
      }
    }
  });

  test.each([
    ['a lost record', (lines: string[]) => lines.toSpliced(2, 1), 3],
    ['a repeated record', (lines: string[]) => lines.toSpliced(2, 0, lines[1] ?? ''), 3],
    ['records that changed places', (lines: string[]) => [...lines.slice(0, 2), lines[3] ?? '', lines[2] ?? ''], 3],
    ['an empty line', (lines: string[]) => lines.toSpliced(1, 0, ''), 2],
    ['a line that was edited', (lines: string[]) => lines.with(3, (lines[3] ?? '').replace('end', 'END')), 4],
    ['a format that was lost', (lines: string[]) => lines.slice(1), 1],
  ])('by %s is named', (_name, change, line) => {
    const lines = bytes.toString().trimEnd().split('\n');
    const result = damaged(change(lines).join('\n') + '\n');
    expect(result).toMatchObject({ ok: false, error: { reason: 'damaged', line } });
  });

  test('names the byte at which the line begins', () => {
    const broken = Buffer.from(bytes);
    const offset = bytes.indexOf(10) + 1;
    broken[offset + 50] = 0x7e;
    expect(damaged(broken)).toMatchObject({ error: { line: 2, offset, expected: 'record 1' } });
  });

  test('is what a tail that no crash explains is', () => {
    expect(damaged(Buffer.concat([bytes, Buffer.from('garbage')]))).toMatchObject({ ok: false, error: { line: 5 } });
    expect(damaged(Buffer.concat([bytes, Buffer.from('\0\0\0x')]))).toMatchObject({ ok: false, error: { line: 5 } });
  });

  test('of another format is named by its number, whatever its sums are', () => {
    expect(damaged('{"seq":0,"sum":"other","event":{"format":7}}\n')).toMatchObject({
      error: { reason: 'unknown-format', found: 'format 7' },
    });
  });

  test('by any bytes whatever is a value and never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        const path = newPath();
        writeFileSync(path, Buffer.concat([bytes, tail]));
        const result = openJournal(path, readEvent);
        if (result.ok) expect(result.value.events).toEqual(events);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a journal that somebody made with right sums', () => {
  function forged(json: string) {
    const path = newPath();
    const first = encodeRecord('{"format":1}', { seq: 0, previousSum: firstSum });
    const second = encodeRecord(json, { seq: 1, previousSum: first.sum });
    writeFileSync(path, Buffer.concat([first.line, second.line]));
    return openJournal(path, readEvent);
  }

  test.each(['', '{"n":', 'null', '[]', '"text"', '1e999999', '['.repeat(100_000)])(
    'and with %.20j in it is damage',
    (json) => {
      expect(forged(json)).toMatchObject({ ok: false, error: { reason: 'damaged', line: 2 } });
    },
  );

  test('and with __proto__ in it changes no prototype', () => {
    const result = forged('{"n":1,"text":"x","__proto__":{"polluted":true}}');
    expect(result.ok).toBe(true);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('appending', () => {
  test('is refused when somebody else has written to the file', () => {
    const path = newPath();
    const { journal } = open(path);
    appendFileSync(path, 'x');
    expect(journal.append(events[0] as Event, { sync: false })).toMatchObject({
      error: { reason: 'changed-underneath' },
    });
  });

  test('after closing is refused', () => {
    const { journal } = open(newPath());
    journal.close();
    expect(journal.append(events[0] as Event, { sync: true }).ok).toBe(false);
  });
});

const canTrace = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;
const traced = canTrace ? describe : describe.skip;

traced('appending while the disk fails (skipped without a working strace)', () => {
  const rooms = compiledRooms(['base', 'files', 'journal']);
  const script = join(rooms, 'append.mjs');
  writeFileSync(
    script,
    `import { openJournal } from './journal/journal-file.js';
const opened = openJournal(process.argv[2], (value) => value);
const answers = [];
for (const n of [1, 2, 3]) {
  const answer = opened.value.journal.append({ n, text: 'x'.repeat(50) }, { sync: true });
  answers.push(answer.ok ? 'ok' : answer.error.code);
}
console.log(answers.join(' '));
`,
  );

  function run(inject: string): { answers: string; read: ReturnType<typeof readJournal<Event>> } {
    const path = newPath();
    const args = ['-f', '-P', path, '-o', '/dev/null', '-e', `trace=pwrite64,fdatasync`, '-e', `inject=${inject}`];
    const result = spawnSync('strace', [...args, process.execPath, script, path], { encoding: 'utf8' });
    return { answers: result.stdout.trim(), read: readJournal(path, readEvent) };
  }

  function numbers(read: ReturnType<typeof readJournal<Event>>): unknown {
    return read.ok ? { torn: read.value.torn, n: read.value.events.map((event) => event.n) } : read.error;
  }

  test('with no space for one record refuses it and takes the next', () => {
    const { answers, read } = run('pwrite64:error=ENOSPC:when=3');
    expect([answers, numbers(read)]).toEqual(['ok ENOSPC ok', { torn: 0, n: [1, 3] }]);
  });

  test('when a sync fails refuses that record and every later one', () => {
    const { answers, read } = run('fdatasync:error=EIO:when=2');
    expect([answers, numbers(read)]).toEqual(['ok EIO EIO', { torn: 0, n: [1] }]);
  });
});

const canLimit = spawnSync('prlimit', ['--fsize=100000', 'true']).status === 0;
(canLimit ? test : test.skip)(
  'appending beyond a file size limit, which makes a short write first, leaves no part of a record (skipped without prlimit)',
  () => {
    const rooms = compiledRooms(['base', 'files', 'journal']);
    const script = join(rooms, 'limit.mjs');
    writeFileSync(
      script,
      `import { openJournal } from './journal/journal-file.js';
process.on('SIGXFSZ', () => {});
const { journal } = openJournal(process.argv[2], (value) => value).value;
const answers = [];
for (const n of [1, 2, 3]) {
  const answer = journal.append({ n, text: 'x'.repeat(n === 2 ? 9000 : 50) }, { sync: true });
  answers.push(answer.ok ? 'ok' : answer.error.code);
}
console.log(answers.join(' '));
`,
    );
    const path = newPath();
    const result = spawnSync('prlimit', ['--fsize=4096', process.execPath, script, path], { encoding: 'utf8' });
    expect(result.stdout.trim()).toBe('ok EFBIG ok');
    const read = readJournal(path, readEvent);
    expect(read.ok && read.value).toMatchObject({ torn: 0, events: [{ n: 1 }, { n: 3 }] });
  },
);
