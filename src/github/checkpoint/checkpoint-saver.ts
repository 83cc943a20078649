import type { Problem } from '../../base/problem.js';
import type { CheckpointSnapshot } from './manifest.js';
import type { SavedCheckpoint } from './save-checkpoint.js';

/** What a run sees of the saving of its checkpoints: it is never waited for, but at the end. */
export interface CheckpointSaving {
  /** Saves soon; while one is being saved, only the newest of those noted meanwhile is saved after it. */
  readonly note: (snapshot: CheckpointSnapshot) => void;
  /** Resolves when everything noted so far is saved, is covered by a newer one, or was given up on. Never rejects. */
  readonly settled: () => Promise<void>;
  /** Why checkpoints could not be saved, oldest first. */
  readonly problems: readonly Problem[];
  /** Small things that cost nothing but a note. */
  readonly notes: readonly string[];
  readonly newest: SavedCheckpoint | null;
}
