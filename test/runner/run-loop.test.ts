import { describe, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { applyEvent } from '../../src/engine/apply-event.js';
import type { RunChoices, RunEvent } from '../../src/engine/event.js';
import { headCommit, initialState, stepState } from '../../src/engine/run-state.js';
import { conclude } from '../../src/runner/conclude.js';
import { dryEffects } from '../../src/runner/dry-effects.js';
import type { Effects, StepOutcome } from '../../src/runner/effects.js';
import { runLoop, type LoopWorld } from '../../src/runner/run-loop.js';
import { walk, walkedEvents } from '../../src/commands/dry-run.js';
import type { AgentStep } from '../../src/definition/workflow.js';
import type { Plan } from '../../src/plan/plan.js';
import { choices, failure } from '../support/simulation.js';
import { commandStep, nestedStep, phase, planOf, workflow } from '../support/workflow.js';

const inner = workflow('inner', [phase('sequential', 'sequential', [commandStep('x'), commandStep('y')])]);
const plan = planOf(
  workflow(
    'w',
    [
      phase('first', 'sequential', [commandStep('a'), nestedStep('n', 'inner')]),
      phase('second', 'parallel', [commandStep('c'), commandStep('d'), commandStep('e')], {
        maxConcurrent: 2,
        validation: ['check'],
      }),
    ],
    { onSuccess: [{ kind: 'command', command: 'true' }] },
  ),
  inner,
);

interface Rig {
  readonly world: LoopWorld;
  readonly events: RunEvent[];
  readonly controller: AbortController;
}

/** The real loop over effects of a test; what is recorded is kept in memory. */
function rig(of: Plan, over: Partial<Effects>, onRecord: (event: RunEvent) => void = () => undefined): Rig {
  const state = initialState(of);
  const events: RunEvent[] = [];
  const controller = new AbortController();
  const record = (event: RunEvent): void => {
    onRecord(event);
    events.push(event);
    applyEvent(state, event);
  };
  record(started(of));
  const effects = { ...dryEffects(), now: () => Date.now(), ...over };
  return {
    world: { state, effects, record, stop: controller.signal, abort: () => controller.abort() },
    events,
    controller,
  };
}

function started(of: Plan, more: Partial<RunChoices> = {}): RunEvent {
  return {
    type: 'run-started',
    at: 0,
    runId: 'r',
    workflow: of.workflow,
    version: of.version,
    totalSteps: of.steps.length,
    definition: {},
    base: { commit: 'HEAD', branch: null },
    triggeredBy: 'test',
    dirty: false,
    choices: { ...choices, ...more },
  };
}

const fine: StepOutcome = {
  ok: true,
  result: { commit: 'c', filesModified: 1, summary: '', outputs: {}, costUsd: null, tokens: null },
};

describe('the run loop', () => {
  test('records what the dry run foretold, in every finishing order of parallel steps', async () => {
    const foretold = walkedEvents(await walk(plan, choices));
    const order = (events: ReturnType<typeof walkedEvents>): string[] =>
      events.map(({ event, about }) => `${event} ${about ?? ''}`).filter((line) => !line.startsWith('step-completed'));
    for (let seed = 1; seed <= 20; seed += 1) {
      const runStep: Effects['runStep'] = async (job, signal, hear) => {
        await sleep((job.step.number * seed * 7) % 5);
        return dryEffects().runStep(job, signal, hear);
      };
      const { world, events } = rig(plan, { runStep });
      expect(await conclude(world, await runLoop(world))).toBe('completed');
      expect(order(walkedEvents(events)).filter((line) => !line.startsWith('step-started'))).toEqual(
        order(foretold).filter((line) => !line.startsWith('step-started')),
      );
      const startedSteps = events.flatMap((event) => (event.type === 'step-started' ? [event.step] : []));
      expect(startedSteps).toEqual(foretold.flatMap(({ event, about }) => (event === 'step-started' ? [about] : [])));
    }
  });

  test('resolves after a stop only when everything it started has ended (R3)', async () => {
    let running = 0;
    const runStep: Effects['runStep'] = async (_job, signal) => {
      running += 1;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      await sleep(20);
      running -= 1;
      return { ok: false, failure: { reason: 'cancelled' }, costUsd: null, tokens: null };
    };
    const { world, events, controller } = rig(plan, { runStep });
    setTimeout(() => controller.abort('interrupted'), 10);
    expect(await runLoop(world)).toBe('paused');
    expect(running).toBe(0);
    expect(events.at(-1)).toMatchObject({ type: 'run-paused', why: 'interrupted' });
    expect(world.state.steps.get('a')?.status).toBe('cancelled');
  });

  test('waits for a retry and then starts the step again', async () => {
    const retry = { times: 1, backoff: 'constant', delayMs: 30, maxDelayMs: 30 } as const;
    const one = planOf(workflow('w', [phase('sequential', 'sequential', [commandStep('a', { retry })])]));
    const runStep: Effects['runStep'] = ({ attempt }) =>
      Promise.resolve(attempt === 1 ? { ok: false, failure, costUsd: null, tokens: null } : fine);
    const { world, events } = rig(one, { runStep });
    expect(await runLoop(world)).toBe('success');
    const starts = events.flatMap((event) => (event.type === 'step-started' ? [event.at] : []));
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThanOrEqual(29);
  });

  test('fails a step whose code throws, with the stack for the report', async () => {
    const runStep: Effects['runStep'] = () => Promise.reject(new Error('our bug'));
    const { world } = rig(plan, { runStep });
    expect(await runLoop(world)).toBe('failure');
    expect(world.state.steps.get('a')?.failure).toMatchObject({ reason: 'internal', message: 'our bug' });
  });

  test('throws when merging throws, after what is in flight has ended', async () => {
    const { world } = rig(plan, { merge: () => Promise.reject(new Error('git is gone')) });
    await expect(runLoop(world)).rejects.toThrow('git is gone');
  });

  test('stops what is in flight when an event cannot be recorded', async () => {
    let ended = 0;
    const runStep: Effects['runStep'] = async (job, signal, hear) => {
      if (job.step.id === 'c') return fine;
      if (job.step.id !== 'd') return dryEffects().runStep(job, signal, hear);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      ended += 1;
      return { ok: false, failure: { reason: 'cancelled' }, costUsd: null, tokens: null };
    };
    const { world } = rig(plan, { runStep }, (event) => {
      if (event.type === 'step-completed' && event.step === 'c') throw new Error('disk full');
    });
    await expect(runLoop(world)).rejects.toThrow('disk full');
    expect(ended).toBe(1);
  });
});

test('what a step cost that was stopped is counted, and not as an attempt', async () => {
  const { world, controller } = rig(planOf(workflow('w', [phase('p', 'sequential', [commandStep('a')])])), {
    runStep: () => {
      controller.abort();
      return Promise.resolve({ ok: false, failure: { reason: 'cancelled' }, costUsd: 2, tokens: null });
    },
  });
  expect(await runLoop(world)).toBe('paused');
  const { status, failures } = stepState(world.state, 'a');
  expect([world.state.costUsd, status, failures]).toEqual([2, 'cancelled', 0]);
});

describe('a run that is out of budget', () => {
  test('pauses when several agents wait to be tried again', async () => {
    const retry = { times: 2, backoff: 'constant', delayMs: 1, maxDelayMs: 1 } as const;
    const agent = (id: string): AgentStep => ({
      ...commandStep(id, { retry }),
      kind: 'agent',
      agent: 'x',
      task: id,
      config: {},
      maxTurns: null,
      stallMs: 1,
    });
    const both = planOf(workflow('w', [phase('p', 'parallel', [agent('a'), agent('b')])], { budgetUsd: 1 }));
    const { world } = rig(both, {
      runStep: () => Promise.resolve({ ok: false, failure, costUsd: 5, tokens: null }),
    });
    expect([await runLoop(world), world.state.pause]).toEqual(['paused', 'budget']);
  });
});

describe('conclude', () => {
  test('does not run the hooks on success again when landing was refused and the run is resumed', async () => {
    const hooks: string[] = [];
    const hooked = planOf(
      workflow('w', [phase('p', 'sequential', [commandStep('a')])], {
        onSuccess: [{ kind: 'command', command: 'true' }],
        onFailure: [{ kind: 'command', command: 'true' }],
      }),
    );
    const landed: string[] = [];
    const { world } = rig(hooked, {
      runHooks: ({ which }) => {
        hooks.push(which);
        return Promise.resolve({ commit: 'hooked', failure: null });
      },
      land: ({ to }) => {
        landed.push(to);
        return Promise.resolve(
          landed.length === 1
            ? { outcome: 'refused', failure }
            : { outcome: 'landed', how: 'fast-forward', branch: null },
        );
      },
    });
    expect(await conclude(world, await runLoop(world))).toBe('failed');
    world.record({ type: 'run-resumed', at: 1, choices, definition: null }, 'soon');
    expect(await conclude(world, await runLoop(world))).toBe('completed');
    expect([hooks, landed]).toEqual([
      ['on_success', 'on_failure'],
      ['hooked', 'hooked'],
    ]);
  });

  test('validates again when the definition was changed', async () => {
    let validations = 0;
    const { world } = rig(plan, {
      validate: ({ of }) => {
        if (of === 'result') validations += 1;
        return Promise.resolve({ checks: [], failure: null });
      },
      land: () => Promise.resolve({ outcome: 'refused', failure }),
    });
    await conclude(world, await runLoop(world));
    const before = validations;
    world.record({ type: 'run-resumed', at: 1, choices, definition: { 'w.yaml': 'new' } }, 'soon');
    await conclude(world, await runLoop(world));
    expect(validations - before).toBe(1);
  });

  test('validates again what hooks changed, and lands that', async () => {
    const validated: string[] = [];
    const landed: string[] = [];
    const { world } = rig(plan, {
      validate: ({ commit, of }) => {
        if (of === 'result') validated.push(commit);
        return Promise.resolve({ checks: [], failure: null });
      },
      runHooks: () => Promise.resolve({ commit: 'hooked', failure: null }),
      land: ({ to }) => {
        landed.push(to);
        return Promise.resolve({ outcome: 'landed', how: 'fast-forward', branch: null });
      },
    });
    expect(await conclude(world, await runLoop(world))).toBe('completed');
    expect(validated).toEqual([headCommit(world.state), 'hooked']);
    expect(landed).toEqual(['hooked']);
  });

  test('validates the merge when the base moved, and lands it from there', async () => {
    const validated: string[] = [];
    const pairs: string[][] = [];
    const { world } = rig(plan, {
      validate: ({ commit, of }) => {
        if (of === 'result') validated.push(commit);
        return Promise.resolve({ checks: [], failure: null });
      },
      land: ({ from, to }) => {
        pairs.push([from, to]);
        return Promise.resolve(
          pairs.length === 1
            ? { outcome: 'base-moved', from: 'new tip', merged: 'merged' }
            : { outcome: 'landed', how: 'fast-forward', branch: null },
        );
      },
    });
    expect(await conclude(world, await runLoop(world))).toBe('completed');
    expect(pairs[1]).toEqual(['new tip', 'merged']);
    expect(validated.at(-1)).toBe('merged');
  });

  test('does not land what does not validate', async () => {
    const { world, events } = rig(plan, {
      validate: ({ of }) => Promise.resolve({ checks: [], failure: of === 'result' ? failure : null }),
      land: () => Promise.reject(new Error('must not land')),
    });
    expect(await conclude(world, await runLoop(world))).toBe('failed');
    expect(events.at(-1)).toMatchObject({ type: 'run-ended', status: 'failed', failure });
  });

  test('gives up on a branch that never stands still, keeping the result', async () => {
    const { world } = rig(plan, {
      land: () => Promise.resolve({ outcome: 'base-moved', from: 'tip', merged: `m${Math.random()}` }),
    });
    expect(await conclude(world, await runLoop(world))).toBe('failed');
    expect(world.state.failure).toMatchObject({ reason: 'landing-refused', why: 'branch-moved' });
  });
});
