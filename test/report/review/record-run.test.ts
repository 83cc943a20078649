import { describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { RunEvent } from '../../../src/engine/event.js';
import { recordRun, type RunLookup } from '../../../src/report/review/record-run.js';
import { runHistorySchema, type RunRecord, type StepRecord } from '../../../src/report/review/run-history.js';
import { BASE, result, START, started } from '../../support/run-story.js';
import { commandStep, phase, planOf, workflow } from '../../support/workflow.js';

const plan = planOf(workflow('demo', [phase('sequential', 'sequential', [commandStep('a')])]));
const choices = {
  land: 'merge',
  phase: null,
  skip: [],
  maxConcurrent: null,
  budgetUsd: null,
  agentBackend: null,
} as const;

const lookup: RunLookup = {
  agentOf: (id) => (id === 'agent' ? { name: 'architect', asked: true } : null),
  treeOf: (commit) => (commit === BASE ? 'T' : commit),
  digest: (text) => createHash('sha256').update(text).digest('hex'),
};

type Told = RunEvent extends infer E ? (E extends RunEvent ? Omit<E, 'at'> : never) : never;

/** The record of a run whose events happen at these seconds. */
function record(...events: readonly [number, Told][]): RunRecord | null {
  return recordRun([started(plan), ...events.map(([at, event]) => ({ ...event, at: START + at * 1000 }))], lookup);
}

const start = (attempt = 1, base = BASE, step = 'a'): Told => ({ type: 'step-started', step, attempt, base });
const pass = (more: object = {}, step = 'a'): Told => ({ type: 'step-completed', step, attempt: 1, ...result(more) });
const fail = (retryAt: number | null = null, reason = 'timeout'): Told =>
  ({ type: 'step-failed', step: 'a', attempt: 1, failure: { reason }, retryAt, costUsd: 0.1, tokens: null }) as Told;
const end = (status: 'completed' | 'failed' = 'completed'): Told => ({ type: 'run-ended', status, failure: null });
const resume: Told = { type: 'run-resumed', choices, definition: null };
const pause: Told = { type: 'run-paused', why: 'interrupted' };
const step = (of: RunRecord | null): StepRecord | undefined => of?.steps[0];

describe('the record of a run', () => {
  test('has what the review needs, in the form of its schema', () => {
    const made = record([0, start()], [5, pass({ costUsd: 0.5 })], [6, end()]);
    expect(made).toEqual({
      run_id: 'run-1',
      workflow: 'demo',
      status: 'completed',
      ended_at: '2025-11-01T10:00:06Z',
      duration_seconds: 6,
      cost_usd: 0.5,
      attempts_of_unknown_cost: 0,
      steps: [
        {
          id: 'a',
          outcome: 'completed',
          seconds: 5,
          attempts: 1,
          retries: 0,
          failed_on: [],
          passed_on: expect.stringMatching(/^[0-9a-f]{16}$/),
          agent: null,
        },
      ],
    });
    expect(runHistorySchema.safeParse({ runs: [made] }).success).toBe(true);
  });

  test.each([
    ['ended', [end('failed')], 'failed'],
    ['paused', [pause], 'paused'],
    ['was killed', [], 'interrupted'],
    ['was resumed and killed', [pause, resume], 'interrupted'],
    ['was rolled back', [end(), { type: 'rolled-back', step: 'a', revertCommit: null }], 'paused'],
  ] as const)('that %s has its status', (_what, events, status) => {
    expect(record([0, start()], [1, pass()], ...events.map((event): [number, Told] => [2, event]))?.status).toBe(
      status,
    );
  });

  test('leaves out the night between a pause and the resume, and the wait before a retry is no time of the step', () => {
    const made = record(
      [0, start()],
      [10, fail(START)],
      [30, start(2)],
      [35, pause],
      [90_000, resume],
      [90_001, start(3)],
      [90_003, pass()],
      [90_004, end()],
    );
    expect([made?.duration_seconds, step(made)?.seconds]).toEqual([39, 17]);
  });

  test('counts jobs that worked side by side as the time that passed', () => {
    const made = record(
      [0, start()],
      [60, pass()],
      [10, resume],
      [20, start(1, BASE, 'b')],
      [30, pass({}, 'b')],
      [61, resume],
      [70, end()],
    );
    expect(made?.duration_seconds).toBe(69);
  });

  test.each([
    [
      'an attempt that failed and was tried again',
      [start(), fail(START), start(2), pass()],
      { attempts: 2, retries: 1, failed_on: 1 },
    ],
    [
      'a failure that a resume repaired',
      [start(), fail(), end('failed'), resume, start(2), pass()],
      { attempts: 2, retries: 0, failed_on: 1 },
    ],
    [
      'a stop',
      [start(), fail(null, 'cancelled'), pause, resume, start(2), pass()],
      { attempts: 2, retries: 0, failed_on: 0 },
    ],
    [
      'an empty purse',
      [start(), fail(null, 'agent-out-of-budget'), resume, start(2), pass()],
      { attempts: 2, retries: 0, failed_on: 0 },
    ],
  ])('tells %s', (_what, events, expected) => {
    const made = step(record(...events.map((event, index): [number, Told] => [index, event])));
    expect({ ...made, failed_on: made?.failed_on.length }).toMatchObject({ ...expected, outcome: 'completed' });
  });

  test('tells apart what a step began with: its tree, and the definition that it had', () => {
    const changed: Told = { type: 'run-resumed', choices, definition: { '.claude/workflows/x.yaml': 'aa' } };
    const same = step(record([0, start()], [1, fail(START)], [2, start(2)], [3, pass()]));
    expect(same?.failed_on).toEqual([same?.passed_on]);
    const mended = step(record([0, start()], [1, fail()], [2, changed], [3, start(2)], [4, pass()]));
    expect(mended?.failed_on).not.toContain(mended?.passed_on);
  });

  test('sums what an agent cost over its attempts, and counts those that did not say', () => {
    const of = (costUsd: number | null): Told => pass({ costUsd, tokens: 7 }, 'agent');
    const made = record(
      [0, start(1, BASE, 'agent')],
      [1, of(null)],
      [2, start(2, BASE, 'agent')],
      [3, of(0.25)],
      [4, end()],
    );
    expect(made).toMatchObject({ cost_usd: 0.25, attempts_of_unknown_cost: 1 });
    expect(step(made)?.agent).toEqual({
      name: 'architect',
      asked: true,
      cost_usd: 0.25,
      tokens: 14,
      attempts_of_unknown_cost: 1,
    });
  });

  test('of very many steps keeps those that failed, then the slowest', () => {
    const many = Array.from({ length: 1500 }, (_, index): [number, Told][] => {
      const id = `s${index}`;
      const ended = index === 3 ? { ...fail(), step: id } : pass({}, id);
      return [
        [index, start(1, BASE, id)],
        [index + (index > 600 ? 2 : 0), ended],
      ];
    });
    const made = record(...many.flat());
    expect(made?.steps).toHaveLength(1000);
    expect(made?.steps.map(({ id }) => id)).toEqual(expect.arrayContaining(['s3', 's601', 's1499']));
    expect(runHistorySchema.safeParse({ runs: [made] }).success).toBe(true);
  });

  test('is null of a journal without a beginning', () => {
    expect(recordRun([], lookup)).toBeNull();
  });
});
