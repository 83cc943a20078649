import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a workflow keeps its runs: DESIGN's `.claude/workflows/<name>/`, in the user's checkout but never in a commit. */
export interface RunFiles {
  readonly folder: string;
  readonly journal: string;
  readonly state: string;
  readonly progress: string;
  readonly logs: string;
  readonly results: string;
  readonly earlierRuns: string;
  /** Sums of all workflows. */
  readonly metrics: string;
  /** The newest runs of all workflows, one by one. */
  readonly history: string;
}

export function runFiles(root: string, workflow: string): RunFiles {
  const folder = join(root, '.claude', 'workflows', workflow);
  return {
    folder,
    journal: join(folder, 'journal.jsonl'),
    state: join(folder, 'state.json'),
    progress: join(folder, 'progress.json'),
    logs: join(folder, 'logs'),
    results: join(folder, 'results'),
    earlierRuns: join(folder, 'runs'),
    metrics: join(root, '.claude', 'workflows', 'metrics.json'),
    history: join(root, '.claude', 'workflows', 'run-history.json'),
  };
}

/**
 * Moves the files of the last run to `runs/<runId>/`, the journal last: killed half-way, the next call finishes the move.
 * Logs are daily and stay.
 */
export async function archiveRun(files: RunFiles, runId: string): Promise<void> {
  const target = join(files.earlierRuns, runId);
  await mkdir(target, { recursive: true });
  for (const name of ['results', 'progress.json', 'state.json', 'journal.jsonl']) {
    await rm(join(target, name), { recursive: true, force: true });
    await rename(join(files.folder, name), join(target, name)).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
