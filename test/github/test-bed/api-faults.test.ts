import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { commitFiles, removeFolders, temporaryFolder } from '../../support/git-repository.js';
import { failureOf, gitWithToken, octokitFor, type Octokit } from '../../support/github/api-client.js';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';

let bed: FakeGitHub;
let at: { owner: string; repo: string };
let name: string;
let secret: string;
let octokit: Octokit;
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
  at = { owner: 'acme', repo: `faults-${count}` };
  name = `${at.owner}/${at.repo}`;
  bed.createRepository({ name });
  bed.people.commit(name, { branch: 'topic', files: { 'b.nix': '2\n' } });
  secret = bed.mintToken({ repository: name, permissions: { contents: 'write', 'pull-requests': 'write' } });
  octokit = octokitFor(bed, secret);
});

async function createPull(): Promise<unknown> {
  return await octokit.rest.pulls.create({ ...at, title: 'T', head: 'topic', base: 'main' });
}

describe('faults: instead of the work', () => {
  test('a secondary limit is 403 in the words of GitHub with retry-after, and nothing was done', async () => {
    bed.injectFault({ method: 'POST', path: '/pulls', fault: { kind: 'secondary-limit', retryAfterS: 7 } });
    const error = await createPull().catch(
      (thrown: unknown) => thrown as { status: number; response: { headers: object } },
    );
    expect(error).toMatchObject({
      status: 403,
      message: expect.stringContaining('You have exceeded a secondary rate limit.'),
      response: { headers: { 'retry-after': '7' } },
    });
    expect(bed.pulls(name)).toEqual([]);
  });

  test('a used up hour tells when it ends', async () => {
    bed.injectFault({ path: '/pulls', fault: { kind: 'primary-limit', resetInS: 60 } });
    const error = await createPull().catch(
      (thrown: unknown) => thrown as { response: { headers: Record<string, string> } },
    );
    const { headers } = (error as { response: { headers: Record<string, string> } }).response;
    expect(headers['x-ratelimit-remaining']).toBe('0');
    expect(Number(headers['x-ratelimit-reset'])).toBeGreaterThan(Date.now() / 1000 + 50);
  });

  test.each([429, 500, 502])('status %i is answered as often as the rule says', async (status) => {
    const fault = bed.injectFault({ path: '/pulls', fault: { kind: 'status', status }, times: 2 });
    expect((await failureOf(createPull())).status).toBe(status);
    expect((await failureOf(createPull())).status).toBe(status);
    await createPull();
    expect([fault.hits(), bed.pulls(name).length]).toEqual([2, 1]);
  });

  test('a cut connection is no answer, and nothing was done', async () => {
    bed.injectFault({ path: '/pulls', fault: { kind: 'reset' } });
    expect((await failureOf(createPull())).status).toBe(500);
    expect(bed.requests.at(-1)).toMatchObject({ status: null, fault: 'reset' });
    expect(bed.pulls(name)).toEqual([]);
  });

  test('a rule lets the first requests through when it says so', async () => {
    bed.injectFault({ method: 'GET', path: /\/branches\/main$/, fault: { kind: 'status', status: 500 }, after: 1 });
    const get = (): Promise<unknown> => octokit.rest.repos.getBranch({ ...at, branch: 'main' });
    await get();
    expect((await failureOf(get())).status).toBe(500);
  });
});

describe('faults: after the work', () => {
  test('a 500 comes although the pull request is there', async () => {
    bed.injectFault({ method: 'POST', path: '/pulls', fault: { kind: 'done-then-status', status: 500 } });
    expect((await failureOf(createPull())).status).toBe(500);
    expect(bed.pulls(name)).toHaveLength(1);
    expect(bed.requests.at(-1)?.status).toBe(201);
  });

  test('no answer comes although the pull request is there', async () => {
    bed.injectFault({ method: 'POST', path: '/pulls', fault: { kind: 'done-then-hang' } });
    const stop = new AbortController();
    const request = { signal: stop.signal };
    const failure = failureOf(octokit.rest.pulls.create({ ...at, title: 'T', head: 'topic', base: 'main', request }));
    while (bed.pulls(name).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    stop.abort();
    expect((await failure).status).toBe(500);
  });

  test('a push arrives although the connection is cut before the answer', async () => {
    const cwd = temporaryFolder();
    await gitWithToken(bed, secret, { cwd, args: ['clone', '-q', bed.cloneUrl(name), '.'] });
    const commit = commitFiles(cwd, { 'c.nix': '3\n' });
    bed.injectFault({ path: 'git-receive-pack', method: 'POST', fault: { kind: 'done-then-reset' } });
    const { isDone } = await gitWithToken(bed, secret, { cwd, args: ['push', '-q', 'origin', 'HEAD:other'] });
    expect(isDone).toBe(false);
    expect(bed.bare(name).ref('refs/heads/other')).toBe(commit);
  });
});

test('faults: something else happens just before a request', async () => {
  const fault = {
    kind: 'meanwhile',
    happens: () => void bed.people.commit(name, { branch: 'main', files: { 'race.nix': '1\n' } }),
  } as const;
  const old = bed.bare(name).ref('refs/heads/main');
  const topic = bed.bare(name).ref('refs/heads/topic') ?? '';
  bed.injectFault({ method: 'PATCH', path: '/git/refs/', fault });
  const request = octokit.rest.git.updateRef({ ...at, ref: 'heads/main', sha: topic });
  expect((await failureOf(request)).message).toContain('Update is not a fast forward');
  expect(bed.bare(name).commit(bed.bare(name).ref('refs/heads/main') ?? '').parents).toEqual([old]);
});
