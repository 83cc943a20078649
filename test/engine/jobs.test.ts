import { describe, expect, test } from '@jest/globals';
import { parseCondition } from '../../src/definition/parse-condition.js';
import { foldEvents } from '../../src/engine/apply-event.js';
import type { RunChoices, RunEvent } from '../../src/engine/event.js';
import { joinSteps, type StepLine } from '../../src/engine/join-steps.js';
import { groupState, headCommit, stepState } from '../../src/engine/run-state.js';
import type { Plan } from '../../src/plan/plan.js';
import { failure, Simulation, stepsIn, type Script } from '../support/simulation.js';
import { commandStep, nestedStep, phase, planOf, workflow } from '../support/workflow.js';

const inner = workflow('inner', [phase('sequential', 'sequential', [commandStep('x'), commandStep('y')])]);
const plan = planOf(
  workflow('w', [
    phase('one', 'sequential', [commandStep('a'), commandStep('b')]),
    phase('two', 'parallel', [commandStep('c'), nestedStep('n', 'inner'), commandStep('d')]),
    phase('three', 'sequential', [commandStep('e')]),
  ]),
  inner,
);

type Job = Partial<RunChoices>;

/** A job: a process that finds these events, and runs what the choices say. */
function job(events: readonly RunEvent[], choices: Job, script: Script = {}, of: Plan = plan): [string, RunEvent[]] {
  const simulation = Simulation.goOn(of, script, events);
  simulation.events.splice(events.length);
  simulation.state = foldEvents(of, events);
  simulation.resume(choices);
  return [simulation.run(), simulation.events];
}

/** What the job that plans leaves: a run that has begun, and nothing more. */
function begun(of: Plan = plan): RunEvent[] {
  return new Simulation(of).events;
}

function line(main: readonly RunEvent[], child: string, script: Script = {}, of: Plan = plan): StepLine {
  return { child, events: job(main, { phase: 'two', job: { step: child } }, script, of)[1] };
}

describe('a run whose phases are jobs of their own', () => {
  test('gives the same commit as one that runs in one process', () => {
    const whole = new Simulation(plan);
    expect(whole.run()).toBe('success');

    const [first, one] = job(begun(), { phase: 'one', job: { step: null } });
    const lines = ['d', 'n', 'c'].map((child) => line(one, child));
    const [end, all] = job(joinSteps(plan, one, lines), { phase: 'three', job: { step: null } });

    expect([first, end]).toEqual(['phase-done', 'success']);
    expect(headCommit(foldEvents(plan, all))).toBe(headCommit(whole.state));
  });

  test('runs each step once', () => {
    const [, one] = job(begun(), { phase: 'one', job: { step: null } });
    const lines = ['c', 'n', 'd'].map((child) => line(one, child));
    const [, all] = job(joinSteps(plan, one, lines), { phase: 'three', job: { step: null } });
    const started = all.flatMap((event) => (event.type === 'step-started' ? [event.step] : []));
    expect(started).toEqual(['a', 'b', 'c', 'n/x', 'n/y', 'd', 'e']);
  });

  test('runs in the job of one step nothing but that step', () => {
    const [, one] = job(begun(), { phase: 'one', job: { step: null } });
    const [end, events] = job(one, { phase: 'two', job: { step: 'n' } });
    expect(end).toBe('phase-done');
    expect(events.slice(one.length).flatMap((event) => (event.type === 'step-started' ? [event.step] : []))).toEqual([
      'n/x',
      'n/y',
    ]);
  });

  test('does not depend on which job of a parallel phase ended first', () => {
    const [, one] = job(begun(), { phase: 'one', job: { step: null } });
    const [c, n, d] = ['c', 'n', 'd'].map((child) => line(one, child));
    if (c === undefined || n === undefined || d === undefined) throw new Error('no lines');
    const heads = [
      [c, n, d],
      [d, n, c],
    ].map((lines) =>
      headCommit(foldEvents(plan, job(joinSteps(plan, one, lines), { phase: 'three', job: { step: null } })[1])),
    );
    expect(heads[0]).toBe(heads[1]);
    expect(stepsIn(heads[0] ?? '')).toEqual(['a', 'b', 'c', 'n/x', 'n/y', 'd', 'e']);
  });

  test('runs a step again in the job that it failed in, and with all that it had cost before', () => {
    const [, one] = job(begun(), { phase: 'one', job: { step: null } }, { costUsd: 1 });
    const failing: Script = { costUsd: 1, outcome: (step) => (step.id === 'c' ? failure : null) };
    const [failed, first] = job(one, { phase: 'two', job: { step: 'c' } }, failing);
    const [again, second] = job(first, { phase: 'two', job: { step: 'c' } }, { costUsd: 1 });
    const state = foldEvents(plan, second);
    expect([failed, again]).toEqual(['failure', 'phase-done']);
    expect([stepState(state, 'c').status, stepState(state, 'c').costUsd]).toEqual(['completed', 2]);
  });

  test('leaves what failed in another job as it is, and lets a later phase see it', () => {
    const always = parseCondition('failure()', { steps: [], phases: ['one'], notYet: [] });
    if (!always.ok) throw new Error('condition');
    const cleaning = planOf(
      workflow('w', [
        phase('one', 'sequential', [commandStep('a')]),
        phase('clean', 'sequential', [commandStep('z')], { condition: always.value }),
      ]),
    );
    const failing: Script = { outcome: (step) => (step.id === 'a' ? failure : null) };
    const [, one] = job(begun(cleaning), { phase: 'one', job: { step: null } }, failing, cleaning);
    const [end, all] = job(one, { phase: 'clean', job: { step: null } }, {}, cleaning);
    const state = foldEvents(cleaning, all);
    expect(end).toBe('failure');
    expect([stepState(state, 'a').status, stepState(state, 'a').attempt]).toEqual(['failed', 1]);
    expect(stepState(state, 'z').status).toBe('completed');
  });

  test('leaves phases alone that come after the chosen one', () => {
    const [, one] = job(begun(), { phase: 'one', job: { step: null } });
    const [end, events] = job(one, { phase: 'one', job: { step: null } });
    expect(end).toBe('phase-done');
    expect(groupState(foldEvents(plan, events), 'two').status).toBe('pending');
  });

  test('says nothing of a child that another line tells of', () => {
    const [, one] = job(begun(), { phase: 'one', job: { step: null } });
    const c = line(one, 'c');
    const forged: StepLine = { child: 'd', events: c.events };
    const joined = joinSteps(plan, one, [forged]);
    expect(joined.filter(({ type }) => type.startsWith('step-')).length).toBe(
      one.filter(({ type }) => type.startsWith('step-')).length,
    );
  });
});
