import type { PreparedRun } from '../commands/prepared-run.js';
import { writeMetrics } from '../commands/run-documents.js';
import type { RunState } from '../engine/run-state.js';
import type { ActionWorld } from './action-world.js';
import { restoreMetrics, saveMetrics } from './metrics-cache.js';

/** Counts the run in the metrics that earlier workflow runs have left in the cache. Costs only time when that fails. */
export async function keepMetrics(prepared: PreparedRun, state: RunState, world: ActionWorld): Promise<void> {
  const { output } = world;
  try {
    await restoreMetrics(prepared.files.metrics, world);
    await writeMetrics(prepared.files, state);
    await saveMetrics(prepared.files.metrics, world);
  } catch (error) {
    output.notice(`metrics could not be kept: ${error instanceof Error ? error.message : String(error)}`);
  }
}
