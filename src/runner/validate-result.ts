import type { Failure } from '../base/failure.js';
import type { Blame } from '../engine/blame.js';
import { groupState, type RunState } from '../engine/run-state.js';
import { isBelow, stepChanges, type StepChange } from '../engine/step-changes.js';
import { findGuilty, isVerdict, type RedCheck } from './find-guilty.js';
import type { LoopWorld } from './run-loop.js';

/** What a check of a result said. `blame` is null when nobody can be blamed for such a failure. */
export type Verdict =
  | { readonly kind: 'valid' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'red'; readonly failure: Failure; readonly blame: Blame | null };

/** A commit that is to land, and what it is made of. */
export interface Candidate {
  readonly commit: string;
  /** What the changes were put on. */
  readonly base: string;
  readonly changes: readonly StepChange[];
}

/** Validates what is to land, on exactly its tree, unless that was done in this run; when it is red, finds the step that broke it. */
export async function validateResult(world: LoopWorld, candidate: Candidate): Promise<Verdict> {
  const { state, effects, record, stop } = world;
  const { commit } = candidate;
  if (state.validation?.commit === commit) return { kind: 'valid' };
  const subject = { commit, of: 'result', commands: state.plan.validation, flakeToo: true };
  const { checks, failure, known } = await effects.validate(subject, stop);
  if (failure?.reason === 'cancelled') return { kind: 'paused' };
  const from = known === undefined ? {} : { known };
  record({ type: 'result-validated', at: effects.now(), commit, checks, failure, ...from }, 'durable');
  return failure === null ? { kind: 'valid' } : blame(world, null, { ...candidate, commands: checks, failure });
}

/** Finds the step that broke a check and writes it down. `of`: the path of a group, null for the result. */
export async function blame(world: LoopWorld, of: string | null, red: RedCheck): Promise<Verdict> {
  const { effects, record } = world;
  const { failure } = red;
  if (!isVerdict(failure)) return { kind: 'red', failure, blame: null };
  const found = await findGuilty(world, red);
  if (found === 'cancelled') return { kind: 'paused' };
  record({ type: 'result-blamed', at: effects.now(), of, blame: found }, 'durable');
  return { kind: 'red', failure, blame: found };
}

/** The groups whose own validation has failed the run, in file order, with what may have broken it. */
export function redGroups(state: RunState): { readonly path: string; readonly red: RedCheck }[] {
  return [...state.plan.groups.values()].flatMap((group) => {
    const { failure, base, head } = groupState(state, group.path);
    if (failure === null || !isVerdict(failure) || base === null || head === null) return [];
    for (let around = group; around.parent !== null; around = around.parent) if (around.continueOnError) return [];
    const changes = stepChanges(state, group).filter(({ step }) => {
      const parent = state.plan.stepsById.get(step)?.parent;
      return parent !== undefined && isBelow(parent, group);
    });
    // A group that went on from another commit has that as its base, with its own earlier work in it.
    const from = changes[0]?.base ?? base;
    return [{ path: group.path, red: { base: from, commit: head, changes, commands: group.validation, failure } }];
  });
}
