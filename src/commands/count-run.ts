/*
 * Counts a run that has ended, for good or for now, in the files of all runs: `metrics.json` and `run-history.json`. Under the lock
 * of the repository, since both are read, changed and replaced: two runs that counted at once would lose one.
 */
import { createHash } from 'node:crypto';
import { rename } from 'node:fs/promises';
import type { RunEvent } from '../engine/event.js';
import { readEvent } from '../engine/read-event.js';
import type { RunState } from '../engine/run-state.js';
import { writeFileAtomic } from '../files/write-file-atomic.js';
import { treesOfCommits } from '../git/trees-of-commits.js';
import type { TrustedGit } from '../git/trusted-git.js';
import { readJournal } from '../journal/journal-file.js';
import type { Plan } from '../plan/plan.js';
import { isCostUnknown } from '../report/cost-text.js';
import { jsonText } from '../report/json-text.js';
import type { AgentFigures, RunFigures } from '../report/metrics-document.js';
import type { RunLookup } from '../report/review/record-run.js';
import type { RunRecord } from '../report/review/run-history.js';
import type { RunFiles } from '../runner/run-files.js';

/** Counts the run. A file that is not ours is moved aside, never overwritten. Throws when one cannot be read or written. */
export async function countRun(files: RunFiles, state: RunState, trusted: TrustedGit): Promise<void> {
  if (state.status === 'running') return;
  // Only now, at the end of a run: the schema library would be a tenth of what the start loads.
  const [{ readDocument }, { metricsSchema }, { updateMetrics }, history] = await Promise.all([
    import('./run-history-file.js'),
    import('../report/metrics-schema.js'),
    import('../report/metrics-document.js'),
    import('../report/review/run-history.js'),
  ]);
  const record = await recordOf(files, state, trusted);
  const metrics = readDocument(files.metrics, metricsSchema);
  const sums = updateMetrics(metrics.value, figuresOf(state, record));
  await replace(files.metrics, jsonText(sums), metrics.damaged);
  const earlier = readDocument(files.history, history.runHistorySchema);
  await replace(files.history, jsonText(history.addToHistory(earlier.value, record), 0), earlier.damaged);
}

/** What the plan of a run and a digest function add to its events; `trees`: by commit, those that are known. */
export function lookupOf(plan: Plan | null, trees: ReadonlyMap<string, string>): RunLookup {
  return {
    agentOf: (id) => {
      const step = plan?.stepsById.get(id);
      return step?.action.kind === 'agent' ? { name: step.action.agent, asked: step.asksAgent } : null;
    },
    treeOf: (commit) => trees.get(commit) ?? commit,
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  };
}

async function recordOf(files: RunFiles, state: RunState, trusted: TrustedGit): Promise<RunRecord> {
  const journal = readJournal(files.journal, readEvent);
  if (!journal.ok) throw new Error(`${files.journal} cannot be read: ${journal.error.reason}`);
  const { events } = journal.value;
  const trees = await treesOfCommits(trusted, basesIn(events));
  const { recordRun } = await import('../report/review/record-run.js');
  const record = recordRun(events, lookupOf(state.plan, trees));
  if (record === null) throw new Error(`${files.journal} does not say how the run began`);
  return record;
}

function basesIn(events: readonly RunEvent[]): string[] {
  return events.flatMap((event) => (event.type === 'step-started' ? [event.base] : []));
}

function figuresOf(state: RunState, record: RunRecord): RunFigures {
  const { runId, plan, status, updatedAt, endedAt, costUsd, attemptsOfUnknownCost } = state;
  if (status === 'running') throw new Error('a run that goes on is not counted');
  return {
    runId,
    workflow: plan.workflow,
    status,
    endedAt: endedAt ?? updatedAt,
    durationSeconds: record.duration_seconds,
    costUsd,
    attemptsOfUnknownCost,
    agents: agentFigures(state, new Map(record.steps.map(({ id, seconds }) => [id, seconds]))),
  };
}

function agentFigures(state: RunState, secondsOf: ReadonlyMap<string, number>): AgentFigures[] {
  return [...state.steps.values()].flatMap((one) => {
    const { step, status, startedAt, endedAt, costUsd, tokens } = one;
    if (step.action.kind !== 'agent' || startedAt === null || endedAt === null) return [];
    return {
      name: step.action.agent,
      succeeded: status === 'completed',
      durationSeconds: secondsOf.get(step.id) ?? Math.round((endedAt - startedAt) / 1000),
      costUsd: costUsd ?? 0,
      tokens: tokens ?? 0,
      isCostUnknown: isCostUnknown(one),
    };
  });
}

async function replace(path: string, text: string, isDamaged: boolean): Promise<void> {
  if (isDamaged) await rename(path, `${path}.damaged`);
  const written = writeFileAtomic(path, text);
  if (!written.ok) throw new Error(`${written.error.path}: ${written.error.code}`);
}
