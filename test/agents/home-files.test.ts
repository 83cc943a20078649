import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeFileBelow } from '../../src/agents/home-files.js';
import { bringSession } from '../../src/agents/session-file.js';

/* The runner writes into HOME folders that hostile agents have worked in: nothing may lead it out of them. */

let root: string;
const home = (...parts: string[]): string => join(root, 'home', ...parts);
const outside = (...parts: string[]): string => join(root, 'outside', ...parts);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'home-files-'));
  mkdirSync(home());
  mkdirSync(outside());
  writeFileSync(outside('.bashrc'), 'mine\n');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('writeFileBelow', () => {
  test('writes where nothing is yet, for nobody else to read', async () => {
    await writeFileBelow(home(), 'a/b/c.json', 'text');
    expect([readFileSync(home('a/b/c.json'), 'utf8'), lstatSync(home('a/b/c.json')).mode & 0o777]).toEqual([
      'text',
      0o600,
    ]);
  });

  test('replaces a link in place of the file, and leaves what it leads to alone', async () => {
    mkdirSync(home('a'));
    symlinkSync(outside('.bashrc'), home('a/c.json'));
    await writeFileBelow(home(), 'a/c.json', 'text');
    expect([readFileSync(outside('.bashrc'), 'utf8'), readFileSync(home('a/c.json'), 'utf8')]).toEqual([
      'mine\n',
      'text',
    ]);
  });

  test.each(['a', 'a/b'])('replaces a link in place of the folder %s', async (link) => {
    if (link === 'a/b') mkdirSync(home('a'));
    symlinkSync(outside(), home(link));
    await writeFileBelow(home(), 'a/b/c.json', 'text');
    expect([readdirSync(outside()), readFileSync(home('a/b/c.json'), 'utf8')]).toEqual([['.bashrc'], 'text']);
  });

  test('replaces a file in place of a folder, and a folder in place of the file', async () => {
    writeFileSync(home('a'), 'x');
    mkdirSync(home('d/e'), { recursive: true });
    await writeFileBelow(home(), 'a/c', 'one');
    await writeFileBelow(home(), 'd', 'two');
    expect([readFileSync(home('a/c'), 'utf8'), readFileSync(home('d'), 'utf8')]).toEqual(['one', 'two']);
  });
});

describe('bringSession', () => {
  const place = { id: 'id-1', file: 'projects/now/id-1.jsonl' };

  test('finds the conversation beside the place where it is looked for, and puts it there', async () => {
    mkdirSync(home('projects/before'), { recursive: true });
    writeFileSync(home('projects/before/id-1.jsonl'), 'history');
    expect(await bringSession(home(), place, false)).toBe(true);
    expect(readFileSync(home('projects/now/id-1.jsonl'), 'utf8')).toBe('history');
  });

  test('puts nothing where a planted link leads', async () => {
    mkdirSync(home('projects/before'), { recursive: true });
    writeFileSync(home('projects/before/id-1.jsonl'), 'history');
    symlinkSync(outside(), home('projects/now'));
    expect(await bringSession(home(), place, false)).toBe(true);
    expect([readdirSync(outside()), readFileSync(home('projects/now/id-1.jsonl'), 'utf8')]).toEqual([
      ['.bashrc'],
      'history',
    ]);
  });

  test('takes no link for the conversation', async () => {
    mkdirSync(home('projects/now'), { recursive: true });
    symlinkSync(outside('.bashrc'), home('projects/now/id-1.jsonl'));
    expect(await bringSession(home(), place, false)).toBe(false);
  });

  test('says that a conversation is lost', async () => {
    expect([await bringSession(home(), place, false), existsSync(home('projects'))]).toEqual([false, false]);
  });
});
