import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { listRemoteBranches, obtainCommit, unshallow, type Remote } from '../../src/git/remote.js';
import { openTrustedGit } from '../../src/git/trusted-git.js';
import {
  errorOf,
  git,
  opened,
  productGit,
  removeFolders,
  temporaryFolder,
  valueOf,
} from '../support/git-repository.js';
import {
  AUTHORIZATION,
  checkout,
  closeServers,
  commitAt,
  historyOf,
  newOrigin,
  serve,
  TOKEN,
} from '../support/git-origin.js';

afterEach(closeServers);
afterAll(removeFolders);

describe('obtainCommit', () => {
  test('fetches a commit by its id into a shallow checkout, without its history', async () => {
    const from = newOrigin(5);
    const { remote } = await serve(from);
    const trusted = await checkout(from, '--depth=1');
    const commit = from.commits[1] ?? '';
    expect(valueOf(await obtainCommit(trusted, { remote, commit }))).toBe('fetched');
    expect(historyOf(trusted, commit)).toBe(1);
    expect(git(trusted.repository.root, 'show', `${commit}:a`)).toBe('1');
  });

  test('asks nobody for a commit that is here', async () => {
    const from = newOrigin(2);
    const trusted = await checkout(from);
    const remote = { url: 'http://127.0.0.1:1/nobody.git', authorization: null };
    expect(valueOf(await obtainCommit(trusted, { remote, commit: from.commits[0] ?? '' }))).toBe('present');
  });

  test('deepens where the server gives commits by branch only', async () => {
    const from = newOrigin(70);
    const { remote } = await serve(from, { protocol2: false });
    const trusted = await checkout(from, '--depth=1');
    const commit = from.commits[40] ?? '';
    expect(valueOf(await obtainCommit(trusted, { remote, commit, branch: 'main' }))).toBe('fetched');
    expect(historyOf(trusted, from.commits[69] ?? '')).toBe(51);
  });

  test('finds a commit of another branch with all history in the end', async () => {
    const from = newOrigin(3);
    const side = commitAt(from, from.commits[0] ?? '', 'side');
    git(from.bare, 'update-ref', 'refs/heads/side/way', commitAt(from, side, 'tip'));
    const { remote } = await serve(from, { protocol2: false });
    const trusted = await checkout(from, '--depth=1');
    expect(valueOf(await obtainCommit(trusted, { remote, commit: side, branch: 'main' }))).toBe('fetched');
    expect(historyOf(trusted, side)).toBe(2);
    expect(existsSync(join(trusted.repository.commonDir, 'shallow'))).toBe(false);
  });

  test.each([true, false])('says that no branch has a commit (protocol 2: %s)', async (protocol2) => {
    const from = newOrigin(3);
    const { remote } = await serve(from, { protocol2 });
    const trusted = await checkout(from, '--depth=1');
    expect(valueOf(await obtainCommit(trusted, { remote, commit: '1'.repeat(40) }))).toBe('not-found');
    expect(valueOf(await obtainCommit(trusted, { remote, commit: '--upload-pack=x' }))).toBe('not-found');
  });

  test('fetches what a complete checkout lacks, with its history', async () => {
    const from = newOrigin(2);
    const trusted = await checkout(from);
    const later = commitAt(from, 'main', 'later');
    git(from.bare, 'update-ref', 'refs/heads/main', later);
    const { remote } = await serve(from);
    expect(valueOf(await obtainCommit(trusted, { remote, commit: later }))).toBe('fetched');
    expect(historyOf(trusted, later)).toBe(3);
  });

  test('fetches again what a killed fetch left without its list of ends', async () => {
    const from = newOrigin(4);
    const { remote } = await serve(from);
    const trusted = await checkout(from, '--depth=1');
    const { commonDir } = trusted.repository;
    const before = readFileSync(join(commonDir, 'shallow'));
    const commit = from.commits[1] ?? '';
    valueOf(await obtainCommit(trusted, { remote, commit }));
    writeFileSync(join(commonDir, 'shallow'), before);
    const again = await openTrustedGit(productGit(), await opened(trusted.repository.root), temporaryFolder());
    expect(valueOf(await obtainCommit(again, { remote, commit }))).toBe('fetched');
    expect(historyOf(again, commit)).toBe(1);
  });

  test('fails and changes nothing while another git holds the list of ends', async () => {
    const from = newOrigin(4);
    const { remote } = await serve(from);
    const trusted = await checkout(from, '--depth=1');
    writeFileSync(join(trusted.repository.commonDir, 'shallow.lock'), '');
    const failure = errorOf(await obtainCommit(trusted, { remote, commit: from.commits[1] ?? '' }));
    expect(failure).toMatchObject({ reason: 'command-failed', command: 'write shallow list' });
    expect(existsSync(join(trusted.repository.commonDir, 'shallow.lock'))).toBe(true);
  });

  test('works with SHA-256 objects', async () => {
    const from = newOrigin(4, 'sha256');
    const { remote } = await serve(from);
    const trusted = await checkout(from, '--depth=1');
    const commit = from.commits[1] ?? '';
    expect(valueOf(await obtainCommit(trusted, { remote, commit }))).toBe('fetched');
    expect(historyOf(trusted, commit)).toBe(1);
  });

  test('runs and obeys nothing of a hostile configuration of the repository', async () => {
    const from = newOrigin(3);
    const { remote, requests } = await serve(from, { authorization: AUTHORIZATION });
    const trusted = await checkout(from, '--depth=1');
    const { root } = trusted.repository;
    const canary = join(temporaryFolder(), 'canary');
    const settings: [string, string][] = [
      ['url.http://127.0.0.1:1/.insteadOf', remote.url],
      ['credential.helper', `!touch ${canary};`],
      ['core.askPass', `touch ${canary};`],
      ['core.fsmonitor', `touch ${canary}`],
      ['core.alternateRefsCommand', `touch ${canary};`],
      ['core.gitProxy', `touch ${canary}`],
      ['http.proxy', 'http://127.0.0.1:1'],
      ['http.extraHeader', `Authorization: ${AUTHORIZATION}`],
      ['remote.origin.uploadpack', `touch ${canary};`],
    ];
    for (const [key, value] of settings) git(root, 'config', key, value);
    expect(valueOf(await obtainCommit(trusted, { remote, commit: from.commits[0] ?? '' }))).toBe('fetched');
    expect([existsSync(canary), requests.length > 0]).toEqual([false, true]);
  });

  test('stops when it is asked to', async () => {
    const from = newOrigin(2);
    const trusted = await checkout(from, '--depth=1');
    const { remote } = await serve(from);
    const wanted = { remote, commit: from.commits[0] ?? '', signal: AbortSignal.abort() };
    expect(errorOf(await obtainCommit(trusted, wanted))).toEqual({ reason: 'cancelled' });
  });
});

describe('listRemoteBranches', () => {
  test('gives short names and tips of the branches that fit', async () => {
    const from = newOrigin(2);
    for (const name of [
      'heads/workflow-runner/w',
      'heads/workflow-runner/w-2',
      'x/refs/heads/workflow-runner/w',
      'tags/t',
    ]) {
      git(from.bare, 'update-ref', `refs/${name}`, from.commits[0] ?? '');
    }
    const { remote } = await serve(from);
    const trusted = await checkout(from);
    const found = valueOf(await listRemoteBranches(trusted, { remote, patterns: ['workflow-runner/w*', 'main'] }));
    expect([...found]).toEqual([
      ['main', from.commits[1]],
      ['workflow-runner/w', from.commits[0]],
      ['workflow-runner/w-2', from.commits[0]],
    ]);
  });
});

describe('unshallow', () => {
  test('makes a shallow checkout complete, also one of a commit that no branch has', async () => {
    const from = newOrigin(4);
    const trusted = await checkout(from, '--depth=1');
    git(from.bare, 'update-ref', 'refs/pull/1/merge', from.commits[3] ?? '');
    git(from.bare, 'update-ref', 'refs/heads/main', from.commits[0] ?? '');
    const { remote } = await serve(from);
    expect(valueOf(await unshallow(trusted, { remote }))).toBe('complete');
    expect(historyOf(trusted, trusted.repository.head)).toBe(4);
  });

  test('asks nobody when the checkout is complete', async () => {
    const trusted = await checkout(newOrigin(2));
    const remote = { url: 'http://127.0.0.1:1/nobody.git', authorization: null };
    expect(valueOf(await unshallow(trusted, { remote }))).toBe('complete');
  });
});

describe('a remote', () => {
  const wantedOf = (remote: Remote): { remote: Remote; commit: string } => ({ remote, commit: '1'.repeat(40) });

  test('gets the token in one header and nobody else sees it', async () => {
    const from = newOrigin(2);
    const { remote, requests } = await serve(from, { authorization: AUTHORIZATION });
    const trusted = await checkout(from);
    expect(valueOf(await listRemoteBranches(trusted, { remote })).size).toBe(1);
    expect(requests.every((request) => request.split(AUTHORIZATION).length === 2)).toBe(true);
  });

  test('that refuses the token is an authentication failure without the token in its words', async () => {
    const from = newOrigin(2);
    const { url } = await serve(from, { authorization: 'basic other' });
    const trusted = await checkout(from);
    const remote = { url: `${url}/origin.git`, authorization: AUTHORIZATION };
    const failure = errorOf(await listRemoteBranches(trusted, { remote }));
    expect(failure).toMatchObject({ reason: 'remote-failed', trouble: 'authentication' });
    expect(JSON.stringify(failure)).not.toContain(TOKEN);
  });

  test.each([
    [403, 'permission'],
    [404, 'not-found'],
    [429, 'network'],
    [502, 'network'],
  ])('that answers %i has the trouble %s', async (status, trouble) => {
    const from = newOrigin(1);
    const { remote } = await serve(from, { intercept: () => ({ status }) });
    const trusted = await checkout(from);
    expect(errorOf(await obtainCommit(trusted, wantedOf(remote)))).toMatchObject({ trouble });
  });

  test('that sends elsewhere is not followed with the token', async () => {
    const seen: string[] = [];
    const elsewhere = await listen(seen);
    const from = newOrigin(1);
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/x/info/refs?service=git-upload-pack`;
    const { remote } = await serve(from, { intercept: () => ({ status: 301, headers: { location } }) });
    const trusted = await checkout(from);
    const failure = errorOf(await obtainCommit(trusted, wantedOf({ ...remote, authorization: AUTHORIZATION })));
    elsewhere.close();
    expect([failure, seen]).toEqual([expect.objectContaining({ trouble: 'redirected' }), []]);
  });

  test('that nobody serves is a network failure', async () => {
    const trusted = await checkout(newOrigin(1));
    const remote = { url: 'http://127.0.0.1:1/nobody.git', authorization: null };
    expect(errorOf(await obtainCommit(trusted, wantedOf(remote)))).toMatchObject({ trouble: 'network' });
  });

  test.each([
    'http://example.org/x.git',
    'ssh://git@example.org/x.git',
    'git@example.org:x.git',
    'ext::sh -c id',
    '--upload-pack=id',
    '/tmp/x.git',
    `https://x:${TOKEN}@example.org/x.git`,
  ])('at %s is refused before git is started', async (url) => {
    const trusted = await checkout(newOrigin(1));
    const failure = errorOf(await obtainCommit(trusted, wantedOf({ url, authorization: null })));
    expect(failure).toMatchObject({ reason: 'remote-failed', trouble: 'url-refused' });
    expect(JSON.stringify(failure)).not.toContain(TOKEN);
  });

  test('gets no token that would begin a second header', async () => {
    const from = newOrigin(1);
    const { remote, requests } = await serve(from);
    const trusted = await checkout(from);
    const failure = errorOf(await obtainCommit(trusted, wantedOf({ ...remote, authorization: 'basic x\nHost: y' })));
    expect([failure, requests]).toEqual([expect.objectContaining({ trouble: 'url-refused' }), []]);
  });

  test('may be a folder of this machine', async () => {
    const from = newOrigin(3);
    const trusted = await checkout(from, '--depth=1');
    const remote = { url: `file://${from.root}/origin.git`, authorization: AUTHORIZATION };
    expect(valueOf(await obtainCommit(trusted, { remote, commit: from.commits[0] ?? '' }))).toBe('fetched');
  });
});

async function listen(seen: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    seen.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
