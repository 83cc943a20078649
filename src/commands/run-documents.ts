import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileTrouble } from '../files/trouble.js';
import { writeFileAtomic, writeProjection } from '../files/write-file-atomic.js';
import type { RunState } from '../engine/run-state.js';
import { isCostUnknown } from '../report/cost-text.js';
import { jsonText } from '../report/json-text.js';
import { updateMetrics, type AgentFigures } from '../report/metrics-document.js';
import type { MetricsDocument } from '../report/metrics-schema.js';
import { buildProgress, type LiveProgress } from '../report/progress-document.js';
import { buildResults } from '../report/results-document.js';
import { buildState } from '../report/state-document.js';
import type { RunFiles } from '../runner/run-files.js';
import { readFileBounded } from '../files/read-file-bounded.js';
import type { Result } from '../base/result.js';

const MAX_METRICS_BYTES = 16 * 1024 * 1024;

/** Replaces the files that follow from the state, each only when its text is another one. Throws when one cannot be written. */
export function projection(
  files: RunFiles,
  now: () => number,
  percentOf: LiveProgress['percentOf'] = () => null,
): (state: RunState) => void {
  const written = new Map<string, string>();
  const write = (path: string, document: object): void => {
    const text = jsonText(document);
    if (written.get(path) === text) return;
    throwTrouble(writeProjection(path, text));
    written.set(path, text);
  };
  return (state) => {
    write(files.state, buildState(state));
    write(files.progress, buildProgress(state, { nowMs: now(), percentOf }));
    for (const [name, document] of buildResults(state)) write(join(files.results, `${name}.json`), document);
  };
}

/** Counts the run in `metrics.json`. A file that is not ours is moved aside, never overwritten. */
export async function writeMetrics(files: RunFiles, state: RunState): Promise<void> {
  if (state.status === 'running') return;
  const previous = await readMetricsFile(files.metrics);
  if (previous === 'damaged') await rename(files.metrics, `${files.metrics}.damaged`);
  const { runId, status, startedAt, updatedAt, endedAt, costUsd, attemptsOfUnknownCost } = state;
  const { workflow } = state.plan;
  const agents = agentFigures(state);
  const run = {
    runId,
    workflow,
    status,
    startedAt,
    endedAt: endedAt ?? updatedAt,
    costUsd,
    attemptsOfUnknownCost,
    agents,
  };
  const document = updateMetrics(previous === 'damaged' ? null : previous, run);
  throwTrouble(writeFileAtomic(files.metrics, jsonText(document)));
}

function agentFigures(state: RunState): AgentFigures[] {
  return [...state.steps.values()].flatMap((one) => {
    const { step, status, startedAt, endedAt, costUsd, tokens } = one;
    if (step.action.kind !== 'agent' || startedAt === null || endedAt === null) return [];
    return {
      name: step.action.agent,
      succeeded: status === 'completed',
      durationSeconds: Math.round((endedAt - startedAt) / 1000),
      costUsd: costUsd ?? 0,
      tokens: tokens ?? 0,
      isCostUnknown: isCostUnknown(one),
    };
  });
}

async function readMetricsFile(path: string): Promise<MetricsDocument | null | 'damaged'> {
  const bytes = readFileBounded(path, MAX_METRICS_BYTES);
  if (!bytes.ok) return bytes.error.reason === 'missing' ? null : 'damaged';
  // Only now, at the end of a run: its schema library would be a tenth of what the start loads.
  const { metricsSchema } = await import('../report/metrics-schema.js');
  try {
    const parsed = metricsSchema.safeParse(JSON.parse(bytes.value.toString('utf8')));
    return parsed.success ? parsed.data : 'damaged';
  } catch {
    return 'damaged';
  }
}

function throwTrouble(written: Result<void, FileTrouble>): void {
  if (!written.ok) throw new Error(`${written.error.path}: ${written.error.code}`);
}
