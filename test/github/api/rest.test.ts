import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openRest, type GitHubRest } from '../../../src/github/api/rest.js';
import { errorOf, removeFolders, valueOf } from '../../support/git-repository.js';
import type { FakeGitHub } from '../../support/github/api-github.js';
import { openBed, REPOSITORY, WRITE } from '../publish/publish-bed.js';

let github: FakeGitHub;
let sleeps: number[];
beforeEach(async () => {
  sleeps = [];
  github = await openBed();
});
afterEach(async () => {
  await github.close();
});
afterAll(removeFolders);

const open = async (options: { signal?: AbortSignal; timeoutMs?: number; token?: string } = {}): Promise<GitHubRest> =>
  await openRest({
    owner: 'acme',
    repo: 'config',
    apiUrl: github.apiUrl,
    token: github.mintToken({ repository: REPOSITORY, permissions: WRITE }),
    sleep: (ms) => Promise.resolve(void sleeps.push(ms)),
    now: () => Date.now(),
    signal: new AbortController().signal,
    ...options,
  });

const repository = { route: 'GET /repos/{owner}/{repo}', answer: z.object({ full_name: z.string() }) };
const path = /\/repos\/acme\/config$/;
const newIssue = {
  route: 'POST /repos/{owner}/{repo}/issues',
  parameters: { title: 'one' },
  answer: z.object({ number: z.number() }),
};

describe('a request that reads', () => {
  test.each([
    ['502', { kind: 'status', status: 502 }],
    ['a cut connection', { kind: 'reset' }],
    ['429', { kind: 'status', status: 429, headers: { 'retry-after': '3' } }],
  ] as const)('is asked again after %s', async (_, fault) => {
    github.injectFault({ path, fault, times: 2 });
    expect(valueOf(await (await open()).request(repository))).toEqual({ full_name: REPOSITORY });
    expect(sleeps).toEqual(fault.kind === 'status' && fault.status === 429 ? [3000, 3000] : [1000, 2000]);
  });

  test('is given up after five attempts', async () => {
    const fault = github.injectFault({ path, fault: { kind: 'status', status: 503 }, times: 9 });
    expect(errorOf(await (await open()).request(repository)).reason).toBe('unreachable');
    expect(fault.hits()).toBe(5);
  });

  test.each([
    ['401', 'unauthorized', 401],
    ['404', 'not-found', 404],
    ['422', 'invalid', 422],
    ['403', 'forbidden', 403],
  ] as const)('is not asked again after %s', async (_, reason, status) => {
    const fault = github.injectFault({ path, fault: { kind: 'status', status }, times: 9 });
    expect(errorOf(await (await open()).request(repository)).reason).toBe(reason);
    expect(fault.hits()).toBe(1);
  });

  test('does not wait for a limit that is an hour away', async () => {
    github.injectFault({ path, fault: { kind: 'primary-limit', resetInS: 3600 }, times: 9 });
    expect(errorOf(await (await open()).request(repository)).reason).toBe('rate-limited');
    expect(sleeps).toEqual([]);
  });

  test('is bounded in time', async () => {
    github.injectFault({ path, fault: { kind: 'hang' }, times: 1 });
    expect(valueOf(await (await open({ timeoutMs: 300 })).request(repository))).toEqual({ full_name: REPOSITORY });
  });

  test('ends at once when the job is told to stop', async () => {
    github.injectFault({ path, fault: { kind: 'hang' }, times: 1 });
    const failure = errorOf(await (await open({ signal: AbortSignal.timeout(100) })).request(repository));
    expect(failure).toEqual({ reason: 'cancelled' });
  });

  test('is an error when the answer is not what is expected', async () => {
    const failure = errorOf(await (await open()).request({ ...repository, answer: z.object({ other: z.string() }) }));
    expect(failure.reason).toBe('unexpected');
  });

  test('of a list reads all pages', async () => {
    const rest = await open();
    for (let number = 1; number <= 3; number += 1) valueOf(await rest.request(newIssue));
    const wanted = { route: 'GET /repos/{owner}/{repo}/issues', element: newIssue.answer };
    expect(valueOf(await rest.list(wanted))).toHaveLength(3);
    expect(valueOf(await rest.list({ ...wanted, limit: 2 }))).toHaveLength(2);
  });
});

describe('a request that makes something', () => {
  const fault = { method: 'POST', path: /\/issues$/, fault: { kind: 'done-then-status', status: 502 } } as const;

  test('is not sent again when it may have been done', async () => {
    github.injectFault(fault);
    expect(errorOf(await (await open()).request(newIssue))).toMatchObject({
      reason: 'unreachable',
      outcomeUnknown: true,
    });
    expect(github.issues(REPOSITORY)).toHaveLength(1);
  });

  test('is looked for, and taken when it was done', async () => {
    github.injectFault(fault);
    const whenUnknown = (): Promise<{ ok: true; value: { number: number } | null }> =>
      Promise.resolve({ ok: true, value: { number: github.issues(REPOSITORY)[0]?.number ?? 0 } });
    expect(valueOf(await (await open()).request({ ...newIssue, whenUnknown }))).toEqual({ number: 1 });
    expect(github.issues(REPOSITORY)).toHaveLength(1);
  });

  test('is sent again when it was not done', async () => {
    github.injectFault({ ...fault, fault: { kind: 'reset' } });
    const whenUnknown = (): Promise<{ ok: true; value: null }> => Promise.resolve({ ok: true, value: null });
    expect(valueOf(await (await open()).request({ ...newIssue, whenUnknown }))).toEqual({ number: 1 });
    expect(github.issues(REPOSITORY)).toHaveLength(1);
  });

  test('waits a minute for a secondary limit that names no time', async () => {
    github.injectFault({ ...fault, fault: { kind: 'secondary-limit' } });
    valueOf(await (await open()).request(newIssue));
    expect(sleeps).toEqual([60_000]);
  });
});
