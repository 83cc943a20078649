import { describe, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, symlinkSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoFolder, type MemoFolder, type MemoKey } from '../../src/files/memo-folder.js';

const KEY: MemoKey = { tree: 'a1', nix: 'nix (Nix) 2.8.0', flags: ['x', 'y'] };

function kept(value: unknown = { hosts: { atlas: '/nix/store/x.drv' } }): { memo: MemoFolder; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'memo-'));
  const memo = openMemoFolder(folder);
  memo.remember('flake-check', KEY, value);
  const [name = ''] = readdirSync(join(folder, 'flake-check'));
  return { memo, file: join(folder, 'flake-check', name) };
}

describe('openMemoFolder', () => {
  test('gives back what was kept, to another process too', () => {
    const { file } = kept();
    expect(openMemoFolder(join(file, '../..')).recall('flake-check', KEY)).toEqual({
      hosts: { atlas: '/nix/store/x.drv' },
    });
  });

  test('does not mind the order of the names of a key', () => {
    const { memo } = kept();
    expect(memo.recall('flake-check', { flags: ['x', 'y'], nix: 'nix (Nix) 2.8.0', tree: 'a1' })).not.toBeNull();
  });

  test.each<[string, MemoKey]>([
    ['another value', { ...KEY, tree: 'a2' }],
    ['a list in another order', { ...KEY, flags: ['y', 'x'] }],
    ['one more fact', { ...KEY, commit: 'c' }],
    ['a list in place of the text', { ...KEY, tree: ['a1'] }],
  ])('has nothing for a key with %s', (_, key) => {
    expect(kept().memo.recall('flake-check', key)).toBeNull();
  });

  test('has nothing for another kind', () => {
    expect(kept().memo.recall('derivations', KEY)).toBeNull();
  });

  test.each<[string, (text: string) => string]>([
    ['that is torn', (text) => text.slice(0, -20)],
    ['that is empty', () => ''],
    ['of another format', (text) => text.replace('"format":1', '"format":0')],
    ['whose value was changed', (text) => text.replace('atlas', 'orion')],
    ['about another key', (text) => text.replace('"a1"', '"a9"')],
    ['that is JSON of something else', () => 'null'],
    ['whose value is missing', (text) => text.replace(/,"value".*/, '}')],
  ])('has nothing in a file %s', (_, change) => {
    const { memo, file } = kept();
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(memo.recall('flake-check', KEY)).toBeNull();
  });

  test('follows no link', () => {
    const { memo, file } = kept();
    writeFileSync(`${file}.elsewhere`, readFileSync(file));
    unlinkSync(file);
    symlinkSync(`${file}.elsewhere`, file);
    expect(memo.recall('flake-check', KEY)).toBeNull();
  });

  test('keeps names of JavaScript objects as they are', () => {
    const value: unknown = JSON.parse('{"hosts":{"__proto__":"/nix/store/p.drv"}}');
    expect(JSON.stringify(kept(value).memo.recall('flake-check', KEY))).toBe(JSON.stringify(value));
  });

  test('drops the oldest beyond 512', () => {
    const { memo, file } = kept();
    utimesSync(file, 1, 1);
    for (let tree = 0; tree < 512; tree += 1) memo.remember('flake-check', { tree }, tree);
    expect(memo.recall('flake-check', KEY)).toBeNull();
    expect(memo.recall('flake-check', { tree: 0 })).toBe(0);
  });

  test('is silent where nothing can be written', () => {
    const memo = openMemoFolder('/proc/nowhere');
    memo.remember('flake-check', KEY, 1);
    expect(memo.recall('flake-check', KEY)).toBeNull();
  });
});
