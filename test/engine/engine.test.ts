import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldEvents } from '../../src/engine/apply-event.js';
import { decide } from '../../src/engine/decide.js';
import { headCommit, stepState } from '../../src/engine/run-state.js';
import { choices, failure, Simulation, type Script } from '../support/simulation.js';
import { commandStep, nestedStep, phase, planOf, workflow } from '../support/workflow.js';

const letters = (count: number): string[] => Array.from({ length: count }, (_, i) => `s${i + 1}`);
const sequence = (count: number) =>
  planOf(
    workflow('w', [
      phase(
        'sequential',
        'sequential',
        letters(count).map((id) => commandStep(id)),
      ),
    ]),
  );
const hybrid = planOf(
  workflow('w', [
    phase('first', 'sequential', [commandStep('a'), commandStep('b')]),
    phase('second', 'parallel', [commandStep('c'), commandStep('d'), commandStep('e'), commandStep('f')], {
      maxConcurrent: 2,
    }),
    phase('third', 'sequential', [commandStep('g')], { validation: ['check'] }),
  ]),
);

describe('a sequential workflow', () => {
  test('builds each step on the one before it (D4)', () => {
    const simulation = new Simulation(sequence(3));
    expect(simulation.run()).toBe('success');
    expect(headCommit(simulation.state)).toBe('base>s1>s2>s3');
  });

  test('skips what follows a failure and fails', () => {
    const simulation = new Simulation(sequence(3), { outcome: (step) => (step.id === 's2' ? failure : null) });
    expect(simulation.run()).toBe('failure');
    expect(letters(3).map((id) => stepState(simulation.state, id).status)).toEqual(['completed', 'failed', 'skipped']);
  });

  test('goes on after a failure with continue_on_error, without its changes', () => {
    const steps = [commandStep('a'), commandStep('b', { continueOnError: true }), commandStep('c')];
    const simulation = new Simulation(planOf(workflow('w', [phase('sequential', 'sequential', steps)])), {
      outcome: (step) => (step.id === 'b' ? failure : null),
    });
    expect(simulation.run()).toBe('success');
    expect(headCommit(simulation.state)).toBe('base>a>c');
  });

  test('of 10,000 steps is decided without recursion', () => {
    const simulation = new Simulation(sequence(10_000));
    expect(simulation.run()).toBe('success');
    expect(simulation.state.endedSteps).toBe(10_000);
  });
});

describe('a parallel phase', () => {
  test('starts every step from the phase’s base and merges in file order', () => {
    const simulation = new Simulation(hybrid, { pick: (count) => count - 1 });
    expect(simulation.run()).toBe('success');
    expect(headCommit(simulation.state)).toBe('base>a>b+c+d+e+f>g');
  });

  test('gives the same result in every finishing order and never has more than its limit in flight (D3)', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        const simulation = new Simulation(hybrid, { pick: (count) => (numbers.next().value ?? 0) % count });
        expect(simulation.run()).toBe('success');
        expect(simulation.mostInFlight).toBeLessThanOrEqual(2);
        expect(headCommit(simulation.state)).toBe('base>a>b+c+d+e+f>g');
      }),
    );
  });

  test('lets its other steps end when one fails, and then fails', () => {
    const simulation = new Simulation(hybrid, { outcome: (step) => (step.id === 'c' ? failure : null) });
    expect(simulation.run()).toBe('failure');
    expect(['d', 'e', 'f', 'g'].map((id) => stepState(simulation.state, id).status)).toEqual([
      'completed',
      'completed',
      'completed',
      'skipped',
    ]);
  });

  test('runs a step that does not merge once more on the merged result', () => {
    const simulation = new Simulation(hybrid, { conflicts: new Set(['e']) });
    expect(simulation.run()).toBe('success');
    expect(headCommit(simulation.state)).toBe('base>a>b+c+d>e+f>g');
    expect(stepState(simulation.state, 'e').attempt).toBe(2);
  });

  test('ends with status conflict when the rerun fails too', () => {
    const outcome: Script['outcome'] = (step, attempt) => (step.id === 'e' && attempt === 2 ? failure : null);
    const simulation = new Simulation(hybrid, { conflicts: new Set(['e']), outcome });
    expect(simulation.run()).toBe('failure');
    expect(stepState(simulation.state, 'e').status).toBe('conflict');
  });

  test('resumes a conflict on the merged result', () => {
    const outcome: Script['outcome'] = (step, attempt) => (step.id === 'e' && attempt === 2 ? failure : null);
    const simulation = new Simulation(hybrid, { conflicts: new Set(['e']), outcome });
    simulation.run();
    simulation.add({ type: 'run-ended', at: 1, status: 'failed', failure: null });
    simulation.resume();
    expect(simulation.run()).toBe('success');
    expect(headCommit(simulation.state)).toBe('base>a>b+c+d>e+f>g');
  });
});

describe('a nested workflow', () => {
  const inner = workflow('inner', [phase('sequential', 'sequential', [commandStep('x'), commandStep('y')])]);

  test('runs in its place with ids behind the step’s', () => {
    const outer = workflow('outer', [
      phase('sequential', 'sequential', [nestedStep('one', 'inner'), commandStep('z')]),
    ]);
    const simulation = new Simulation(planOf(outer, inner));
    expect(simulation.run()).toBe('success');
    expect(simulation.started()).toEqual(['one/x', 'one/y', 'z']);
  });

  test('as a parallel child is one branch of the merge', () => {
    const steps = [nestedStep('one', 'inner'), commandStep('z')];
    const simulation = new Simulation(planOf(workflow('outer', [phase('parallel', 'parallel', steps)]), inner));
    expect(simulation.run()).toBe('success');
    expect(headCommit(simulation.state)).toBe('base+one/x>one/y+z');
  });
});

describe('retries', () => {
  test('wait and then start again, as often as allowed', () => {
    const retry = { times: 2, backoff: 'constant', delayMs: 500, maxDelayMs: 1000 } as const;
    const plan = planOf(workflow('w', [phase('sequential', 'sequential', [commandStep('a', { retry })])]));
    const simulation = new Simulation(plan, { outcome: (_step, attempt) => (attempt < 3 ? failure : null) });
    expect(simulation.run()).toBe('success');
    expect(simulation.started()).toEqual(['a', 'a', 'a']);
  });
});

describe('resume', () => {
  test('runs no completed step again and ends like an uninterrupted run, stopped after any number of steps', () => {
    const whole = new Simulation(hybrid);
    whole.run();
    for (let limit = 1; limit < 8; limit += 1) {
      const simulation = new Simulation(hybrid);
      if (simulation.run(limit) !== 'limit') break;
      const done = simulation.events.flatMap((event) => (event.type === 'step-completed' ? [event.step] : []));
      const before = simulation.events.length;
      simulation.resume();
      expect(simulation.run()).toBe('success');
      expect(headCommit(simulation.state)).toBe(headCommit(whole.state));
      const startedAfter = simulation.events
        .slice(before)
        .flatMap((event) => (event.type === 'step-started' ? [event.step] : []));
      expect(startedAfter.filter((id) => done.includes(id))).toEqual([]);
    }
  });

  test('of a failed run tries the failed step and what it held back', () => {
    let broken = true;
    const simulation = new Simulation(hybrid, { outcome: (step) => (step.id === 'b' && broken ? failure : null) });
    expect(simulation.run()).toBe('failure');
    simulation.add({ type: 'run-ended', at: 1, status: 'failed', failure: null });
    broken = false;
    simulation.resume();
    expect(simulation.run()).toBe('success');
    expect(headCommit(simulation.state)).toBe('base>a>b+c+d+e+f>g');
  });

  test('with a step to skip counts it as skipped and runs its dependants', () => {
    const simulation = new Simulation(hybrid, { outcome: (step) => (step.id === 'b' ? failure : null) });
    simulation.run();
    simulation.resume({ skip: ['b'] });
    expect(simulation.run()).toBe('success');
    expect(headCommit(simulation.state)).toBe('base>a+c+d+e+f>g');
  });
});

describe('folding', () => {
  test('the recorded events gives the state that they were recorded in (A1)', () => {
    const simulation = new Simulation(hybrid, {
      conflicts: new Set(['d']),
      outcome: (step) => (step.id === 'g' ? failure : null),
    });
    simulation.run();
    simulation.resume();
    const folded = foldEvents(hybrid, JSON.parse(JSON.stringify(simulation.events)) as typeof simulation.events);
    expect(folded).toEqual(simulation.state);
  });

  test('any prefix gives a state that can be resumed to the same end', () => {
    const simulation = new Simulation(hybrid, { conflicts: new Set(['d']) });
    simulation.run();
    for (let length = 1; length <= simulation.events.length; length += 1) {
      const again = new Simulation(hybrid, { conflicts: new Set(['d']) });
      again.events.length = 0;
      for (const event of simulation.events.slice(0, length)) if (event.type !== 'run-started') again.add(event);
      again.resume();
      expect(again.run()).toBe('success');
      expect(headCommit(again.state)).toBe('base>a>b+c>d+e+f>g');
    }
  });

  test('a rollback takes back everything after the step’s completion, but not its cost (A4)', () => {
    const simulation = new Simulation(hybrid, { costUsd: 1 });
    simulation.run();
    simulation.add({ type: 'rolled-back', at: 2000, step: 'b', revertCommit: null });
    const state = foldEvents(hybrid, simulation.events);
    expect(state.status).toBe('paused');
    expect(['a', 'b', 'c', 'g'].map((id) => stepState(state, id).status)).toEqual([
      'completed',
      'completed',
      'pending',
      'pending',
    ]);
    expect(headCommit(state)).toBe('base>a>b');
    expect(state.costUsd).toBe(7);
  });

  test('events of steps that the plan no longer has are left out (A3)', () => {
    const simulation = new Simulation(hybrid);
    simulation.run();
    const smaller = planOf(workflow('w', [phase('first', 'sequential', [commandStep('a'), commandStep('new')])]));
    const state = foldEvents(smaller, simulation.events);
    expect(stepState(state, 'a').status).toBe('completed');
    expect(stepState(state, 'new').status).toBe('pending');
  });
});

describe('--phase', () => {
  test('runs only that phase, on what the run has so far, and the rest later', () => {
    const simulation = new Simulation(hybrid, { choices: { phase: 'second' } });
    expect(simulation.run()).toBe('phase-done');
    expect(headCommit(simulation.state)).toBe('base+c+d+e+f');
    simulation.resume({ ...choices, phase: 'first' });
    expect(simulation.run()).toBe('phase-done');
    simulation.resume();
    expect(simulation.run()).toBe('success');
    expect(headCommit(simulation.state)).toBe('base+c+d+e+f>a>b>g');
  });
});

test('deciding twice gives the same answer (D1)', () => {
  const simulation = new Simulation(hybrid);
  simulation.run(3);
  expect(decide(simulation.state, 5000)).toEqual(decide(simulation.state, 5000));
});
