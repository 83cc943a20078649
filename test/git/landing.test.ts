import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Git } from '../../src/git/git.js';
import { land, type LandingGit } from '../../src/git/landing.js';
import { recoverLanding } from '../../src/git/recover-landing.js';
import { openTrustedGit } from '../../src/git/trusted-git.js';
import type { RunProcess } from '../../src/process/process.js';
import { runProcess } from '../../src/process/spawn.js';
import {
  commitFiles,
  errorOf,
  git,
  GIT_PATH,
  newRepository,
  opened,
  productGit,
  removeFolders,
  temporaryFolder,
  valueOf,
  writeFiles,
  type Files,
} from '../support/git-repository.js';

afterAll(removeFolders);

interface Room extends LandingGit {
  root: string;
  from: string;
  to: string;
}

/** A checkout at `from`, and a commit `to` on top of it that no ref of the checkout knows. */
async function room(before: Files, change: (root: string) => void): Promise<Room> {
  const root = newRepository(before);
  const from = git(root, 'rev-parse', 'HEAD');
  change(root);
  const to = commitFiles(root, {}, 'result');
  git(root, 'reset', '-q', '--hard', from);
  const product = productGit();
  const trusted = await openTrustedGit(product, await opened(root), join(temporaryFolder(), 'cache'));
  return { root, from, to, git: product, trusted };
}

const request = ({ from, to }: Room): { from: string; to: string; startedAtMs: number; reason: string } => ({
  from,
  to,
  startedAtMs: Date.now(),
  reason: 'workflow-runner: land run-1',
});

const simple = async (): Promise<Room> =>
  await room({ 'a.nix': '1\n', 'gone.nix': '1\n', keep: '1\n' }, (root) => {
    writeFiles(root, { 'a.nix': '2\n', 'deep/new.nix': 'new\n' });
    rmSync(join(root, 'gone.nix'));
  });

const status = (root: string): string => git(root, 'status', '--porcelain', '-uall');
const head = (root: string): string => git(root, 'rev-parse', 'HEAD');

describe('land', () => {
  test('moves branch, index and files to the result', async () => {
    const at = await simple();
    expect(valueOf(await land(at, request(at)))).toEqual({ kind: 'landed' });
    expect([head(at.root), git(at.root, 'symbolic-ref', 'HEAD'), status(at.root)]).toEqual([
      at.to,
      'refs/heads/main',
      '',
    ]);
    expect(git(at.root, 'reflog', '-1', '--format=%gs')).toBe('workflow-runner: land run-1');
  });

  test('moves a detached HEAD', async () => {
    const at = await simple();
    git(at.root, 'checkout', '-q', '--detach');
    expect(valueOf(await land(at, request(at)))).toEqual({ kind: 'landed' });
    expect([head(at.root), git(at.root, 'rev-parse', 'main'), status(at.root)]).toEqual([at.to, at.from, '']);
  });

  test('keeps other dirty files, staged and unstaged', async () => {
    const at = await simple();
    writeFiles(at.root, { keep: 'mine\n', untracked: 'mine\n', staged: 's\n' });
    git(at.root, 'add', 'staged');
    expect(valueOf(await land(at, request(at)))).toEqual({ kind: 'landed' });
    expect(status(at.root)).toBe(' M keep\nA  staged\n?? untracked');
  });

  test.each<[string, (root: string) => void, string]>([
    ['a changed file', (root) => writeFiles(root, { 'a.nix': 'mine\n' }), 'a.nix'],
    ['a deleted file', (root) => rmSync(join(root, 'a.nix')), 'a.nix'],
    ['an untracked file', (root) => writeFiles(root, { 'deep/new.nix': 'mine\n' }), 'deep/new.nix'],
    [
      'an ignored file',
      (root) => {
        writeFiles(root, { 'deep/new.nix': 'mine\n' });
        writeFileSync(join(root, '.git/info/exclude'), 'deep\n');
      },
      'deep/new.nix',
    ],
    ['a file where a folder must be', (root) => writeFiles(root, { deep: 'mine\n' }), 'deep'],
    ['a link where a folder must be', (root) => symlinkSync('/tmp', join(root, 'deep')), 'deep'],
    ['files in a folder where a file must be', (root) => writeFiles(root, { 'deep/new.nix/x': '' }), 'deep/new.nix/x'],
  ])('refuses to overwrite %s and changes nothing', async (_name, spoil, path) => {
    const at = await simple();
    spoil(at.root);
    const before = status(at.root);
    expect(valueOf(await land(at, request(at)))).toEqual({ kind: 'dirty-paths', paths: [path] });
    expect([head(at.root), status(at.root)]).toEqual([at.from, before]);
  });

  test('says where HEAD is when it moved', async () => {
    const at = await simple();
    const moved = commitFiles(at.root, { other: '1' });
    expect(valueOf(await land(at, request(at)))).toEqual({ kind: 'base-moved', head: moved });
    expect(head(at.root)).toBe(moved);
  });

  test('applies the line endings the user asked for', async () => {
    const at = await simple();
    git(at.root, 'config', 'core.autocrlf', 'true');
    expect(valueOf(await land(at, request(at)))).toEqual({ kind: 'landed' });
    expect(readFileSync(join(at.root, 'deep/new.nix'), 'utf8')).toBe('new\r\n');
    expect(status(at.root)).toBe('');
  });

  test('runs no hooks', async () => {
    const at = await simple();
    const marker = join(temporaryFolder(), 'marker');
    for (const hook of ['post-checkout', 'post-merge', 'post-index-change', 'reference-transaction']) {
      writeFileSync(join(at.root, '.git/hooks', hook), `#!/bin/sh\ntouch ${marker}\n`);
      chmodSync(join(at.root, '.git/hooks', hook), 0o755);
    }
    valueOf(await land(at, request(at)));
    expect(existsSync(marker)).toBe(false);
    git(at.root, 'commit', '-q', '--allow-empty', '-m', 'x');
    expect(existsSync(marker)).toBe(true);
  });

  test('lands in a linked worktree only there', async () => {
    const at = await simple();
    const linked = join(temporaryFolder(), 'linked');
    git(at.root, 'worktree', 'add', '-q', linked, '-b', 'side', at.from);
    const trusted = await openTrustedGit(at.git, await opened(linked), join(temporaryFolder(), 'cache'));
    expect(valueOf(await land({ git: at.git, trusted }, request(at)))).toEqual({ kind: 'landed' });
    expect([head(linked), status(linked), head(at.root), status(at.root)]).toEqual([at.to, '', at.from, '']);
  });

  test('takes everything back when git fails on the way', async () => {
    const at = await simple();
    mkdirSync(join(at.root, '.git/refs/heads/main.lock'));
    const old = new Date(Date.now() - 60_000);
    utimesSync(join(at.root, '.git/refs/heads/main.lock'), old, old);
    const outcome = valueOf(await land(at, request(at)));
    expect(outcome).toMatchObject({ kind: 'stuck', recovery: { kind: 'locked' } });
    rmSync(join(at.root, '.git/refs/heads/main.lock'), { recursive: true });
    expect(valueOf(await recoverLanding(at, request(at)))).toEqual({ kind: 'undone' });
    expect([head(at.root), status(at.root)]).toEqual([at.from, '']);
  });
});

describe('recoverLanding', () => {
  /** Swaps of every kind, names that look like options, executables, links. */
  const swaps = async (): Promise<Room> =>
    await room(
      {
        'file-to-folder': '1\n',
        'folder-to-file/x': '1\n',
        'folder-to-link/x': '1\n',
        a: 'old\n',
        '--flag': 'old\n',
        t: '1',
      },
      (root) => {
        for (const path of ['file-to-folder', 'folder-to-file', 'folder-to-link']) {
          rmSync(join(root, path), { recursive: true });
        }
        writeFiles(root, {
          'file-to-folder/x': '1\n',
          'folder-to-file': '1\n',
          a: 'new\n',
          '--flag': 'new\n',
          'ü\n': 'x',
        });
        symlinkSync('t', join(root, 'folder-to-link'));
        symlinkSync('a', join(root, 'new-link'));
        chmodSync(join(root, 't'), 0o755);
      },
    );

  test('leaves a completed landing alone', async () => {
    const at = await swaps();
    valueOf(await land(at, request(at)));
    expect(valueOf(await recoverLanding(at, request(at)))).toEqual({ kind: 'landed' });
    expect([head(at.root), status(at.root)]).toEqual([at.to, '']);
  });

  test('undoes files that are new, old, missing or half-written, and clears our lock', async () => {
    const at = await swaps();
    const started = request(at);
    rmSync(join(at.root, 'a'));
    writeFiles(at.root, { '--flag': 'ne', '.git/index.lock': '' });
    rmSync(join(at.root, 'folder-to-link'), { recursive: true });
    symlinkSync('t', join(at.root, 'folder-to-link'));
    expect(valueOf(await recoverLanding(at, started))).toEqual({ kind: 'undone' });
    expect([head(at.root), status(at.root)]).toEqual([at.from, '']);
    expect(valueOf(await land(at, request(at)))).toEqual({ kind: 'landed' });
  });

  test('refuses when a file holds something of the user, and changes nothing', async () => {
    const at = await swaps();
    writeFiles(at.root, { a: 'new\n', '--flag': 'mine\n' });
    expect(valueOf(await recoverLanding(at, request(at)))).toEqual({ kind: 'refused', paths: ['--flag'] });
    expect(readFileSync(join(at.root, 'a'), 'utf8')).toBe('new\n');
  });

  test('keeps a lock that is older than the landing', async () => {
    const at = await swaps();
    const lock = join(at.root, '.git/index.lock');
    writeFileSync(lock, '');
    const request_ = { ...request(at), startedAtMs: Date.now() + 60_000 };
    expect(valueOf(await recoverLanding(at, request_))).toEqual({ kind: 'locked', locks: [lock] });
    expect(existsSync(lock)).toBe(true);
  });

  test('does not follow a link that stands where a folder was', async () => {
    const at = await room({ 'd/x': '1\n', 'e/x': '1\n', link: '' }, (root) => {
      rmSync(join(root, 'link'));
      writeFiles(root, { 'link/x': 'new\n' });
    });
    rmSync(join(at.root, 'link'));
    symlinkSync('d', join(at.root, 'link'));
    await recoverLanding(at, request(at));
    expect(readFileSync(join(at.root, 'd/x'), 'utf8')).toBe('1\n');
  });

  const strace = ['/usr/bin/strace', '/bin/strace'].find((path) => existsSync(path));
  const calls = ['openat', 'write', 'unlink', 'rename', 'mkdir', 'symlink', 'rmdir', 'fsync'];

  test('repairs a landing killed at any system call that writes', async () => {
    if (strace === undefined) {
      process.stderr.write('strace is not installed: the kill points of landing are not tried\n');
      return;
    }
    const outcomes = new Set<string>();
    for (const call of calls) {
      for (const when of [1, 2, 4, 7, 12]) {
        const at = await swaps();
        const started = request(at);
        const killed = await landKilled(at, { strace, call, when });
        const recovery = valueOf(await recoverLanding(at, started));
        outcomes.add(`${killed ? 'killed' : 'ran'}: ${recovery.kind}`);
        expect(['landed', 'undone']).toContain(recovery.kind);
        expect([call, when, status(at.root)]).toEqual([call, when, '']);
        expect(head(at.root)).toBe(recovery.kind === 'landed' ? at.to : at.from);
        execFileSync(GIT_PATH, ['fsck', '--no-dangling'], { cwd: at.root, stdio: 'ignore' });
      }
    }
    expect([...outcomes].sort()).toEqual(expect.arrayContaining(['killed: undone', 'ran: landed']));
  }, 120_000);

  /** Lands with a git that is killed at the `when`-th `call` of read-tree or update-ref, as if the runner died with it. */
  async function landKilled(at: Room, kill: { strace: string; call: string; when: number }): Promise<boolean> {
    const inject = `inject=${kill.call}:signal=KILL:when=${kill.when}`;
    const dying: RunProcess = async (processRequest) => {
      const writes = processRequest.argv.some((arg) => arg === 'read-tree' || arg === 'update-ref');
      if (!writes) return await runProcess(processRequest);
      const trace = [kill.strace, '-f', '-o', '/dev/null', '-e', `trace=${kill.call}`, '-e', inject] as const;
      const result = await runProcess({ ...processRequest, argv: [...trace, ...processRequest.argv] });
      if (result.exitCode !== 0) throw new Error('the runner is dead');
      return result;
    };
    const dyingGit = new Git({ runProcess: dying, gitPath: GIT_PATH, env: { PATH: process.env['PATH'] } });
    try {
      await land({ git: dyingGit, trusted: at.trusted }, request(at));
      return false;
    } catch {
      return true;
    }
  }

  test('fails as a value when an object is missing', async () => {
    const at = await swaps();
    const missing = { ...request(at), to: '1'.repeat(40) };
    expect(errorOf(await recoverLanding(at, missing)).reason).toBe('command-failed');
  });
});
