import { describe, expect, test } from '@jest/globals';
import type { RunEvent } from '../../src/engine/event.js';
import { buildNotification, notifiedEvent } from '../../src/report/notification.js';
import type { Hook } from '../../src/definition/workflow.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { commandStep, phase, planOf, workflow } from '../support/workflow.js';

const hook = (about: 'success' | 'failure'): Hook => ({ kind: 'notify', about });
const steps = [phase('sequential', 'sequential', [commandStep('a'), commandStep('b')])];
const asking = planOf(workflow('demo', steps, { onSuccess: [hook('success')], onFailure: [hook('failure')] }));
const silent = planOf(workflow('demo', steps, { onFailure: [{ kind: 'command', command: 'true' }] }));

const failure = {
  reason: 'command-failed',
  command: 'nix fmt',
  exitCode: 1,
  signal: null,
  outputTail: 'bad\n\u001b[31mworse',
} as const;
const paused = (why: 'budget' | 'deadline' | 'storage' | 'interrupted' | 'phase-done' | 'rolled-back'): RunEvent => ({
  type: 'run-paused',
  at: START + 5000,
  why,
});
const ended = (status: 'completed' | 'failed'): RunEvent => ({
  type: 'run-ended',
  at: START + 65_000,
  status,
  failure: null,
});

const beginning = (plan: typeof asking): RunEvent[] => [
  started(plan),
  { type: 'group-started', at: START, group: '', base: BASE },
  { type: 'group-started', at: START, group: 'sequential', base: BASE },
  { type: 'step-started', at: START, step: 'a', attempt: 1, base: BASE },
  { type: 'step-completed', at: START + 3200, step: 'a', attempt: 1, ...result({ costUsd: 0.42 }) },
];
const failing: RunEvent[] = [
  { type: 'step-started', at: START + 4000, step: 'b', attempt: 1, base: BASE },
  { type: 'step-failed', at: START + 5000, step: 'b', attempt: 1, failure, retryAt: null, costUsd: null, tokens: null },
];
const place = { place: 'repo on laptop', links: [], canResume: true };

describe('people are told', () => {
  test.each([
    { end: ended('completed'), of: 'completed', wanted: 'success' },
    { end: ended('failed'), of: 'failed', wanted: 'failure' },
    { end: paused('budget'), of: 'paused for budget', wanted: 'paused' },
    { end: paused('deadline'), of: 'paused for time', wanted: 'paused' },
    { end: paused('storage'), of: 'paused for a full disk', wanted: 'paused' },
    { end: paused('interrupted'), of: 'interrupted by a person', wanted: null },
    { end: paused('phase-done'), of: 'one phase, as asked', wanted: null },
    { end: paused('rolled-back'), of: 'rolled back by a person', wanted: null },
  ])('of a run that is $of: $wanted, and of none when the workflow does not ask', ({ end, wanted }) => {
    expect(notifiedEvent(tell(asking, [...beginning(asking), end]))).toBe(wanted);
    expect(notifiedEvent(tell(silent, [...beginning(silent), end]))).toBe(null);
  });
});

describe('what they are told', () => {
  test('of a failure: what failed and where, how far it came, and how to go on; what it printed apart', () => {
    const state = tell(asking, [...beginning(asking), ...failing, ended('failed')]);
    expect(buildNotification(state, 'failure', place)).toMatchObject({
      event: 'failure',
      workflow: 'demo',
      runId: 'run-1',
      title: 'demo failed',
      lines: ['step 2 b: `nix fmt` failed with exit code 1', 'to go on: workflow-runner demo --resume'],
      details: ['bad', 'worse'],
      figures: '1 of 2 steps, 1 min 5 s, $0.42',
      failures: [{ where: 'step 2 b', reason: 'command-failed', message: '`nix fmt` failed with exit code 1' }],
      costUsd: 0.42,
    });
  });

  test('of a pause: why', () => {
    const state = tell(asking, [...beginning(asking), paused('budget')]);
    expect(buildNotification(state, 'paused', place).title).toBe('demo is paused: its budget is spent');
  });

  test('where no command can be typed: none is named', () => {
    const state = tell(asking, [...beginning(asking), ...failing, ended('failed')]);
    expect(buildNotification(state, 'failure', { ...place, canResume: false }).lines).toHaveLength(1);
  });
});
