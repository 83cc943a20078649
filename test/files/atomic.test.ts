import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFileBounded } from '../../src/files/read-file-bounded.js';
import { readLines } from '../../src/files/read-lines.js';
import { writeFileAtomic, writeProjection } from '../../src/files/write-file-atomic.js';
import { compiledRooms } from '../support/compiled-rooms.js';

function newFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'files-')));
}

describe.each([
  ['writeFileAtomic', writeFileAtomic],
  ['writeProjection', writeProjection],
])('%s', (_name, write) => {
  test('makes and replaces a file, and leaves nothing beside it', () => {
    const folder = newFolder();
    const path = join(folder, 'state.json');
    expect(write(path, 'one').ok).toBe(true);
    expect(write(path, 'two ü').ok).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('two ü');
    expect(readdirSync(folder)).toEqual(['state.json']);
  });

  test('refuses to write through a symbolic link', () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'victim'), 'untouched');
    symlinkSync(join(folder, 'victim'), join(folder, 'state.json'));
    expect(write(join(folder, 'state.json'), 'x')).toMatchObject({ ok: false, error: { reason: 'symlink' } });
    expect(readFileSync(join(folder, 'victim'), 'utf8')).toBe('untouched');
  });

  test('refuses to write over a folder', () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'state.json'));
    expect(write(join(folder, 'state.json'), 'x')).toMatchObject({ ok: false, error: { reason: 'wrong-kind' } });
  });

  test('in a folder that is missing is a value', () => {
    expect(write('/no/such/file', 'x')).toMatchObject({
      ok: false,
      error: { reason: 'missing', path: '/no/such/file' },
    });
  });
});

const canTrace = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;
(canTrace ? describe : describe.skip)('writeFileAtomic while the disk fails (skipped without a working strace)', () => {
  const rooms = compiledRooms(['base', 'files']);
  const script = join(rooms, 'write.mjs');
  writeFileSync(
    script,
    `import { writeFileAtomic } from './files/write-file-atomic.js';
const done = writeFileAtomic(process.argv[2], 'new text');
process.stdout.write(done.ok ? 'ok' : done.error.code);
`,
  );

  test.each(['fsync:error=EIO:when=1', 'rename:error=EIO:when=1', 'fsync:error=ENOSPC:when=1'])(
    '(%s) says so, keeps the old text and leaves nothing beside it',
    (inject) => {
      const folder = newFolder();
      const path = join(folder, 'state.json');
      writeFileSync(path, 'old text');
      const args = ['-f', '-o', '/dev/null', '-e', 'trace=fsync,rename', '-e', `inject=${inject}`];
      const run = spawnSync('strace', [...args, process.execPath, script, path], { encoding: 'utf8' });
      expect(run.stdout).toMatch(/^E/);
      expect(readFileSync(path, 'utf8')).toBe('old text');
      expect(readdirSync(folder)).toEqual(['state.json']);
    },
  );

  test('syncs the file before and the folder after the rename', () => {
    const folder = newFolder();
    const trace = join(newFolder(), 'trace');
    spawnSync('strace', ['-f', '-o', trace, '-e', 'trace=fsync,rename', process.execPath, script, join(folder, 'x')]);
    const calls = readFileSync(trace, 'utf8').match(/\b(fsync|rename)\(/g);
    expect(calls).toEqual(['fsync(', 'rename(', 'fsync(']);
  });
});

describe('readFileBounded', () => {
  test('gives the bytes of a file up to the limit, and not one more', () => {
    const path = join(newFolder(), 'f');
    writeFileSync(path, '12345');
    expect(readFileBounded(path, 5)).toMatchObject({ ok: true, value: Buffer.from('12345') });
    expect(readFileBounded(path, 4)).toMatchObject({ ok: false, error: { reason: 'too-large' } });
  });

  test('is bounded for files that tell no size', () => {
    expect(readFileBounded('/proc/self/maps', 100)).toMatchObject({ ok: false, error: { reason: 'too-large' } });
    expect(readFileBounded('/proc/self/maps', 10_000_000)).toMatchObject({ ok: true });
  });

  test('refuses links, folders, devices, and pipes without waiting', () => {
    const folder = newFolder();
    symlinkSync('/etc/passwd', join(folder, 'link'));
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    const reasons = [join(folder, 'link'), join(folder, 'pipe'), folder, '/dev/zero', join(folder, 'none')].map(
      (path) => {
        const read = readFileBounded(path, 100);
        return read.ok ? 'ok' : read.error.reason;
      },
    );
    expect(reasons).toEqual(['symlink', 'wrong-kind', 'wrong-kind', 'wrong-kind', 'missing']);
  });
});

describe('readLines', () => {
  function lines(content: string, limit = 1_000_000): string[] {
    const path = join(newFolder(), 'f');
    writeFileSync(path, content);
    return Array.from(readLines(openSync(path, 'r'), limit), (line) => {
      const text = line.bytes.length > 20 ? `${line.bytes.length} bytes` : line.bytes.toString();
      return `${line.offset}:${text}${line.ended ? '' : ' open'}${line.tooLong ? ' too long' : ''}`;
    });
  }

  test('gives lines with their offsets, and the rest as not ended', () => {
    expect(lines('a\n\nbc\nd')).toEqual(['0:a', '2:', '3:bc', '6:d open']);
  });

  test('joins lines over blocks', () => {
    expect(lines(`${'x'.repeat(200_000)}\ny\n`)).toEqual(['0:200000 bytes', '200001:y']);
  });

  test('stops at a line that is too long', () => {
    expect(lines('x'.repeat(1_000_000), 100_000)).toEqual(['0:131072 bytes open too long']);
  });
});
