import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ActionWorld } from '../../../src/github/action-world.js';
import { report, REVIEW_MARKER } from '../../../src/github/review/report-command.js';
import { openRest } from '../../../src/github/api/rest.js';
import { openReviewIssues } from '../../../src/github/review/review-issues.js';
import { addToHistory } from '../../../src/report/review/run-history.js';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';
import type { Permissions } from '../../support/github/bed.js';
import { removeFolders, temporaryFolder } from '../../support/git-repository.js';

const NOW = Date.UTC(2025, 10, 1);
const REPOSITORY = 'acme/config';

let root: string;
let said: { readonly kind: string; readonly text: string }[];
let world: ActionWorld;

beforeEach(() => {
  root = temporaryFolder();
  said = [];
  mkdirSync(join(root, '.claude/workflows'), { recursive: true });
  writeFileSync(join(root, '.claude/workflows/tidy.yaml'), 'workflow: tidy\n');
  writeFileSync(join(root, '.claude/workflows/run-history.json'), JSON.stringify(history(1)));
  const say = (kind: string) => (text: string) => void said.push({ kind, text });
  world = {
    cwd: root,
    now: () => NOW,
    output: {
      notice: say('notice'),
      warning: say('warning'),
      error: say('error'),
      annotate: () => undefined,
      summary: (text: string) => {
        say('summary')(text);
        return Promise.resolve();
      },
    },
  } as unknown as ActionWorld;
});
afterAll(removeFolders);

const history = (runs: number) =>
  Array.from({ length: runs }, (_, index) => ({
    run_id: `run-${index}`,
    workflow: 'tidy',
    status: 'completed' as const,
    ended_at: '2025-10-30T00:00:00Z',
    duration_seconds: 60,
    cost_usd: 0,
    attempts_of_unknown_cost: 0,
    steps: [],
  })).reduce(addToHistory, { runs: [] });

const texts = (kind: string): string[] => said.filter((one) => one.kind === kind).map(({ text }) => text);
const request = { since: null, workflow: null, issues: null };

describe('report', () => {
  test('shows the review in the job summary', async () => {
    expect(await report(request, world)).toBe(0);
    expect(texts('summary')).toEqual([expect.stringContaining('| tidy | 1 | 1 of 1 | 1 min |')]);
  });

  test('looks back as far as asked for', async () => {
    await report({ ...request, since: '12h' }, world);
    expect(texts('summary')[0]).toContain('| tidy | 0 |');
  });

  test.each(['30', 'd', '-1d', '1d2h', '99999w', '0d', ''])('refuses the time span %j', async (since) => {
    expect(await report({ ...request, since }, world)).toBe(2);
    expect(texts('error')[0]).toContain('no time span');
  });

  test('shows one workflow alone when it is named', async () => {
    writeFileSync(join(root, '.claude/workflows/other.yaml'), '');
    await report({ ...request, workflow: 'other' }, world);
    expect(texts('summary')[0]).not.toContain('tidy');
  });

  test.each(['{', '{"runs": 1}', 'link'])('leaves out a damaged file, and says so: %s', async (content) => {
    const file = join(root, '.claude/workflows/metrics.json');
    if (content === 'link') symlinkSync('/etc/hostname', file);
    else writeFileSync(file, content);
    expect(await report(request, world)).toBe(0);
    expect(texts('warning')).toEqual(['metrics.json cannot be read: it is left out of the review']);
  });
});

describe('the issue of the review', () => {
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await openGitHub();
    github.createRepository({ name: REPOSITORY, files: { a: '1' } });
  });
  afterEach(async () => {
    await github.close();
  });

  const show = async (permissions: Permissions = { issues: 'write' }): Promise<number> => {
    const token = github.mintToken({ repository: REPOSITORY, permissions });
    const [owner = '', repo = ''] = REPOSITORY.split('/');
    const signal = new AbortController().signal;
    const sleep = () => Promise.resolve();
    const rest = await openRest({ owner, repo, apiUrl: github.apiUrl, token, sleep, now: () => NOW, signal });
    return report({ ...request, issues: openReviewIssues(rest) }, world);
  };
  const bodies = (): string[] => github.issues(REPOSITORY).map(({ body }) => body);

  test('is opened once and then updated in its place', async () => {
    expect(await show()).toBe(0);
    writeFileSync(join(root, '.claude/workflows/run-history.json'), JSON.stringify(history(2)));
    expect(await show()).toBe(0);
    expect(bodies()).toEqual([expect.stringContaining('| tidy | 2 |')]);
    expect(texts('notice')).toHaveLength(2);
  });

  test('is not touched when nothing has changed', async () => {
    await show();
    const before = github.requests.filter(({ method }) => method !== 'GET').length;
    await show();
    expect(github.requests.filter(({ method }) => method !== 'GET')).toHaveLength(before);
  });

  test('is not taken for one of a stranger who wrote the marker', async () => {
    const stranger = github.mintToken({ repository: REPOSITORY, permissions: { issues: 'write' }, login: 'mallory' });
    await fetch(`${github.apiUrl}/repos/${REPOSITORY}/issues`, {
      method: 'POST',
      headers: { authorization: `Bearer ${stranger}` },
      body: JSON.stringify({ title: 'x', body: REVIEW_MARKER }),
    });
    await show();
    expect(bodies()).toHaveLength(2);
  });

  test('is opened once though the server failed after it had done it', async () => {
    github.injectFault({ path: /\/issues$/, method: 'POST', fault: { kind: 'done-then-status', status: 502 } });
    expect(await show()).toBe(0);
    expect(bodies()).toHaveLength(1);
  });

  test('that the token may not open is a failure that says so, with the summary written', async () => {
    expect(await show({ issues: 'read' })).toBe(1);
    expect(texts('error')[0]).toContain('Could not open the issue of the review');
    expect(texts('summary')[0]).toContain('| tidy | 1 |');
  });
});
