import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { MOST_LIST_BYTES, passListText, readPassList } from '../../../src/github/passes/pass-list.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const ID = sha256('a key');
const PASS = JSON.stringify({ hosts: { atlas: '/nix/store/x-atlas.drv' }, warnings: [], at: 1, run: 'run-1' });
const lineOf = (json: string, id = ID): string => `${id} ${sha256(json)} ${json}\n`;

/** A pass of about that many characters. */
const long = (length: number): string =>
  JSON.stringify({ hosts: { atlas: `/nix/store/${'x'.repeat(length)}.drv` }, warnings: [], at: 1, run: null });

test('what is written is read again, in its order', () => {
  const passes = new Map([
    [sha256('b'), PASS],
    [ID, PASS],
  ]);
  expect([...readPassList(passListText(passes))]).toEqual([...passes]);
});

describe('a line is left out', () => {
  test.each<[string, string]>([
    ['that is cut off', lineOf(PASS).slice(0, -10)],
    ['with another digest', lineOf(PASS).replace('atlas', 'orion')],
    ['of something that is no digest', lineOf(PASS, '../../../../etc/passwd')],
    ['that is no pass', lineOf('{"hosts":{}}')],
    ['with a derivation map', lineOf('{"hosts":{"atlas":{"drvPath":"/nix/store/x.drv"}},"checks":{}}')],
    ['that is no JSON', lineOf('{')],
    ['of nothing', lineOf('null')],
    ['that is nested without end', lineOf('['.repeat(100_000))],
    ['that is larger than a pass', lineOf(long(130 * 1024))],
    ['that is not of ours', 'x\0\n'],
  ])('%s', (_, line) => {
    expect([...readPassList(`${line}${lineOf(PASS, sha256('next'))}`).keys()].filter((id) => id === ID)).toEqual([]);
  });
});

test('a bad line does not hide those beside it', () => {
  expect(readPassList(`x\n${lineOf(PASS)}y\n`).size).toBe(1);
});

test('what is written has at most a MiB and 256 lines, the first ones', () => {
  const ids = Array.from({ length: 300 }, (_, index) => sha256(String(index)));
  const many = passListText(new Map(ids.map((id) => [id, PASS])));
  expect([...readPassList(many).keys()]).toEqual(ids.slice(0, 256));
  const large = passListText(new Map(ids.map((id) => [id, long(60 * 1024)])));
  expect(Buffer.byteLength(large)).toBeLessThanOrEqual(MOST_LIST_BYTES);
  expect([...readPassList(large).keys()]).toEqual(ids.slice(0, 17));
});
