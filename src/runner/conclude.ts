/*
 * What follows the last step: validate the result, run the hooks, land it.
 *
 * Job: bring a finished result to the user, or say why not. Invariants:
 *  C1  What lands is a commit whose tree was validated in this run.
 *  C2  Each part is recorded before the next begins, so a resume goes on with the part that was interrupted.
 *  C3  The user's checkout is touched only after `landing-started` is durable.
 */
import type { Failure } from '../base/failure.js';
import type { Hook } from '../definition/workflow.js';
import type { LeftOut } from '../engine/blame.js';
import { named } from '../engine/left-out.js';
import { groupState, headCommit, startCommit, stepsCommit, type RunState } from '../engine/run-state.js';
import { stepChanges } from '../engine/step-changes.js';
import { isVerdict } from './find-guilty.js';
import type { CommitPair } from './effects.js';
import { askedOut, notDone, rebuildResult } from './rebuild-result.js';
import { pauseReason, type LoopEnd, type LoopWorld } from './run-loop.js';
import { blame, redGroups, validateResult, type Candidate, type Verdict } from './validate-result.js';

/** How often a branch that keeps moving is merged with before the run gives up on it. */
const MAX_LANDING_TRIES = 5;

/** How a run ended; `paused` runs go on with `--resume`. */
export type RunEnd = 'completed' | 'failed' | 'paused';

/** Ends the run after its last step, as the loop said. Records everything, the end included. */
export async function conclude(world: LoopWorld, end: LoopEnd): Promise<RunEnd> {
  const { effects, record } = world;
  switch (end) {
    case 'paused':
      return 'paused';
    case 'phase-done':
      record({ type: 'run-paused', at: effects.now(), why: 'phase-done' }, 'durable');
      return 'paused';
    case 'failure':
      return ended(world, await afterFailure(world));
    case 'success':
      return ended(world, await finishResult(world));
  }
}

function ended(world: LoopWorld, end: RunEnd): RunEnd {
  return end === 'paused' ? pause(world) : end;
}

/** Says which step broke a phase; with `--partial`, what is left of the run lands. */
async function afterFailure(world: LoopWorld): Promise<RunEnd> {
  const guilty = notDone(world.state);
  for (const { path, red } of redGroups(world.state)) {
    const verdict = await blame(world, path, red);
    if (verdict.kind === 'paused') return 'paused';
    guilty.push(...guiltyOf(world.state, path, verdict));
  }
  return mayLandRest(world.state) ? landRest(world, guilty, null) : fail(world, null);
}

/** The step that broke the phase; all of the phase when it is none of them. */
function guiltyOf(state: RunState, path: string, verdict: Verdict): LeftOut[] {
  if (verdict.kind !== 'red') return [];
  const { failure, blame: found } = verdict;
  if (found?.kind === 'step') return [{ step: found.step, why: 'broke-result', failure: found.failure }];
  return stepChanges(state, groupState(state, path).group).map(({ step }) => ({
    step,
    why: 'phase-not-valid',
    failure,
  }));
}

async function finishResult(world: LoopWorld): Promise<RunEnd> {
  const { state } = world;
  const asked = state.rebuilt === null ? askedOut(state) : [];
  if (asked.length > 0) return landRest(world, asked, null);
  const commit = state.afterHooks ?? stepsCommit(state);
  if (state.afterHooks !== null && state.validation?.commit === stepsCommit(state)) {
    return (await validateAgain(world, commit)) ?? land(world, commit);
  }
  const verdict = await validateResult(world, candidate(state, commit));
  switch (verdict.kind) {
    case 'paused':
      return 'paused';
    case 'valid':
      return finishValid(world, commit);
    case 'red': {
      const { failure, blame: found } = verdict;
      if (found?.kind !== 'step' || !mayLandRest(state)) return fail(world, failure);
      return landRest(world, [{ step: found.step, why: 'broke-result', failure: found.failure }], failure);
    }
  }
}

/** A job for one phase has not seen the others: only a run as a whole lands in part. */
function mayLandRest({ choices }: RunState): boolean {
  return choices.partial === true && choices.phase === null && choices.job === undefined;
}

/** Lands the run without these steps and those that need them. `failure`: why the run failed, when that was no step. */
async function landRest(world: LoopWorld, without: readonly LeftOut[], failure: Failure | null): Promise<RunEnd> {
  const rebuilt = await rebuildResult(world, without);
  switch (rebuilt.kind) {
    case 'paused':
      return 'paused';
    case 'nothing':
      return fail(world, failure);
    case 'red':
      return fail(world, rebuilt.failure);
    case 'rebuilt':
      return finishValid(world, stepsCommit(world.state));
  }
}

const candidate = (state: RunState, commit: string, base = startCommit(state)): Candidate => {
  const out = new Set(state.rebuilt?.leftOut.map(({ step }) => step));
  return { commit, base, changes: stepChanges(state, state.plan.root).filter(({ step }) => !out.has(step)) };
};

async function finishValid(world: LoopWorld, valid: string): Promise<RunEnd> {
  const { state, effects, record, stop } = world;
  const hooks = hooksOf(state);
  if (state.afterHooks !== null || hooks.length === 0) return land(world, state.afterHooks ?? valid);
  const ran = await effects.runHooks({ which: 'on_success', hooks, commit: valid }, stop);
  if (ran.failure?.reason === 'cancelled') return 'paused';
  if (ran.failure !== null) return fail(world, ran.failure);
  const { commit } = ran;
  record({ type: 'hooks-ran', at: effects.now(), hooks: 'on_success', commit, failure: null }, 'durable');
  const broken = await validateAgain(world, commit);
  return broken ?? land(world, commit);
}

/** What lands in part is no success to be told of. */
function hooksOf(state: RunState): readonly Hook[] {
  const { onSuccess } = state.plan;
  return endFailure(state) === null ? onSuccess : onSuccess.filter(({ kind }) => kind !== 'notify');
}

/** null when the commit passes. The steps have passed, so that what is new in it is to blame: the hooks. */
async function validateAgain(world: LoopWorld, commit: string): Promise<RunEnd | null> {
  const { state, effects, record, stop } = world;
  if (state.validation?.commit === commit) return null;
  const subject = { commit, of: 'result', commands: state.plan.validation, flakeToo: true };
  const { checks, failure, known } = await effects.validate(subject, stop);
  if (failure?.reason === 'cancelled') return 'paused';
  const from = known === undefined ? {} : { known };
  record({ type: 'result-validated', at: effects.now(), commit, checks, failure, ...from }, 'durable');
  if (failure === null) return null;
  if (isVerdict(failure))
    record({ type: 'result-blamed', at: effects.now(), of: null, blame: { kind: 'hooks', commit } }, 'soon');
  return fail(world, failure);
}

async function land(world: LoopWorld, result: string): Promise<RunEnd> {
  const { state, effects, record } = world;
  let from = startCommit(state);
  let to = result;
  for (let tries = 0; tries < MAX_LANDING_TRIES; tries += 1) {
    await tellHosts(world, { before: from, after: to });
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
        return endLanded(world);
      case 'refused':
        return fail(world, landing.failure);
      case 'base-moved': {
        from = landing.from;
        to = landing.merged;
        const verdict = await validateResult(world, candidate(state, to, from));
        if (verdict.kind === 'paused') return 'paused';
        if (verdict.kind === 'red') return fail(world, verdict.failure);
      }
    }
  }
  const branch = state.base.branch ?? 'HEAD';
  return fail(world, { reason: 'landing-refused', why: 'branch-moved', paths: [], branch, commands: [] });
}

/** For a run that is held to contracts, what comes of the hosts by landing. Only told: what does not hold has failed its step. */
async function tellHosts({ state, effects, record, stop }: LoopWorld, { before, after }: CommitPair): Promise<void> {
  if (state.derivations === null || (state.hosts?.commit === after && state.hosts.before === before)) return;
  const compared = await effects.compareHosts({ before, after }, stop);
  if (!compared.ok) return;
  record({ type: 'hosts-compared', at: effects.now(), commit: after, before, hosts: compared.value }, 'soon');
}

/** A run has completed when all of it landed, or what a person wanted of it. */
function endLanded(world: LoopWorld): RunEnd | Promise<RunEnd> {
  const failure = endFailure(world.state);
  if (failure !== null) return fail(world, failure);
  world.record({ type: 'run-ended', at: world.effects.now(), status: 'completed', failure: null }, 'durable');
  return 'completed';
}

function endFailure(state: RunState): Failure | null {
  const leftOut = state.rebuilt?.leftOut ?? [];
  return leftOut.every(({ why }) => why === 'asked') ? null : { reason: 'partial', leftOut: named(state, leftOut) };
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
