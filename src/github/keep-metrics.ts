import { err, type Result } from '../base/result.js';
import { countRun } from '../commands/count-run.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import type { RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import type { ActionWorld } from './action-world.js';
import { restoreMetrics, saveMetrics } from './storage/metrics-cache.js';

/** A run that has ended. */
interface Counted {
  readonly prepared: PreparedRun;
  readonly state: RunState;
  readonly landing: LandingGit;
}

/** Counts the run in the metrics that earlier workflow runs have left in the cache. Costs only time when that fails. */
export async function keepMetrics(job: Counted, world: ActionWorld): Promise<void> {
  const kept = await count(job, world).catch((error: unknown) =>
    err(error instanceof Error ? error.message : String(error)),
  );
  if (!kept.ok) world.output.notice(`metrics could not be kept: ${kept.error}`);
}

async function count({ prepared, state, landing }: Counted, world: ActionWorld): Promise<Result<void, string>> {
  const files = [prepared.files.metrics, prepared.files.history] as const;
  const restored = await restoreMetrics(files, world);
  await countRun(prepared.files, state, landing.trusted);
  return restored.ok ? await saveMetrics(files, world) : restored;
}
