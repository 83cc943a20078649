import { describe, expect, test } from '@jest/globals';
import type { RunEvent } from '../../src/engine/event.js';
import type { RunState } from '../../src/engine/run-state.js';
import { renderRunSummary } from '../../src/report/run-summary.js';
import { safeTerminalLine } from '../../src/process/terminal-text.js';
import { expectGolden } from '../support/golden.js';
import { choices } from '../support/simulation.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { commandStep, phase, planOf, workflow } from '../support/workflow.js';

const plan = planOf(
  workflow('demo', [phase('sequential', 'sequential', [commandStep('a'), commandStep('b'), commandStep('c')])]),
);
const DONE = 'def456'.padEnd(40, '0');

const beginning: readonly RunEvent[] = [
  started(plan),
  { type: 'group-started', at: START, group: '', base: BASE },
  { type: 'group-started', at: START, group: 'sequential', base: BASE },
  { type: 'step-started', at: START, step: 'a', attempt: 1, base: BASE },
  { type: 'step-completed', at: START + 3200, step: 'a', attempt: 1, ...result({ costUsd: 0.004 }) },
  { type: 'step-started', at: START + 4000, step: 'b', attempt: 1, base: DONE },
];

const failed = (): RunState =>
  tell(plan, [
    ...beginning,
    {
      type: 'step-failed',
      at: START + 9000,
      step: 'b',
      attempt: 1,
      failure: {
        reason: 'command-failed',
        command: 'nix fmt',
        exitCode: 1,
        signal: null,
        outputTail: 'error: \u001b[31mbad\u001b[0m\n',
      },
      retryAt: null,
      costUsd: null,
      tokens: null,
    },
    { type: 'step-skipped', at: START + 9000, step: 'c', why: 'earlier-failure' },
    { type: 'run-ended', at: START + 9000, status: 'failed', failure: null },
  ]);

const clean = safeTerminalLine;

test('a failed run says what failed and why, and the commands to go on', () => {
  expectGolden('report/summary/failed.txt', `${renderRunSummary(failed(), { clean })}\n`);
});

test('a failure that the run went on after is told without what to do about it, and never as the one to skip', () => {
  const bearing = planOf(
    workflow('demo', [
      phase('sequential', 'sequential', [commandStep('a'), commandStep('b', { continueOnError: true })]),
    ]),
  );
  const failure = { reason: 'command-failed', command: 'false', exitCode: 1, signal: null, outputTail: '' } as const;
  const state = tell(bearing, [
    ...beginning,
    {
      type: 'step-failed',
      at: START + 9000,
      step: 'b',
      attempt: 1,
      failure,
      retryAt: null,
      costUsd: null,
      tokens: null,
    },
    { type: 'run-ended', at: START + 9000, status: 'failed', failure: { ...failure, command: 'nix fmt' } },
  ]);
  const text = renderRunSummary(state, { clean });
  expect([text.match(/Fix what it reports/g)?.length, text.includes('--skip-step')]).toEqual([1, false]);
});

test('a paused run says why and how to resume it', () => {
  const state = tell(plan, [...beginning, { type: 'run-paused', at: START + 5000, why: 'interrupted' }]);
  expectGolden('report/summary/paused.txt', `${renderRunSummary(state, { clean })}\n`);
});

test('a run whose budget is spent is resumed with more of it', () => {
  const asked = { ...choices, budgetUsd: 1.5 };
  const [begun, ...rest] = beginning;
  const first = begun?.type === 'run-started' ? { ...begun, choices: asked } : started(plan);
  const state = tell(plan, [first, ...rest, { type: 'run-paused', at: START + 5000, why: 'budget' }]);
  expect(renderRunSummary(state, { clean })).toContain('workflow-runner demo --resume --budget-usd 3 ');
});

test('a completed run says what landed', () => {
  const state = tell(plan, [
    ...beginning,
    { type: 'step-completed', at: START + 5000, step: 'b', attempt: 1, ...result({ filesModified: 0 }) },
    { type: 'step-skipped', at: START + 5000, step: 'c', why: 'condition' },
    { type: 'landed', at: START + 6000, commit: DONE, how: 'fast-forward', branch: null },
    { type: 'run-ended', at: START + 6000, status: 'completed', failure: null },
  ]);
  expectGolden('report/summary/completed.txt', `${renderRunSummary(state, { clean })}\n`);
});

describe('after a part has landed', () => {
  const LANDED = 'fed789'.padEnd(40, '0');
  const leftOut = [{ step: 'b', why: 'broke-result' }] as const;
  const part: readonly RunEvent[] = [
    ...beginning,
    {
      type: 'step-completed',
      at: START + 5000,
      step: 'b',
      attempt: 1,
      ...result({ commit: 'bbb111'.padEnd(40, '0') }),
    },
    { type: 'result-rebuilt', at: START + 6000, commit: LANDED, leftOut },
    { type: 'landed', at: START + 6000, commit: LANDED, how: 'fast-forward', branch: null },
    { type: 'run-ended', at: START + 6000, status: 'failed', failure: null },
  ];

  test('what to look at is the steps that did not land', () => {
    const text = renderRunSummary(tell(plan, part), { clean });
    expect([text.includes('git show bbb1110 '), text.includes('git diff')]).toEqual([true, false]);
  });

  test('the table says which of the completed steps did not land', () => {
    const rows = renderRunSummary(tell(plan, part), { clean }).split('\n');
    expect(rows.filter((line) => line.includes('did not land, ')).map((line) => line.trim()[0])).toEqual(['2']);
  });

  test('what is done by a resume is shown from what had landed', () => {
    const more: readonly RunEvent[] = [
      { type: 'run-resumed', at: START + 7000, choices, definition: null },
      { type: 'group-started', at: START + 7000, group: 'sequential', base: LANDED },
      { type: 'step-started', at: START + 7000, step: 'b', attempt: 2, base: LANDED },
      { type: 'step-completed', at: START + 8000, step: 'b', attempt: 2, ...result({ commit: DONE }) },
      { type: 'run-paused', at: START + 8000, why: 'interrupted' },
    ];
    expect(renderRunSummary(tell(plan, [...part, ...more]), { clean })).toContain('git diff fed7890 def4560 ');
  });
});

test('suggested commands name the repository that was given, quoted for a shell', () => {
  expect(renderRunSummary(failed(), { clean, repo: "it's here" })).toContain(
    `workflow-runner demo --resume --repo 'it'\\''s here'`,
  );
});

test('a summary of 10,000 steps stays below 100 lines', () => {
  const steps = Array.from({ length: 10_000 }, (_, index) => commandStep(`s${index + 1}`));
  const large = planOf(workflow('large', [phase('sequential', 'sequential', steps)]));
  const state = tell(large, [started(large)]);
  for (const step of state.steps.values()) step.status = step.step.number % 2 === 0 ? 'failed' : 'completed';
  expect(renderRunSummary(state, { clean }).split('\n').length).toBeLessThan(100);
});
