import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unpackArchive } from '../../../src/github/storage/unpack-archive.js';
import { removeFolders, temporaryFolder } from '../../support/git-repository.js';
import { zipArchive, type ZipEntry } from '../../support/zip-archive.js';

const allowed = new Map([
  ['a', 1000],
  ['b', 10_000],
]);
let top: string;

beforeEach(() => {
  top = temporaryFolder();
});

afterAll(removeFolders);

async function unpack(archive: Buffer) {
  const file = join(top, 'archive');
  const folder = join(top, 'folder');
  writeFileSync(file, archive);
  mkdirSync(folder, { recursive: true });
  return { folder, result: await unpackArchive(file, folder, allowed) };
}

const entry = (name: string, content = 'text', more: Partial<ZipEntry> = {}): ZipEntry => ({
  name,
  content: Buffer.from(content),
  ...more,
});

test('an archive gives its files, packed or stored', async () => {
  const { folder, result } = await unpack(zipArchive([entry('a', 'x'.repeat(900)), entry('b', 'y', { method: 0 })]));
  expect(result).toEqual({ ok: true, value: ['a', 'b'] });
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('x'.repeat(900));
  expect(readFileSync(join(folder, 'b'), 'utf8')).toBe('y');
});

test('an archive gives empty files', async () => {
  const { folder, result } = await unpack(zipArchive([entry('a', ''), entry('b', '', { method: 0 })]));
  expect(result).toEqual({ ok: true, value: ['a', 'b'] });
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('');
});

describe('an archive is refused', () => {
  test.each<[string, readonly ZipEntry[]]>([
    ['with a path out of the folder', [entry('../a')]],
    ['with an absolute path', [entry('/a')]],
    ['with a folder', [entry('a/')]],
    ['with a name that is not expected', [entry('a'), entry('c')]],
    ['with a name twice', [entry('a'), entry('a')]],
    ['with a symbolic link', [entry('a', '/etc/passwd', { mode: 0o120777 })]],
    ['with a device', [entry('a', '', { mode: 0o020666 })]],
    ['with a file above its limit', [entry('a', 'x'.repeat(1001))]],
    ['with a file that is larger than it says', [entry('a', 'x'.repeat(100_000), { claimedBytes: 900 })]],
    ['with a file that is smaller than it says', [entry('a', 'x', { claimedBytes: 900 })]],
    ['with an encrypted file', [entry('a', 'x', { flags: 1 })]],
    ['packed in another way', [entry('a', 'x', { method: 12 })]],
  ])('%s', async (_what, entries) => {
    const { result } = await unpack(zipArchive(entries));
    expect(result.ok).toBe(false);
    expect(readdirSync(top).sort()).toEqual(['archive', 'folder']);
  });

  test('with no end', async () => {
    const { result } = await unpack(zipArchive([entry('a'), entry('b')]).subarray(0, -30));
    expect(result).toEqual({ ok: false, error: 'it has no end: it was cut off, or is no archive' });
  });

  test('when it is empty', async () => {
    expect((await unpack(Buffer.alloc(0))).result.ok).toBe(false);
  });
});

test('a bomb writes no more than its limit', async () => {
  const { folder, result } = await unpack(
    zipArchive([{ name: 'b', content: Buffer.alloc(50_000_000), claimedBytes: 10_000 }]),
  );
  expect(result.ok).toBe(false);
  expect(readFileSync(join(folder, 'b')).length).toBeLessThanOrEqual(10_000);
});

test('an archive with any byte changed is refused or gives files within their limits, and never throws', async () => {
  const archive = zipArchive([entry('a', 'some text'), entry('b', 'x'.repeat(500))]);
  await fc.assert(
    fc.asyncProperty(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const changed = Buffer.from(archive);
      changed[at] = (changed[at] ?? 0) ^ flip;
      top = temporaryFolder();
      const { folder } = await unpack(changed);
      expect(readdirSync(folder).every((name) => allowed.has(name))).toBe(true);
    }),
    { numRuns: 150 },
  );
});
