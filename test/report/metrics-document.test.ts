import { expect, test } from '@jest/globals';
import { updateMetrics, type RunFigures } from '../../src/report/metrics-document.js';
import { metricsSchema, type MetricsDocument } from '../../src/report/metrics-schema.js';
import { START } from '../support/run-story.js';

const run = (more: Partial<RunFigures> = {}): RunFigures => ({
  runId: 'r1',
  workflow: 'phase-1-critical',
  status: 'completed',
  startedAt: START,
  endedAt: START + 1800_000,
  agents: [{ name: 'structure-validator', succeeded: true, durationSeconds: 300 }],
  ...more,
});

const after = (...runs: readonly RunFigures[]): MetricsDocument =>
  runs.reduce<MetricsDocument | null>(updateMetrics, null) ?? { workflows: [], agents: {} };

test('metrics have the fields of the seed: rates with two digits, whole seconds', () => {
  const metrics = after(run(), run({ runId: 'r2', status: 'failed' }), run({ runId: 'r3' }));
  expect(metrics.workflows[0]).toMatchObject({
    name: 'phase-1-critical',
    executions: 3,
    success_rate: 0.67,
    avg_duration_seconds: 1800,
    last_execution: '2025-11-01T10:30:00Z',
  });
  expect(metrics.agents['structure-validator']).toMatchObject({
    invocations: 3,
    success_rate: 1,
    avg_duration_seconds: 300,
  });
});

test('a run that failed, was resumed and completed counts once, as completed', () => {
  const failed = run({ status: 'failed', agents: [{ name: 'a', succeeded: false, durationSeconds: 10 }] });
  const completed = run({ agents: [{ name: 'b', succeeded: true, durationSeconds: 20 }] });
  expect(after(failed, completed)).toEqual(after(completed));
});

test('the same end told twice changes nothing', () => {
  expect(after(run(), run())).toEqual(after(run()));
});

test('an agent with the name of a property of objects is counted like any other', () => {
  const metrics = after(run({ agents: [{ name: '__proto__', succeeded: true, durationSeconds: 1 }] }));
  expect(Object.getOwnPropertyNames(metrics.agents)).toEqual(['__proto__']);
});

test('metrics fit their published schema', () => {
  expect(metricsSchema.safeParse(after(run())).error).toBeUndefined();
});
