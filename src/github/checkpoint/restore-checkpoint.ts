import type { Problem } from '../../base/problem.js';
import type { Result } from '../../base/result.js';
import type { RunEvent } from '../../engine/event.js';
import type { Git } from '../../git/git.js';
import type { Remote } from '../../git/remote.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import type { ArtifactReader } from '../artifact-store.js';
import type { CheckpointFacts, CheckpointManifest } from './manifest.js';

/** What GitHub says about another workflow run. */
export interface WorkflowRunFacts {
  /** `owner/name`; null when the fork is gone. */
  readonly headRepository: string | null;
  readonly event: string;
}

/** Looks a workflow run of this repository up; null when there is none. The error is one line for a person. */
export type LookUpWorkflowRun = (runId: string) => Promise<Result<WorkflowRunFacts | null, string>>;

export interface RestoreRequest {
  /** Of this workflow run, or of the one in `from`. */
  readonly store: ArtifactReader;
  readonly facts: CheckpointFacts;
  readonly workflow: string;
  /** Checkpoints of earlier attempts of this workflow run are not used. */
  readonly firstAttempt: number;
  /** Another workflow run of this repository; all its attempts count. */
  readonly from: { readonly runId: string; readonly lookUp: LookUpWorkflowRun } | null;
  /** Step lines wanted: all, or only those of these children. */
  readonly children: 'all' | readonly string[];
  readonly git: Git;
  readonly trusted: TrustedGit;
  readonly remote: Remote;
  /** Absolute, for the files of the checkpoints; made when missing. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** A checkpoint that was checked; its commits and refs are in the repository. */
export interface OpenedCheckpoint {
  /** Name of the artifact. */
  readonly name: string;
  readonly manifest: CheckpointManifest;
  /** Absolute. */
  readonly journalFile: string;
  readonly events: readonly RunEvent[];
}

export type RefusalReason =
  | 'download-failed'
  | 'digest-mismatch'
  | 'bad-content'
  | 'bad-manifest'
  | 'other-repository'
  | 'other-workflow'
  | 'other-workflow-run'
  | 'name-differs'
  | 'bad-journal'
  | 'odd-refs'
  | 'bad-bundle'
  | 'missing-commits'
  /** A step line that does not continue the journal of the main line. */
  | 'not-a-continuation';

export interface Refusal {
  /** Name of the artifact. */
  readonly name: string;
  readonly reason: RefusalReason;
  /** One line for a person; may quote hostile text. */
  readonly detail: string;
}

export interface RestoredCheckpoints {
  /** Newest valid checkpoint of the main line; null when there is none. */
  readonly main: OpenedCheckpoint | null;
  /** Newest valid one of each step line that goes on where `main` ends, by child. */
  readonly steps: readonly OpenedCheckpoint[];
  readonly refused: readonly Refusal[];
}

export type RestoreCheckpoints = (request: RestoreRequest) => Promise<Result<RestoredCheckpoints, Problem>>;
