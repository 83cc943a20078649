import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { WorkspacePool } from '../../src/git/workspace-pool.js';
import type { Workspace } from '../../src/git/workspace.js';
import {
  git,
  GIT_PATH,
  newRepository,
  opened,
  productGit,
  removeFolders,
  temporaryFolder,
  userEnvironment,
  valueOf,
  writeFiles,
} from '../support/git-repository.js';

afterAll(removeFolders);

interface Attack {
  root: string;
  workspace: Workspace;
  base: string;
  /** A script that leaves `marker` when anybody runs it. */
  script: string;
  marker: string;
}

async function attack(): Promise<Attack> {
  const root = newRepository({ 'a.nix': '1\n', 'd/b.nix': '1\n' });
  const repository = await opened(root);
  const product = productGit(GIT_PATH, { PATH: `.:${process.env['PATH'] ?? ''}` });
  const workspace = await new WorkspacePool(product, repository, join(temporaryFolder(), 'cache')).workspace('1');
  valueOf(await workspace.checkout(repository.head));
  const marker = join(temporaryFolder(), 'marker');
  const script = join(temporaryFolder(), 'script');
  writeFileSync(script, `#!/bin/sh\ntouch ${marker}\ncat\n`);
  chmodSync(script, 0o755);
  return { root, workspace, base: repository.head, script, marker };
}

/** Everything the runner does with a workspace after a step, and the beginning of the next one. */
async function goOn({ workspace, base }: Attack): Promise<void> {
  writeFiles(workspace.root, { 'a.nix': 'changed\n', 'x.evil': 'new\n' });
  valueOf(await workspace.changes());
  valueOf(await workspace.commit({ message: 'm', trailers: [], atMs: 1e12 }));
  valueOf(await workspace.checkout(base));
}

const HOOKS = [
  'pre-commit',
  'post-checkout',
  'post-index-change',
  'reference-transaction',
  'commit-msg',
  'post-commit',
];

const PLANTED: Record<string, (at: Attack) => void> = {
  'core.fsmonitor': ({ workspace, script }) => git(workspace.root, 'config', 'core.fsmonitor', script),
  'core.hooksPath': ({ workspace, script }) => {
    const hooks = join(temporaryFolder(), 'hooks');
    mkdirSync(hooks);
    for (const hook of HOOKS) symlinkSync(script, join(hooks, hook));
    git(workspace.root, 'config', 'core.hooksPath', hooks);
  },
  hooks: ({ workspace, script }) => {
    mkdirSync(join(workspace.root, '.git/hooks'));
    for (const hook of HOOKS) symlinkSync(script, join(workspace.root, '.git/hooks', hook));
  },
  'filters by .gitattributes': ({ workspace, script }) => {
    writeFiles(workspace.root, { '.gitattributes': '* filter=evil diff=evil merge=evil\n' });
    for (const key of ['filter.evil.clean', 'filter.evil.smudge', 'diff.evil.textconv', 'merge.evil.driver']) {
      git(workspace.root, 'config', key, script);
    }
  },
  'filters by info/attributes': ({ workspace, script }) => {
    writeFileSync(join(workspace.root, '.git/info/attributes'), '* filter=evil\n');
    git(workspace.root, 'config', 'filter.evil.clean', script);
    git(workspace.root, 'config', 'filter.evil.process', script);
  },
  'include.path': ({ workspace, script }) => {
    writeFiles(workspace.root, { evil: `[core]\n\tfsmonitor = ${script}\n` });
    git(workspace.root, 'config', 'include.path', join(workspace.root, 'evil'));
  },
  'gpg.program and editor': ({ workspace, script }) => {
    git(workspace.root, 'config', 'gpg.program', script);
    git(workspace.root, 'config', 'commit.gpgSign', 'true');
    git(workspace.root, 'config', 'core.editor', script);
  },
  'a .git file to a repository with fsmonitor': ({ workspace, script }) => {
    const evil = newRepository();
    git(evil, 'config', 'core.fsmonitor', script);
    rmSync(join(workspace.root, '.git'), { recursive: true });
    writeFileSync(join(workspace.root, '.git'), `gitdir: ${evil}/.git\n`);
  },
  'a git in the tree, with the tree on PATH': ({ workspace, script }) => {
    copyFileSync(script, join(workspace.root, 'git'));
  },
};

describe('a hostile workspace', () => {
  test.each(Object.keys(PLANTED))('executes nothing through %s', async (name) => {
    const at = await attack();
    PLANTED[name]?.(at);
    await goOn(at);
    expect(existsSync(at.marker)).toBe(false);
    expect(git(at.workspace.root, 'status', '--porcelain')).toBe('');
    expect(existsSync(at.marker)).toBe(false);
  });

  test('would have executed the fsmonitor with plain git', async () => {
    const at = await attack();
    PLANTED['core.fsmonitor']?.(at);
    execFileSync(GIT_PATH, ['status'], { cwd: at.workspace.root, env: userEnvironment(), stdio: 'ignore' });
    expect(existsSync(at.marker)).toBe(true);
  });

  test.each<[string, (workspace: string, victim: string) => void]>([
    ['a link', (root, victim) => symlinkSync(victim, join(root, '.git'))],
    ['a file', (root) => writeFileSync(join(root, '.git'), 'x')],
    ['nothing', () => undefined],
    ['an empty folder', (root) => mkdirSync(join(root, '.git'))],
  ])('gets its own .git back where it left %s', async (_name, replace) => {
    const at = await attack();
    const victim = temporaryFolder();
    writeFiles(victim, { HEAD: 'precious' });
    rmSync(join(at.workspace.root, '.git'), { recursive: true });
    replace(at.workspace.root, victim);
    valueOf(await at.workspace.checkout(at.base));
    expect(readdirSync(victim)).toEqual(['HEAD']);
    expect(readFileSync(join(victim, 'HEAD'), 'utf8')).toBe('precious');
    expect(lstatSync(join(at.workspace.root, '.git')).isDirectory()).toBe(true);
    expect(git(at.workspace.root, 'rev-parse', 'HEAD')).toBe(at.base);
  });

  test('gets its own .git back after locks and refs were left in it', async () => {
    const at = await attack();
    writeFileSync(join(at.workspace.root, '.git/index.lock'), '');
    writeFileSync(join(at.workspace.root, '.git/refs/heads/x'), at.base);
    valueOf(await at.workspace.changes());
    valueOf(await at.workspace.checkout(at.base));
    expect(readdirSync(join(at.workspace.root, '.git')).sort()).toEqual([
      'HEAD',
      'config',
      'index',
      'info',
      'objects',
      'refs',
    ]);
    expect(git(at.workspace.root, 'for-each-ref')).toBe('');
  });

  test('reaches no ref of the repository with its own git', async () => {
    const at = await attack();
    const before = git(at.root, 'for-each-ref');
    git(at.workspace.root, 'update-ref', 'refs/heads/main', at.base);
    git(at.workspace.root, 'commit', '-q', '--amend', '--allow-empty', '-m', 'rewritten');
    git(at.workspace.root, 'update-ref', 'refs/replace/' + at.base, 'HEAD');
    await goOn(at);
    expect(git(at.root, 'for-each-ref')).toBe(before);
  });
});
