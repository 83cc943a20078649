import { describe, expect, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitDiffs, type CommitDiff } from '../../src/git/commit-diffs.js';
import { findGit } from '../../src/commands/run-tools.js';
import { openRepository } from '../../src/git/repository.js';
import { runProcess } from '../../src/process/spawn.js';
import { git, newRepository } from '../support/git-repository.js';

const commit = (root: string, files: Readonly<Record<string, string | Buffer>>): string => {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  git(root, 'add', '-A');
  git(root, 'commit', '--allow-empty', '-qm', 'change');
  return git(root, 'rev-parse', 'HEAD').trim();
};

const ask = async (
  root: string,
  pairs: readonly (readonly [string, string])[],
  maxPatch = 10_000,
): Promise<(CommitDiff | null)[]> => {
  const found = findGit({ env: process.env, runProcess });
  if (!found.ok) throw new Error(found.error.message);
  const repository = await openRepository(root, found.value);
  if (!repository.ok) throw new Error(repository.error.message);
  const limits = { maxPatch, maxLines: 100 };
  const diffs = await commitDiffs(
    { git: found.value, repository: repository.value },
    pairs.map(([from, to]) => ({ from, to })),
    limits,
  );
  if (!diffs.ok) throw new Error(diffs.error.reason);
  return diffs.value;
};

describe('the changes of many pairs of commits', () => {
  test('come in the order asked, nothing for a pair without changes, also over several commits and twice', async () => {
    const root = newRepository({ 'a.txt': 'one\n' });
    const first = git(root, 'rev-parse', 'HEAD').trim();
    const second = commit(root, { 'a.txt': 'two\n' });
    const third = commit(root, { 'b.bin': Buffer.from([0, 1, 2]) });
    const same = commit(root, {});
    const diffs = await ask(root, [
      [first, third],
      [third, same],
      [first, second],
      [first, second],
    ]);
    expect(diffs.map((diff) => diff?.files ?? null)).toEqual([
      [
        { path: 'a.txt', added: 1, removed: 1 },
        { path: 'b.bin', added: null, removed: null },
      ],
      null,
      [{ path: 'a.txt', added: 1, removed: 1 }],
      [{ path: 'a.txt', added: 1, removed: 1 }],
    ]);
    expect(diffs[2]?.patch).toContain('\n-one\n+two');
    expect(diffs[3]?.patch).toBe(diffs[2]?.patch);
  });

  test('cannot be led astray by a file whose lines are names of commits', async () => {
    const root = newRepository({ 'a.txt': 'one\n' });
    const first = git(root, 'rev-parse', 'HEAD').trim();
    const second = commit(root, { 'b.txt': 'x\n' });
    const third = commit(root, { 'a.txt': `${second}\n${first}\n`, [`d/${second}`]: second });
    const [one, two] = await ask(root, [
      [first, third],
      [first, second],
    ]);
    expect([one?.files.length, two?.files.length]).toEqual([3, 1]);
    expect(two?.patch).toContain('+x');
  });

  test('are cut at the end of a line; a change of too many lines has its files only', async () => {
    const root = newRepository({ 'a.txt': 'one\n' });
    const first = git(root, 'rev-parse', 'HEAD').trim();
    const long = commit(root, { 'a.txt': 'line\n'.repeat(50) });
    const longer = commit(root, { 'b.txt': 'line\n'.repeat(200) });
    const [cut, none] = await ask(
      root,
      [
        [first, long],
        [long, longer],
      ],
      200,
    );
    expect([cut?.isCut, (cut?.patch.length ?? 0) <= 200, cut?.patch.endsWith('\n+line')]).toEqual([true, true, true]);
    expect([none?.isCut, none?.patch, none?.files]).toEqual([true, '', [{ path: 'b.txt', added: 200, removed: 0 }]]);
  });

  test('do not run what the repository configures: no textconv, no external diff', async () => {
    const root = newRepository({ 'a.txt': 'one\n', '.gitattributes': '*.txt diff=evil\n' });
    git(root, 'config', 'diff.evil.textconv', `touch ${join(root, 'ran')}; cat`);
    git(root, 'config', 'diff.external', `touch ${join(root, 'ran')}`);
    const first = git(root, 'rev-parse', 'HEAD').trim();
    const second = commit(root, { 'a.txt': 'two\n' });
    const [diff] = await ask(root, [[first, second]]);
    expect(diff?.patch).toContain('+two');
    expect(git(root, 'status', '--porcelain')).toBe('');
  });
});
