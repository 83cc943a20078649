import { expect, test } from '@jest/globals';
import { updateMetrics, type AgentFigures, type RunFigures } from '../../src/report/metrics-document.js';
import { metricsSchema, type MetricsDocument } from '../../src/report/metrics-schema.js';
import { START } from '../support/run-story.js';

const agent = (name: string, succeeded: boolean, durationSeconds: number): AgentFigures => ({
  name,
  succeeded,
  durationSeconds,
  costUsd: 0.25,
  tokens: 1000,
  isCostUnknown: false,
});

const run = (more: Partial<RunFigures> = {}): RunFigures => ({
  runId: 'r1',
  workflow: 'phase-1-critical',
  status: 'completed',
  endedAt: START + 1800_000,
  durationSeconds: 1800,
  costUsd: 0.25,
  attemptsOfUnknownCost: 0,
  agents: [agent('structure-validator', true, 300)],
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
  const failed = run({ status: 'failed', agents: [agent('a', false, 10)] });
  const completed = run({ agents: [agent('b', true, 20)] });
  expect(after(failed, completed)).toEqual(after(completed));
});

test('the same end told twice changes nothing', () => {
  expect(after(run(), run())).toEqual(after(run()));
});

test('an agent with the name of a property of objects is counted like any other', () => {
  const metrics = after(run({ agents: [agent('__proto__', true, 1)] }));
  expect(Object.getOwnPropertyNames(metrics.agents)).toEqual(['__proto__']);
});

test('costs and tokens are summed, and what is not known is counted beside them', () => {
  const unknown = { ...agent('a', true, 1), costUsd: 0, tokens: 0, isCostUnknown: true };
  const metrics = after(
    run({ runId: 'r1', agents: [agent('a', true, 1)] }),
    run({ runId: 'r2', costUsd: 0, attemptsOfUnknownCost: 2, agents: [unknown] }),
  );
  expect(metrics.workflows[0]).toMatchObject({
    total_cost_usd: 0.25,
    total_tokens: 1000,
    attempts_of_unknown_cost: 2,
  });
  expect(metrics.agents['a']).toMatchObject({ total_cost_usd: 0.25, total_tokens: 1000, of_unknown_cost: 1 });
});

test('a run that is resumed has its cost counted once', () => {
  const paused = run({ status: 'paused', costUsd: 0.1, attemptsOfUnknownCost: 1 });
  const completed = run({ costUsd: 0.3, attemptsOfUnknownCost: 1 });
  expect(after(paused, completed)).toEqual(after(completed));
});

test('a file of a version that counted no costs is gone on with', () => {
  const current = after(run());
  const text = JSON.stringify(current, (key, value: unknown) => (/cost|tokens/.test(key) ? undefined : value));
  const read = metricsSchema.parse(JSON.parse(text));
  expect(updateMetrics(read, run({ runId: 'r2' })).workflows[0]).toMatchObject({ executions: 2, total_cost_usd: 0.25 });
});

test('metrics fit their published schema', () => {
  expect(metricsSchema.safeParse(after(run())).error).toBeUndefined();
});
