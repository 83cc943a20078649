import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldEvents } from '../../src/engine/apply-event.js';
import { headCommit, type RunState } from '../../src/engine/run-state.js';
import type { RunEvent } from '../../src/engine/event.js';
import type { Plan } from '../../src/plan/plan.js';
import { failure, Simulation, stepsIn, type Script } from '../support/simulation.js';
import { randomPlan } from '../support/random-plan.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100);

const small = fc.integer({ min: 0, max: 3 });
const numbers = fc.array(small, { minLength: 12, maxLength: 12 });
const at = (list: readonly number[], index: number): number => list[index % list.length] ?? 0;

/** Each step fails so many times before it succeeds; the same for validations. Some branches do not merge. */
function transient(plan: Plan, troubles: readonly number[], order: readonly number[]): Script {
  const failed = new Map<string, number>();
  const fails = (key: string, often: number): boolean => {
    const before = failed.get(key) ?? 0;
    if (before < often) failed.set(key, before + 1);
    return before < often;
  };
  let picked = 0;
  return {
    outcome: ({ id, number }) => (fails(id, at(troubles, number)) ? failure : null),
    validation: (group) => (fails(`group ${group}`, at(troubles, group.length)) ? failure : null),
    conflicts: new Set(plan.steps.filter(({ number }) => at(order, number) === 1).map(({ id }) => id)),
    pick: (count) => at(order, (picked += 1)) % count,
  };
}

const permanent = (script: Script, troubles: readonly number[]): Script => ({
  ...script,
  outcome: ({ number }) => (at(troubles, number) === 1 ? failure : null),
  validation: (group) => (at(troubles, group.length) === 1 ? failure : null),
});

const completedIds = (state: RunState): string[] =>
  [...state.steps.values()].filter(({ status }) => status === 'completed').map(({ step }) => step.id);

const summaryOf = (state: RunState): unknown => [
  headCommit(state).split(/[>+]/).join(' '),
  state.endedSteps,
  [...state.steps.values()].map(({ step, status }) => `${step.id} ${status}`),
  [...state.groups.values()].map(({ group, status }) => `${group.path} ${status}`),
];

/** A nested workflow whose failure is tolerated, or that is skipped when it is to start again, may leave its work out. */
function mayBeLeftOut(state: RunState, id: string): boolean {
  for (let group = state.plan.stepsById.get(id)?.parent ?? null; group !== null; group = group.parent) {
    const status = state.groups.get(group.path)?.status;
    if (status === 'skipped' || (group.continueOnError && status === 'failed')) return true;
  }
  return false;
}

function expectWhole(state: RunState): void {
  expect(state.endedSteps).toBe(state.plan.steps.length);
  const found = stepsIn(headCommit(state));
  const completed = completedIds(state);
  expect(new Set(found).size).toBe(found.length);
  expect(completed).toEqual(expect.arrayContaining(found));
  expect(found).toEqual(expect.arrayContaining(completed.filter((id) => !mayBeLeftOut(state, id))));
}

describe('any plan', () => {
  test('is resumed after every failure until its result has the work of each completed step once', () => {
    fc.assert(
      fc.property(randomPlan, numbers, numbers, (plan, troubles, order) => {
        const simulation = new Simulation(plan, transient(plan, troubles, order));
        let end = simulation.run();
        for (let resumes = 0; end === 'failure' && resumes < 200; resumes += 1) {
          simulation.resume();
          end = simulation.run();
        }
        expect(end).toBe('success');
        expectWhole(simulation.state);
      }),
      { numRuns },
    );
  });

  test('killed after any event and resumed ends like a run that was not', () => {
    fc.assert(
      fc.property(
        randomPlan,
        numbers,
        numbers,
        fc.array(fc.nat(), { maxLength: 4 }),
        (plan, troubles, order, kills) => {
          const script = permanent(transient(plan, troubles, order), troubles);
          const whole = new Simulation(plan, script);
          const end = whole.run();
          let events: readonly RunEvent[] = whole.events;
          let last = whole;
          for (const kill of kills) {
            last = Simulation.goOn(plan, script, events.slice(0, 1 + (kill % events.length)));
            expect(last.run()).toBe(end);
            events = last.events;
          }
          expect(summaryOf(last.state)).toEqual(summaryOf(whole.state));
        },
      ),
      { numRuns },
    );
  });

  test('folds to the state that its events were recorded in (A1)', () => {
    fc.assert(
      fc.property(randomPlan, numbers, numbers, (plan, troubles, order) => {
        const simulation = new Simulation(plan, transient(plan, troubles, order));
        for (let resumes = 0; simulation.run() === 'failure' && resumes < 3; resumes += 1) simulation.resume();
        expect(foldEvents(plan, simulation.events)).toEqual(simulation.state);
      }),
      { numRuns },
    );
  });

  test('rolled back to any checkpoint goes on to the same result', () => {
    fc.assert(
      fc.property(randomPlan, numbers, fc.nat(), (plan, order, which) => {
        const script = transient(plan, [0], order);
        const whole = new Simulation(plan, script);
        expect(whole.run()).toBe('success');
        const done = completedIds(whole.state);
        const step = done[which % done.length];
        if (step === undefined) return;
        const rolledBack: RunEvent = { type: 'rolled-back', at: 1, step, revertCommit: null };
        const again = Simulation.goOn(plan, script, [...whole.events, rolledBack]);
        expect(again.run()).toBe('success');
        expect(summaryOf(again.state)).toEqual(summaryOf(whole.state));
      }),
      { numRuns },
    );
  });

  test('resumed with another plan has the work of that plan’s completed steps, and what else was built on', () => {
    fc.assert(
      fc.property(randomPlan, randomPlan, numbers, numbers, fc.nat(), (plan, changed, troubles, order, kill) => {
        const before = new Simulation(plan, transient(plan, troubles, order));
        before.run();
        const events = before.events.slice(0, 1 + (kill % before.events.length));
        const simulation = Simulation.goOn(changed, transient(changed, troubles, order), events);
        let end = simulation.run();
        for (let resumes = 0; end === 'failure' && resumes < 200; resumes += 1) {
          simulation.resume();
          end = simulation.run();
        }
        expect(end).toBe('success');
        expect(simulation.state.endedSteps).toBe(changed.steps.length);
        const wanted = completedIds(simulation.state).filter((id) => !mayBeLeftOut(simulation.state, id));
        expect(stepsIn(headCommit(simulation.state))).toEqual(expect.arrayContaining(wanted));
      }),
      { numRuns },
    );
  });
});
