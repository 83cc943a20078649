import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { cleanStale } from '../../src/git/clean-stale.js';
import type { Git } from '../../src/git/git.js';
import { landBranch } from '../../src/git/land-branch.js';
import { mergeInOrder, type Branch, type MergeOutcome } from '../../src/git/merge-in-order.js';
import { listReferences, referenceName, updateReferences } from '../../src/git/references.js';
import { revertRange, type RevertOutcome } from '../../src/git/revert-range.js';
import { openTrustedGit, type TrustedGit } from '../../src/git/trusted-git.js';
import {
  commitFiles,
  errorOf,
  git,
  newRepository,
  opened,
  productGit,
  removeFolders,
  temporaryFolder,
  valueOf,
  type Files,
} from '../support/git-repository.js';

afterAll(removeFolders);

interface Room {
  root: string;
  base: string;
  product: Git;
  trusted: TrustedGit;
}

async function room(files: Files = { a: '1\n', b: '1\n' }): Promise<Room> {
  const root = newRepository(files);
  const product = productGit();
  const trusted = await openTrustedGit(product, await opened(root), join(temporaryFolder(), 'cache'));
  return { root, base: git(root, 'rev-parse', 'HEAD'), product, trusted };
}

/** A commit on top of `base` that no branch points to. */
function branch({ root, base }: Room, name: string, files: Files): Branch {
  git(root, 'checkout', '-q', '--detach', base);
  const commit = commitFiles(root, files, name);
  git(root, 'checkout', '-q', 'main');
  return { name, commit };
}

async function merge(at: Room, branches: readonly Branch[]): Promise<MergeOutcome> {
  const { base } = at;
  const message = (one: Branch): string => `merge ${one.name}`;
  return valueOf(await mergeInOrder(at.trusted, { base, branches, message, trailers: [], atMs: 1e12 }));
}

describe('mergeInOrder', () => {
  test('joins what all branches changed, in the given order', async () => {
    const at = await room();
    const branches = [branch(at, 'x', { a: '2\n' }), branch(at, 'y', { c: '1\n' }), branch(at, 'z', { b: '2\n' })];
    const merged = await merge(at, branches);
    expect(merged.kind).toBe('merged');
    const commit = merged.kind === 'merged' ? merged.commit : '';
    expect(git(at.root, 'ls-tree', '--name-only', commit)).toBe('a\nb\nc');
    expect(git(at.root, 'log', '--first-parent', '--format=%s', commit)).toBe('merge z\nmerge y\nx\nfirst');
  });

  test('gives the same commit every time', async () => {
    const at = await room();
    const branches = [branch(at, 'x', { a: '2\n' }), branch(at, 'y', { c: '1\n' })];
    expect(await merge(at, branches)).toEqual(await merge(at, branches));
  });

  test('is a fast-forward when one branch changed anything', async () => {
    const at = await room();
    const only = branch(at, 'y', { c: '1\n' });
    const same = { name: 'x', commit: at.base };
    expect(await merge(at, [same, only, same])).toEqual({ kind: 'merged', commit: only.commit });
  });

  test('stays at the base when nobody changed anything', async () => {
    const at = await room();
    expect(await merge(at, [{ name: 'x', commit: at.base }])).toEqual({ kind: 'merged', commit: at.base });
  });

  test('names the later branch and the paths of a conflict', async () => {
    const at = await room();
    const first = branch(at, 'x', { a: 'x\n', 'odd\nname': 'x' });
    const second = branch(at, 'y', { a: 'y\n', 'odd\nname': 'y', c: '1' });
    expect(await merge(at, [first, second])).toEqual({
      kind: 'conflict',
      name: 'y',
      paths: ['a', 'odd\nname'],
      ours: first.commit,
      theirs: second.commit,
    });
  });

  test('runs no merge driver of the tree or the repository', async () => {
    const at = await room({ a: '1\n', '.gitattributes': '* merge=evil\n' });
    const marker = join(temporaryFolder(), 'marker');
    git(at.root, 'config', 'merge.evil.driver', `touch ${marker}`);
    const outcome = await merge(at, [branch(at, 'x', { a: 'x\n' }), branch(at, 'y', { a: 'y\n' })]);
    expect([outcome.kind, existsSync(marker)]).toEqual(['conflict', false]);
  });
});

describe('revertRange', () => {
  async function revert(at: Room, range: { head: string; from: string; to: string }): Promise<RevertOutcome> {
    return valueOf(await revertRange(at.trusted, { ...range, message: 'revert', trailers: [], atMs: 1e12 }));
  }

  test('takes the range back and keeps what came later', async () => {
    const at = await room();
    commitFiles(at.root, { a: '2\n' });
    const to = commitFiles(at.root, { c: '1\n' });
    const head = commitFiles(at.root, { b: 'later\n' });
    const outcome = await revert(at, { head, from: at.base, to });
    const commit = outcome.kind === 'reverted' ? outcome.commit : '';
    expect(git(at.root, 'diff', '--name-status', at.base, commit)).toBe('M\tb');
    expect(git(at.root, 'rev-parse', `${commit}^@`)).toBe(head);
  });

  test('names the paths that were changed again since', async () => {
    const at = await room();
    const to = commitFiles(at.root, { a: '2\n' });
    const head = commitFiles(at.root, { a: '3\n' });
    expect(await revert(at, { head, from: at.base, to })).toEqual({ kind: 'conflict', paths: ['a'] });
  });

  test('has nothing to do the second time', async () => {
    const at = await room();
    const to = commitFiles(at.root, { a: '2\n' });
    const head = commitFiles(at.root, { a: '1\n' });
    expect(await revert(at, { head, from: at.base, to })).toEqual({ kind: 'nothing' });
  });
});

describe('landBranch', () => {
  test('creates the branch and moves it forward', async () => {
    const at = await room();
    const first = branch(at, 'x', { a: '2\n' }).commit;
    expect(valueOf(await landBranch(at.product, at.trusted, { workflow: 'w', commit: first }))).toBe(
      'workflow-runner/w',
    );
    const next = branch({ ...at, base: first }, 'y', { a: '3\n' }).commit;
    expect(valueOf(await landBranch(at.product, at.trusted, { workflow: 'w', commit: next }))).toBe(
      'workflow-runner/w',
    );
    expect(git(at.root, 'rev-parse', 'workflow-runner/w')).toBe(next);
  });

  test('takes a numbered name rather than losing commits or moving a checked-out branch', async () => {
    const at = await room();
    const mine = branch(at, 'mine', { a: 'mine\n' }).commit;
    git(at.root, 'branch', 'workflow-runner/w', mine);
    git(at.root, 'checkout', '-q', '-b', 'workflow-runner/w-2');
    const commit = branch(at, 'x', { a: '2\n' }).commit;
    git(at.root, 'checkout', '-q', 'workflow-runner/w-2');
    expect(valueOf(await landBranch(at.product, at.trusted, { workflow: 'w', commit }))).toBe('workflow-runner/w-3');
    expect(git(at.root, 'rev-parse', 'workflow-runner/w')).toBe(mine);
  });

  test('fails when a branch has the name of the folder', async () => {
    const at = await room();
    git(at.root, 'branch', 'workflow-runner');
    const answer = await landBranch(at.product, at.trusted, { workflow: 'w', commit: at.base });
    expect(errorOf(answer)).toMatchObject({ reason: 'command-failed' });
  });
});

describe('updateReferences', () => {
  test('writes and deletes several refs at once', async () => {
    const at = await room();
    const { repository } = at.trusted;
    const [one, two] = [referenceName('run-1', 'a'), referenceName('run-1', 'b')];
    valueOf(
      await updateReferences(at.product, repository, [
        { name: one, to: at.base, from: null },
        { name: two, to: at.base },
      ]),
    );
    valueOf(await updateReferences(at.product, repository, [{ name: two, to: null }]));
    const found = valueOf(await listReferences(at.product, repository, 'refs/workflow-runner/run-1'));
    expect([...found]).toEqual([[one, at.base]]);
  });

  test('changes none of them when one is not as expected', async () => {
    const at = await room();
    const { repository } = at.trusted;
    const updates = [
      { name: referenceName('r', 'a'), to: at.base, from: null },
      { name: 'refs/heads/main', to: at.base, from: null },
    ];
    expect(errorOf(await updateReferences(at.product, repository, updates)).reason).toBe('command-failed');
    expect(valueOf(await listReferences(at.product, repository, 'refs/workflow-runner')).size).toBe(0);
  });

  test('makes every run and step name a valid ref', () => {
    for (const name of ['--flag', 'a..b', 'x@{1}', 'a\nb', '.lock', 'x'.repeat(300), '', 'ü']) {
      expect(git('/', 'check-ref-format', referenceName('run', name))).toBe('');
    }
  });
});

describe('cleanStale', () => {
  test('removes locks where only the runner works, and no other file', async () => {
    const at = await room();
    const { repository } = at.trusted;
    const cacheDir = temporaryFolder();
    const ours = join(repository.commonDir, 'refs/workflow-runner/r/a.lock');
    mkdirSync(join(repository.commonDir, 'refs/workflow-runner/r'), { recursive: true });
    mkdirSync(join(cacheDir, 'trusted/1'), { recursive: true });
    const victim = temporaryFolder();
    for (const path of [
      ours,
      join(cacheDir, 'trusted/1/index.lock'),
      join(victim, 'x.lock'),
      join(repository.gitDir, 'index.lock'),
    ]) {
      writeFileSync(path, '');
    }
    symlinkSync(victim, join(cacheDir, 'trusted/link'));
    expect(await cleanStale(repository, cacheDir)).toEqual([join(cacheDir, 'trusted/1/index.lock'), ours].sort());
    expect(
      [ours, join(victim, 'x.lock'), join(repository.gitDir, 'index.lock')].map((path) => existsSync(path)),
    ).toEqual([false, true, true]);
  });
});
