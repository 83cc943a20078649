import { compareText } from '../../base/diagnostic.js';
import type { WorkflowMetrics } from '../metrics-schema.js';
import { roundCost } from '../state-document.js';
import { durationsOf } from './durations.js';
import { reviewAgents } from './review-agents.js';
import { flakySteps, reviewSteps, slowSteps } from './review-steps.js';
import type { Figures, Review, ReviewMark, ReviewSources, RunPoint, WorkflowReview } from './review.js';
import { keyOfRun, type RunRecord } from './run-history.js';

const UNUSED_MS = 60 * 24 * 3600 * 1000;

/** The review of a window: success, durations, cost, slow and flaky steps, agents, and the workflows that nobody needs. */
export function buildReview(sources: ReviewSources): Review {
  const { now, windowMs, workflow } = sources;
  const from = now - windowMs;
  const isMeant = (name: string): boolean => workflow === null || workflow === name;
  const known = sortedRuns(sources.runs.filter((run) => isMeant(run.workflow)));
  const recent = within(known, from, now);
  const earliest = known[0] === undefined ? null : Date.parse(known[0].ended_at);
  const before = earliest !== null && earliest < from ? within(known, from - windowMs, from - 1) : null;
  const sums = (sources.metrics?.workflows ?? []).filter(({ name }) => isMeant(name));
  const steps = reviewSteps(recent);
  return {
    from,
    to: now,
    workflow,
    total: figuresOf(recent),
    before: before === null ? null : figuresOf(before),
    missingRuns: earliest !== null && earliest < from - windowMs ? 0 : missingRuns(known, sums),
    workflows: reviewWorkflows({ known: byWorkflow(known), recent, before, sums }, sources),
    slowSteps: slowSteps(steps),
    flakySteps: flakySteps(steps),
    agents: reviewAgents(recent),
    runs: recent.map(pointOf),
  };
}

/** The oldest first, and each run once: the last that is told of it counts. */
function sortedRuns(runs: readonly RunRecord[]): RunRecord[] {
  const once = [...new Map(runs.map((run) => [keyOfRun(run), run])).values()];
  // Times of this form sort as text.
  return once.sort((a, b) => compareText(a.ended_at, b.ended_at) || compareText(keyOfRun(a), keyOfRun(b)));
}

function within(runs: readonly RunRecord[], from: number, to: number): RunRecord[] {
  return runs.filter(({ ended_at: ended }) => Date.parse(ended) >= from && Date.parse(ended) <= to);
}

function byWorkflow(runs: readonly RunRecord[]): Map<string, RunRecord[]> {
  const found = new Map<string, RunRecord[]>();
  for (const run of runs) {
    const list = found.get(run.workflow);
    if (list === undefined) found.set(run.workflow, [run]);
    else list.push(run);
  }
  return found;
}

/** Sums over these runs. */
export function figuresOf(runs: readonly RunRecord[]): Figures {
  const completed = runs.filter(({ status }) => status === 'completed').length;
  const over = runs.filter(({ status }) => status === 'completed' || status === 'failed');
  return {
    runs: runs.length,
    completed,
    failed: over.length - completed,
    stopped: runs.length - over.length,
    successRate: over.length === 0 ? null : completed / over.length,
    durations: durationsOf(over.map((run) => run.duration_seconds)),
    seconds: over.reduce((sum, run) => sum + run.duration_seconds, 0),
    retries: runs.reduce((sum, { steps }) => sum + steps.reduce((all, { retries }) => all + retries, 0), 0),
    costUsd: roundCost(runs.reduce((sum, run) => sum + run.cost_usd, 0)),
    attemptsOfUnknownCost: runs.reduce((sum, run) => sum + run.attempts_of_unknown_cost, 0),
  };
}

function missingRuns(known: readonly RunRecord[], sums: readonly WorkflowMetrics[]): number {
  const runs = byWorkflow(known);
  return sums.reduce((sum, { name, executions }) => sum + Math.max(0, executions - (runs.get(name)?.length ?? 0)), 0);
}

interface WorkflowFacts {
  readonly known: ReadonlyMap<string, readonly RunRecord[]>;
  readonly recent: readonly RunRecord[];
  readonly before: readonly RunRecord[] | null;
  readonly sums: readonly WorkflowMetrics[];
}

function reviewWorkflows(facts: WorkflowFacts, { defined, workflow, now }: ReviewSources): WorkflowReview[] {
  const recent = byWorkflow(facts.recent);
  const before = facts.before === null ? null : byWorkflow(facts.before);
  const sums = new Map(facts.sums.map((entry) => [entry.name, entry]));
  const wanted = defined.map(({ name }) => name).filter((name) => workflow === null || workflow === name);
  const names = new Set([...wanted, ...sums.keys(), ...facts.known.keys()]);
  return [...names].sort(compareText).map((name) => {
    const known = facts.known.get(name) ?? [];
    const ever = everOf(known, sums.get(name));
    const nestedIn = defined.filter(({ nested }) => nested.includes(name)).map((one) => one.name);
    const isDefined = wanted.includes(name);
    return {
      name,
      ...figuresOf(recent.get(name) ?? []),
      before: before === null ? null : figuresOf(before.get(name) ?? []),
      ...ever,
      nestedIn,
      mark: markOf({ ...ever, isDefined, isNested: nestedIn.length > 0, now }),
    };
  });
}

type Ever = Pick<WorkflowReview, 'everRuns' | 'everCompleted' | 'lastRunAt'>;

/** Both sources may know runs that the other does not: the sums have no bound in time, the history has runs that were killed. */
function everOf(known: readonly RunRecord[], sums: WorkflowMetrics | undefined): Ever {
  const times = known.map((run) => Date.parse(run.ended_at));
  if (sums !== undefined) times.push(Date.parse(sums.last_execution));
  return {
    everRuns: Math.max(sums?.executions ?? 0, known.length),
    everCompleted: Math.max(sums?.successes ?? 0, known.filter(({ status }) => status === 'completed').length),
    lastRunAt: times.length === 0 ? null : times.reduce((last, time) => Math.max(last, time)),
  };
}

interface MarkFacts extends Ever {
  readonly isDefined: boolean;
  readonly isNested: boolean;
  readonly now: number;
}

function markOf({ isDefined, isNested, lastRunAt, everCompleted, now }: MarkFacts): ReviewMark | null {
  if (!isDefined) return 'not-defined';
  // Whoever runs the workflow around it runs it too, and it would be missed.
  if (isNested) return null;
  if (lastRunAt === null) return 'never-run';
  if (now - lastRunAt > UNUSED_MS) return 'unused';
  return everCompleted === 0 ? 'never-successful' : null;
}

function pointOf(run: RunRecord): RunPoint {
  return {
    workflow: run.workflow,
    runId: run.run_id,
    status: run.status,
    endedAt: Date.parse(run.ended_at),
    seconds: run.duration_seconds,
    costUsd: run.cost_usd,
  };
}
