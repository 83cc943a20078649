import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { continueRun } from '../../../src/github/continue-run.js';
import { errorOf, removeFolders, valueOf } from '../../support/git-repository.js';
import type { FakeGitHub } from '../../support/github/api-github.js';
import { newJob, openBed, WRITE } from './publish-bed.js';

const INPUTS = '{phase: {type: string}, resume-from: {type: string}, dry-run: {type: boolean}';

const workflowFile = (inputs: string): Record<string, string> => ({
  '.github/workflows/weekly.yml': `on: {workflow_dispatch: {inputs: ${inputs}}}}\njobs: {a: {runs-on: x, steps: []}}\n`,
});

let github: FakeGitHub;
beforeEach(async () => {
  github = await openBed(workflowFile(`${INPUTS}, continuation: {type: string}`));
});
afterEach(async () => {
  expect(github.unknownRoutes).toEqual([]);
  await github.close();
});
afterAll(removeFolders);

const event = { inputs: { phase: 'one', 'dry-run': false } };

test('a continuation has the inputs of the event and goes on from this workflow run', async () => {
  const job = await newJob(github, { facts: { event } });
  expect(valueOf(await continueRun(job.world))).toEqual({ file: 'weekly.yml', continuation: 1 });
  expect(github.dispatches).toMatchObject([
    {
      workflow: 'weekly.yml',
      ref: 'refs/heads/main',
      inputs: { phase: 'one', 'dry-run': 'false', 'resume-from': '77', continuation: '1' },
    },
  ]);
});

test('continuations are counted, and end after 20', async () => {
  const inputs = { ...event.inputs, continuation: '19' };
  const job = await newJob(github, { facts: { event: { inputs } } });
  expect(valueOf(await continueRun(job.world)).continuation).toBe(20);
  const last = await newJob(github, { facts: { event: { inputs: { ...inputs, continuation: '20' } } } });
  expect(errorOf(await continueRun(last.world)).code).toBe('too-many-continuations');
  expect(github.dispatches).toHaveLength(1);
});

test('a workflow that keeps no count is continued all the same', async () => {
  await github.close();
  github = await openBed(workflowFile(INPUTS));
  const job = await newJob(github, { facts: { event } });
  valueOf(await continueRun(job.world));
  expect(github.dispatches[0]?.inputs).toEqual({ phase: 'one', 'dry-run': 'false', 'resume-from': '77' });
});

test('a token without actions: write is told as such', async () => {
  const job = await newJob(github, { permissions: { ...WRITE, actions: 'read' }, facts: { event } });
  expect(errorOf(await continueRun(job.world)).help).toContain('actions: write');
});
