import { describe, expect, test } from '@jest/globals';
import type { Failure } from '../../src/base/failure.js';
import type { RunEvent } from '../../src/engine/event.js';
import type { Plan } from '../../src/plan/plan.js';
import { EventLines } from '../../src/report/event-lines.js';
import { safeTerminalLine } from '../../src/process/terminal-text.js';
import { expectGolden } from '../support/golden.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { agentStep, commandStep, phase, planOf, workflow } from '../support/workflow.js';

const failure = { reason: 'command-failed', command: 'nix fmt', exitCode: 1, signal: null, outputTail: '' } as const;

function lines(plan: Plan, events: readonly RunEvent[]): string[] {
  const story = new EventLines({ clean: safeTerminalLine });
  const told: string[] = [];
  const state = tell(plan, events, (event, now) => told.push(...story.next(event, now)));
  return [...told, ...story.end(state)];
}

test('a run is told in one line for each start and each end, with merges, retries, checks and landing', () => {
  const plan = planOf(
    workflow('demo', [
      phase('first', 'sequential', [commandStep('a')]),
      phase('second', 'parallel', [commandStep('b'), commandStep('c')], { validation: ['true'] }),
    ]),
  );
  const at = (seconds: number): number => START + seconds * 1000;
  const told = lines(plan, [
    started(plan),
    { type: 'group-started', at: at(0), group: '', base: BASE },
    { type: 'group-started', at: at(0), group: 'first', base: BASE },
    { type: 'step-started', at: at(0), step: 'a', attempt: 1, base: BASE },
    { type: 'step-failed', at: at(2), step: 'a', attempt: 1, failure, retryAt: at(6), costUsd: null, tokens: null },
    { type: 'step-started', at: at(6), step: 'a', attempt: 2, base: BASE },
    { type: 'step-completed', at: at(9.2), step: 'a', attempt: 2, ...result({ filesModified: 5, costUsd: 0.42 }) },
    { type: 'group-started', at: at(10), group: 'second', base: BASE },
    { type: 'step-started', at: at(10), step: 'b', attempt: 1, base: BASE },
    { type: 'step-started', at: at(10), step: 'c', attempt: 1, base: BASE },
    { type: 'step-completed', at: at(75), step: 'c', attempt: 1, ...result({ commit: 'cccccccccc' }) },
    { type: 'step-completed', at: at(76), step: 'b', attempt: 1, ...result({ filesModified: 0 }) },
    { type: 'group-merged', at: at(77), group: 'second', commit: 'fffffffffff' },
    { type: 'group-validated', at: at(78), group: 'second', failure: null },
    { type: 'result-validated', at: at(79), commit: 'fffffffffff', checks: ['nix flake check'], failure: null },
    { type: 'landing-started', at: at(80), from: BASE, to: 'fffffffffff' },
    { type: 'landed', at: at(80), commit: 'fffffffffff', how: 'fast-forward', branch: null },
    { type: 'run-ended', at: at(81), status: 'completed', failure: null },
  ]);
  expectGolden('report/events/completed.txt', `${told.join('\n')}\n`);
});

describe('an attempt of an agent', () => {
  const plan = planOf(workflow('demo', [phase('sequential', 'sequential', [agentStep('a')])]));
  const attempt = { at: START, step: 'a', attempt: 1, base: BASE, costUsd: null, tokens: null, retryAt: null };
  const told = (...events: readonly RunEvent[]): string[] =>
    lines(plan, [{ ...attempt, type: 'step-started' }, ...events]).slice(1);

  test('has no line for the name of its conversation', () => {
    expect(told({ ...attempt, type: 'session-started', session: { backend: 'claude', id: 'x' } })).toEqual([]);
  });

  test('that completes without saying its cost has it unknown', () => {
    expect(told({ ...attempt, ...result({ costUsd: null }), type: 'step-completed' })).toEqual([
      '✓ [1/1] writer a … completed in 0.0 s, 2 files, def4560, cost unknown',
    ]);
  });

  test.each<[string, Failure, number | null, string]>([
    ['the run stops', { reason: 'cancelled' }, START, 'stopped after 0.0 s: a resume goes on with it, $0.20'],
    [
      'has spent its share',
      { reason: 'agent-out-of-budget', limitUsd: 0.2 },
      START,
      'stopped after 0.0 s: the agent has spent the $0.20 that were left for it; it goes on when there is more, $0.20',
    ],
    [
      'is tried again later',
      { reason: 'agent-changed-nothing' },
      START + 2000,
      'failed after 0.0 s: the agent said that it is done, but no file changed; again in 2.0 s, $0.20',
    ],
    [
      'is tried again now',
      { reason: 'agent-changed-nothing' },
      START,
      'failed after 0.0 s: the agent said that it is done, but no file changed; again at once, $0.20',
    ],
  ])('that %s says so, and what it has cost', (_, reason, retryAt, expected) => {
    const event: RunEvent = { ...attempt, type: 'step-failed', failure: reason, retryAt, costUsd: 0.2 };
    expect(told(event)).toEqual([`! [1/1] writer a … attempt 1 ${expected}`]);
  });
});

test('10,000 skips after one failure are one line', () => {
  const steps = Array.from({ length: 10_001 }, (_, index) => commandStep(`s${index + 1}`));
  const plan = planOf(workflow('long', [phase('sequential', 'sequential', steps)]));
  const skips = steps
    .slice(1)
    .map(({ id }): RunEvent => ({ type: 'step-skipped', at: START, step: id, why: 'earlier-failure' }));
  const told = lines(plan, [
    started(plan),
    { type: 'group-started', at: START, group: '', base: BASE },
    { type: 'group-started', at: START, group: 'sequential', base: BASE },
    { type: 'step-started', at: START, step: 's1', attempt: 1, base: BASE },
    { type: 'step-failed', at: START, step: 's1', attempt: 1, failure, retryAt: null, costUsd: null, tokens: null },
    ...skips,
  ]);
  expect(told.at(-1)).toBe('- [    2/10001] to [10001/10001] 10000 steps skipped: a step before it failed');
  expect(told.filter((line) => line.includes('skipped'))).toHaveLength(1);
});

test('skips for different reasons are told apart', () => {
  const plan = planOf(workflow('two', [phase('sequential', 'sequential', [commandStep('a'), commandStep('b')])]));
  const told = lines(plan, [
    { type: 'step-skipped', at: START, step: 'a', why: 'asked' },
    { type: 'step-skipped', at: START, step: 'b', why: 'condition' },
  ]);
  expect(told).toEqual([
    '- [1/2] a … skipped: asked for by --skip-step',
    '- [2/2] b … skipped: its condition does not hold',
  ]);
});

test('an event about a step that the plan no longer has gives no line', () => {
  const plan = planOf(workflow('two', [phase('sequential', 'sequential', [commandStep('a')])]));
  expect(lines(plan, [{ type: 'step-started', at: START, step: 'gone', attempt: 1, base: BASE }])).toEqual([]);
});

test('what an agent said cannot act on the terminal', () => {
  const plan = planOf(workflow('two', [phase('sequential', 'sequential', [commandStep('a')])]));
  const hostile = { reason: 'internal', message: '\u001b[2J\r::error::x', stack: '' } as const;
  const told = lines(plan, [
    {
      type: 'step-failed',
      at: START,
      step: 'a',
      attempt: 1,
      failure: hostile,
      retryAt: null,
      costUsd: null,
      tokens: null,
    },
  ]);
  // eslint-disable-next-line no-control-regex -- control characters are the subject
  expect(told.join('')).not.toMatch(/[\u0000-\u001f]/);
});
