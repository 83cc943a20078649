import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MetricsDocument } from '../../src/report/metrics-schema.js';
import { addToHistory, recordOfRun, runHistorySchema, type RunRecord } from '../../src/report/run-history.js';
import { renderReview } from '../../src/report/review-markdown.js';
import { buildReview, percentile, type Review } from '../../src/report/review.js';
import { timestamp } from '../../src/report/timestamp.js';
import { expectGolden } from '../support/golden.js';
import { allNodes, parseMarkdown, referenceIn } from '../support/markdown.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { commandStep, phase, planOf, workflow } from '../support/workflow.js';

const DAY = 24 * 3600 * 1000;
const NOW = START + 100 * DAY;

const run = (id: number, more: Partial<RunRecord> = {}): RunRecord => ({
  run_id: `run-${id}`,
  workflow: 'tidy',
  status: 'completed',
  ended_at: timestamp(NOW - id * DAY),
  duration_seconds: 100 * id,
  cost_usd: 0.1,
  attempts_of_unknown_cost: 0,
  slowest_steps: [{ id: 'build', seconds: 60 * id, attempts: id }],
  ...more,
});

const sums = (name: string, daysAgo: number, successes: number): MetricsDocument['workflows'][number] => ({
  name,
  executions: 4,
  success_rate: successes / 4,
  avg_duration_seconds: 10,
  last_execution: timestamp(NOW - daysAgo * DAY),
  successes,
  total_duration_seconds: 40,
  total_cost_usd: 0,
  total_tokens: 0,
  attempts_of_unknown_cost: 0,
  last_run: {
    run_id: 'x',
    succeeded: true,
    duration_seconds: 1,
    cost_usd: 0,
    tokens: 0,
    attempts_of_unknown_cost: 0,
    agents: {},
  },
});

const review = (more: Partial<Parameters<typeof buildReview>[0]> = {}): Review =>
  buildReview({ metrics: [], history: null, defined: [], now: NOW, windowMs: 30 * DAY, ...more });

describe('buildReview', () => {
  test('counts runs, durations and cost within the window alone', () => {
    const history = { runs: [run(40), run(3), run(2, { status: 'failed' }), run(1), run(-1)] };
    expect(review({ history, defined: ['tidy'] }).workflows).toMatchObject([
      { name: 'tidy', runs: 3, completed: 2, medianSeconds: 200, p95Seconds: 300, mark: null },
    ]);
  });

  test('leaves paused runs out of the durations', () => {
    const history = { runs: [run(1), run(2, { status: 'paused' })] };
    expect(review({ history }).workflows[0]).toMatchObject({ runs: 2, completed: 1, p95Seconds: 100 });
  });

  test.each([
    ['not run for 61 days', 61, 4, ['a'], 'unused'],
    ['run 59 days ago', 59, 4, ['a'], null],
    ['never successful', 1, 0, ['a'], 'never-successful'],
    ['without a file', 1, 4, [], 'not-defined'],
  ])('marks a workflow %s', (_what, daysAgo, successes, defined, mark) => {
    const metrics = [{ workflows: [sums('a', daysAgo, successes)], agents: {} }];
    expect(review({ metrics, defined }).workflows[0]?.mark).toBe(mark);
  });

  test('says of a workflow that nobody knows figures of only that it has not run', () => {
    expect(review({ defined: ['new'] }).workflows).toMatchObject([{ name: 'new', mark: 'never-run', lastRunAt: null }]);
  });

  test('takes the newest sums of several documents', () => {
    const metrics = [3, 1, 2].map((days) => ({ workflows: [sums('a', days, days)], agents: {} }));
    expect(review({ metrics }).workflows[0]).toMatchObject({ everRuns: 4, everSuccessRate: 0.25 });
  });

  test('names slow steps, the slowest first, with their share of the run and their retries', () => {
    const fast = { id: 'fmt', seconds: 2, attempts: 1 };
    const history = { runs: [run(1, { slowest_steps: [fast, { id: 'build', seconds: 50, attempts: 3 }] })] };
    expect(review({ history }).slowSteps).toEqual([
      { workflow: 'tidy', step: 'build', runs: 1, medianSeconds: 50, share: 0.5, retries: 2 },
      { workflow: 'tidy', step: 'fmt', runs: 1, medianSeconds: 2, share: 0.02, retries: 0 },
    ]);
  });
});

describe('percentile', () => {
  test.each([
    [[], 0.5, null],
    [[7], 0.95, 7],
    [[4, 1, 3, 2], 0.5, 2],
    [Array.from({ length: 100 }, (_, index) => index + 1), 0.95, 95],
  ])('of %j at %d is %d', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });

  test('is one of the values, and that share of them is not above it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.constantFrom(0, 0.5, 0.95, 1), (values, share) => {
        const found = percentile(values, share) ?? NaN;
        expect(values).toContain(found);
        expect(values.filter((one) => one <= found).length).toBeGreaterThanOrEqual(share * values.length);
      }),
    );
  });
});

describe('renderReview', () => {
  test('shows totals, what to look at, workflows and slow steps', () => {
    const metrics = [{ workflows: [sums('old', 70, 4), sums('tidy', 1, 3)], agents: {} }];
    const history = { runs: [run(3), run(2, { status: 'failed', attempts_of_unknown_cost: 1 }), run(1)] };
    const markdown = renderReview(review({ metrics, history, defined: ['old', 'tidy', 'new'] }));
    expectGolden('report/review.md', markdown);
  });

  test('makes nothing but text of hostile names', async () => {
    const hostile = '@team Closes #1 <img src=x> [a](http://b.c) | `x` <!-- y -->';
    const history = {
      runs: [run(1, { workflow: hostile, slowest_steps: [{ id: hostile, seconds: 9, attempts: 1 }] })],
    };
    const root = await parseMarkdown(renderReview(review({ history })));
    const types = allNodes(root).map(({ type }) => type);
    expect(types.filter((type) => ['html', 'link', 'image', 'inlineCode'].includes(type))).toEqual([]);
    expect(referenceIn(root)).toBeNull();
  });

  test('fits into an issue with very many workflows', () => {
    const defined = Array.from({ length: 3000 }, (_, index) => `${'@'.repeat(90)}${index}`);
    expect(renderReview(review({ defined })).length).toBeLessThanOrEqual(60_000);
  });
});

describe('the history of runs', () => {
  const plan = planOf(workflow('demo', [phase('sequential', 'sequential', [commandStep('a')])]));

  test('has what the review needs of a run that has ended, in the form of its schema', () => {
    const state = tell(plan, [
      started(plan),
      { type: 'step-started', at: START, step: 'a', attempt: 1, base: BASE },
      { type: 'step-completed', at: START + 5000, step: 'a', attempt: 1, ...result({ costUsd: 0.5 }) },
      { type: 'run-ended', at: START + 6000, status: 'completed', failure: null },
    ]);
    const record = recordOfRun(state);
    expect(record).toEqual({
      run_id: 'run-1',
      workflow: 'demo',
      status: 'completed',
      ended_at: '2025-11-01T10:00:06Z',
      duration_seconds: 6,
      cost_usd: 0.5,
      attempts_of_unknown_cost: 0,
      slowest_steps: [{ id: 'a', seconds: 5, attempts: 1 }],
    });
    expect(runHistorySchema.safeParse({ runs: [record] }).success).toBe(true);
    expect(recordOfRun(tell(plan, [started(plan)]))).toBeNull();
  });

  test('has a resumed run once, and at most 500 runs', () => {
    const once = addToHistory(addToHistory(null, run(1, { status: 'paused' })), run(1));
    expect(once.runs.map(({ status }) => status)).toEqual(['completed']);
    const many = { runs: Array.from({ length: 500 }, (_, index) => run(index)) };
    const full = addToHistory(many, run(999));
    expect([full.runs.length, full.runs[0]?.run_id, full.runs.at(-1)?.run_id]).toEqual([500, 'run-1', 'run-999']);
  });
});
