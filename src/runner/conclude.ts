/*
 * What follows the last step: validate the result, run the hooks, land it.
 *
 * Job: bring a finished result to the user, or say why not. Invariants:
 *  C1  What lands is a commit whose tree was validated in this run.
 *  C2  Each part is recorded before the next begins, so a resume goes on with the part that was interrupted.
 *  C3  The user's checkout is touched only after `landing-started` is durable.
 */
import type { Failure } from '../base/failure.js';
import { headCommit } from '../engine/run-state.js';
import { pauseReason, type LoopEnd, type LoopWorld } from './run-loop.js';

/** How often a branch that keeps moving is merged with before the run gives up on it. */
const MAX_LANDING_TRIES = 5;

/** How a run ended; `paused` runs go on with `--resume`. */
export type RunEnd = 'completed' | 'failed' | 'paused';

/** Ends the run after its last step, as the loop said. Records everything, the end included. */
export async function conclude(world: LoopWorld, end: LoopEnd): Promise<RunEnd> {
  const { state, effects, record } = world;
  switch (end) {
    case 'paused':
      return 'paused';
    case 'phase-done':
      record({ type: 'run-paused', at: effects.now(), why: 'phase-done' }, 'durable');
      return 'paused';
    case 'failure':
      return fail(world, null);
    case 'success': {
      const finished = await finishResult(world, headCommit(state));
      return finished === 'paused' ? pause(world) : finished;
    }
  }
}

async function finishResult(world: LoopWorld, head: string): Promise<RunEnd> {
  const { state } = world;
  let commit = state.afterHooks ?? head;
  const invalid = await validated(world, commit);
  if (invalid !== null) return invalid;
  if (state.afterHooks === null && state.plan.onSuccess.length > 0) {
    const hooks = await world.effects.runHooks(
      { which: 'on_success', hooks: state.plan.onSuccess, commit },
      world.stop,
    );
    if (hooks.failure?.reason === 'cancelled') return 'paused';
    if (hooks.failure !== null) return fail(world, hooks.failure);
    commit = hooks.commit;
    world.record({ type: 'hooks-ran', at: world.effects.now(), hooks: 'on_success', commit, failure: null }, 'durable');
    const broken = await validated(world, commit);
    if (broken !== null) return broken;
  }
  return land(world, commit);
}

/** null when the commit's tree passes: checked now, or already in this run. */
async function validated(world: LoopWorld, commit: string): Promise<RunEnd | null> {
  const { state, effects, record, stop } = world;
  if (state.validated === commit) return null;
  const subject = { commit, of: 'result', commands: state.plan.validation, flakeToo: true };
  const { checks, failure, known } = await effects.validate(subject, stop);
  if (failure?.reason === 'cancelled') return 'paused';
  const from = known === undefined ? {} : { known };
  record({ type: 'result-validated', at: effects.now(), commit, checks, failure, ...from }, 'durable');
  return failure === null ? null : fail(world, failure);
}

async function land(world: LoopWorld, result: string): Promise<RunEnd> {
  const { state, effects, record } = world;
  await compareWithStart(world, result);
  let from = state.base.commit;
  let to = result;
  for (let tries = 0; tries < MAX_LANDING_TRIES; tries += 1) {
    if (world.stop.aborted) return 'paused';
    const landing = await effects.land({
      mode: state.choices.land,
      from,
      to,
      branch: state.base.branch,
      beforeTouching: (a, b) => record({ type: 'landing-started', at: effects.now(), from: a, to: b }, 'durable'),
    });
    switch (landing.outcome) {
      case 'landed':
        record({ type: 'landed', at: effects.now(), commit: to, how: landing.how, branch: landing.branch }, 'durable');
        record({ type: 'run-ended', at: effects.now(), status: 'completed', failure: null }, 'durable');
        return 'completed';
      case 'refused':
        return fail(world, landing.failure);
      case 'base-moved': {
        from = landing.from;
        to = landing.merged;
        const broken = await validated(world, to);
        if (broken !== null) return broken;
      }
    }
  }
  const branch = state.base.branch ?? 'HEAD';
  return fail(world, { reason: 'landing-refused', why: 'branch-moved', paths: [], branch, commands: [] });
}

/** For a run that is held to contracts, what came of the hosts in all. Only told: what does not hold has failed its step. */
async function compareWithStart({ state, effects, record, stop }: LoopWorld, commit: string): Promise<void> {
  if (state.derivations === null || state.hosts?.commit === commit) return;
  const compared = await effects.compareHosts({ before: state.base.commit, after: commit }, stop);
  if (compared.ok) record({ type: 'hosts-compared', at: effects.now(), commit, hosts: compared.value }, 'soon');
}

async function fail(world: LoopWorld, failure: Failure | null): Promise<RunEnd> {
  const { state, effects, record, stop } = world;
  if (state.plan.onFailure.length > 0 && !stop.aborted) {
    const hooks = await effects.runHooks(
      { which: 'on_failure', hooks: state.plan.onFailure, commit: headCommit(state) },
      stop,
    );
    const { commit } = hooks;
    record({ type: 'hooks-ran', at: effects.now(), hooks: 'on_failure', commit, failure: hooks.failure }, 'soon');
  }
  record({ type: 'run-ended', at: effects.now(), status: 'failed', failure }, 'durable');
  return 'failed';
}

function pause({ effects, record, stop }: LoopWorld): RunEnd {
  record({ type: 'run-paused', at: effects.now(), why: pauseReason(stop) }, 'durable');
  return 'paused';
}
