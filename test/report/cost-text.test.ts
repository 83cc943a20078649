import { describe, expect, test } from '@jest/globals';
import type { RunEvent } from '../../src/engine/event.js';
import { buildProgress } from '../../src/report/progress-document.js';
import { progressSchema, type ProgressStep } from '../../src/report/progress-schema.js';
import { buildResults } from '../../src/report/results-document.js';
import { costText, totalCostText } from '../../src/report/cost-text.js';
import { renderRunSummary } from '../../src/report/run-summary.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { agentStep, commandStep, phase, planOf, workflow } from '../support/workflow.js';

/* What is not known is never shown as zero. */

const plan = planOf(workflow('demo', [phase('sequential', 'sequential', [agentStep('a'), commandStep('b')])]));
const begun: readonly RunEvent[] = [
  started(plan),
  { type: 'group-started', at: START, group: '', base: BASE },
  { type: 'group-started', at: START, group: 'sequential', base: BASE },
  { type: 'step-started', at: START, step: 'a', attempt: 1, base: BASE },
];
const session: RunEvent = {
  type: 'session-started',
  at: START,
  step: 'a',
  attempt: 1,
  session: { backend: 'claude', id: 'c0ffee' },
};
const completed = (costUsd: number | null): RunEvent => ({
  type: 'step-completed',
  at: START + 1000,
  step: 'a',
  attempt: 1,
  ...result({ costUsd }),
});

test.each([
  [0, '$0.00'],
  [0.0042, '$0.0042'],
  [0.01, '$0.01'],
  [12.345, '$12.35'],
])('%d dollars are %s', (costUsd, text) => {
  expect(costText(costUsd)).toBe(text);
});

test.each([
  [0, 0, ''],
  [0.42, 0, '$0.42'],
  [0, 1, '1 attempt of unknown cost'],
  [0.42, 2, '$0.42 (+ 2 attempts of unknown cost)'],
])('%d dollars and %d unknown attempts are "%s"', (costUsd, attemptsOfUnknownCost, text) => {
  expect(totalCostText({ costUsd, attemptsOfUnknownCost })).toBe(text);
});

describe('progress.json', () => {
  const first = (...events: readonly RunEvent[]): ProgressStep | undefined =>
    buildProgress(tell(plan, [...begun, ...events])).steps[0];

  test('has no cost while nothing is known', () => {
    expect(first()).not.toHaveProperty('cost_usd');
  });

  test('has null for an agent that did not say its cost', () => {
    expect(first(completed(null))).toHaveProperty('cost_usd', null);
  });

  test('has the cost that an agent has said', () => {
    expect(first(completed(0.1))).toHaveProperty('cost_usd', 0.1);
  });

  test('has no cost for a command', () => {
    const ended = { type: 'step-completed', at: START, step: 'b', attempt: 1, ...result() } as const;
    const document = buildProgress(
      tell(plan, [
        ...begun,
        completed(0.1),
        { type: 'step-started', at: START, step: 'b', attempt: 1, base: BASE },
        ended,
      ]),
    );
    expect(document.steps[1]).not.toHaveProperty('cost_usd');
  });

  test('with an unknown cost fits its published schema', () => {
    expect(progressSchema.safeParse(buildProgress(tell(plan, [...begun, completed(null)]))).error).toBeUndefined();
  });
});

test('results/<agent>.json names the conversation, for a person who goes on with it', () => {
  const results = buildResults(tell(plan, [...begun, session, completed(null)])).get('writer');
  expect(results?.['results']).toMatchObject([{ cost_usd: null, session: { backend: 'claude', id: 'c0ffee' } }]);
});

test('the summary of a run says for each step and for all that a cost is unknown', () => {
  const state = tell(plan, [
    ...begun,
    completed(null),
    { type: 'run-ended', at: START + 2000, status: 'completed', failure: null },
  ]);
  const text = renderRunSummary(state, { clean: (line) => line });
  expect(text).toContain('completed: demo 1.0.0 in 2.0 s, 1 attempt of unknown cost');
  expect(text).toMatch(/1 {2}writer a +completed +1\.0 s +2 files, def4560, cost unknown/);
});

test('a step whose attempts are known in part shows that part, and says that there is more', () => {
  const stopped = { reason: 'agent-stalled', silentMs: 1 } as const;
  const state = tell(plan, [
    ...begun,
    {
      type: 'step-failed',
      at: START,
      step: 'a',
      attempt: 1,
      failure: stopped,
      retryAt: START,
      costUsd: null,
      tokens: null,
    },
    { type: 'step-started', at: START, step: 'a', attempt: 2, base: BASE },
    completed(0.42),
    { type: 'run-ended', at: START + 2000, status: 'completed', failure: null },
  ]);
  expect(renderRunSummary(state, { clean: (line) => line })).toMatch(
    /writer a .*\$0\.42 \(\+ 1 attempt of unknown cost\)/,
  );
});
