import { timestamp } from '../timestamp.js';
import type { Durations } from './durations.js';
import type { AgentReview, Figures, Review, RunPoint, StepReview, WorkflowReview } from './review.js';
import type { ReviewDocument } from './review-schema.js';

type DurationsDocument = ReviewDocument['total']['durations'];
type FiguresDocument = ReviewDocument['total'];

/** The review as a JSON document, see `reviewSchema`. */
export function reviewDocument(review: Review): ReviewDocument {
  return {
    from: timestamp(review.from),
    to: timestamp(review.to),
    workflow: review.workflow,
    total: figures(review.total),
    before: review.before === null ? null : figures(review.before),
    missing_runs: review.missingRuns,
    workflows: review.workflows.map(workflow),
    slowest_steps: review.slowSteps.map(step),
    flakiest_steps: review.flakySteps.map(step),
    agents: review.agents.map(agent),
    runs: review.runs.map(point),
  };
}

function figures(of: Figures): FiguresDocument {
  return {
    runs: of.runs,
    completed: of.completed,
    failed: of.failed,
    stopped: of.stopped,
    success_rate: of.successRate,
    durations: durations(of.durations),
    duration_seconds: of.seconds,
    retries: of.retries,
    ...costs(of),
  };
}

function costs(of: Pick<Figures, 'costUsd' | 'attemptsOfUnknownCost'>) {
  return { cost_usd: of.costUsd, attempts_of_unknown_cost: of.attemptsOfUnknownCost };
}

function durations(of: Durations | null): DurationsDocument {
  if (of === null) return null;
  const { count, shortest, longest, median, p95 } = of;
  return {
    count,
    shortest_seconds: shortest,
    longest_seconds: longest,
    median_seconds: median,
    p95_seconds: p95,
  };
}

function workflow(of: WorkflowReview): ReviewDocument['workflows'][number] {
  return {
    name: of.name,
    ...figures(of),
    before: of.before === null ? null : figures(of.before),
    ever_runs: of.everRuns,
    ever_completed: of.everCompleted,
    last_run_at: of.lastRunAt === null ? null : timestamp(of.lastRunAt),
    nested_in: [...of.nestedIn],
    mark: of.mark,
  };
}

function step(of: StepReview): ReviewDocument['slowest_steps'][number] {
  const { workflow: name, step: id, runs, failed, share, retries, flakyRuns } = of;
  return {
    workflow: name,
    step: id,
    runs,
    failed,
    durations: durations(of.durations),
    share_of_run: share,
    retries,
    flaky_runs: flakyRuns,
  };
}

function agent(of: AgentReview): ReviewDocument['agents'][number] {
  const { name, steps, completed, completedAtOnce, byCode, retries, tokens } = of;
  return {
    name,
    steps,
    completed,
    completed_at_once: completedAtOnce,
    by_code: byCode,
    retries,
    durations: durations(of.durations),
    tokens,
    ...costs(of),
  };
}

function point({ workflow: name, runId, status, endedAt, seconds, costUsd }: RunPoint): ReviewDocument['runs'][number] {
  return {
    workflow: name,
    run_id: runId,
    status,
    ended_at: timestamp(endedAt),
    duration_seconds: seconds,
    cost_usd: costUsd,
  };
}
