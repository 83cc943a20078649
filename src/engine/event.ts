import type { DerivationMap, HostComparison } from '../base/derivations.js';
import type { Failure } from '../base/failure.js';
import type { Blame, LeftOut } from './blame.js';
import type { AgentSession } from './step-history.js';

/**
 * What happened in a run, in the order it happened: the journal holds exactly these. Past tense; plain JSON; steps by id and
 * groups by path, so that a journal still reads when the definition has been renumbered. Times are ms since 1970.
 */
export type RunEvent =
  | RunStarted
  | RunResumed
  | DerivationsMapped
  | StepStarted
  | SessionStarted
  | StepCompleted
  | StepFailed
  | StepSkipped
  | GroupStarted
  | GroupSkipped
  | MergeConflicted
  | GroupMerged
  | GroupValidated
  | ResultValidated
  | HostsCompared
  | BlameSearched
  | ResultBlamed
  | ResultRebuilt
  | HooksRan
  | LandingStarted
  | Landed
  | RolledBack
  | RunPaused
  | RunEnded;

export interface RunStarted {
  readonly type: 'run-started';
  readonly at: number;
  readonly runId: string;
  readonly workflow: string;
  readonly version: string;
  /** Steps of the plan, for readers that do not have the definition at hand. */
  readonly totalSteps: number;
  /** SHA-256 of every definition file that the plan was made from: a resume with other files stops. */
  readonly definition: Readonly<Record<string, string>>;
  readonly base: { readonly commit: string; readonly branch: string | null };
  readonly triggeredBy: string;
  /** Uncommitted changes in the checkout when it started: they are not part of the run. */
  readonly dirty: boolean;
  readonly choices: RunChoices;
}

/** What the person chose on the command line, kept so that a resume does the same. */
export interface RunChoices {
  readonly land: 'merge' | 'branch' | 'none';
  /** Only this phase; null for all. */
  readonly phase: string | null;
  /** Ids of the steps to skip. */
  readonly skip: readonly string[];
  readonly maxConcurrent: number | null;
  readonly budgetUsd: number | null;
  readonly agentBackend: string | null;
  /** Land the rest when the result is red or a step has failed; left out: no. */
  readonly partial?: boolean;
  /** Left out: `prefer`. */
  readonly sandbox?: 'require' | 'prefer' | 'off';
  /**
   * Given when the phases run in jobs of their own, each on another machine: this one runs `phase`, or only the child `step` of
   * it. What earlier jobs failed at stands, and what they began is brought to its end.
   */
  readonly job?: JobChoice;
}

export interface JobChoice {
  /** Id of a step, or path of a nested workflow, directly in the chosen parallel phase; null for the whole phase. */
  readonly step: string | null;
}

export interface RunResumed {
  readonly type: 'run-resumed';
  readonly at: number;
  readonly choices: RunChoices;
  /** The digests accepted by `--accept-changes`; null when nothing had changed. */
  readonly definition: Readonly<Record<string, string>> | null;
}

/** What the commit that the run starts from builds; only when a step has an `expect:`, which is about that. */
export interface DerivationsMapped {
  readonly type: 'derivations-mapped';
  readonly at: number;
  readonly commit: string;
  readonly map: DerivationMap;
}

export interface StepStarted {
  readonly type: 'step-started';
  readonly at: number;
  readonly step: string;
  readonly attempt: number;
  /** The commit that the step's workspace is at. */
  readonly base: string;
  /** What it may spend of the run's budget, US dollars; left out without a budget. */
  readonly budgetUsd?: number;
}

/** The step's agent has a conversation that the next attempt can go on with. */
export interface SessionStarted {
  readonly type: 'session-started';
  readonly at: number;
  readonly step: string;
  readonly attempt: number;
  readonly session: AgentSession;
}

/** What a step left behind for later steps, reports and metrics. */
export interface StepResult {
  /** The step's commit, or its base when it changed nothing. */
  readonly commit: string;
  readonly filesModified: number;
  /** One line for a person. */
  readonly summary: string;
  /** JSON for `<id>.outputs.*`. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** null when unknown, which is not the same as free. */
  readonly costUsd: number | null;
  readonly tokens: number | null;
  /** The hosts after the step, compared with those before it; left out when it has no `expect:`. */
  readonly hosts?: readonly HostComparison[];
}

export interface StepCompleted extends StepResult {
  readonly type: 'step-completed';
  readonly at: number;
  readonly step: string;
  readonly attempt: number;
}

export interface StepFailed {
  readonly type: 'step-failed';
  readonly at: number;
  readonly step: string;
  readonly attempt: number;
  readonly failure: Failure;
  /** When the next attempt may start; null when this was the last. */
  readonly retryAt: number | null;
  /** Cost of the attempt: failed work is paid too. */
  readonly costUsd: number | null;
  readonly tokens: number | null;
  /** The commit of what it had changed, on the base of the attempt; the next one starts with it. Left out when there is none. */
  readonly work?: string;
}

export type SkipReason = 'condition' | 'asked' | 'earlier-failure';

export interface StepSkipped {
  readonly type: 'step-skipped';
  readonly at: number;
  readonly step: string;
  readonly why: SkipReason;
}

/** A phase or nested workflow had its turn; its children start from `base`. */
export interface GroupStarted {
  readonly type: 'group-started';
  readonly at: number;
  readonly group: string;
  readonly base: string;
}

export interface GroupSkipped {
  readonly type: 'group-skipped';
  readonly at: number;
  readonly group: string;
  readonly why: SkipReason;
}

/** Merging stopped at a child whose changes touch the same lines: everything before it in file order is merged in `ours`. */
export interface MergeConflicted {
  readonly type: 'merge-conflicted';
  readonly at: number;
  readonly group: string;
  /** Id of the step or path of the group whose result did not merge. */
  readonly child: string;
  readonly ours: string;
  readonly theirs: string;
  readonly paths: readonly string[];
}

export interface GroupMerged {
  readonly type: 'group-merged';
  readonly at: number;
  readonly group: string;
  readonly commit: string;
}

export interface GroupValidated {
  readonly type: 'group-validated';
  readonly at: number;
  readonly group: string;
  readonly failure: Failure | null;
  readonly known?: KnownPass;
}

/** The flake's check passed before on the very same tree, so it was not done again. Left out where it was done. */
export interface KnownPass {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The run that checked it; null when it was none. */
  readonly run: string | null;
}

/** The checks on exactly the tree that lands. */
export interface ResultValidated {
  readonly type: 'result-validated';
  readonly at: number;
  readonly commit: string;
  /** The commands that were asked, in order; those after one that failed did not run. */
  readonly checks: readonly string[];
  readonly failure: Failure | null;
  readonly known?: KnownPass;
}

/** The hosts of the result, compared with those of the commit that it lands on. */
export interface HostsCompared {
  readonly type: 'hosts-compared';
  readonly at: number;
  readonly commit: string;
  /** What it lands on; when it is left out, what the steps started from. */
  readonly before?: string;
  readonly hosts: readonly HostComparison[];
}

/** A step is looked for that made the check of the result, or of a phase, fail: another commit is checked now. */
export interface BlameSearched {
  readonly type: 'blame-searched';
  readonly at: number;
  readonly commit: string;
  /** How many checks there are still at most, this one included. */
  readonly checksLeft: number;
}

export interface ResultBlamed {
  readonly type: 'result-blamed';
  readonly at: number;
  /** The path of the group whose validation failed; null for the validation of the result. */
  readonly of: string | null;
  readonly blame: Blame;
}

/** What is to land instead of everything: the other steps, replayed on what the run started from. */
export interface ResultRebuilt {
  readonly type: 'result-rebuilt';
  readonly at: number;
  readonly commit: string;
  /** In file order. */
  readonly leftOut: readonly LeftOut[];
}

export interface HooksRan {
  readonly type: 'hooks-ran';
  readonly at: number;
  readonly hooks: 'on_success' | 'on_failure';
  /** The commit after the hooks: they may have committed. */
  readonly commit: string;
  readonly failure: Failure | null;
}

export interface LandingStarted {
  readonly type: 'landing-started';
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

export interface Landed {
  readonly type: 'landed';
  readonly at: number;
  readonly commit: string;
  readonly how: 'fast-forward' | 'branch' | 'kept' | 'nothing-to-land';
  readonly branch: string | null;
}

/** The run is again where it was when that step had completed: later events before this one no longer count. */
export interface RolledBack {
  readonly type: 'rolled-back';
  readonly at: number;
  readonly step: string;
  /** The revert commit made in the user's checkout when the run had landed. */
  readonly revertCommit: string | null;
}

export type PauseReason = 'interrupted' | 'deadline' | 'budget' | 'phase-done' | 'rolled-back' | 'storage';

export interface RunPaused {
  readonly type: 'run-paused';
  readonly at: number;
  readonly why: PauseReason;
}

export interface RunEnded {
  readonly type: 'run-ended';
  readonly at: number;
  readonly status: 'completed' | 'failed';
  /** Why it failed when no step's own failure says so: the result's validation, a hook, the landing. */
  readonly failure: Failure | null;
}
