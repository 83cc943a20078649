import { err, type Result } from '../base/result.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import { writeMetrics } from '../commands/run-documents.js';
import type { RunState } from '../engine/run-state.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { jsonText } from '../report/json-text.js';
import { addToHistory, recordOfRun } from '../report/run-history.js';
import type { ActionWorld } from './action-world.js';
import { restoreMetrics, saveMetrics } from './storage/metrics-cache.js';
import { historyFile, readHistory } from './review/run-history-file.js';

/** Counts the run in the metrics that earlier workflow runs have left in the cache. Costs only time when that fails. */
export async function keepMetrics(prepared: PreparedRun, state: RunState, world: ActionWorld): Promise<void> {
  const kept = await count(prepared, state, world).catch((error: unknown) =>
    err(error instanceof Error ? error.message : String(error)),
  );
  if (!kept.ok) world.output.notice(`metrics could not be kept: ${kept.error}`);
}

async function count(prepared: PreparedRun, state: RunState, world: ActionWorld): Promise<Result<void, string>> {
  const files = [prepared.files.metrics, historyFile(prepared.repository.root)] as const;
  const restored = await restoreMetrics(files, world);
  await writeMetrics(prepared.files, state);
  const record = recordOfRun(state);
  const [, history] = files;
  if (record !== null) writeFileAtomic(history, jsonText(addToHistory(readHistory(history), record)));
  return restored.ok ? await saveMetrics(files, world) : restored;
}
