import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { openRest, type GitHubRest } from '../../../src/github/api/rest.js';
import { closeFailure, showFailure } from '../../../src/github/notify/failure-issue.js';
import { commentOnPull, type AboutPull } from '../../../src/github/notify/run-comment.js';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';
import type { Permissions } from '../../support/github/bed.js';
import { notification } from '../../support/notification.js';

const REPOSITORY = 'acme/config';
const failed = notification({
  links: [{ label: 'Workflow run', url: 'https://github.com/acme/config/actions/runs/1' }],
});
const succeeded = notification({ event: 'success', title: 'phase-1 completed', lines: [], details: [] });

let github: FakeGitHub;
beforeEach(async () => {
  github = await openGitHub();
  github.createRepository({ name: REPOSITORY, files: { a: '1' } });
});
afterEach(() => github.close());

function restWith(permissions: Permissions, login?: string): Promise<GitHubRest> {
  const token = github.mintToken({ repository: REPOSITORY, permissions, ...(login === undefined ? {} : { login }) });
  const sleep = () => Promise.resolve();
  const { signal } = new AbortController();
  return openRest({ owner: 'acme', repo: 'config', apiUrl: github.apiUrl, token, sleep, now: () => 0, signal });
}

describe('the issue of failures', () => {
  const issues = () => github.issues(REPOSITORY).map(({ title, state, body }) => ({ title, state, body }));
  const own = () => restWith({ issues: 'write' });

  test('is opened by the first failure, updated by the next, closed by a success, and opened anew after that', async () => {
    const rest = await own();
    expect(await showFailure(failed, rest)).toEqual({ ok: true, value: undefined });
    await showFailure(notification({ lines: ['another reason'] }), rest);
    expect(issues()).toEqual([
      { title: 'phase-1 fails', state: 'open', body: expect.stringContaining('another reason') as unknown },
    ]);
    await closeFailure(succeeded, rest);
    expect(issues()).toMatchObject([
      { state: 'closed', body: expect.stringMatching(/another reason[^]*phase-1 completed/) as unknown },
    ]);
    await closeFailure(succeeded, rest);
    await showFailure(failed, rest);
    expect(issues().map(({ state }) => state)).toEqual(['closed', 'open']);
  });

  test('has what failed, the end of its output, and a link', async () => {
    await showFailure(failed, await own());
    const [issue] = issues();
    expect(issue?.body.split('\n\n').slice(1, 5)).toEqual([
      '### ❌ phase-1 failed',
      String.raw`- step 2 check: \`nix fmt\` failed with exit code 1`,
      '```text\nerror: bad\nin flake.nix\n```',
      expect.stringMatching(
        /^\[Workflow run\]\(https:\/\/github\.com\/acme\/config\/actions\/runs\/1\) · nixos-config on laptop · 1 of 3 steps, 4\.2 s · 2025-11-01 10:00 UTC$/,
      ),
    ]);
  });

  test('of another workflow, of a stranger who knows the marker, and an issue by hand are left alone', async () => {
    await showFailure(notification({ workflow: 'other' }), await own());
    const body = github.issues(REPOSITORY)[0]?.body ?? '';
    const stranger = await restWith({ issues: 'write' }, 'mallory');
    const forged = body.replace('failure other', 'failure phase-1');
    const parameters = { title: 'mine', body: forged };
    await stranger.request({ route: 'POST /repos/{owner}/{repo}/issues', parameters, answer: z.unknown() });
    const before = issues();
    await showFailure(failed, await own());
    expect(issues().slice(0, 2)).toEqual(before);
    expect(issues()).toHaveLength(3);
  });

  test('shows hostile text as it was written: no mention, reference, link or HTML comes of it', async () => {
    const text = '@everyone fixes #1 <img src=x> [a](https://evil.example) https://evil.example --> <!-- x';
    await showFailure(
      notification({ title: text, lines: [text], place: text, details: [text, '```', '@bob'] }),
      await own(),
    );
    const body = issues()[0]?.body ?? '';
    const outside = body.replace(/(`{3,})text\n[^]*?\n\1/, '').replace(/^<!--.*?-->/, '');
    expect(outside).not.toMatch(/@everyone|fixes #1|<img|[^\\]\]\(https:\/\/evil|https:\/\/evil|<!--/);
    expect(body).toMatch(/(`{4,})text\n[^]*@bob\n\1/);
  });

  test('that may not be written says which right is missing', async () => {
    const told = await showFailure(failed, await restWith({ contents: 'read' }));
    expect(told.ok ? '' : told.error).toMatch(/Could not .*issue.*`issues: write`/);
  });
});

describe('the comment on the pull request of a run', () => {
  const about: AboutPull = { number: null, owner: 'acme', branch: 'workflow-runner/phase-1' };
  const own = () => restWith({ 'pull-requests': 'write', contents: 'write' });
  const comments = (number: number) =>
    github
      .pulls(REPOSITORY)
      .filter((pull) => pull.number === number)
      .flatMap((pull) => pull.comments)
      .map(({ login, body }) => ({ login, body }));

  async function openPull(branch = about.branch): Promise<number> {
    github.people.commit(REPOSITORY, { branch, files: { b: branch } });
    const rest = await own();
    const opened = await rest.request({
      route: 'POST /repos/{owner}/{repo}/pulls',
      parameters: { title: 'result', head: branch, base: 'main' },
      answer: z.object({ number: z.number() }),
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened.error));
    return opened.value.number;
  }

  test('is written once and then updated, on the open pull request of the branch', async () => {
    await openPull('something-else');
    const number = await openPull();
    const rest = await own();
    expect(await commentOnPull(failed, about, rest)).toEqual({ ok: true, value: undefined });
    await commentOnPull(succeeded, about, rest);
    expect(comments(number)).toEqual([
      { login: 'github-actions[bot]', body: expect.stringContaining('### ✅ phase-1 completed') as unknown },
    ]);
    await commentOnPull(notification({ workflow: 'other' }), { ...about, number }, rest);
    expect(comments(number)).toHaveLength(2);
  });

  test('is not written into the comment of a stranger who knows the marker', async () => {
    const number = await openPull();
    const stranger = await restWith({ 'pull-requests': 'write' }, 'mallory');
    await commentOnPull(failed, { ...about, number }, stranger);
    await commentOnPull(succeeded, about, await own());
    expect(comments(number).map(({ login }) => login)).toEqual(['mallory', 'github-actions[bot]']);
  });

  test('where there is no pull request is not written, and that is no trouble', async () => {
    expect(await commentOnPull(failed, about, await own())).toEqual({ ok: true, value: undefined });
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});
