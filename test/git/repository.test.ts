import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { addExclude } from '../../src/git/exclude.js';
import { dirtyPaths, openRepository, readHead } from '../../src/git/repository.js';
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
  writeFiles,
} from '../support/git-repository.js';

afterAll(removeFolders);
const product = productGit();

describe('openRepository', () => {
  test('names root, HEAD and branch from a folder below the root', async () => {
    const root = newRepository();
    const repository = valueOf(await openRepository(join(root, 'modules'), product));
    expect(repository).toEqual({
      root,
      gitDir: join(root, '.git'),
      commonDir: join(root, '.git'),
      objectsDir: join(root, '.git', 'objects'),
      head: git(root, 'rev-parse', 'HEAD'),
      branch: 'refs/heads/main',
      objectFormat: 'sha1',
      shallow: false,
    });
  });

  test('has no branch when HEAD is detached', async () => {
    const root = newRepository();
    git(root, 'checkout', '-q', '--detach');
    expect((await opened(root)).branch).toBeNull();
  });

  test('tells the git directory of a linked worktree from the common one', async () => {
    const root = newRepository();
    const linked = join(temporaryFolder(), 'linked');
    git(root, 'worktree', 'add', '-q', linked, '-b', 'side');
    const repository = await opened(linked);
    expect(repository.root).toBe(linked);
    expect(repository.gitDir).toBe(join(root, '.git', 'worktrees', 'linked'));
    expect(repository.commonDir).toBe(join(root, '.git'));
  });

  test('reads a shallow detached clone', async () => {
    const root = newRepository();
    commitFiles(root, { 'a.nix': '2\n' });
    const clone = join(temporaryFolder(), 'clone');
    git(root, 'clone', '-q', '--depth', '1', `file://${root}`, clone);
    git(clone, 'checkout', '-q', '--detach');
    const repository = await opened(clone);
    expect(repository).toMatchObject({ shallow: true, branch: null, head: git(root, 'rev-parse', 'HEAD') });
  });

  test('reads a folder with a newline in its name', async () => {
    const root = join(temporaryFolder(), 'odd\nname');
    mkdirSync(root);
    git(root, 'init', '-q');
    commitFiles(root, { a: '1' });
    expect((await opened(root)).root).toBe(root);
  });

  test('reads a repository with SHA-256 objects', async () => {
    const root = join(temporaryFolder(), 'sha256');
    mkdirSync(root);
    git(root, 'init', '-q', '--object-format=sha256');
    commitFiles(root, { a: '1' });
    expect((await opened(root)).objectFormat).toBe('sha256');
  });

  test.each([
    ['not-a-repository', () => temporaryFolder()],
    [
      'bare-repository',
      () => {
        const folder = temporaryFolder();
        git(folder, 'init', '-q', '--bare');
        return folder;
      },
    ],
    [
      'no-commits',
      () => {
        const folder = temporaryFolder();
        git(folder, 'init', '-q');
        return folder;
      },
    ],
    ['inside-git-directory', () => join(newRepository(), '.git')],
  ])('says %s and what to do', async (code, make) => {
    const problem = errorOf(await openRepository(make(), product));
    expect(problem).toMatchObject({ code, exitCode: 2 });
    expect(problem.help).not.toBe('');
  });

  test('says that git is missing', async () => {
    const problem = errorOf(await openRepository(newRepository(), productGit('/nonexistent/git')));
    expect(problem.code).toBe('git-missing');
  });
});

describe('dirtyPaths', () => {
  test('names staged and unstaged changes, whatever their names are', async () => {
    const root = newRepository({ 'a.nix': '1', 'with space\nand "line"': '1', 'ü.nix': '1', same: '1' });
    writeFiles(root, { 'with space\nand "line"': '2', 'ü.nix': '2' });
    git(root, 'rm', '-q', '--cached', 'a.nix');
    expect(valueOf(await dirtyPaths(product, await opened(root)))).toEqual([
      'a.nix',
      'with space\nand "line"',
      'ü.nix',
    ]);
  });

  test('leaves untracked files out', async () => {
    const root = newRepository();
    writeFiles(root, { 'new.nix': '1', '.claude/workflows/x/state.json': '{}' });
    expect(valueOf(await dirtyPaths(product, await opened(root)))).toEqual([]);
  });

  test('leaves the index byte-identical although its times are old', async () => {
    const root = newRepository();
    writeFileSync(join(root, 'a.nix'), '1\n');
    const before = readFileSync(join(root, '.git', 'index'));
    await dirtyPaths(product, await opened(root));
    expect(readFileSync(join(root, '.git', 'index')).equals(before)).toBe(true);
  });

  test('runs no fsmonitor of the repository', async () => {
    const root = newRepository();
    const marker = join(temporaryFolder(), 'marker');
    const script = join(temporaryFolder(), 'monitor');
    writeFileSync(script, `#!/bin/sh\ntouch ${marker}\n`);
    chmodSync(script, 0o755);
    git(root, 'config', 'core.fsmonitor', script);
    await dirtyPaths(product, await opened(root));
    expect(() => readFileSync(marker)).toThrow();
    git(root, 'status');
    expect(readFileSync(marker, 'utf8')).toBe('');
  });
});

describe('readHead', () => {
  test('follows a new commit', async () => {
    const root = newRepository();
    const repository = await opened(root);
    const commit = commitFiles(root, { 'a.nix': '2' });
    expect(valueOf(await readHead(product, repository))).toEqual({ commit, branch: 'refs/heads/main' });
  });
});

describe('addExclude', () => {
  test('hides the state folders of workflows and keeps what was there', async () => {
    const root = newRepository();
    writeFileSync(join(root, '.git', 'info', 'exclude'), 'mine');
    await addExclude(await opened(root));
    writeFiles(root, { '.claude/workflows/x/state.json': '{}', mine: '', 'other.nix': '' });
    expect(git(root, 'status', '--porcelain', '-uall')).toBe('?? other.nix');
  });

  test('changes nothing the second time', async () => {
    const repository = await opened(newRepository());
    expect(await addExclude(repository)).toBe(true);
    const once = readFileSync(join(repository.commonDir, 'info', 'exclude'));
    expect(await addExclude(repository)).toBe(false);
    expect(readFileSync(join(repository.commonDir, 'info', 'exclude'))).toEqual(once);
  });

  test('keeps workflow files visible', async () => {
    const root = newRepository();
    await addExclude(await opened(root));
    writeFiles(root, { '.claude/workflows/x.yaml': '' });
    expect(git(root, 'status', '--porcelain', '-uall')).toBe('?? .claude/workflows/x.yaml');
  });
});
