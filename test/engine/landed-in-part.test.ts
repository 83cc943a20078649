import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldEvents } from '../../src/engine/apply-event.js';
import { parseCondition } from '../../src/definition/parse-condition.js';
import type { Condition } from '../../src/definition/condition.js';
import type { LeftOut } from '../../src/engine/blame.js';
import { dependantsOf } from '../../src/engine/dependants.js';
import type { RunEvent } from '../../src/engine/event.js';
import { headCommit, stepState, type RunState } from '../../src/engine/run-state.js';
import { stepChanges } from '../../src/engine/step-changes.js';
import type { Plan } from '../../src/plan/plan.js';
import { notDone } from '../../src/runner/rebuild-result.js';
import { randomPlan } from '../support/random-plan.js';
import { failure, Simulation, stepsIn, type Script } from '../support/simulation.js';
import { commandStep, nestedStep, phase, planOf, workflow } from '../support/workflow.js';

/* What becomes of a run when a part of it lands, and it goes on. */

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 100);

function when(text: string): Condition {
  const names = { steps: ['a', 'b', 'c', 'x'], phases: ['first', 'second'], notYet: [] };
  const parsed = parseCondition(text, names);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

/** The state after a run of all steps in which nothing failed. */
function done(plan: Plan): RunState {
  const simulation = new Simulation(plan);
  expect(simulation.run()).toBe('success');
  return simulation.state;
}

const chain = (conditions: Readonly<Record<string, string>>): Plan =>
  planOf(
    workflow('w', [
      phase(
        'first',
        'sequential',
        ['a', 'b', 'c', 'd'].map((id) => {
          const text = conditions[id];
          return commandStep(id, text === undefined ? {} : { condition: when(text) });
        }),
      ),
    ]),
  );

describe('the steps that depend on one that is left out', () => {
  test.each<[string, Readonly<Record<string, string>>, string[]]>([
    ['are none that only come after it', {}, []],
    ['are none that run whatever came of it', { c: 'always()' }, []],
    ['are none that ask whether anything failed', { c: 'success()' }, []],
    ['are those whose condition needs its success', { c: "a.status == 'success'" }, ['c']],
    ['are those that do not want it to fail', { c: "a.status != 'failure'" }, ['c']],
    ['are none that another step is enough for', { c: "a.status == 'success' || b.status == 'success'" }, []],
    ['are those that need it and another', { c: "a.status == 'success' && b.status == 'success'" }, ['c']],
    [
      'are those that need a step that depends on it',
      { b: "a.status == 'success'", d: "b.status == 'success'" },
      ['b', 'd'],
    ],
  ])('%s', (_, conditions, expected) => {
    expect(dependantsOf(done(chain(conditions)), new Set(['a']))).toEqual(expected);
  });

  const phases = (continueOnError: boolean): Plan =>
    planOf(
      workflow('w', [
        phase('first', 'parallel', [commandStep('a', { continueOnError }), commandStep('b')]),
        phase('second', 'sequential', [commandStep('c')], { condition: when("first.status == 'success'") }),
        phase('third', 'sequential', [commandStep('d')], { condition: when("second.status == 'success'") }),
      ]),
    );

  test('are those of a phase that needs its phase, and of a phase that needs that one', () => {
    expect(dependantsOf(done(phases(false)), new Set(['a']))).toEqual(['c', 'd']);
  });

  test('are none of a phase that needs its phase when its failure is tolerated', () => {
    expect(dependantsOf(done(phases(true)), new Set(['a']))).toEqual([]);
  });

  test('are in its own nested workflow, by the names of that', () => {
    const inner = workflow('inner', [
      phase('first', 'sequential', [commandStep('a'), commandStep('x', { condition: when("a.status == 'success'") })]),
    ]);
    const outer = workflow('outer', [phase('steps', 'sequential', [commandStep('a'), nestedStep('n', 'inner')])]);
    const plan = planOf(outer, inner);
    const [outerA = '', innerA = '', x = ''] = plan.steps.map(({ id }) => id);
    expect(dependantsOf(done(plan), new Set([outerA]))).toEqual([]);
    expect(dependantsOf(done(plan), new Set([innerA]))).toEqual([x]);
  });

  test('are none that did not run', () => {
    const plan = chain({ c: "a.status == 'failure'" });
    expect(dependantsOf(done(plan), new Set(['a']))).toEqual([]);
  });
});

const PART = 'part';

/** Lands the run without these steps, those that need them and those that are not done, as the runner does. */
function landWithout(simulation: Simulation, guilty: readonly string[]): LeftOut[] {
  const { state } = simulation;
  const out = new Map<string, LeftOut>(guilty.map((step) => [step, { step, why: 'broke-result', failure }]));
  for (const one of notDone(state)) out.set(one.step, one);
  for (const step of dependantsOf(state, new Set(out.keys()))) out.set(step, { step, why: 'needs-left-out' });
  const leftOut = [...out.values()];
  const kept = stepChanges(state, state.plan.root).filter(({ step }) => !out.has(step));
  const commit = [PART, ...kept.map(({ step }) => step)].join('>');
  simulation.add({ type: 'result-rebuilt', at: 1, commit, leftOut });
  simulation.add({ type: 'landed', at: 1, commit, how: 'fast-forward', branch: null });
  simulation.add({ type: 'run-ended', at: 1, status: 'failed', failure: null });
  return leftOut;
}

const numbers = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 12, maxLength: 12 });
const at = (list: readonly number[], index: number): number => list[index % list.length] ?? 0;

/** A run in which some steps fail for good, of which a part has landed. */
function landedInPart(plan: Plan, troubles: readonly number[], choice: readonly number[]): [Simulation, LeftOut[]] {
  const simulation = new Simulation(plan, { outcome: ({ number }) => (at(troubles, number) === 3 ? failure : null) });
  simulation.run();
  const guilty = stepChanges(simulation.state, plan.root).filter((_, index) => at(choice, index) === 1);
  const leftOut = landWithout(
    simulation,
    guilty.map(({ step }) => step),
  );
  return [simulation, leftOut];
}

const startedIn = (events: readonly RunEvent[]): string[] =>
  events.flatMap((event) => (event.type === 'step-started' ? [event.step] : []));

const summaryOf = (state: RunState): unknown => [
  headCommit(state).split(/[>+]/),
  state.endedSteps,
  [...state.steps.values()].map(({ step, status, isLanded }) => `${step.id} ${status} ${isLanded}`),
  [...state.groups.values()].map(({ group, status }) => `${group.path} ${status}`),
];

describe('any run of which a part has landed', () => {
  test('goes on from what landed, runs no step of it again, and ends with the work of each once', () => {
    fc.assert(
      fc.property(randomPlan, numbers, numbers, (plan, troubles, choice) => {
        const [first] = landedInPart(plan, troubles, choice);
        const landed = first.state.landed?.commit ?? '';
        const again = Simulation.goOn(plan, {}, first.events);
        expect(again.run()).toBe('success');
        const head = headCommit(again.state);
        expect(head.startsWith(landed)).toBe(true);
        expect(new Set(stepsIn(head)).size).toBe(stepsIn(head).length);
        const ranAgain = startedIn(again.events.slice(first.events.length));
        expect(ranAgain.filter((step) => stepsIn(landed).includes(step))).toEqual([]);
        expect(again.state.endedSteps).toBe(plan.steps.length);
      }),
      { numRuns },
    );
  });

  test('runs again what broke it, on top of what landed', () => {
    fc.assert(
      fc.property(randomPlan, numbers, (plan, choice) => {
        const [first, leftOut] = landedInPart(plan, [0], choice);
        const again = Simulation.goOn(plan, {}, first.events);
        again.run();
        const broke = leftOut.filter(({ why }) => why === 'broke-result').map(({ step }) => step);
        expect(startedIn(again.events.slice(first.events.length))).toEqual(expect.arrayContaining(broke));
        for (const step of broke) expect(stepState(again.state, step).status).toBe('completed');
      }),
      { numRuns },
    );
  });

  test('folds to the state that its events were recorded in (A1)', () => {
    fc.assert(
      fc.property(randomPlan, numbers, numbers, (plan, troubles, choice) => {
        const [first] = landedInPart(plan, troubles, choice);
        expect(foldEvents(plan, first.events)).toEqual(first.state);
        first.resume();
        first.run();
        expect(foldEvents(plan, first.events)).toEqual(first.state);
      }),
      { numRuns },
    );
  });

  test('killed after any event and resumed ends like one that was not', () => {
    fc.assert(
      fc.property(
        randomPlan,
        numbers,
        numbers,
        fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
        (plan, troubles, choice, kills) => {
          const script: Script = {};
          const [first] = landedInPart(plan, troubles, choice);
          const whole = Simulation.goOn(plan, script, first.events);
          const end = whole.run();
          let last = whole;
          for (const kill of kills) {
            const added = last.events.length - first.events.length;
            last = Simulation.goOn(plan, script, last.events.slice(0, first.events.length + 1 + (kill % added)));
            expect(last.run()).toBe(end);
          }
          expect(summaryOf(last.state)).toEqual(summaryOf(whole.state));
        },
      ),
      { numRuns },
    );
  });
});
