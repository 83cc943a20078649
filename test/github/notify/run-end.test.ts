import { describe, expect, test } from '@jest/globals';
import type { RunEvent } from '../../../src/engine/event.js';
import { endBeforeRun, endOfRun } from '../../../src/github/notify/run-end.js';
import type { RunnerFacts } from '../../../src/github/runner/runner-facts.js';
import type { Hook } from '../../../src/definition/workflow.js';
import { START, started, tell } from '../../support/run-story.js';
import { commandStep, phase, planOf, workflow } from '../../support/workflow.js';

const facts = {
  owner: 'acme',
  repo: 'config',
  ref: 'refs/heads/main',
  serverUrl: 'https://github.com',
  runId: '7',
  attempt: 2,
} as RunnerFacts;
const hook = (about: 'success' | 'failure'): Hook => ({ kind: 'notify', about });
const steps = [phase('sequential', 'sequential', [commandStep('a')])];
const asking = planOf(workflow('demo', steps, { onSuccess: [hook('success')], onFailure: [hook('failure')] }));
const silent = planOf(workflow('demo', steps));

const ended = (status: 'completed' | 'failed'): RunEvent => ({
  type: 'run-ended',
  at: START + 9,
  status,
  failure: null,
});
const paused = (why: 'budget' | 'interrupted' | 'phase-done' | 'deadline'): RunEvent => ({
  type: 'run-paused',
  at: START + 9,
  why,
});

describe('what people are told of the jobs of a run', () => {
  test.each([
    { of: 'a run that completed, its jobs too', events: [ended('completed')], outcome: 'success', wanted: 'success' },
    { of: 'a result that another job refused', events: [ended('completed')], outcome: 'failure', wanted: 'failure' },
    { of: 'a run that failed', events: [ended('failed')], outcome: 'failure', wanted: 'failure' },
    { of: 'a job that was lost in mid-step', events: [], outcome: 'failure', wanted: 'failure' },
    {
      of: 'a job that was lost before its phase',
      events: [paused('phase-done')],
      outcome: 'failure',
      wanted: 'failure',
    },
    { of: 'a job that GitHub stopped', events: [paused('interrupted')], outcome: 'failure', wanted: 'paused' },
    { of: 'a budget that is spent', events: [paused('budget')], outcome: 'failure', wanted: 'paused' },
    { of: 'one phase, as asked', events: [paused('phase-done')], outcome: 'success', wanted: null },
  ] as const)('$of: $wanted', ({ events, outcome, wanted }) => {
    const end = (plan: typeof asking) =>
      endOfRun(tell(plan, [started(plan), ...events]), { outcome, pull: null }, facts);
    expect([end(asking)?.event ?? null, end(silent)?.event ?? null]).toEqual([wanted, wanted]);
    if (wanted !== null) expect([end(asking)?.isAsked, end(silent)?.isAsked]).toEqual([true, false]);
  });

  test('has the repository, the branch, and links to the pull request and the workflow run', () => {
    const end = endOfRun(tell(asking, [started(asking), ended('completed')]), { outcome: 'success', pull: 12 }, facts);
    expect(end?.notification).toMatchObject({
      title: 'demo completed',
      lines: [],
      place: 'acme/config, main',
      links: [
        { label: 'Pull request 12', url: 'https://github.com/acme/config/pull/12' },
        { label: 'Workflow run', url: 'https://github.com/acme/config/actions/runs/7' },
      ],
    });
  });

  test('says that it was no step that failed, and how a pause goes on', () => {
    const told = (event: RunEvent) =>
      endOfRun(tell(asking, [started(asking), event]), { outcome: 'failure', pull: null }, facts)?.notification;
    expect(told(ended('completed'))).toMatchObject({
      title: 'demo failed',
      lines: ['the steps have completed; what comes after them failed, and its job says why'],
    });
    expect(told(paused('budget'))?.lines).toEqual([
      'paused (budget): start the workflow with resume-from: 7 and a higher budget-usd',
    ]);
  });

  test('of a run that could not begin is told why, also where its definition cannot be read', () => {
    const before = (plan: typeof asking | null) =>
      endBeforeRun({ workflow: 'demo', plan, why: 'not valid' }, START, facts);
    expect(before(null)).toMatchObject({
      event: 'failure',
      isAsked: true,
      notification: { title: 'demo could not begin', lines: ['not valid'], runId: '7-2' },
    });
    expect([before(asking).isAsked, before(silent).isAsked]).toEqual([true, false]);
  });
});
