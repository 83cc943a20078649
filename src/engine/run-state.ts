import type { DerivationMap, HostComparison } from '../base/derivations.js';
import type { Failure } from '../base/failure.js';
import type { Plan, PlanGroup, PlanStep } from '../plan/plan.js';
import type { Blame, LeftOut } from './blame.js';
import type { AgentSession } from './step-history.js';
import type { KnownPass, Landed, PauseReason, RunChoices, SkipReason, StepResult } from './event.js';

export type StepStatus =
  | 'pending'
  | 'running'
  /** Failed, and waiting for its next attempt. */
  | 'retrying'
  | 'completed'
  | 'failed'
  /** Its changes do not merge with those of a parallel step; both are kept. */
  | 'conflict'
  | 'skipped'
  /** Started, and stopped with the run: it starts again on resume. */
  | 'cancelled';

export interface StepState {
  readonly step: PlanStep;
  status: StepStatus;
  /** Attempts started so far. */
  attempt: number;
  /** Failed attempts that count against `retry`. */
  failures: number;
  result: StepResult | null;
  failure: Failure | null;
  skipped: SkipReason | null;
  startedAt: number | null;
  endedAt: number | null;
  retryAt: number | null;
  costUsd: number | null;
  tokens: number | null;
  /** Attempts of its agent that did not tell their cost. */
  attemptsOfUnknownCost: number;
  /** Set when its changes did not merge: it runs once more on top of `ours`. */
  conflict: { readonly ours: string; readonly theirs: string; readonly paths: readonly string[] } | null;
  /** The base of the last attempt. */
  base: string | null;
  /** The conversation of its agent, which outlives attempts and resumes. */
  session: AgentSession | null;
  /** How the last attempt ended when it did not complete: for the next one, also after a resume. */
  lastFailure: Failure | null;
  /** What that attempt had changed, a commit on `base`. */
  work: string | null;
  /** What the attempt in flight may spend of the budget; 0 when none is, or there is no budget. */
  reservedUsd: number;
  /** Its changes are in what landed of the run before it went on. */
  isLanded: boolean;
}

export type GroupStatus =
  | 'pending'
  | 'running'
  /** Every child has ended; results are being merged in file order. */
  | 'merging'
  /** A child that did not merge runs once more. */
  | 'rerunning'
  | 'validating'
  | 'completed'
  | 'failed'
  | 'skipped';

export interface GroupState {
  readonly group: PlanGroup;
  status: GroupStatus;
  /** The commit that its first child, or every parallel child, starts from. */
  base: string | null;
  /** The commit with everything of it that is done and merged. */
  head: string | null;
  /** Index of the next child to start. */
  next: number;
  /** Indexes of the parallel children that have started and not ended. */
  readonly active: Set<number>;
  /** Indexes of the children whose end has been taken into account. */
  readonly settled: Set<number>;
  failed: boolean;
  failure: Failure | null;
  /** Index of the first child that is not merged into `head` yet. */
  mergeNext: number;
  endedAt: number | null;
}

export type RunStatus = 'running' | 'completed' | 'failed' | 'paused';

/** Everything that follows from a plan and the events so far. Changed only by `applyEvent`; read by everybody. */
export interface RunState {
  readonly plan: Plan;
  runId: string;
  status: RunStatus;
  base: { commit: string; branch: string | null };
  /** What landed of the run without all of its steps, before it went on: the others build on that; null for none. */
  landedBase: string | null;
  choices: RunChoices;
  triggeredBy: string;
  definition: Readonly<Record<string, string>>;
  startedAt: number;
  updatedAt: number;
  endedAt: number | null;
  pause: PauseReason | null;
  failure: Failure | null;
  readonly steps: ReadonlyMap<string, StepState>;
  readonly groups: ReadonlyMap<string, GroupState>;
  /** Steps that have ended for good: completed, failed, skipped. */
  endedSteps: number;
  /** Number of the step that started last; 0 before the first. */
  currentStep: number;
  /** Known cost of every attempt of the run, rolled back ones too; unknown costs are counted beside it. */
  costUsd: number;
  attemptsOfUnknownCost: number;
  /** What the attempts in flight may still spend of the budget. */
  reservedUsd: number;
  /** In a job for one child of a parallel phase: what the jobs of the others may spend of it. */
  elsewhereUsd: number;
  /** What the commit that the run started from builds; null when nobody asked. */
  derivations: DerivationMap | null;
  /** The hosts of a result against those of `before`, the commit that it lands on; null when they were not compared. */
  hosts: { readonly commit: string; readonly before: string; readonly compared: readonly HostComparison[] } | null;
  /** What the last search for the step that broke the result has found, or that of the group `of`; null for none. */
  blame: { readonly of: string | null; readonly blame: Blame } | null;
  /** The result without some steps, which is to land in place of all of it; null for none. */
  rebuilt: { readonly commit: string; readonly leftOut: readonly LeftOut[] } | null;
  /** The last validation of a result that passed; `known`: the flake had been checked before. null for none. */
  validation: { readonly commit: string; readonly checks: readonly string[]; readonly known: KnownPass | null } | null;
  /** The commit after the on_success hooks; null when they have not run on this result. */
  afterHooks: string | null;
  landing: { readonly from: string; readonly to: string; readonly at: number } | null;
  landed: { readonly commit: string; readonly how: Landed['how']; readonly branch: string | null } | null;
}

const NO_CHOICES: RunChoices = {
  land: 'merge',
  phase: null,
  skip: [],
  maxConcurrent: null,
  budgetUsd: null,
  agentBackend: null,
};

/** The state of a plan before its first event. */
export function initialState(plan: Plan): RunState {
  return {
    plan,
    runId: '',
    status: 'running',
    base: { commit: '', branch: null },
    landedBase: null,
    choices: NO_CHOICES,
    triggeredBy: '',
    definition: {},
    startedAt: 0,
    updatedAt: 0,
    endedAt: null,
    pause: null,
    failure: null,
    steps: new Map(plan.steps.map((step) => [step.id, initialStep(step)])),
    groups: new Map([...plan.groups].map(([path, group]) => [path, initialGroup(group)])),
    endedSteps: 0,
    currentStep: 0,
    costUsd: 0,
    attemptsOfUnknownCost: 0,
    reservedUsd: 0,
    elsewhereUsd: 0,
    derivations: null,
    hosts: null,
    blame: null,
    rebuilt: null,
    validation: null,
    afterHooks: null,
    landing: null,
    landed: null,
  };
}

function initialStep(step: PlanStep): StepState {
  return {
    step,
    status: 'pending',
    attempt: 0,
    failures: 0,
    result: null,
    failure: null,
    skipped: null,
    startedAt: null,
    endedAt: null,
    retryAt: null,
    costUsd: null,
    tokens: null,
    attemptsOfUnknownCost: 0,
    conflict: null,
    base: null,
    session: null,
    lastFailure: null,
    work: null,
    reservedUsd: 0,
    isLanded: false,
  };
}

function initialGroup(group: PlanGroup): GroupState {
  return {
    group,
    status: 'pending',
    base: null,
    head: null,
    next: 0,
    active: new Set(),
    settled: new Set(),
    failed: false,
    failure: null,
    mergeNext: 0,
    endedAt: null,
  };
}

/** The state of a step of this plan. Throws for a step of another plan: a bug of ours. */
export function stepState(state: RunState, id: string): StepState {
  const found = state.steps.get(id);
  if (found === undefined) throw new Error(`no step ${id} in the plan`);
  return found;
}

/** The state of a group of this plan. Throws for a group of another plan: a bug of ours. */
export function groupState(state: RunState, path: string): GroupState {
  const found = state.groups.get(path);
  if (found === undefined) throw new Error(`no group '${path}' in the plan`);
  return found;
}

/** The commit that the first step builds on. */
export function startCommit({ base, landedBase }: Pick<RunState, 'base' | 'landedBase'>): string {
  return landedBase ?? base.commit;
}

/**
 * The commit with everything that is done and merged so far: that of the innermost group which has started and is not over.
 * A group that was left behind (a failed one, after which others ran) does not count: nothing builds on it.
 */
export function headCommit(state: RunState): string {
  let commit = startCommit(state);
  let group: GroupState | undefined = groupState(state, '');
  while (group !== undefined) {
    commit = group.head ?? commit;
    group = group.status === 'completed' ? undefined : unfinishedOn(state, group.group, commit);
  }
  return commit;
}

/** What the steps have done, or what is to land of it when not all of it can. */
export function stepsCommit(state: RunState): string {
  return state.rebuilt?.commit ?? headCommit(state);
}

/** The commit of the result as it stands: what landed, else what the hooks made of it, else what the steps have done. */
export function resultCommit(state: RunState): string {
  return state.landed?.commit ?? state.afterHooks ?? stepsCommit(state);
}

/** The child of a sequential group that has begun at its head and is not over. */
function unfinishedOn(state: RunState, group: PlanGroup, head: string): GroupState | undefined {
  if (group.type === 'parallel') return undefined;
  const begun = group.children.flatMap((child) => (child.node === 'group' ? [groupState(state, child.path)] : []));
  return begun.findLast(
    ({ group: child, status, base }) =>
      base === head && status !== 'completed' && !(status === 'failed' && child.continueOnError),
  );
}

/** What was validated and what the hooks made of it is about another result, or was asked for in another way. */
export function forgetEnd(state: RunState): void {
  state.rebuilt = null;
  state.blame = null;
  state.validation = null;
  state.hosts = null;
  state.afterHooks = null;
}
