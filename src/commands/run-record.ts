import { existsSync } from 'node:fs';
import { readFileBounded } from '../files/read-file-bounded.js';
import { readLock, type LockState } from '../files/lock.js';
import type { MetricsDocument } from '../report/metrics-schema.js';
import type { ProgressDocument } from '../report/progress-schema.js';
import type { StateDocument } from '../report/state-schema.js';
import { runFiles } from '../runner/run-files.js';
import { commonDirOf, lockFolder } from './lock-folder.js';

/** What the files say of the last run of a workflow, and whether it still lives. */
export interface RunRecord {
  readonly state: StateDocument;
  /** null when the file is missing or unreadable. */
  readonly progress: ProgressDocument | null;
  /** As `state.status`, but `interrupted` for a run that says running and has no live process. */
  readonly status: StateDocument['status'] | 'interrupted';
}

const MAX_BYTES = 64 * 1024 * 1024;
/** What is shown is one of these, whatever somebody has put in the place of the file. */
const STATUSES: ReadonlySet<unknown> = new Set<StateDocument['status']>(['running', 'completed', 'failed', 'paused']);

/** Who holds the repository's lock; null when nobody does or it cannot be read. */
export function lockState(root: string): LockState | null {
  const folder = lockFolder(commonDirOf(root));
  if (!existsSync(folder)) return null;
  const lock = readLock(folder);
  return lock.ok ? lock.value : null;
}

/** The last run of a workflow as its files tell; null when it never ran. A stored "running" is checked against the lock. */
export function readRun(root: string, workflow: string, lock: LockState | null): RunRecord | null {
  const files = runFiles(root, workflow);
  const state = readDocument<StateDocument>(files.state, ['workflow', 'status', 'run_id', 'errors', 'total_steps']);
  if (state === null || !STATUSES.has(state.status)) return null;
  const progress = readDocument<ProgressDocument>(files.progress, ['steps', 'run_id']);
  // By workflow, not by run id: a resumed run keeps its id, while the lock has that of the process that resumed it.
  const lives = lock !== null && lock.liveness !== 'dead' && lock.holder.workflow === workflow;
  const status = lives ? 'running' : state.status === 'running' ? 'interrupted' : state.status;
  return { state, progress: progress?.run_id === state.run_id ? progress : null, status };
}

/** `metrics.json`; null when nothing has run yet or the file is not ours. */
export function readMetrics(root: string): MetricsDocument | null {
  return readDocument<MetricsDocument>(runFiles(root, '').metrics, ['workflows', 'agents']);
}

/** A file that this program wrote, as far as a few of its keys tell; null for anything else. Extra keys of newer versions are fine. */
function readDocument<T extends object>(path: string, keys: readonly (keyof T & string)[]): T | null {
  const bytes = readFileBounded(path, MAX_BYTES);
  if (!bytes.ok) return null;
  try {
    const value: unknown = JSON.parse(bytes.value.toString('utf8'));
    const whole = typeof value === 'object' && value !== null && keys.every((key) => Object.hasOwn(value, key));
    return whole ? (value as T) : null;
  } catch {
    return null;
  }
}
