import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bringSession, findSession } from '../../src/agents/session-file.js';

const folders: string[] = [];
let home: string;
let outside: string;

const folder = (name: string): string => {
  const made = realpathSync(mkdtempSync(join(tmpdir(), `workflow-runner-${name}-`)));
  folders.push(made);
  return made;
};

beforeEach(() => {
  home = folder('home');
  outside = folder('outside');
});

afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

const id = '6253c0de';
const fileIn = (workspace: string): string => `.claude/projects/${workspace}/${id}.jsonl`;
const wanted = { id, file: fileIn('now') };

/** `age` in seconds. */
function put(path: string, text: string, age = 0): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
  const at = 1_700_000_000 - age;
  utimesSync(join(home, path), at, at);
}

const brought = async (): Promise<string | null> =>
  (await bringSession(home, wanted, false)) ? readFileSync(join(home, wanted.file), 'utf8') : null;

describe('the file of a conversation', () => {
  test('stays where it is when the workspace is the same', async () => {
    put(wanted.file, 'said');
    expect(await brought()).toBe('said');
  });

  test('comes from the folder of the workspace before', async () => {
    put(fileIn('before'), 'said');
    expect(await brought()).toBe('said');
  });

  test('is the newest: an attempt in a workspace that an earlier one had does not go on from what was said then', async () => {
    put(wanted.file, 'first attempt', 20);
    put(fileIn('between'), 'first and second attempt', 10);
    put(fileIn('elsewhere'), 'copied before that', 15);
    expect(await brought()).toBe('first and second attempt');
  });

  test('is lost when it is larger than any conversation: its copy could fill the disk', async () => {
    put(fileIn('before'), '');
    truncateSync(join(home, fileIn('before')), 1e12);
    expect(await brought()).toBeNull();
  });

  test('is lost when only others are there', async () => {
    put('.claude/projects/now/other.jsonl', 'not this one');
    expect([await brought(), await findSession(home, wanted)]).toEqual([null, null]);
  });

  test('that is not named after it is looked for in its own folder alone', async () => {
    put('.copilot/session-state/other/events.jsonl', 'not this one');
    const place = { id, file: `.copilot/session-state/${id}/events.jsonl` };
    expect(await findSession(home, place)).toBeNull();
    put(place.file, 'this one', 99);
    expect(await findSession(home, place)).toBe(join(home, place.file));
  });

  test.each([
    ['in its place', () => symlinkSync(join(outside, 'secret'), join(home, fileIn('before')))],
    ['in the place of its folder', () => symlinkSync(outside, join(home, '.claude/projects/before2'))],
  ])('is never what a link leads to: %s', async (_where, link) => {
    writeFileSync(join(outside, 'secret'), 'of the user');
    writeFileSync(join(outside, `${id}.jsonl`), 'of the user');
    mkdirSync(join(home, '.claude/projects/before'), { recursive: true });
    link();
    expect([await brought(), existsSync(join(home, wanted.file))]).toEqual([null, false]);
  });

  test('is not read through a link in the place of a folder above', async () => {
    mkdirSync(join(outside, 'now'));
    writeFileSync(join(outside, 'now', `${id}.jsonl`), 'of the user');
    mkdirSync(join(home, '.claude'));
    symlinkSync(outside, join(home, '.claude/projects'));
    expect([await brought(), await findSession(home, wanted)]).toEqual([null, null]);
  });

  test('is not written through links: neither one in its place nor one in the place of its folder', async () => {
    put(fileIn('before'), 'said');
    writeFileSync(join(outside, 'mine'), 'mine');
    mkdirSync(dirname(join(home, wanted.file)), { recursive: true });
    symlinkSync(join(outside, 'mine'), join(home, wanted.file));
    expect([await brought(), readFileSync(join(outside, 'mine'), 'utf8')]).toEqual(['said', 'mine']);
    expect(lstatSync(join(home, wanted.file)).isFile()).toBe(true);

    rmSync(dirname(join(home, wanted.file)), { recursive: true });
    symlinkSync(outside, dirname(join(home, wanted.file)));
    expect([await brought(), existsSync(join(outside, `${id}.jsonl`))]).toEqual(['said', false]);
  });
});

describe('a conversation whose file is not known', () => {
  test.each([
    ['is taken to be there in a HOME that was used', 'state', true, true],
    ['is lost in a fresh HOME: that of another machine', 'tmp', true, false],
    ['is lost where a backend has none', 'state', false, false],
  ])('%s', async (_what, name, unknown, there) => {
    mkdirSync(join(home, name));
    expect(await bringSession(home, { id, file: null }, unknown)).toBe(there);
  });
});
