import { compareText } from '../base/diagnostic.js';
import type { MetricsDocument, WorkflowMetrics } from './metrics-schema.js';
import type { RunHistory, RunRecord } from './run-history.js';

export interface ReviewSources {
  /** Sums over all time; several when several places have counted: the newest entry of a workflow is taken. */
  readonly metrics: readonly MetricsDocument[];
  readonly history: RunHistory | null;
  /** Names of the workflows that the repository defines. */
  readonly defined: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How far to look back. */
  readonly windowMs: number;
}

export interface Review {
  readonly from: number;
  readonly to: number;
  /** By name. */
  readonly workflows: readonly WorkflowReview[];
  /** The slowest first. */
  readonly slowSteps: readonly SlowStep[];
}

/** How a workflow has done in the window, and over all time where `metrics.json` knows. */
export interface WorkflowReview {
  readonly name: string;
  readonly runs: number;
  readonly completed: number;
  readonly medianSeconds: number | null;
  readonly p95Seconds: number | null;
  readonly costUsd: number;
  readonly attemptsOfUnknownCost: number;
  readonly everRuns: number;
  readonly everSuccessRate: number | null;
  /** Milliseconds since 1970; null when no run is known. */
  readonly lastRunAt: number | null;
  readonly mark: ReviewMark | null;
}

/** Why a workflow should be looked at or removed. One that has never run may be new: it is not for removal. */
export type ReviewMark = 'unused' | 'never-successful' | 'never-run' | 'not-defined';

export interface SlowStep {
  readonly workflow: string;
  readonly step: string;
  readonly runs: number;
  readonly medianSeconds: number;
  /** Share of the median duration of its workflow's runs, 0 to 1. */
  readonly share: number;
  /** Attempts beyond the first, over all runs. */
  readonly retries: number;
}

const DAY_MS = 24 * 3600 * 1000;
const UNUSED_MS = 60 * DAY_MS;
const MAX_SLOW_STEPS = 10;

/** The review of a window: success, durations, cost, slow steps, and the workflows that nobody needs. */
export function buildReview(sources: ReviewSources): Review {
  const { now, windowMs } = sources;
  const from = now - windowMs;
  const recent = new Map<string, RunRecord[]>();
  for (const run of sources.history?.runs ?? []) {
    if (Date.parse(run.ended_at) < from || Date.parse(run.ended_at) > now) continue;
    recent.set(run.workflow, [...(recent.get(run.workflow) ?? []), run]);
  }
  const sums = newestSums(sources.metrics);
  const names = new Set([...sources.defined, ...sums.keys(), ...recent.keys()]);
  const workflows = [...names]
    .sort(compareText)
    .map((name) => reviewOf(name, { runs: recent.get(name) ?? [], sums: sums.get(name) ?? null, sources }));
  return { from, to: now, workflows, slowSteps: slowSteps(recent) };
}

/** The smallest value that at least this share (0 to 1) of the values do not exceed; null of none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

interface OfWorkflow {
  readonly runs: readonly RunRecord[];
  readonly sums: WorkflowMetrics | null;
  readonly sources: ReviewSources;
}

function reviewOf(name: string, { runs, sums, sources }: OfWorkflow): WorkflowReview {
  // Paused runs are not over: their durations would make the others look short.
  const seconds = runs.filter(({ status }) => status !== 'paused').map((run) => run.duration_seconds);
  const known = [
    ...runs.map((run) => Date.parse(run.ended_at)),
    ...(sums === null ? [] : [Date.parse(sums.last_execution)]),
  ];
  const lastRunAt = known.length === 0 ? null : Math.max(...known);
  const completed = runs.filter(({ status }) => status === 'completed').length;
  const everRuns = Math.max(sums?.executions ?? 0, runs.length);
  const everCompleted = Math.max(sums?.successes ?? 0, completed);
  const mark = markOf({ isDefined: sources.defined.includes(name), lastRunAt, everCompleted, now: sources.now });
  return {
    name,
    runs: runs.length,
    completed,
    medianSeconds: percentile(seconds, 0.5),
    p95Seconds: percentile(seconds, 0.95),
    costUsd: runs.reduce((sum, run) => sum + run.cost_usd, 0),
    attemptsOfUnknownCost: runs.reduce((sum, run) => sum + run.attempts_of_unknown_cost, 0),
    everRuns,
    everSuccessRate: everRuns === 0 ? null : everCompleted / everRuns,
    lastRunAt,
    mark,
  };
}

interface MarkFacts {
  readonly isDefined: boolean;
  readonly lastRunAt: number | null;
  readonly everCompleted: number;
  readonly now: number;
}

function markOf({ isDefined, lastRunAt, everCompleted, now }: MarkFacts): ReviewMark | null {
  if (!isDefined) return 'not-defined';
  if (lastRunAt === null) return 'never-run';
  if (now - lastRunAt > UNUSED_MS) return 'unused';
  return everCompleted === 0 ? 'never-successful' : null;
}

function newestSums(documents: readonly MetricsDocument[]): Map<string, WorkflowMetrics> {
  const newest = new Map<string, WorkflowMetrics>();
  for (const entry of documents.flatMap(({ workflows }) => workflows)) {
    const known = newest.get(entry.name);
    // Times of this form sort as text.
    if (known === undefined || known.last_execution < entry.last_execution) newest.set(entry.name, entry);
  }
  return newest;
}

function slowSteps(recent: ReadonlyMap<string, readonly RunRecord[]>): SlowStep[] {
  const found: SlowStep[] = [];
  for (const [workflow, runs] of recent) {
    const whole =
      percentile(
        runs.map((run) => run.duration_seconds),
        0.5,
      ) ?? 0;
    const steps = new Map<string, { seconds: number[]; retries: number }>();
    for (const { id, seconds, attempts } of runs.flatMap((run) => run.slowest_steps)) {
      const step = steps.get(id) ?? { seconds: [], retries: 0 };
      step.seconds.push(seconds);
      step.retries += Math.max(0, attempts - 1);
      steps.set(id, step);
    }
    for (const [step, { seconds, retries }] of steps) {
      const medianSeconds = percentile(seconds, 0.5) ?? 0;
      const share = whole === 0 ? 0 : Math.min(1, medianSeconds / whole);
      found.push({ workflow, step, runs: seconds.length, medianSeconds, share, retries });
    }
  }
  return found
    .filter(({ medianSeconds }) => medianSeconds >= 1)
    .sort((a, b) => b.medianSeconds - a.medianSeconds || compareText(a.step, b.step))
    .slice(0, MAX_SLOW_STEPS);
}
