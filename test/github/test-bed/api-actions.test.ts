import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf, octokitFor, type Octokit } from '../../support/github/api-client.js';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';
import type { Permissions, WorkflowRun } from '../../support/github/bed.js';

const WORKFLOW = [
  'on:',
  '  workflow_dispatch:',
  '    inputs:',
  '      resume-from: {required: false}',
  '      name: {required: true}',
  'jobs: {}',
  '',
].join('\n');

let bed: FakeGitHub;
let at: { owner: string; repo: string };
let name: string;
let count = 0;

beforeAll(async () => {
  bed = await openGitHub();
});
afterAll(async () => {
  await bed.close();
});
beforeEach(() => {
  count += 1;
  at = { owner: 'acme', repo: `actions-${count}` };
  name = `${at.owner}/${at.repo}`;
  const files = { '.github/workflows/restructure.yml': WORKFLOW, '.github/workflows/ci.yml': 'on: [push]\njobs: {}\n' };
  bed.createRepository({ name, files });
});

function client(permissions: Permissions = { actions: 'write', contents: 'write', issues: 'write' }): Octokit {
  return octokitFor(bed, bed.mintToken({ repository: name, permissions }));
}

function addRun(id: number, more: Partial<WorkflowRun> = {}): void {
  bed.putRun({
    id,
    repository: name,
    headRepository: name,
    runNumber: id,
    attempt: 1,
    name: 'restructure',
    path: '.github/workflows/restructure.yml',
    event: 'workflow_dispatch',
    headBranch: 'main',
    headSha: bed.bare(name).ref('refs/heads/main') ?? '',
    status: 'completed',
    conclusion: 'success',
    jobs: [],
    ...more,
  });
}

async function dispatch(inputs: Record<string, string>, workflow = 'restructure.yml', ref = 'main'): Promise<number> {
  const wanted = { ...at, workflow_id: workflow, ref, inputs };
  return (await client().rest.actions.createWorkflowDispatch(wanted)).status;
}

describe('workflow dispatch', () => {
  test('inputs are recorded, and a job may start a workflow this way', async () => {
    expect(await dispatch({ name: 'x', 'resume-from': '17' })).toBe(204);
    expect(bed.dispatches.at(-1)).toEqual({
      repository: name,
      workflow: 'restructure.yml',
      ref: 'main',
      inputs: { name: 'x', 'resume-from': '17' },
      login: 'github-actions[bot]',
    });
    expect(bed.triggered.at(-1)).toMatchObject({ event: 'workflow_dispatch', ref: 'main' });
  });

  test.each([
    [
      'an input that is not declared',
      { name: 'x', colour: 'red' },
      undefined,
      undefined,
      'Unexpected inputs provided: ["colour"]',
    ],
    ['a required input left out', {}, undefined, undefined, "Required input 'name' not provided"],
    ['an unknown ref', { name: 'x' }, undefined, 'none', 'No ref found for: none'],
    ['a workflow without the trigger', {}, 'ci.yml', undefined, "Workflow does not have 'workflow_dispatch' trigger"],
  ] as const)('%s is refused', async (_, inputs, workflow, ref, message) => {
    const request = dispatch({ ...inputs }, workflow, ref);
    expect(await failureOf(request)).toEqual({ status: 422, message: expect.stringContaining(message) });
  });

  test('a workflow that the default branch does not have is not found', async () => {
    expect((await failureOf(dispatch({}, 'none.yml'))).status).toBe(404);
  });

  test('the right to write actions is needed', async () => {
    const wanted = { ...at, workflow_id: 'restructure.yml', ref: 'main', inputs: { name: 'x' } };
    const reader = client({ actions: 'read', contents: 'write' });
    expect((await failureOf(reader.rest.actions.createWorkflowDispatch(wanted))).status).toBe(403);
  });
});

describe('workflow runs', () => {
  test('a run tells its repositories, event and state', async () => {
    addRun(11, { headRepository: 'stranger/fork', event: 'pull_request', headBranch: 'topic', conclusion: 'failure' });
    const { data } = await client().rest.actions.getWorkflowRun({ ...at, run_id: 11 });
    expect(data).toMatchObject({
      event: 'pull_request',
      head_branch: 'topic',
      status: 'completed',
      conclusion: 'failure',
    });
    expect(data.path).toBe('.github/workflows/restructure.yml');
    expect([data.repository.full_name, data.head_repository.full_name]).toEqual([name, 'stranger/fork']);
  });

  test('runs are listed newest first, by branch, status and workflow', async () => {
    addRun(21);
    addRun(22, { status: 'in_progress', conclusion: null });
    addRun(23, { headBranch: 'topic' });
    addRun(24, { path: '.github/workflows/ci.yml' });
    const { rest } = client();
    const all = await rest.actions.listWorkflowRunsForRepo(at);
    expect(all.data.workflow_runs.map(({ id }) => id)).toEqual([24, 23, 22, 21]);
    const some = await rest.actions.listWorkflowRuns({ ...at, workflow_id: 'restructure.yml', branch: 'main' });
    expect(some.data.workflow_runs.map(({ id }) => id)).toEqual([22, 21]);
    const failed = await rest.actions.listWorkflowRunsForRepo({ ...at, status: 'in_progress' });
    expect(failed.data.total_count).toBe(1);
  });

  test("another repository's run is not found", async () => {
    addRun(31, { repository: 'acme/other' });
    expect((await failureOf(client().rest.actions.getWorkflowRun({ ...at, run_id: 31 }))).status).toBe(404);
  });

  test('a run without artifacts has an empty list', async () => {
    addRun(41);
    const { data } = await client().rest.actions.listWorkflowRunArtifacts({ ...at, run_id: 41 });
    expect(data).toEqual({ total_count: 0, artifacts: [] });
  });

  test('an artifact that does not exist is not found', async () => {
    const request = client().rest.actions.downloadArtifact({ ...at, artifact_id: 1, archive_format: 'zip' });
    expect((await failureOf(request)).status).toBe(404);
  });
});

describe('issues', () => {
  test('one is opened, found by its label, changed and closed', async () => {
    const { rest } = client();
    const { data } = await rest.issues.create({ ...at, title: 'Report', body: 'one', labels: ['weekly'] });
    const found = await rest.issues.listForRepo({ ...at, labels: 'weekly', state: 'open' });
    expect(found.data.map(({ number }) => number)).toEqual([data.number]);
    await rest.issues.update({ ...at, issue_number: data.number, body: 'two', state: 'closed' });
    expect(bed.issues(name)).toEqual([expect.objectContaining({ body: 'two', state: 'closed' })]);
  });

  test('where they are switched off they are gone', async () => {
    bed.changeSettings(name, { hasIssues: false });
    expect(await failureOf(client().rest.issues.create({ ...at, title: 'Report' }))).toEqual({
      status: 410,
      message: expect.stringContaining('Issues are disabled for this repo'),
    });
  });
});

describe('checks', () => {
  test('check runs and the newest statuses of a commit are told by branch or id', async () => {
    const sha = bed.bare(name).ref('refs/heads/main') ?? '';
    bed.addCheckRun(name, { name: 'flake', sha, status: 'completed', conclusion: 'failure' });
    bed.addStatus(name, { sha, context: 'ci', state: 'pending', description: '', login: 'ci' });
    bed.addStatus(name, { sha, context: 'ci', state: 'success', description: '', login: 'ci' });
    const { rest } = client({ checks: 'read', statuses: 'read', contents: 'read' });
    const runs = await rest.checks.listForRef({ ...at, ref: 'main' });
    expect(runs.data.check_runs).toEqual([expect.objectContaining({ name: 'flake', conclusion: 'failure' })]);
    const status = await rest.repos.getCombinedStatusForRef({ ...at, ref: sha });
    expect([status.data.state, status.data.total_count]).toEqual(['success', 1]);
  });
});
