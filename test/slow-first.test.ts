import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';

test('the files that are said to take longest are there', () => {
  const list = readFileSync('test/slow-first.mjs', 'utf8').matchAll(/^ {2}'(.+)',$/gm);
  const names = [...list].map(([, name = '']) => name);
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !existsSync(`test/${name}.test.ts`))).toEqual([]);
});
