import type { DerivationMap, HostComparison } from '../base/derivations.js';
import type { Failure } from '../base/failure.js';
import type { Result } from '../base/result.js';
import type { Merging } from '../engine/decide.js';
import type { KnownPass, StepResult } from '../engine/event.js';
import type { DiffText } from '../engine/blame.js';
import type { StepChange } from '../engine/step-changes.js';
import type { AgentSession, StepHistory } from '../engine/step-history.js';
import type { Hook } from '../definition/workflow.js';
import type { PlanGroup, PlanStep } from '../plan/plan.js';

/*
 * What the run loop may do to the world. `real-effects.ts` does it with git, Nix and processes; `dry-effects.ts` only says
 * what it would do; tests give one that follows a seed.
 */
export interface Effects {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly runStep: (job: StepJob, signal: AbortSignal, hear: StepListener) => Promise<StepOutcome>;
  /** Merges in the given order, and stops at the first child that conflicts. */
  readonly merge: (group: PlanGroup, merging: Merging) => Promise<MergeOutcome>;
  /** Runs the commands on a clean checkout of the commit, up to the first that fails. */
  readonly validate: (subject: Validation, signal: AbortSignal) => Promise<Validated>;
  /** What a commit builds. */
  readonly mapDerivations: (commit: string, signal: AbortSignal) => Promise<Result<DerivationMap, Failure>>;
  /** Each host of a commit against the same host of another. */
  readonly compareHosts: (pair: CommitPair, signal: AbortSignal) => Promise<Result<readonly HostComparison[], Failure>>;
  /** Judges a commit by one command that failed on another; null when it passes. */
  readonly judge: (subject: Judgement, signal: AbortSignal) => Promise<Failure | null>;
  /** Puts what steps have changed on a commit, one after another. */
  readonly replay: (onto: string, changes: readonly StepChange[]) => Promise<ReplayOutcome>;
  /** The tree of a commit. */
  readonly treeOf: (commit: string) => Promise<string>;
  /** What differs between two commits, for a person. */
  readonly diff: (from: string, to: string) => Promise<DiffText>;
  /** Names a commit under the refs of the run, durably. */
  readonly keep: (name: string, commit: string) => Promise<void>;
  /** Runs hooks in a workspace at the commit. */
  readonly runHooks: (request: HooksRequest, signal: AbortSignal) => Promise<HooksOutcome>;
  readonly land: (request: LandRequest) => Promise<LandOutcome>;
}

/** Two commits whose hosts are compared. */
export interface CommitPair {
  readonly before: string;
  readonly after: string;
}

export interface StepJob {
  readonly step: PlanStep;
  readonly attempt: number;
  /** The commit that the step builds on. */
  readonly base: string;
  readonly history: StepHistory;
}

/** What a step tells while it runs. */
export interface StepListener {
  /** Its agent has a conversation of that name. */
  readonly onSession: (session: AgentSession) => void;
}

export type StepOutcome =
  | { readonly ok: true; readonly result: StepResult }
  | {
      readonly ok: false;
      readonly failure: Failure;
      readonly costUsd: number | null;
      readonly tokens: number | null;
      /** The commit of what it had changed, for the next attempt; left out when there is nothing to go on with. */
      readonly work?: string;
    };

export type MergeOutcome =
  | { readonly ok: true; readonly commit: string }
  | {
      readonly ok: false;
      /** The branch that did not merge. */
      readonly branch: string;
      /** Everything before it, merged. */
      readonly ours: string;
      readonly theirs: string;
      readonly paths: readonly string[];
    };

export interface Validation {
  readonly commit: string;
  /** A phase's path or `result`: for logs. */
  readonly of: string;
  readonly commands: readonly string[];
  /**
   * The last gate before a result lands: the flake is checked too, when the tree has one and no command does it already, and
   * only what this process has checked itself counts as known.
   */
  readonly flakeToo: boolean;
}

export interface Validated {
  /** The commands that were to run, the flake's check among them when the tree has one. */
  readonly checks: readonly string[];
  /** null when all passed. */
  readonly failure: Failure | null;
  /** Where the pass of the flake's check is from, when it was known already. */
  readonly known?: KnownPass;
}

export interface Judgement {
  readonly commit: string;
  /** For logs. */
  readonly of: string;
  /** Run before, whatever comes of them: the command may need what they make. */
  readonly before: readonly string[];
  readonly command: string;
}

export type ReplayOutcome =
  | {
      readonly ok: true;
      /** Tree of the commit that they were put on. */
      readonly tree: string;
      /** One for each change, in order. */
      readonly steps: readonly ReplayedStep[];
    }
  | { readonly ok: false; readonly failure: Failure };

export interface ReplayedStep {
  readonly step: string;
  /** With this step and those before it; only those before it when it conflicts. */
  readonly commit: string;
  readonly tree: string;
  readonly conflicts: boolean;
}

export interface HooksRequest {
  readonly which: 'on_success' | 'on_failure';
  readonly hooks: readonly Hook[];
  readonly commit: string;
}

export interface HooksOutcome {
  /** With what on_success hooks changed or committed on top; what on_failure hooks changed is not kept. */
  readonly commit: string;
  readonly failure: Failure | null;
}

export interface LandRequest {
  readonly mode: 'merge' | 'branch' | 'none';
  /** Where the run started, or what it was merged with since. */
  readonly from: string;
  readonly to: string;
  /** The branch that was checked out when the run started; null for a detached HEAD. Nothing lands on another. */
  readonly branch: string | null;
  /** Called with the pair of commits just before the user's checkout is touched, so that a kill can be recovered from. */
  readonly beforeTouching: (from: string, to: string) => void;
}

export type LandOutcome =
  | {
      readonly outcome: 'landed';
      readonly how: 'fast-forward' | 'branch' | 'kept' | 'nothing-to-land';
      readonly branch: string | null;
    }
  /** The user's branch has moved; `merged` is its new tip and the result merged, to be validated and landed from `from`. */
  | { readonly outcome: 'base-moved'; readonly from: string; readonly merged: string }
  | { readonly outcome: 'refused'; readonly failure: Failure };
