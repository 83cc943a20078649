import { describe, expect, test } from '@jest/globals';
import { matchWorkflow, planWorkflow } from '../../src/plan/plan-workflow.js';
import type { Workflow } from '../../src/definition/workflow.js';
import { commandStep, nestedStep, phase, planOf, workflow } from '../support/workflow.js';

const location = { file: 'x.yaml', line: 1, column: 1 };

function problems(top: Workflow, ...others: readonly Workflow[]): string[] {
  const all = new Map([top, ...others].map((one) => [one.name, one]));
  const planned = planWorkflow(top, { get: (name) => all.get(name), names: [...all.keys()] });
  return planned.ok ? [] : planned.error.map(({ code, message, help }) => `${code}: ${message} (${help ?? ''})`);
}

describe('planWorkflow', () => {
  const inner = workflow('inner', [phase('sequential', 'sequential', [commandStep('x'), commandStep('y')])]);

  test('numbers steps in file order over nested workflows', () => {
    const steps = [commandStep('a'), nestedStep('n', 'inner'), commandStep('b')];
    const plan = planOf(workflow('outer', [phase('sequential', 'sequential', steps)]), inner);
    expect(plan.steps.map(({ number, id }) => [number, id])).toEqual([
      [1, 'a'],
      [2, 'n/x'],
      [3, 'n/y'],
      [4, 'b'],
    ]);
  });

  test('expands a workflow that is nested twice under two ids', () => {
    const steps = [nestedStep('one', 'inner'), nestedStep('two', 'inner')];
    const plan = planOf(workflow('outer', [phase('sequential', 'sequential', steps)]), inner);
    expect([...plan.stepsById.keys()]).toEqual(['one/x', 'one/y', 'two/x', 'two/y']);
  });

  test('names the whole circle of workflows that run each other', () => {
    const a = workflow('a', [phase('sequential', 'sequential', [nestedStep('to-b', 'b')])]);
    const b = workflow('b', [phase('sequential', 'sequential', [nestedStep('to-a', 'a')])]);
    expect(problems(a, b)).toEqual([
      "workflow-cycle: workflow 'a' runs itself: a -> b -> a (remove one of these steps)",
    ]);
  });

  test('suggests the workflow that was probably meant', () => {
    const top = workflow('top', [phase('sequential', 'sequential', [nestedStep('n', 'iner')])]);
    expect(problems(top, inner)).toEqual([
      "unknown-workflow: there is no valid workflow 'iner' (did you mean 'inner'?)",
    ]);
  });

  test('refuses a few small files that expand to more than 100,000 steps', () => {
    const ten = (name: string, of: string): Workflow =>
      workflow(name, [
        phase(
          'sequential',
          'sequential',
          Array.from({ length: 10 }, (_, i) => nestedStep(`n${i}`, of)),
        ),
      ]);
    const leaf = workflow('w0', [
      phase(
        'sequential',
        'sequential',
        Array.from({ length: 10 }, (_, i) => commandStep(`s${i}`)),
      ),
    ]);
    const levels = [1, 2, 3, 4, 5].map((level) => ten(`w${level}`, `w${level - 1}`));
    const top = levels.at(-1);
    if (top === undefined) throw new Error('no levels');
    expect(problems(top, leaf, ...levels)[0]).toContain('too-many-steps');
  });

  test('hands retry, timeout and scope of a nested step down to steps that have none', () => {
    const retry = { times: 2, backoff: 'constant', delayMs: 1, maxDelayMs: 1 } as const;
    const own = workflow('inner', [
      phase('sequential', 'sequential', [commandStep('x'), commandStep('y', { timeoutMs: 5 })]),
    ]);
    const outer = workflow('outer', [
      phase('sequential', 'sequential', [nestedStep('n', 'inner', { retry, timeoutMs: 9, writes: ['a/**'] })]),
    ]);
    const plan = planOf(outer, own);
    expect(plan.steps.map(({ action }) => [action.retry, action.timeoutMs, action.writes])).toEqual([
      [retry, 9, ['a/**']],
      [retry, 5, ['a/**']],
    ]);
  });

  test('keeps prerequisites of nested workflows, but not those that the plan itself meets before', () => {
    const second = workflow('phase-2-structural', [phase('sequential', 'sequential', [commandStep('z')])], {
      prerequisites: [
        { text: 'phase-1-complete', location },
        { text: 'clean-tree', location },
      ],
    });
    const first = workflow('phase-1-critical', [phase('sequential', 'sequential', [commandStep('w')])]);
    const steps = [nestedStep('phase-1', 'phase-1-critical'), nestedStep('phase-2', 'phase-2-structural')];
    const both = planOf(workflow('meta', [phase('sequential', 'sequential', steps)]), first, second);
    expect(both.prerequisites.map(({ text }) => text)).toEqual(['clean-tree']);
    const alone = planOf(workflow('meta', [phase('sequential', 'sequential', steps.slice(1))]), first, second);
    expect(alone.prerequisites.map(({ text }) => text)).toEqual(['phase-1-complete', 'clean-tree']);
  });
});

describe('matchWorkflow', () => {
  test('takes the exact name before longer ones', () => {
    expect(matchWorkflow('phase-1', ['phase-1', 'phase-1-critical'])).toBe('phase-1');
  });

  test('takes the only name that goes on with a hyphen', () => {
    expect(matchWorkflow('phase-1', ['phase-1-critical', 'phase-10'])).toBe('phase-1-critical');
  });

  test('takes none when several could be meant', () => {
    expect(matchWorkflow('phase-2', ['phase-2-parallel', 'phase-2-structural'])).toBeNull();
  });
});
