import { describe, expect, test } from '@jest/globals';
import type { RunEvent } from '../../src/engine/event.js';
import type { RunState } from '../../src/engine/run-state.js';
import { utf8Length } from '../../src/report/cut-markdown.js';
import { renderJobSummary, type JobSummaryFacts } from '../../src/report/job-summary.js';
import { expectGolden } from '../support/golden.js';
import { allNodes, parseMarkdown, referenceIn } from '../support/markdown.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { agentStep, commandStep, phase, planOf, workflow } from '../support/workflow.js';

const DONE = 'def456'.padEnd(40, '0');
const facts: JobSummaryFacts = {
  commitsAt: null,
  workflowRun: { repository: 'o/r', id: '77' },
  checkpoint: 'workflow-runner.demo.main.1.9',
  validation: null,
  hosts: null,
  notes: [],
};

const plan = planOf(
  workflow(
    'demo',
    [
      phase('first', 'parallel', [agentStep('a', { agent: 'writer' }), commandStep('b', { command: 'nix fmt' })]),
      phase('second', 'sequential', [commandStep('c'), commandStep('d')]),
    ],
    { validation: ['nix flake check'] },
  ),
);

const begun: readonly RunEvent[] = [
  started(plan),
  { type: 'group-started', at: START, group: '', base: BASE },
  { type: 'group-started', at: START, group: 'first', base: BASE },
  { type: 'step-started', at: START, step: 'a', attempt: 1, base: BASE },
  { type: 'step-started', at: START + 1000, step: 'b', attempt: 1, base: BASE },
  { type: 'step-completed', at: START + 3200, step: 'a', attempt: 1, ...result() },
];

const broken = (outputTail: string): RunState =>
  tell(plan, [
    ...begun,
    {
      type: 'step-failed',
      at: START + 9000,
      step: 'b',
      attempt: 1,
      failure: { reason: 'command-failed', command: 'nix fmt', exitCode: 1, signal: null, outputTail },
      retryAt: null,
      costUsd: null,
      tokens: null,
    },
    { type: 'step-skipped', at: START + 9000, step: 'c', why: 'earlier-failure' },
    { type: 'step-skipped', at: START + 9000, step: 'd', why: 'earlier-failure' },
    { type: 'run-ended', at: START + 9000, status: 'failed', failure: null },
  ]);

const paused = (why: 'deadline' | 'budget' | 'phase-done' | 'storage' | 'interrupted'): RunState =>
  tell(plan, [...begun, { type: 'run-paused', at: START + 5000, why }]);

describe('the job summary of a failed run', () => {
  test('says what failed and why, what to do, and shows steps, timeline and graph', () => {
    expectGolden('report/job-summary/failed.md', renderJobSummary(broken('error: bad file\n'), facts));
  });

  test('makes nothing but a code block of what a step printed', async () => {
    const summary = renderJobSummary(
      broken('```\n@team Closes #1 <img src=x>\n::error::x\n[a](http://b.c) | x |\n~~~\n'),
      facts,
    );
    const root = await parseMarkdown(summary);
    const types = new Set(allNodes(root).map(({ type }) => type));
    expect([...types].filter((type) => ['html', 'link', 'image'].includes(type))).toEqual([]);
    expect(referenceIn(root)).toBeNull();
  });
});

describe('the job summary of a completed run', () => {
  const state = tell(plan, [
    ...begun,
    { type: 'step-completed', at: START + 4000, step: 'b', attempt: 1, ...result() },
    { type: 'landed', at: START + 9500, commit: DONE, how: 'kept', branch: null },
    { type: 'run-ended', at: START + 9500, status: 'completed', failure: null },
  ]);

  test('says where the result is, what was validated, and which hosts differ', () => {
    const summary = renderJobSummary(state, {
      ...facts,
      commitsAt: 'https://github.com/o/r',
      validation: { commit: DONE, checks: ['nix flake check'], failure: null },
      hosts: {
        unchanged: ['desk'],
        changed: [
          {
            host: 'lap',
            level: 'different',
            what: '1 derivation differs',
            derivations: [],
            derivationCount: 0,
            packages: { added: [], removed: [], changed: [{ name: 'firefox', from: '120.0', to: '121.0' }], count: 25 },
            sizes: { before: 4_000_000_000, after: 4_100_000_000 },
          },
        ],
      },
      notes: ['The token cannot start CI.'],
    });
    expectGolden('report/job-summary/completed.md', summary);
  });

  test('shows the failure of a validation that another job made', () => {
    const failure = {
      reason: 'validation-failed',
      command: 'nix flake check',
      exitCode: 1,
      outputTail: 'boom\n',
      diagnostics: [],
    } as const;
    const summary = renderJobSummary(state, { ...facts, validation: { commit: DONE, checks: [], failure } });
    expect(summary).toContain('❌ failed on `def4560`');
    expect(summary).toContain('boom');
  });
});

describe('the job summary of a paused run', () => {
  test.each([
    ['deadline', 'The time of the job was up.'],
    ['budget', 'The budget is spent.'],
    ['storage', 'look for a full disk'],
    ['interrupted', 'The job was stopped.'],
  ] as const)('for %s says why and how to go on', (why, text) => {
    const summary = renderJobSummary(paused(why), facts);
    expect(summary).toContain(text);
    expect(summary).toContain('workflow-runner demo --resume');
  });

  test('for a phase that is done says so, and that the next job goes on: nobody has to do anything', () => {
    const summary = renderJobSummary(paused('phase-done'), facts);
    expect(summary).toContain('## ✅ phase done: demo');
    expect(summary).toContain('The next job goes on.');
    expect(summary).not.toContain('--resume');
  });

  test('names no commands for a checkpoint when there is none', () => {
    expect(renderJobSummary(paused('deadline'), { ...facts, checkpoint: null })).not.toContain('gh run download');
  });
});

test('the job summary of 10,000 steps is small, counts them and shows the failed one', () => {
  const steps = Array.from({ length: 10_000 }, (_, index) => commandStep(`step-${index}-@`.padEnd(60, '@')));
  const large = planOf(workflow('demo', [phase('sequential', 'sequential', steps)]));
  const last = large.steps.at(-1)?.id ?? '';
  const state = tell(large, [
    started(large),
    { type: 'step-started', at: START, step: last, attempt: 1, base: BASE },
    {
      type: 'step-failed',
      at: START + 1,
      step: last,
      attempt: 1,
      failure: { reason: 'timed-out', limitMs: 5 },
      retryAt: null,
      costUsd: null,
      tokens: null,
    },
    { type: 'run-ended', at: START + 9000, status: 'failed', failure: null },
  ]);
  const summary = renderJobSummary(state, facts);
  expect(utf8Length(summary)).toBeLessThanOrEqual(256 * 1024);
  expect(summary).toContain('| 10000 | step-9999-');
  expect(summary).toContain('Other steps: 9700 not run.');
});
