import { describe, expect, test } from '@jest/globals';
import type { Failure } from '../../src/base/failure.js';
import { applyEvent, foldEvents } from '../../src/engine/apply-event.js';
import { decide, type Action } from '../../src/engine/decide.js';
import type { RunChoices, RunEvent } from '../../src/engine/event.js';
import { retryDelayMs } from '../../src/engine/retry.js';
import { initialState, stepState, type RunState } from '../../src/engine/run-state.js';
import type { Plan } from '../../src/plan/plan.js';
import { choices } from '../support/simulation.js';
import { agentStep, commandStep, phase, planOf, workflow } from '../support/workflow.js';

/* What the engine remembers of agents between their attempts, and the ledger of what they may spend. */

const parallel = (count: number, budgetUsd: number | null, maxConcurrent = count): Plan => {
  const steps = ['a', 'b', 'c', 'd', 'e'].slice(0, count).map((id) => agentStep(id));
  return planOf(workflow('w', [phase('p', 'parallel', steps, { maxConcurrent })], { budgetUsd }));
};

const one = (budgetUsd: number | null = null): Plan =>
  planOf(workflow('w', [phase('p', 'sequential', [agentStep('a')])], { budgetUsd }));

class Rig {
  readonly plan: Plan;
  state: RunState;
  readonly events: RunEvent[] = [];

  constructor(plan: Plan, more: Partial<RunChoices> = {}) {
    this.plan = plan;
    this.state = initialState(plan);
    const base = { commit: 'base', branch: null };
    const { workflow: name, version, steps } = plan;
    const about = { runId: 'r', workflow: name, version, totalSteps: steps.length, definition: {}, base };
    this.add({
      type: 'run-started',
      at: 0,
      ...about,
      triggeredBy: 't',
      dirty: false,
      choices: { ...choices, ...more },
    });
  }

  add(event: RunEvent): this {
    this.events.push(event);
    applyEvent(this.state, event);
    return this;
  }

  /** Starts what can start, and says with which allowance. */
  start(): Record<string, number | null> {
    const allowed: Record<string, number | null> = {};
    for (let again = true; again;) {
      again = false;
      for (const action of decide(this.state, 0)) {
        if (action.do === 'start-group') {
          this.add({ type: 'group-started', at: 0, group: action.group.path, base: action.base });
          again = true;
        }
        if (action.do === 'start-step') {
          const { step, attempt, base, history } = action;
          allowed[step.id] = history.budgetUsd;
          const budget = history.budgetUsd === null ? {} : { budgetUsd: history.budgetUsd };
          this.add({ type: 'step-started', at: 0, step: step.id, attempt, base, ...budget });
        }
      }
    }
    return allowed;
  }

  /** The first action that is possible. */
  next(): Action | undefined {
    return decide(this.state, 0)[0];
  }

  complete(step: string, costUsd: number | null, commit = 'base'): this {
    const result = { commit, filesModified: 0, summary: '', outputs: {}, costUsd, tokens: null };
    return this.add({ type: 'step-completed', at: 0, step, attempt: 1, ...result });
  }

  fail(step: string, failure: Failure, more: Partial<Extract<RunEvent, { type: 'step-failed' }>> = {}): this {
    const cost = { costUsd: null, tokens: null };
    return this.add({ type: 'step-failed', at: 0, step, attempt: 1, failure, retryAt: 0, ...cost, ...more });
  }

  session(step: string, id: string): this {
    return this.add({ type: 'session-started', at: 0, step, attempt: 1, session: { backend: 'claude', id } });
  }

  resume(more: Partial<RunChoices> = {}, definition: Record<string, string> | null = null): this {
    return this.add({ type: 'run-resumed', at: 0, choices: { ...choices, ...more }, definition });
  }
}

const broke: Failure = { reason: 'agent-out-of-budget', limitUsd: 1 };
const red: Failure = {
  reason: 'validation-failed',
  command: 'nix flake check',
  exitCode: 1,
  outputTail: 'error',
  diagnostics: [],
};

describe('a budget', () => {
  test('is shared by agents that start at the same time', () => {
    expect(new Rig(parallel(3, 6)).start()).toEqual({ a: 2, b: 2, c: 2 });
  });

  test('gives what one did not spend to the next', () => {
    const rig = new Rig(parallel(3, 6, 2));
    expect(rig.start()).toEqual({ a: 3, b: 3 });
    rig.complete('a', 1);
    expect(rig.start()).toEqual({ c: 2 });
  });

  test('keeps an agent waiting while others hold all that is left', () => {
    const rig = new Rig(parallel(3, 6, 2));
    rig.start();
    rig.complete('a', 3);
    expect(decide(rig.state, 0)).toEqual([{ do: 'pause-for-budget' }]);
    rig.complete('b', 1);
    expect(rig.start()).toEqual({ c: 2 });
  });

  test('is not counted twice when a share is spent: the agent goes on with what others left, and no attempt is used up', () => {
    const rig = new Rig(parallel(2, 2));
    rig.start();
    rig.fail('a', broke, { costUsd: 1.1 });
    rig.complete('b', 0.1);
    expect(rig.start()['a']).toBeCloseTo(0.8, 10);
    expect(stepState(rig.state, 'a').failures).toBe(0);
  });

  test('that is spent lets no agent start, and a command all the same', () => {
    const steps = [agentStep('a'), commandStep('b'), agentStep('c')];
    const rig = new Rig(planOf(workflow('w', [phase('p', 'sequential', steps)], { budgetUsd: 1 })));
    rig.start();
    rig.complete('a', 1);
    expect(rig.start()).toEqual({ b: null });
    rig.complete('b', null);
    expect(rig.next()).toEqual({ do: 'pause-for-budget' });
  });

  test('of a resume is what is left over all attempts and resumes', () => {
    const rig = new Rig(one(1));
    rig.start();
    rig.fail('a', red, { costUsd: 0.75 });
    rig.add({ type: 'run-paused', at: 0, why: 'interrupted' }).resume({ budgetUsd: 2 });
    expect(rig.start()).toEqual({ a: 1.25 });
  });

  test('is whole again after a kill of which the journal says nothing', () => {
    const rig = new Rig(one(1));
    rig.start();
    rig.resume();
    expect(rig.start()).toEqual({ a: 1 });
  });

  test('is shared by parallel steps that run in jobs of their own, which see the same ledger', () => {
    const rig = new Rig(parallel(3, 6)).resume({ phase: 'p', job: { step: 'a' } });
    expect(rig.start()).toEqual({ a: 2 });
    rig.fail('a', broke, { costUsd: 2 });
    expect(rig.next()).toEqual({ do: 'pause-for-budget' });
    expect(rig.resume({ phase: 'p', job: { step: null } }).start()).toMatchObject({ a: expect.closeTo(4 / 3) });
  });

  test('is not kept for steps in other jobs that ask no agent or have ended', () => {
    const steps = [agentStep('a'), commandStep('b'), agentStep('c')];
    const plan = planOf(workflow('w', [phase('p', 'parallel', steps)], { budgetUsd: 6 }));
    const rig = new Rig(plan);
    rig.start();
    rig.complete('c', 1).resume({ phase: 'p', job: { step: 'a' } });
    expect(rig.start()).toEqual({ a: 5 });
  });

  test('has no rounding error for a rest: ten times 0.1 of 1 is all of it', () => {
    const steps = Array.from({ length: 11 }, (_, i) => agentStep(`s${i}`));
    const rig = new Rig(planOf(workflow('w', [phase('p', 'sequential', steps)], { budgetUsd: 1 })));
    for (let i = 0; i < 10; i += 1) {
      rig.start();
      rig.complete(`s${i}`, 0.1);
    }
    expect(rig.next()).toEqual({ do: 'pause-for-budget' });
  });

  test('that nobody set allows everything', () => {
    expect(new Rig(parallel(2, null)).start()).toEqual({ a: null, b: null });
  });
});

describe('the next attempt of an agent', () => {
  const history = (rig: Rig): unknown => {
    const action = rig.next();
    return action?.do === 'start-step' ? action.history : action;
  };

  test('knows the conversation, the failure and the work of the last one', () => {
    const rig = new Rig(one());
    rig.start();
    rig.session('a', 'id-1').fail('a', red, { work: 'work' });
    expect(history(rig)).toMatchObject({ session: { id: 'id-1' }, failure: red, work: 'work' });
  });

  test('still knows them after the run has failed and is resumed', () => {
    const rig = new Rig(one());
    rig.start();
    rig.session('a', 'id-1').fail('a', red, { work: 'work', retryAt: null });
    rig.add({ type: 'run-ended', at: 0, status: 'failed', failure: null }).resume();
    rig.start();
    const state = foldEvents(rig.plan, rig.events);
    expect(stepState(state, 'a')).toMatchObject({ session: { id: 'id-1' }, lastFailure: red, work: 'work' });
  });

  test('is told that it was stopped, when the run was', () => {
    const rig = new Rig(one());
    rig.start();
    rig.session('a', 'id-1').fail('a', { reason: 'cancelled' }, { work: 'half' });
    rig.add({ type: 'run-paused', at: 0, why: 'interrupted' }).resume();
    rig.next();
    rig.start();
    expect(stepState(rig.state, 'a')).toMatchObject({ lastFailure: { reason: 'cancelled' }, work: 'half' });
  });

  test('starts from its base when that is another one than the work was made on', () => {
    const steps = [commandStep('first'), agentStep('a')];
    const rig = new Rig(planOf(workflow('w', [phase('p', 'sequential', steps)])));
    rig.start();
    rig.complete('first', null, 'base>first');
    rig.start();
    rig.session('a', 'id-1').fail('a', red, { work: 'work' });
    const state = rig.state;
    const group = state.groups.get('p');
    if (group !== undefined) group.head = 'base>other';
    expect(history(rig)).toMatchObject({ session: { id: 'id-1' }, failure: red, work: null });
  });

  test('begins a new conversation with its work when changed definitions were accepted', () => {
    const rig = new Rig(one());
    rig.start();
    rig.session('a', 'id-1').fail('a', red, { work: 'work', retryAt: null });
    rig.add({ type: 'run-ended', at: 0, status: 'failed', failure: null }).resume({}, { file: 'digest' });
    rig.start();
    expect(stepState(rig.state, 'a')).toMatchObject({ session: null, lastFailure: null, work: 'work' });
  });

  test('after a conflict is told of it, in its conversation and without its work', () => {
    const rig = new Rig(parallel(2, null));
    rig.start();
    rig.session('b', 'id-2').complete('a', null, 'base>a').complete('b', null, 'base>b');
    rig.add({
      type: 'merge-conflicted',
      at: 0,
      group: 'p',
      child: 'b',
      ours: 'base>a',
      theirs: 'base>b',
      paths: ['x'],
    });
    expect(history(rig)).toMatchObject({
      session: { id: 'id-2' },
      failure: null,
      work: null,
      conflict: { paths: ['x'] },
    });
  });
});

describe('an attempt that was stopped without a word on its cost', () => {
  test('is counted as one of unknown cost, and not as free', () => {
    const rig = new Rig(one(1));
    rig.start();
    rig.fail('a', { reason: 'cancelled' });
    const step = stepState(rig.state, 'a').attemptsOfUnknownCost;
    expect([rig.state.attemptsOfUnknownCost, step, rig.state.costUsd, rig.state.reservedUsd]).toEqual([1, 1, 0, 0]);
  });
});

describe('retrying', () => {
  const trouble = (kind: Extract<Failure, { reason: 'agent-failed' }>['trouble']): Failure => ({
    reason: 'agent-failed',
    backend: 'claude',
    trouble: kind,
    detail: '',
  });
  const asked = { times: 2, backoff: 'constant', delayMs: 10, maxDelayMs: 10 } as const;

  test.each([1, 2, 3])('backs off from an API in trouble without being asked to: failure %d', (failures) => {
    expect(retryDelayMs(null, failures, trouble('transient'))).toBe(5000 * 2 ** (failures - 1));
  });

  test('gives up on an API that stays in trouble', () => {
    expect(retryDelayMs(null, 4, trouble('transient'))).toBeNull();
  });

  test.each(['auth', 'policy', 'input', 'denied'] as const)('is never done after %s', (kind) => {
    expect(retryDelayMs(asked, 1, trouble(kind))).toBeNull();
  });

  test.each(['transient', 'turns', 'no-turns', 'crashed'] as const)('is done after %s when asked', (kind) => {
    expect(retryDelayMs(asked, 1, trouble(kind))).toBe(10);
  });

  test.each<Failure>([
    { reason: 'agent-out-of-budget', limitUsd: 1 },
    { reason: 'sandbox-missing', why: '', help: '' },
    { reason: 'protected-paths', paths: [] },
    { reason: 'agent-blocked', summary: '' },
  ])('is never done after $reason', (failure) => {
    expect(retryDelayMs(asked, 1, failure)).toBeNull();
  });
});
