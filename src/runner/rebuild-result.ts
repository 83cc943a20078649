/*
 * Makes a result without some of the steps: `--partial`, and `--skip-step` for a step that had completed.
 *
 * Job: leave out the steps that cannot stay, replay the others on what the run started from, and validate that. Not its job: hooks and
 * landing (`conclude.ts`). Invariants, cited by the tests:
 *  Z1  A step that needs one that is left out is left out too.
 *  Z2  What is rebuilt passed the validation of the result, and that of every phase that has something in it, on its own tree.
 *  Z3  Each round leaves out at least one more step, so it ends.
 */
import type { Failure } from '../base/failure.js';
import type { LeftOut, LeftOutReason } from '../engine/blame.js';
import { dependantsOf } from '../engine/dependants.js';
import { named } from '../engine/left-out.js';
import { groupState, startCommit, type RunState } from '../engine/run-state.js';
import { isBelow, stepChanges, type StepChange } from '../engine/step-changes.js';
import type { PlanGroup, PlanNode } from '../plan/plan.js';
import type { ReplayedStep } from './effects.js';
import { isVerdict } from './find-guilty.js';
import type { LoopWorld } from './run-loop.js';
import { blame, validateResult, type Verdict } from './validate-result.js';

export type Rebuilt =
  /** It is in the state, and valid. */
  | { readonly kind: 'rebuilt' }
  /** No change is left. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'red'; readonly failure: Failure };

/** Rebuilds the result without these steps, and without those that cannot stay without them. */
export async function rebuildResult(world: LoopWorld, without: readonly LeftOut[]): Promise<Rebuilt> {
  const out = new Map(without.map((one) => [one.step, one]));
  const isAsked = without.every(({ why }) => why === 'asked');
  for (;;) {
    const rest = await replayRest(world, out);
    if (!rest.ok) return { kind: 'red', failure: rest.failure };
    const { changes, steps } = rest;
    const extra = inOrder(world.state, out).filter(({ why }) => why !== 'asked');
    if (isAsked && extra.length > 0 && world.state.choices.partial !== true)
      return { kind: 'red', failure: { reason: 'needed-by-others', steps: named(world.state, extra) } };
    if (changes.length === 0 && !isAsked) return { kind: 'nothing' };
    const commit = steps.at(-1)?.commit ?? startCommit(world.state);
    await world.effects.keep('rebuilt', commit);
    const at = world.effects.now();
    world.record({ type: 'result-rebuilt', at, commit, leftOut: inOrder(world.state, out) }, 'durable');
    const verdict = await validateAll(world, { commit, changes, steps });
    if (verdict.kind === 'valid') return { kind: 'rebuilt' };
    if (verdict.kind === 'paused') return verdict;
    const more = isAsked && world.state.choices.partial !== true ? [] : leftOutBy(verdict);
    if (more.length === 0) return { kind: 'red', failure: verdict.failure };
    for (const one of more) out.set(one.step, one);
  }
}

interface Rest {
  readonly changes: readonly StepChange[];
  readonly steps: readonly ReplayedStep[];
}

/** Replays what can stay; adds to `out` what cannot (Z1). */
async function replayRest(
  { state, effects }: LoopWorld,
  out: Map<string, LeftOut>,
): Promise<({ readonly ok: true } & Rest) | { readonly ok: false; readonly failure: Failure }> {
  for (;;) {
    // Who skips a step wants what depends on it to run all the same.
    const lacking = [...out.values()].filter(({ why }) => why !== 'asked').map(({ step }) => step);
    leaveOut(out, dependantsOf(state, new Set(lacking)), 'needs-left-out');
    const changes = stepChanges(state, state.plan.root).filter(({ step }) => !out.has(step));
    const replayed = await effects.replay(startCommit(state), changes);
    if (!replayed.ok) return replayed;
    const conflicting = replayed.steps.filter(({ conflicts }) => conflicts).map(({ step }) => step);
    if (conflicting.length === 0) return { ok: true, changes, steps: replayed.steps };
    leaveOut(out, conflicting, 'conflict');
  }
}

function leaveOut(out: Map<string, LeftOut>, steps: readonly string[], why: LeftOutReason): void {
  for (const step of steps) if (!out.has(step)) out.set(step, { step, why });
}

function inOrder({ plan }: RunState, out: ReadonlyMap<string, LeftOut>): LeftOut[] {
  return plan.steps.flatMap(({ id }) => out.get(id) ?? []);
}

/** A check that failed, and who has to go for it. */
type RedRest = Extract<Verdict, { kind: 'red' }> & { readonly instead?: readonly string[] };

/** The step that broke it; all of a phase that is nothing without what is left out already. */
function leftOutBy({ failure, blame: found, instead = [] }: RedRest): LeftOut[] {
  if (found?.kind === 'step') return [{ step: found.step, why: 'broke-result', failure: found.failure }];
  return isVerdict(failure) ? instead.map((step) => ({ step, why: 'phase-not-valid' as const, failure })) : [];
}

interface WholeRest extends Rest {
  readonly commit: string;
}

async function validateAll(world: LoopWorld, rest: WholeRest): Promise<Verdict | RedRest> {
  for (const group of world.state.plan.groups.values()) {
    const verdict = await validateGroup(world, group, rest);
    if (verdict.kind !== 'valid') return verdict;
  }
  return validateResult(world, { ...rest, base: startCommit(world.state) });
}

/** A phase is validated with everything that comes before its end, as it is when it runs without the steps that are left out. */
async function validateGroup(world: LoopWorld, group: PlanGroup, { changes, steps }: Rest): Promise<Verdict | RedRest> {
  const { state, effects, stop } = world;
  const isIn = (step: string): boolean => isBelow(state.plan.stepsById.get(step) ?? group, group);
  const end = steps.findLastIndex(({ step }) => isIn(step));
  const last = steps[end];
  if (group.validation.length === 0 || last === undefined) return { kind: 'valid' };
  const { head, status } = groupState(state, group.path);
  if (status === 'completed' && head === last.commit) return { kind: 'valid' };
  const subject = { commit: last.commit, of: group.path, commands: group.validation, flakeToo: false };
  const { failure } = await effects.validate(subject, stop);
  if (failure === null) return { kind: 'valid' };
  if (failure.reason === 'cancelled') return { kind: 'paused' };
  const until = changes.slice(0, end + 1);
  const red = { base: startCommit(state), commit: last.commit, changes: until, commands: group.validation, failure };
  const verdict = await blame(world, group.path, red);
  const instead = until.map(({ step }) => step).filter(isIn);
  return verdict.kind === 'red' ? { ...verdict, instead } : verdict;
}

/** The steps that a rest of a failed run does without: they failed, or never had their turn for that. */
export function notDone(state: RunState): LeftOut[] {
  return [...state.steps.values()].flatMap(({ step, status, skipped }): LeftOut[] => {
    if (status === 'failed' || status === 'conflict')
      return step.action.continueOnError ? [] : [{ step: step.id, why: 'failed' }];
    return status === 'skipped' && skipped === 'earlier-failure' ? [{ step: step.id, why: 'needs-left-out' }] : [];
  });
}

/** The completed steps that a resume was asked to leave out. */
export function askedOut(state: RunState): LeftOut[] {
  const { skip } = state.choices;
  const isAsked = (node: PlanNode | null): boolean =>
    node !== null && (skip.includes(node.node === 'step' ? node.id : node.path) || isAsked(node.parent));
  return stepChanges(state, state.plan.root)
    .filter(({ step }) => isAsked(state.plan.stepsById.get(step) ?? null))
    .map(({ step }) => ({ step, why: 'asked' }));
}
