/*
 * Finds the step that made a check fail.
 *
 * Job: replay the steps one by one and bisect with the check that failed. Not its job: the checks of the result
 * (`validate-result.ts`), what follows from it (`conclude.ts`). Invariants, cited by the tests:
 *  B1  At most ceil(log2 n) + 2 checks for n steps, and one more when the replay gives another tree than the one that failed; no
 *      tree is checked twice.
 *  B2  A step is named only when the check passes on what is before it and fails with it.
 */
import type { Failure } from '../base/failure.js';
import type { Blame, UnknownBlame } from '../engine/blame.js';
import type { StepChange } from '../engine/step-changes.js';
import { nixFailureClass } from '../nix/failure-class.js';
import { FLAKE_CHECK } from './flake-checks.js';
import type { LoopWorld } from './run-loop.js';

/** A check that failed, and what may have broken it. */
export interface RedCheck {
  /** The commit that the changes are put on, and the one that the check failed on. */
  readonly base: string;
  readonly commit: string;
  /** In file order. */
  readonly changes: readonly StepChange[];
  /** All commands, in order; `failure` names the one that failed. */
  readonly commands: readonly string[];
  readonly failure: Failure;
}

/** Whether a failure says something about the tree, so that a step may have caused it: not a time limit, a program, a stop. */
export function isVerdict(failure: Failure): failure is Extract<Failure, { reason: 'validation-failed' }> {
  if (failure.reason !== 'validation-failed') return false;
  if (failure.command === FLAKE_CHECK) return nixFailureClass(failure.diagnostics) === 'deterministic';
  return failure.exitCode !== null;
}

/** The step, or why it is none of them. `cancelled` when the run was stopped; a resume begins anew. */
export function findGuilty(world: LoopWorld, red: RedCheck): Promise<Blame | 'cancelled'> {
  return new Search(world, red).find();
}

interface Point {
  readonly commit: string;
  readonly tree: string;
}

type Verdict = { readonly failure: Failure | null } | { readonly end: Blame | 'cancelled' };

class Search {
  readonly #world: LoopWorld;
  readonly #red: RedCheck;
  /** What is known of a tree. */
  readonly #known = new Map<string, Failure | null>();
  #checksLeft = 0;

  constructor(world: LoopWorld, red: RedCheck) {
    this.#world = world;
    this.#red = red;
  }

  async find(): Promise<Blame | 'cancelled'> {
    const { effects } = this.#world;
    const { base, commit, changes, failure } = this.#red;
    if (changes.length === 0) return { kind: 'base', commit: base, failure };
    const replayed = await effects.replay(base, changes);
    if (!replayed.ok) return unknown('check-not-made');
    if (replayed.steps.some(({ conflicts }) => conflicts)) return unknown('conflict');
    this.#known.set(await effects.treeOf(commit), failure);
    const start = { commit: base, tree: replayed.tree };
    const isSame = this.#known.has(replayed.steps.at(-1)?.tree ?? replayed.tree);
    const halvings = Math.ceil(Math.log2(changes.length));
    this.#checksLeft = 1 + halvings + (isSame ? 0 : 1) + (changes.length > 1 ? 1 : 0);
    const before = await this.#check(start);
    if ('end' in before) return before.end;
    if (before.failure !== null) return { kind: 'base', commit: base, failure: before.failure };
    return this.#bisect([start, ...replayed.steps]);
  }

  /** The check passes on the first point. */
  async #bisect(points: readonly Point[]): Promise<Blame | 'cancelled'> {
    let good = 0;
    let bad = points.length - 1;
    const last = await this.#check(at(points, bad));
    if ('end' in last) return last.end;
    if (last.failure === null) return unknown('replay-passes');
    let { failure } = last;
    while (bad - good > 1) {
      const middle = Math.floor((good + bad) / 2);
      const verdict = await this.#check(at(points, middle));
      if ('end' in verdict) return verdict.end;
      if (verdict.failure === null) good = middle;
      else [bad, failure] = [middle, verdict.failure];
    }
    return this.#name(at(this.#red.changes, bad - 1), { prefix: at(points, bad).commit, failure });
  }

  async #name(guilty: StepChange, found: { prefix: string; failure: Failure }): Promise<Blame | 'cancelled'> {
    const { effects } = this.#world;
    const { step, base, commit } = guilty;
    const alone = await this.#passesAlone(guilty);
    if (alone === 'cancelled') return alone;
    await effects.keep(`${step}.blamed`, found.prefix);
    const diff = await effects.diff(base, commit);
    return { kind: 'step', step, commit, ...found, passesAlone: alone, diff };
  }

  /** null when that cannot be told. */
  async #passesAlone(guilty: StepChange): Promise<boolean | null | 'cancelled'> {
    this.#checksLeft = 1;
    const replayed = await this.#world.effects.replay(this.#red.base, [guilty]);
    if (!replayed.ok) return null;
    const [only] = replayed.steps;
    if (only === undefined || only.conflicts) return null;
    const verdict = await this.#check(only);
    if ('end' in verdict) return verdict.end === 'cancelled' ? 'cancelled' : null;
    return verdict.failure === null;
  }

  async #check({ commit, tree }: Point): Promise<Verdict> {
    const { effects, record, stop } = this.#world;
    const known = this.#known.get(tree);
    if (known !== undefined) return { failure: known };
    record({ type: 'blame-searched', at: effects.now(), commit, checksLeft: Math.max(1, this.#checksLeft) }, 'soon');
    this.#checksLeft -= 1;
    const failure = await effects.judge({ commit, of: 'blame', ...commandsOf(this.#red) }, stop);
    if (failure?.reason === 'cancelled') return { end: 'cancelled' };
    if (failure !== null && !isVerdict(failure)) return { end: unknown('check-not-made') };
    this.#known.set(tree, failure);
    return { failure };
  }
}

/**
 * What failed decides alone: a command before it may need what a later step makes, and the check of the flake leaves nothing that a
 * later command could need.
 */
function commandsOf({ commands, failure }: RedCheck): { before: readonly string[]; command: string } {
  const command = isVerdict(failure) ? failure.command : '';
  const index = commands.findIndex((one) => one === command || one.trim() === command);
  const before = commands.slice(0, Math.max(0, index)).filter((one) => one.trim() !== FLAKE_CHECK);
  return { before: command === FLAKE_CHECK ? [] : before, command };
}

const unknown = (why: UnknownBlame): Blame => ({ kind: 'unknown', why });

function at<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`no item ${index} of ${items.length}`);
  return item;
}
