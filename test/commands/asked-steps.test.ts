import { describe, expect, test } from '@jest/globals';
import { firstAskedStep } from '../../src/commands/asked-steps.js';
import type { RunEvent } from '../../src/engine/event.js';
import type { ChoiceChanges } from '../../src/runner/start-run.js';
import { BASE, result, START, started, tell } from '../support/run-story.js';
import { agentStep, commandStep, phase, planOf, workflow } from '../support/workflow.js';

const plan = planOf(
  workflow('w', [
    phase('first', 'sequential', [commandStep('build'), agentStep('write')]),
    phase('second', 'parallel', [agentStep('left'), agentStep('right')]),
    phase('third', 'sequential', [commandStep('check')]),
  ]),
);
type Choices = Pick<ChoiceChanges, 'skip' | 'phase' | 'job'>;

describe('the first step that asks an agent', () => {
  test.each<[string, Partial<Choices>, string | null]>([
    ['of the whole run', {}, 'write'],
    ['when that one is skipped', { skip: ['write'] }, 'left'],
    ['when its phase is skipped', { skip: ['first'] }, 'left'],
    ['of a phase', { phase: 'second' }, 'left'],
    ['of a phase without any', { phase: 'third' }, null],
    ['of a job with one step', { phase: 'second', job: { step: 'right' } }, 'right'],
    ['when all are skipped', { skip: ['write', 'second'] }, null],
  ])('%s', (_, choices, expected) => {
    expect(firstAskedStep(plan, { skip: [], phase: null, ...choices }, null)?.id ?? null).toBe(expected);
  });

  test('of a run that goes on is one that has not completed', () => {
    const before = tell(plan, [
      started(plan),
      { type: 'group-started', at: START, group: '', base: BASE },
      { type: 'group-started', at: START, group: 'first', base: BASE },
      { type: 'step-started', at: START, step: 'write', attempt: 1, base: BASE },
      { type: 'step-completed', at: START, step: 'write', attempt: 1, ...result() },
    ]);
    expect(firstAskedStep(plan, { skip: [], phase: null }, before)?.id).toBe('left');
  });

  const turn = (path: string): RunEvent => ({ type: 'group-started', at: START, group: path, base: BASE });
  const failure = { failure: { reason: 'agent-changed-nothing' }, retryAt: null, costUsd: null, tokens: null } as const;
  const failed = (id: string): RunEvent[] => [
    { type: 'step-started', at: START, step: id, attempt: 1, base: BASE },
    { type: 'step-failed', at: START, step: id, attempt: 1, ...failure },
  ];
  const completed = (id: string, at = START): RunEvent[] => [
    { type: 'step-started', at, step: id, attempt: 1, base: BASE },
    { type: 'step-completed', at, step: id, attempt: 1, ...result() },
  ];
  const optional = planOf(
    workflow('w', [
      phase('first', 'sequential', [
        commandStep('build'),
        agentStep('write'),
        agentStep('try', { continueOnError: true }),
      ]),
      phase('second', 'sequential', [commandStep('check')]),
    ]),
  );
  const before = [started(optional), turn(''), turn('first')];
  const skipped: RunEvent = { type: 'step-skipped', at: START, step: 'write', why: 'condition' };

  test.each<[string, RunEvent[], string | null]>([
    [
      'none when its condition skipped it and its failure passed',
      [...completed('build'), skipped, ...failed('try')],
      null,
    ],
    ['one that was skipped, when what its condition asks about runs again', [...failed('build'), skipped], 'write'],
    [
      'one that was skipped, when what its condition asks about has run since',
      [...failed('build'), skipped, ...completed('build', START + 1)],
      'write',
    ],
  ])('of a run that goes on: %s', (_, events, expected) => {
    const state = tell(optional, [...before, ...events]);
    expect(firstAskedStep(optional, { skip: [], phase: null }, state)?.id ?? null).toBe(expected);
  });
});
