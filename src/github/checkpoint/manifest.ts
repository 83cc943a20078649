import type { RunnerFacts } from '../runner-facts.js';

/** Which part of a run a checkpoint is of. `child`: id of the step, or path of the nested workflow, that a job of a matrix runs. */
export type CheckpointLine =
  { readonly kind: 'main' } | { readonly kind: 'step'; readonly phase: string; readonly child: string };

export type CheckpointStatus = 'running' | 'paused' | 'completed' | 'failed';

/** Where a run stands, as its journal says after `sequence` events. */
export interface CheckpointSnapshot {
  /** Ours, for example `20261122T101112Z-abc123`. */
  readonly runId: string;
  readonly line: CheckpointLine;
  /** Number of events in the journal; its first record, which names the format, is not counted. */
  readonly sequence: number;
  /** The commit that the run began at. */
  readonly base: string;
  /** The commit of the result so far; the base when there is none. */
  readonly head: string;
  /** Full names below `refs/workflow-runner/<run-id>/` -> commit. */
  readonly refs: ReadonlyMap<string, string>;
  readonly status: CheckpointStatus;
}

/** Where it was saved. */
export type CheckpointFacts = Pick<RunnerFacts, 'owner' | 'repo' | 'runId' | 'attempt' | 'job'>;

/** `manifest.json`: what a checkpoint says about itself, so that one of another run, line or moment is not taken for it. */
export interface CheckpointManifest extends Omit<CheckpointSnapshot, 'refs'> {
  readonly format: 1;
  /** `owner/name`. */
  readonly repository: string;
  readonly workflow: string;
  readonly workflowRun: { readonly id: string; readonly attempt: number };
  /** Key of the job that saved it. */
  readonly job: string;
  readonly refs: Readonly<Record<string, string>>;
  /** `journal.jsonl`, and `commits.bundle` when there are commits. */
  readonly files: Readonly<Record<string, { readonly sha256: string; readonly bytes: number }>>;
}
