import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { deleteBranch, pushBranch, type BranchPush, type PushOutcome } from '../../src/git/push.js';
import { rejectionOf } from '../../src/git/push-rejection.js';
import type { Remote } from '../../src/git/remote.js';
import type { TrustedGit } from '../../src/git/trusted-git.js';
import {
  AUTHORIZATION,
  checkout,
  closeServers,
  commitAt,
  newOrigin,
  serve,
  TOKEN,
  type Origin,
} from '../support/git-origin.js';
import { commitFiles, errorOf, git, removeFolders, temporaryFolder, valueOf } from '../support/git-repository.js';

afterEach(closeServers);
afterAll(removeFolders);

interface Room {
  origin: Origin;
  trusted: TrustedGit;
  remote: Remote;
  /** Made in the clone, on top of `main`. */
  commit: string;
}

async function room(options: { depth?: string[]; count?: number } = {}): Promise<Room> {
  const origin = newOrigin(options.count ?? 2);
  git(origin.bare, 'config', 'http.receivepack', 'true');
  const trusted = await checkout(origin, ...(options.depth ?? []));
  const commit = commitFiles(trusted.repository.root, { b: '1\n' });
  const { remote } = await serve(origin, { authorization: AUTHORIZATION });
  return { origin, trusted, remote, commit };
}

async function push(at: Room, over: BranchPush['over'], branch = 'workflow-runner/w'): Promise<PushOutcome> {
  const { trusted, remote, commit } = at;
  return valueOf(await pushBranch(trusted, { remote, branch, commit, over }));
}

/** Null where there is none. */
function tipOf({ origin }: Room, branch: string): string | null {
  const found = git(origin.bare, 'for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`);
  return found === '' ? null : found;
}

/** A hook of the server that says this and refuses. */
function refuseWith({ origin }: Room, text: string, hook = 'pre-receive'): void {
  const path = join(origin.bare, 'hooks', hook);
  writeFileSync(path, `#!/bin/sh\ncat >&2 <<'END'\n${text}\nEND\nexit 1\n`);
  chmodSync(path, 0o755);
}

describe('pushBranch', () => {
  test('makes a branch that must not exist', async () => {
    const at = await room();
    expect(await push(at, { tip: null })).toEqual({ kind: 'pushed' });
    expect(tipOf(at, 'workflow-runner/w')).toBe(at.commit);
  });

  test('is done when the branch is at the commit already, whatever was expected', async () => {
    const at = await room();
    await push(at, { tip: null });
    expect(await push(at, { tip: null })).toEqual({ kind: 'unchanged' });
    expect(await push(at, 'fast-forward')).toEqual({ kind: 'unchanged' });
  });

  test('replaces the expected tip, forward or not', async () => {
    const at = await room();
    const [first = '', second = ''] = at.origin.commits;
    const side = commitAt(at.origin, first, 'ours of before');
    git(at.origin.bare, 'update-ref', 'refs/heads/workflow-runner/w', side);
    expect(await push(at, { tip: side })).toEqual({ kind: 'pushed' });
    expect(await push(at, { tip: second }, 'main')).toEqual({ kind: 'pushed' });
    expect([tipOf(at, 'workflow-runner/w'), tipOf(at, 'main')]).toEqual([at.commit, at.commit]);
  });

  test('overwrites nobody and names the tip when the branch moved, appeared or went', async () => {
    const at = await room();
    const [first = ''] = at.origin.commits;
    const human = commitAt(at.origin, first, 'of a person');
    git(at.origin.bare, 'update-ref', 'refs/heads/workflow-runner/w', human);
    expect(await push(at, { tip: first })).toMatchObject({ kind: 'rejected', why: 'lease', tip: human });
    expect(await push(at, { tip: null })).toMatchObject({ kind: 'rejected', why: 'lease', tip: human });
    expect(await push(at, { tip: first }, 'gone')).toMatchObject({ kind: 'rejected', why: 'lease', tip: null });
    expect([tipOf(at, 'workflow-runner/w'), tipOf(at, 'gone')]).toEqual([human, null]);
  });

  test('moves a base branch forward only', async () => {
    const at = await room();
    expect(await push(at, 'fast-forward', 'main')).toEqual({ kind: 'pushed' });
    const other = commitAt(at.origin, at.origin.commits[1] ?? '', 'of a person');
    git(at.origin.bare, 'update-ref', 'refs/heads/main', other);
    expect(await push(at, 'fast-forward', 'main')).toMatchObject({ kind: 'rejected', why: 'lease', tip: other });
    expect(tipOf(at, 'main')).toBe(other);
  });

  test('works from a shallow clone when the remote has what it builds on', async () => {
    const at = await room({ depth: ['--depth=1'], count: 5 });
    expect(await push(at, { tip: null })).toEqual({ kind: 'pushed' });
    expect(git(at.origin.bare, 'rev-list', '--count', 'workflow-runner/w')).toBe('6');
  });

  test('says so when a shallow clone builds on what the remote does not have', async () => {
    const at = await room({ depth: ['--depth=1'], count: 3 });
    const other = newOrigin(1);
    git(other.bare, 'config', 'http.receivepack', 'true');
    git(other.bare, 'update-ref', 'refs/heads/main', commitAt(other, 'main', 'another repository'));
    const { remote } = await serve(other);
    expect(await push({ ...at, remote }, { tip: null })).toMatchObject({ kind: 'rejected', why: 'shallow' });
  });

  test.each([
    [
      'protected-branch',
      'error: GH006: Protected branch update failed for refs/heads/main.\nerror: Changes must be made through a pull request.',
    ],
    ['protected-branch', 'error: GH013: Repository rule violations found for refs/heads/main.'],
    [
      'workflow-permission',
      'refusing to allow a GitHub App to create or update workflow `.github/workflows/x.yml` without `workflows` permission',
    ],
    ['hook-declined', 'No commits on Sundays.'],
  ])('gives %s for a server that says: %s', async (why, text) => {
    const at = await room();
    refuseWith(at, text);
    const outcome = await push(at, 'fast-forward', 'main');
    expect(outcome).toMatchObject({ kind: 'rejected', why });
    expect(outcome.kind === 'rejected' ? outcome.text : '').toContain(text.split('\n')[0]);
    expect(tipOf(at, 'main')).toBe(at.origin.commits[1]);
  });

  test('gives permission for a token that may only read', async () => {
    const at = await room();
    const intercept = ({ url = '' }: { url?: string | undefined }): { status: number } | null =>
      url.includes('git-receive-pack') ? { status: 403 } : null;
    const { remote } = await serve(at.origin, { authorization: AUTHORIZATION, intercept });
    expect(await push({ ...at, remote }, { tip: null })).toMatchObject({ kind: 'rejected', why: 'permission' });
  });

  test('fails with a wrong token, and does not say it', async () => {
    const at = await room();
    const { url } = await serve(at.origin, { authorization: 'basic other' });
    const remote = { url: `${url}/origin.git`, authorization: AUTHORIZATION };
    const change = { remote, branch: 'x', commit: at.commit, over: 'fast-forward' } as const;
    const failure = errorOf(await pushBranch(at.trusted, change));
    expect(failure).toMatchObject({ reason: 'remote-failed', trouble: 'authentication' });
    expect(JSON.stringify(failure)).not.toContain(TOKEN);
  });

  test('takes the token out of what the server says', async () => {
    const at = await room();
    refuseWith(at, `you came with ${TOKEN} and ${AUTHORIZATION}`);
    const outcome = JSON.stringify(await push(at, { tip: null }));
    expect(outcome).toContain('you came with ***');
    expect([outcome.includes(TOKEN), outcome.includes(AUTHORIZATION)]).toEqual([false, false]);
  });

  test.each(['-x', 'a:b', 'a b', '../x', 'x.lock', '', 'a*'])('does not try the branch name %j', async (branch) => {
    const at = await room();
    const before = git(at.origin.bare, 'for-each-ref');
    expect(await push(at, { tip: null }, branch)).toMatchObject({ why: 'bad-name' });
    expect(git(at.origin.bare, 'for-each-ref')).toBe(before);
  });

  test('runs no hook and obeys no setting of the repository', async () => {
    const at = await room();
    const { root } = at.trusted.repository;
    const canary = join(temporaryFolder(), 'canary');
    const hook = join(root, '.git/hooks/pre-push');
    writeFileSync(hook, `#!/bin/sh\ntouch ${canary}\n`);
    chmodSync(hook, 0o755);
    const settings: [string, string][] = [
      ['core.hooksPath', join(root, '.git/hooks')],
      ['url.http://127.0.0.1:1/.pushInsteadOf', at.remote.url],
      ['credential.helper', `!touch ${canary};`],
      ['push.gpgSign', 'true'],
      ['gpg.program', `touch ${canary};`],
      ['push.followTags', 'true'],
      ['http.proxy', 'http://127.0.0.1:1'],
    ];
    for (const [key, value] of settings) git(root, 'config', key, value);
    expect(await push(at, { tip: null })).toEqual({ kind: 'pushed' });
    expect(existsSync(canary)).toBe(false);
  });
});

describe('rejectionOf', () => {
  test.each([
    ['[rejected] (stale info)', 'lease'],
    ['[rejected] (fetch first)', 'lease'],
    ["[remote rejected] (cannot lock ref 'refs/heads/x': is at a but expected b)", 'lease'],
    ['[remote rejected] (failed to update ref)', 'lease'],
    ['[remote rejected] (protected branch hook declined)', 'protected-branch'],
    ['[remote rejected] (push declined due to repository rule violations)', 'protected-branch'],
    [
      '[remote rejected] (refusing to allow an OAuth App to create or update workflow `.github/workflows/x.yml` without `workflow` scope)',
      'workflow-permission',
    ],
    ['[remote rejected] (shallow update not allowed)', 'shallow'],
    ['[remote rejected] (permission denied)', 'permission'],
    ['[remote rejected] (pre-receive hook declined)', 'hook-declined'],
    ['[remote rejected] (unpacker error)', 'other'],
  ])('takes %s for %s', (summary, why) => {
    expect(rejectionOf(summary, '')).toBe(why);
  });

  test('believes nothing that looks like it outside of a line of the server', () => {
    expect(rejectionOf('[remote rejected] (pre-receive hook declined)', 'To http://GH006/')).toBe('hook-declined');
  });
});

describe('deleteBranch', () => {
  test('deletes a branch at the given tip only', async () => {
    const at = await room();
    const { trusted, remote, commit } = at;
    await push(at, { tip: null });
    const [first = ''] = at.origin.commits;
    const branch = 'workflow-runner/w';
    expect(valueOf(await deleteBranch(trusted, { remote, branch, tip: first }))).toMatchObject({
      kind: 'rejected',
      why: 'lease',
      tip: commit,
    });
    expect(tipOf(at, branch)).toBe(commit);
    expect(valueOf(await deleteBranch(trusted, { remote, branch, tip: commit }))).toEqual({ kind: 'deleted' });
    expect(tipOf(at, branch)).toBeNull();
  });

  test('is done when the branch is gone', async () => {
    const { trusted, remote, commit } = await room();
    expect(valueOf(await deleteBranch(trusted, { remote, branch: 'gone', tip: commit }))).toEqual({ kind: 'absent' });
  });
});
