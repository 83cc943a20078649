import type { MemoFolder } from '../files/memo-folder.js';
import type { Git } from '../git/git.js';
import type { Repository } from '../git/repository.js';
import type { RunFiles } from '../runner/run-files.js';
import type { LoadedPlan } from './load-workflows.js';
import type { PlannedChoices } from './run-choices.js';
import type { RunFlags } from './run-flags.js';

/** Everything about a run that is known before the lock is taken. */
export interface PreparedRun extends PlannedChoices {
  readonly name: string;
  readonly flags: RunFlags;
  readonly git: Git;
  readonly repository: Repository;
  readonly loaded: LoadedPlan;
  readonly files: RunFiles;
  readonly cacheDir: string;
  /** What is known of trees from before; what this process adds counts as its own. */
  readonly memo: MemoFolder;
  readonly runId: string;
  /** The status of the last run of a workflow where this checkout knows of none; null when it never ran. */
  readonly lastStatusElsewhere?: (workflow: string) => Promise<string | null>;
}
