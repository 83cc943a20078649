import { describe, expect, test } from '@jest/globals';
import { firstAskedStep } from '../../src/commands/asked-steps.js';
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
});
