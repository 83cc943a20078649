import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MetricsDocument } from '../../../src/report/metrics-schema.js';
import { buildReview } from '../../../src/report/review/build-review.js';
import { durationsOf, median } from '../../../src/report/review/durations.js';
import type { Review, ReviewSources } from '../../../src/report/review/review.js';
import type { RunRecord } from '../../../src/report/review/run-history.js';
import { timestamp } from '../../../src/report/timestamp.js';
import { DAY, NOW, runRecord, stepRecord } from '../../support/run-records.js';

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

const review = ({
  defined = [],
  ...more
}: Partial<Omit<ReviewSources, 'defined'>> & { defined?: string[] } = {}): Review =>
  buildReview({
    metrics: null,
    runs: [],
    workflow: null,
    now: NOW,
    windowMs: 30 * DAY,
    ...more,
    defined: defined.map((name) => ({ name, nested: name === 'whole' ? ['part'] : [] })),
  });

describe('the window of a review', () => {
  const runs = [40, 3, 2, 1, -1].map((daysAgo) => runRecord(daysAgo));

  test('has the runs that ended in it, and compares with those of the same time before it', () => {
    const { total, before, workflows } = review({ runs });
    expect([total.runs, before?.runs, workflows[0]?.runs, workflows[0]?.before?.runs]).toEqual([3, 1, 3, 1]);
  });

  test.each([
    ['the first moment of the window', 30, 1, null],
    ['a second earlier', 30 + 1 / 86_400, 0, 1],
    ['the first moment of the window before', 60, 0, 1],
    ['a second earlier than that', 60 + 1 / 86_400, 0, 0],
    ['now', 0, 1, null],
  ])('a run that ended at %s counts once', (_what, daysAgo, recent, earlier) => {
    const { total, before } = review({ runs: [runRecord(daysAgo)] });
    expect([total.runs, before?.runs ?? null]).toEqual([recent, earlier]);
  });

  test('is not compared with a time of which nothing is known', () => {
    expect(review({ runs: [runRecord(1)] })).toMatchObject({ before: null, workflows: [{ before: null }] });
  });

  test('says how many runs only the sums know, unless the history goes back before both windows', () => {
    const metrics = { workflows: [sums('tidy', 1, 4)], agents: {} };
    expect(review({ metrics, runs: [runRecord(1)] }).missingRuns).toBe(3);
    expect(review({ metrics, runs: [runRecord(1), runRecord(61)] }).missingRuns).toBe(0);
  });

  test('has one workflow alone when it is named', () => {
    const { workflows, total } = review({
      runs: [runRecord(1), runRecord(1, { workflow: 'other' })],
      defined: ['tidy', 'other'],
      workflow: 'other',
    });
    expect([workflows.map(({ name }) => name), total.runs]).toEqual([['other'], 1]);
  });

  test('counts a run that is told twice as it was told last', () => {
    const { total } = review({ runs: [runRecord(1, { status: 'paused' }), runRecord(1)] });
    expect(total).toMatchObject({ runs: 1, completed: 1 });
  });
});

describe('the mark of a workflow', () => {
  test.each([
    ['not run for 61 days', 61, 4, ['a'], 'unused'],
    ['run 59 days ago', 59, 4, ['a'], null],
    ['never successful', 1, 0, ['a'], 'never-successful'],
    ['without a file', 1, 4, [], 'not-defined'],
  ])('%s', (_what, daysAgo, successes, defined, mark) => {
    const metrics = { workflows: [sums('a', daysAgo, successes)], agents: {} };
    expect(review({ metrics, defined }).workflows[0]?.mark).toBe(mark);
  });

  test('nobody knows figures of: it has not run, which is no reason to remove it', () => {
    expect(review({ defined: ['new'] }).workflows).toMatchObject([{ name: 'new', mark: 'never-run', lastRunAt: null }]);
  });

  test('part of another: none, though it never runs by itself', () => {
    const { workflows } = review({ defined: ['part', 'whole'] });
    expect(workflows).toMatchObject([{ mark: null, nestedIn: ['whole'] }, { mark: 'never-run' }]);
  });
});

describe('figures', () => {
  const over = (count: number): RunRecord[] =>
    Array.from({ length: count }, (_, index) => runRecord(index / 10, { duration_seconds: index + 1 }));

  test('of paused and interrupted runs are no success, no failure and no duration', () => {
    const runs = [runRecord(1), runRecord(2, { status: 'paused' }), runRecord(3, { status: 'interrupted' })];
    const { total } = review({ runs });
    expect(total).toMatchObject({ runs: 3, completed: 1, failed: 0, stopped: 2, successRate: 1 });
    expect(total.durations?.count).toBe(1);
  });

  test.each([
    [4, { count: 4, shortest: 1, longest: 4, median: null, p95: null }],
    [5, { count: 5, shortest: 1, longest: 5, median: 3, p95: 5 }],
    [6, { count: 6, shortest: 1, longest: 6, median: 3.5, p95: 6 }],
    [100, { count: 100, shortest: 1, longest: 100, median: 50.5, p95: 95 }],
  ])('of %d runs have a median and a percentile only when these say something', (count, durations) => {
    expect(review({ runs: over(count) }).total.durations).toEqual(durations);
  });
});

describe('steps', () => {
  const flaky = (...runs: Parameters<typeof stepRecord>[1][]): [number, number] => {
    const records = runs.map((step, index) => runRecord(index, { steps: [stepRecord('test', step)] }));
    const [step] = review({ runs: records }).flakySteps;
    return [step?.flakyRuns ?? 0, step?.runs ?? 0];
  };
  const failed = (...on: string[]) => ({ outcome: 'failed', failed_on: on, passed_on: null }) as const;

  test.each([
    ['passed at once', [{}], 0],
    ['completed after a retry', [{ retries: 1, failed_on: ['tree'] }], 1],
    ['failed on a tree, and passed on it in another run', [failed('tree'), {}], 1],
    ['failed on another tree than it passed on', [failed('broken'), {}], 0],
    ['failed every time', [failed('tree'), failed('tree')], 0],
    ['failed, and passed on the same tree when the run was resumed', [{ failed_on: ['tree'] }], 1],
    ['was stopped on a tree on which it passed', [{ outcome: 'stopped', passed_on: null } as const, {}], 0],
  ])('one that %s: in how many runs it is flaky', (_what, runs, expected) => {
    expect(flaky(...runs)[0]).toBe(expected);
  });

  test('are the slowest first, with their part of the run; less than a second is not slow', () => {
    const steps = [
      stepRecord('fmt', { seconds: 0 }),
      stepRecord('lint', { seconds: 2 }),
      stepRecord('build', { seconds: 50 }),
    ];
    expect(review({ runs: [runRecord(1, { steps })] }).slowSteps).toMatchObject([
      { step: 'build', share: 0.5, durations: { count: 1, median: null } },
      { step: 'lint', share: 0.02 },
    ]);
  });
});

test('agents: what they completed, at once or after retries, what code did for them, what they cost', () => {
  const agent = { name: 'architect', asked: true, cost_usd: 0.5, tokens: 100, attempts_of_unknown_cost: 0 };
  const steps = [
    stepRecord('a', { agent }),
    stepRecord('b', { agent: { ...agent, asked: false, cost_usd: 0, tokens: 0 } }),
    stepRecord('c', { agent, retries: 2, attempts: 3 }),
    stepRecord('d', { agent: { ...agent, cost_usd: 0, attempts_of_unknown_cost: 1 }, outcome: 'failed' }),
    stepRecord('e', { agent, outcome: 'stopped' }),
    stepRecord('f'),
  ];
  expect(review({ runs: [runRecord(1, { steps })] }).agents).toEqual([
    {
      name: 'architect',
      steps: 4,
      completed: 3,
      completedAtOnce: 2,
      byCode: 1,
      retries: 2,
      durations: { count: 4, shortest: 10, longest: 10, median: null, p95: null },
      costUsd: 1.5,
      tokens: 400,
      attemptsOfUnknownCost: 1,
    },
  ]);
});

describe('any history', () => {
  const input = fc.constantFrom('t1', 't2', 't3');
  const step = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c'),
      outcome: fc.constantFrom('completed' as const, 'failed' as const, 'stopped' as const),
      seconds: fc.nat({ max: 100 }),
      retries: fc.nat({ max: 2 }),
      failed_on: fc.uniqueArray(input, { maxLength: 2 }),
      on: input,
    })
    .map(({ on, ...more }) => stepRecord(more.id, { ...more, passed_on: more.outcome === 'completed' ? on : null }));
  const run = fc
    .record({
      workflow: fc.constantFrom('x', 'y'),
      daysAgo: fc.double({ min: -2, max: 70, noNaN: true }),
      status: fc.constantFrom('completed' as const, 'failed' as const, 'paused' as const, 'interrupted' as const),
      duration_seconds: fc.nat({ max: 5000 }),
      cost_usd: fc.nat({ max: 1000 }).map((cents) => cents / 100),
      steps: fc.uniqueArray(step, { maxLength: 3, selector: ({ id }) => id }),
    })
    .map(({ daysAgo, ...more }) => runRecord(daysAgo, more));
  const history = fc
    .array(run, { maxLength: 40 })
    .map((runs) => runs.map((one, index) => ({ ...one, run_id: `run-${index}` })));

  test('has the figures that counting by hand gives', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const made = review({ runs });
        const mine = runs.filter(({ ended_at: at }) => Date.parse(at) <= NOW && NOW - Date.parse(at) <= 30 * DAY);
        const over = mine.filter(({ status }) => status === 'completed' || status === 'failed');
        const good = over.filter(({ status }) => status === 'completed');
        expect(made.total.runs).toBe(mine.length);
        expect(made.total.stopped).toBe(mine.length - over.length);
        expect(made.total.successRate).toBe(over.length === 0 ? null : good.length / over.length);
        expect(made.total.costUsd).toBeCloseTo(
          mine.reduce((sum, one) => sum + one.cost_usd, 0),
          6,
        );
        expect(made.total.retries).toBe(mine.flatMap((one) => one.steps).reduce((sum, one) => sum + one.retries, 0));
        expect(made.workflows.reduce((sum, one) => sum + one.runs, 0)).toBe(mine.length);
        const earlier = runs.filter(({ ended_at: at }) => NOW - Date.parse(at) > 30 * DAY);
        const inBefore = earlier.filter(({ ended_at: at }) => NOW - Date.parse(at) <= 60 * DAY);
        expect(made.before?.runs ?? null).toBe(earlier.length === 0 ? null : inBefore.length);
      }),
    );
  });

  test('has the flaky steps that looking at every pair of runs gives', () => {
    fc.assert(
      fc.property(history, (runs) => {
        const mine = runs.filter(({ ended_at: at }) => Date.parse(at) <= NOW && NOW - Date.parse(at) <= 30 * DAY);
        for (const workflow of ['x', 'y']) {
          for (const id of ['a', 'b', 'c']) {
            const all = mine
              .filter((one) => one.workflow === workflow)
              .flatMap((one) => one.steps.filter((it) => it.id === id && it.outcome !== 'stopped'));
            const count = all.filter(
              (one) =>
                (one.outcome === 'completed' && one.retries > 0) ||
                all.some((other) => other.passed_on !== null && one.failed_on.includes(other.passed_on)),
            ).length;
            const found = review({ runs }).flakySteps.find((it) => it.workflow === workflow && it.step === id);
            expect(found?.flakyRuns ?? 0).toBe(count);
            if (found !== undefined) expect(found.runs).toBe(all.length);
          }
        }
      }),
    );
  });

  test('has medians and percentiles with as many values on their sides as their names say', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 50 }), { minLength: 5, maxLength: 60 }), (values) => {
        const { median: middle, p95 } = durationsOf(values) ?? {};
        const below = (limit: number): number => values.filter((one) => one < limit).length;
        const above = (limit: number): number => values.filter((one) => one > limit).length;
        expect(below(middle ?? NaN)).toBeLessThanOrEqual(values.length / 2);
        expect(above(middle ?? NaN)).toBeLessThanOrEqual(values.length / 2);
        expect(values).toContain(p95);
        expect(above(p95 ?? NaN)).toBeLessThanOrEqual(values.length * 0.05);
        expect(below(p95 ?? NaN)).toBeLessThan(values.length * 0.95);
        expect(middle).toBe(median(values));
      }),
    );
  });
});
