import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { WorkspacePool } from '../../src/git/workspace-pool.js';
import {
  git,
  GIT_PATH,
  opened,
  productGit,
  removeFolders,
  temporaryFolder,
  userEnvironment,
  valueOf,
} from '../support/git-repository.js';

afterAll(removeFolders);

const FILES = 50_000;

test('a checkout, a change and a commit work on 50,000 files', async () => {
  const root = join(temporaryFolder(), 'repository');
  mkdirSync(root);
  git(root, 'init', '-q', '-b', 'main');
  const lines = ['commit refs/heads/main', 'committer A <a@example.org> 1 +0000', 'data 0'];
  for (let at = 0; at < FILES; at += 1) lines.push(`M 644 inline d${at % 500}/f${at}`, 'data 2', String(at % 10));
  execFileSync(GIT_PATH, ['fast-import', '--quiet'], {
    cwd: root,
    env: userEnvironment(),
    input: `${lines.join('\n')}\n`,
  });
  const repository = await opened(root);
  const workspace = await new WorkspacePool(productGit(), repository, join(temporaryFolder(), 'cache')).workspace('1');
  valueOf(await workspace.checkout(repository.head));
  expect(valueOf(await workspace.changes())).toEqual([]);
  writeFileSync(join(workspace.root, 'd7/new'), '1');
  rmSync(join(workspace.root, 'd7/f7'));
  const { commit } = valueOf(await workspace.commit({ message: 'm', trailers: [], atMs: 1e12 }));
  expect(git(root, 'diff', '--name-status', repository.head, commit)).toBe('D\td7/f7\nA\td7/new');
}, 120_000);
