import type { Failure } from '../base/failure.js';

/** A conversation with an agent: enough to go on with it. */
export interface AgentSession {
  /** Name of the backend; another one cannot go on with it. */
  readonly backend: string;
  readonly id: string;
}

/** What earlier attempts of a step have left for the next one. */
export interface StepHistory {
  /** null before the first, and for steps that talk to no agent. */
  readonly session: AgentSession | null;
  /** Why the last attempt does not count (`cancelled`: the run was stopped in it); null before the first. */
  readonly failure: Failure | null;
  /** The commit of what the last attempt had changed: the workspace starts with it. null: it starts as the step's base. */
  readonly work: string | null;
  /** Set when its result did not merge with those of parallel steps: its base is now the result of those. */
  readonly conflict: { readonly paths: readonly string[] } | null;
  /** What the rest of the run's budget allows this attempt, US dollars; null: no budget. */
  readonly budgetUsd: number | null;
}
