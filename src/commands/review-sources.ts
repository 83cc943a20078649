import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileTrouble } from '../files/trouble.js';
import { readEvent } from '../engine/read-event.js';
import { readJournal } from '../journal/journal-file.js';
import { metricsSchema } from '../report/metrics-schema.js';
import { recordRun } from '../report/review/record-run.js';
import type { DefinedWorkflow, ReviewSources } from '../report/review/review.js';
import { runHistorySchema, type RunRecord } from '../report/review/run-history.js';
import { runFiles } from '../runner/run-files.js';
import { lookupOf } from './count-run.js';
import { loadPlanFrom } from './load-workflows.js';
import { readDocument } from './run-history-file.js';
import { lockState, readRun } from './run-record.js';
import { WORKFLOW_FOLDER, WorkflowFolder } from './workflow-folder.js';

/** Journals that are read beside the history: of runs that were killed before they were counted, or of an earlier version. */
const MAX_JOURNALS = 500;
const MAX_JOURNAL_BYTES = 256 * 1024 * 1024;

export interface FoundSources extends Pick<ReviewSources, 'metrics' | 'runs' | 'defined'> {
  /** What is left out of the review, for a person. */
  readonly notes: readonly string[];
}

/**
 * What the checkout knows of its runs: `metrics.json`, `run-history.json`, and the journals of runs that are in neither, when they
 * were written to after `since` (ms since 1970). A run that goes on is left out. Nothing is changed.
 */
export function readReviewSources(root: string, since: number): FoundSources {
  const files = runFiles(root, 'none');
  const metrics = readDocument(files.metrics, metricsSchema);
  const history = readDocument(files.history, runHistorySchema);
  const damaged = Object.entries({ 'metrics.json': metrics, 'run-history.json': history }).filter(
    ([, one]) => one.damaged,
  );
  const folder = new WorkflowFolder(root);
  const known = history.value?.runs ?? [];
  const journals = uncountedJournals(root, { known, since });
  return {
    metrics: metrics.value,
    runs: [...known, ...journals.paths.flatMap((journal) => recordOf(journal, { root, folder }) ?? [])],
    defined: folder.names.map((name) => definedWorkflow(name, folder)),
    notes: [
      ...damaged.map(([name]) => `${name} cannot be read: it is left out of the review`),
      ...(journals.leftOut === 0
        ? []
        : [`${journals.leftOut} journals are left out of the review: together they are too large`]),
    ],
  };
}

function definedWorkflow(name: string, folder: WorkflowFolder): DefinedWorkflow {
  const steps = folder.load(name)?.workflow?.phases.flatMap((phase) => phase.steps) ?? [];
  return { name, nested: steps.flatMap((step) => (step.kind === 'workflow' ? [step.workflow] : [])) };
}

interface Journal {
  readonly workflow: string;
  readonly path: string;
}

interface Known {
  readonly known: readonly RunRecord[];
  readonly since: number;
}

/** The newest journals first, within the bounds above. */
function uncountedJournals(root: string, { known, since }: Known): { paths: Journal[]; leftOut: number } {
  const counted = new Map(known.map((run) => [`${run.workflow}/${run.run_id}`, run.ended_at]));
  const found = foldersIn(join(root, WORKFLOW_FOLDER)).flatMap((workflow) => {
    const { journal, earlierRuns } = runFiles(root, workflow);
    const last = isCounted(root, workflow, counted) ? [] : [journal];
    const earlier = foldersIn(earlierRuns).filter((id) => !counted.has(`${workflow}/${id}`));
    return [...last, ...earlier.map((id) => join(earlierRuns, id, 'journal.jsonl'))].flatMap((path) => {
      const { mtimeMs = 0, size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
      return mtimeMs >= since ? [{ workflow, path, mtimeMs, size }] : [];
    });
  });
  let room = MAX_JOURNAL_BYTES;
  const newest = found.sort((a, b) => b.mtimeMs - a.mtimeMs).slice(0, MAX_JOURNALS);
  const paths = newest.filter(({ size }) => (room -= size) >= 0);
  return { paths, leftOut: found.length - paths.length };
}

/** Whether the last run of a workflow goes on, or stands in the history as it is. */
function isCounted(root: string, workflow: string, counted: ReadonlyMap<string, string>): boolean {
  const record = readRun(root, workflow, lockState(root));
  if (record === null) return false;
  if (record.status === 'running') return true;
  const endedAt = counted.get(`${workflow}/${record.state.run_id}`);
  return endedAt !== undefined && endedAt >= record.state.updated_at;
}

interface Place {
  readonly root: string;
  readonly folder: WorkflowFolder;
}

/** null for a journal that cannot be read: it is told where the run itself is looked at. */
function recordOf({ workflow, path }: Journal, { root, folder }: Place): RunRecord | null {
  const journal = readJournal(path, readEvent);
  if (!journal.ok) return null;
  const { events } = journal.value;
  const began = events.find((event) => event.type === 'run-started');
  if (began?.workflow !== workflow) return null;
  // Which steps are an agent's is known only while the definition is what it was.
  const loaded = loadPlanFrom(root, folder, workflow);
  const isSame = loaded.ok && JSON.stringify(sorted(loaded.value.digests)) === JSON.stringify(sorted(began.definition));
  return recordRun(events, lookupOf(isSame ? loaded.value.plan : null, new Map()));
}

const sorted = (digests: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(digests).sort(([a], [b]) => (a < b ? -1 : 1));

/** Names of the folders in a folder; none where it cannot be read. Links are not followed. */
function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
  } catch (error) {
    fileTrouble(error, folder);
    return [];
  }
}
