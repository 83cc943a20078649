import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { commitFiles, git, removeFolders, temporaryFolder } from '../../support/git-repository.js';
import { gitWithToken, type GitOutcome } from '../../support/github/api-client.js';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';
import type { Permissions } from '../../support/github/bed.js';

let bed: FakeGitHub;
let repository: string;
let count = 0;

beforeAll(async () => {
  bed = await openGitHub();
});
afterAll(async () => {
  await bed.close();
  removeFolders();
});
beforeEach(() => {
  count += 1;
  repository = `acme/git-${count}`;
  bed.createRepository({ name: repository, files: { 'a.nix': '1\n', '.github/workflows/ci.yml': 'on: push\n' } });
});

function token(permissions: Permissions = { contents: 'write' }, login?: string): string {
  return bed.mintToken({ repository, permissions, ...(login === undefined ? {} : { login }) });
}

async function clone(secret: string | null, ...options: string[]): Promise<GitOutcome & { folder: string }> {
  const cwd = temporaryFolder();
  const outcome = await gitWithToken(bed, secret, {
    cwd,
    args: ['clone', '-q', ...options, bed.cloneUrl(repository), 'it'],
  });
  return { ...outcome, folder: `${cwd}/it` };
}

/** A working copy that has `url` for origin, made without the server. */
function workingCopy(): string {
  const folder = `${temporaryFolder()}/it`;
  git('/', 'clone', '-q', '--shared', bed.bareFolder(repository), folder);
  git(folder, 'remote', 'set-url', 'origin', bed.cloneUrl(repository));
  return folder;
}

async function pushed(files: Record<string, string>, refspec: string, secret = token()): Promise<GitOutcome> {
  const cwd = workingCopy();
  commitFiles(cwd, files);
  return await gitWithToken(bed, secret, { cwd, args: ['push', 'origin', refspec] });
}

describe('git over HTTP: fetching', () => {
  test('a clone with a token that may read has the files', async () => {
    const { folder } = await clone(token({ contents: 'read' }));
    expect(git(folder, 'ls-files')).toBe('.github/workflows/ci.yml\na.nix');
  });

  test('a private repository is not there for a clone without a token', async () => {
    const { isDone, stderr } = await clone(null);
    expect(isDone).toBe(false);
    expect(stderr).toMatch(/could not read Username|Authentication failed/);
  });

  test('a public repository is cloned without a token', async () => {
    bed.changeSettings(repository, { private: false });
    expect((await clone(null)).isDone).toBe(true);
  });

  test('a revoked token is refused in the words of GitHub', async () => {
    const secret = token();
    bed.revokeToken(secret);
    const url = bed.cloneUrl(repository).replace('//', `//x-access-token:${secret}@`);
    const { stderr } = await gitWithToken(bed, null, { cwd: temporaryFolder(), args: ['ls-remote', url] });
    expect(stderr).toContain('Invalid username or token. Password authentication is not supported for Git operations.');
    expect(stderr).toContain('Authentication failed');
  });

  test("another repository's token finds nothing", async () => {
    const other = bed.mintToken({ repository: 'acme/other', permissions: { contents: 'write' } });
    expect((await clone(other)).stderr).toContain('Repository not found.');
  });

  test('two Authorization headers are a bad request', async () => {
    const secret = token();
    const twice = `http.${bed.serverUrl}/.extraheader=Authorization: basic eDp5`;
    const args = ['-c', twice, 'ls-remote', bed.cloneUrl(repository)];
    const { stderr } = await gitWithToken(bed, secret, { cwd: temporaryFolder(), args });
    expect(stderr).toContain('The requested URL returned error: 400');
  });

  test('a commit that is on no branch is fetched by its id', async () => {
    const hidden = bed.people.commit(repository, { branch: 'side', files: { 'b.nix': '2\n' } });
    bed.people.deleteBranch(repository, 'side');
    const { folder } = await clone(token(), '--depth=1');
    const { isDone } = await gitWithToken(bed, token(), { cwd: folder, args: ['fetch', '-q', 'origin', hidden] });
    expect(isDone).toBe(true);
    expect(git(folder, 'rev-parse', 'FETCH_HEAD')).toBe(hidden);
  });
});

describe('git over HTTP: pushing', () => {
  test('a new branch arrives, with the invitation to open a pull request', async () => {
    const { isDone, stderr } = await pushed({ 'a.nix': '2\n' }, 'HEAD:refs/heads/topic');
    expect(isDone).toBe(true);
    expect(stderr).toContain("remote: Create a pull request for 'topic' on GitHub by visiting:");
    const tip = bed.bare(repository).ref('refs/heads/topic');
    expect(bed.refChanges.at(-1)).toMatchObject({
      ref: 'refs/heads/topic',
      new: tip,
      forced: false,
      via: 'git',
      login: 'github-actions[bot]',
      refused: null,
    });
  });

  test('a token that may only read is denied', async () => {
    const { stderr } = await pushed({ 'a.nix': '2\n' }, 'HEAD:topic', token({ contents: 'read' }));
    expect(stderr).toContain(`Permission to ${repository}.git denied to github-actions[bot].`);
    expect(stderr).toContain('The requested URL returned error: 403');
  });

  test('a protected branch is refused with GH006 and stays', async () => {
    bed.changeSettings(repository, { protectedBranches: ['main'] });
    const before = bed.bare(repository).ref('refs/heads/main');
    const { isDone, stderr } = await pushed({ 'a.nix': '2\n' }, 'HEAD:main');
    expect(isDone).toBe(false);
    expect(stderr).toContain('remote: error: GH006: Protected branch update failed for refs/heads/main.');
    expect(stderr).toContain('! [remote rejected] HEAD -> main (protected branch hook declined)');
    expect(bed.bare(repository).ref('refs/heads/main')).toBe(before);
  });

  test('who bypasses protection pushes to a protected branch', async () => {
    bed.changeSettings(repository, { protectedBranches: ['main'], bypassProtection: ['deploy[bot]'] });
    const { isDone } = await pushed({ 'a.nix': '2\n' }, 'HEAD:main', token({ contents: 'write' }, 'deploy[bot]'));
    expect(isDone).toBe(true);
  });

  test('a changed workflow is refused without the right for workflows', async () => {
    const { isDone, stderr } = await pushed({ '.github/workflows/ci.yml': 'on: pull_request\n' }, 'HEAD:topic');
    expect(isDone).toBe(false);
    expect(stderr).toContain(
      '! [remote rejected] HEAD -> topic (refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission)',
    );
    expect(bed.bare(repository).ref('refs/heads/topic')).toBeNull();
    expect(bed.refChanges.at(-1)?.refused).toContain('refusing to allow a GitHub App');
  });

  test('a changed workflow arrives with the right for workflows', async () => {
    const secret = token({ contents: 'write', workflows: 'write' });
    expect((await pushed({ '.github/workflows/ci.yml': 'on: pull_request\n' }, 'HEAD:topic', secret)).isDone).toBe(
      true,
    );
  });

  test('a workflow that another branch has already in this form may be merged by anybody', async () => {
    const folder = workingCopy();
    bed.people.commit(repository, { branch: 'main', files: { '.github/workflows/ci.yml': 'on: workflow_dispatch\n' } });
    commitFiles(folder, { 'a.nix': '2\n' });
    await gitWithToken(bed, token(), {
      cwd: folder,
      args: ['pull', '-q', '--no-rebase', '--no-edit', 'origin', 'main'],
    });
    const { isDone } = await gitWithToken(bed, token(), { cwd: folder, args: ['push', 'origin', 'HEAD:topic'] });
    expect(isDone).toBe(true);
  });

  test('a forced push is noted as forced', async () => {
    bed.people.commit(repository, { branch: 'topic', files: { 'c.nix': '3\n' } });
    expect((await pushed({ 'a.nix': '2\n' }, '+HEAD:topic')).isDone).toBe(true);
    expect(bed.refChanges.at(-1)).toMatchObject({ ref: 'refs/heads/topic', forced: true });
  });

  test('refs of pull requests cannot be pushed', async () => {
    const { isDone, stderr } = await pushed({ 'a.nix': '2\n' }, 'HEAD:refs/pull/1/head');
    expect(isDone).toBe(false);
    expect(stderr).toContain('deny updating a hidden ref');
  });

  test("a job's push starts no workflow run, an app's does", async () => {
    await pushed({ 'a.nix': '2\n' }, 'HEAD:one');
    await pushed({ 'a.nix': '3\n' }, 'HEAD:two', token({ contents: 'write' }, 'deploy[bot]'));
    const refs = bed.triggered.filter((event) => event.repository === repository).map(({ ref }) => ref);
    expect(refs).toEqual(['refs/heads/two']);
  });
});
