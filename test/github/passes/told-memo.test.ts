import { expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyDigest, openMemoFolder, type MemoKey } from '../../../src/files/memo-folder.js';
import { toldMemo, type ToldMemo } from '../../../src/github/passes/told-memo.js';

const KEY: MemoKey = { tree: 'a1' };
const TOLD = { by: 'another job' };

function told(): { memo: ToldMemo; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'told-'));
  const memo = toldMemo(openMemoFolder(folder));
  memo.tell(new Map([[keyDigest(KEY), JSON.stringify(TOLD)]]));
  return { memo, folder };
}

test('what is told is recalled, as not one’s own, and nothing of it is written', () => {
  const { memo, folder } = told();
  expect([memo.recall('flake-check', KEY), memo.isOwn('flake-check', KEY)]).toEqual([TOLD, false]);
  expect([memo.own.size, readdirSync(folder)]).toEqual([0, []]);
});

test('what is told is no answer to another key or kind', () => {
  const { memo } = told();
  expect([memo.recall('flake-check', { tree: 'a2' }), memo.recall('derivations', KEY)]).toEqual([null, null]);
});

test('what this process has found out counts more, and is what others are told; of other kinds they are told nothing', () => {
  const { memo } = told();
  memo.remember('flake-check', KEY, { by: 'us' });
  memo.remember('derivations', { tree: 'a2' }, {});
  expect([memo.recall('flake-check', KEY), memo.isOwn('flake-check', KEY)]).toEqual([{ by: 'us' }, true]);
  expect([...memo.own]).toEqual([[keyDigest(KEY), '{"by":"us"}']]);
});
