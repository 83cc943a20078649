import type { Problem } from '../../base/problem.js';
import type { Result } from '../../base/result.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import type { ArtifactStore } from '../artifact-store.js';
import type { CheckpointFacts, CheckpointSnapshot } from './manifest.js';

/** What is the same for every checkpoint that a job saves of a run. */
export interface SaveContext {
  readonly store: ArtifactStore;
  readonly trusted: TrustedGit;
  /** Absolute. It may hold more events than a snapshot tells of, never fewer. */
  readonly journalFile: string;
  readonly facts: CheckpointFacts;
  readonly workflow: string;
  /** Absolute, for temporary files; made when missing. */
  readonly folder: string;
  readonly retentionDays?: number;
}

export interface SavedCheckpoint {
  /** Name of the artifact. */
  readonly name: string;
  readonly sequence: number;
}

export type SaveCheckpoint = (
  context: SaveContext,
  snapshot: CheckpointSnapshot,
) => Promise<Result<SavedCheckpoint, Problem>>;
