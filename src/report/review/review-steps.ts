import { compareText } from '../../base/diagnostic.js';
import { durationsOf, median } from './durations.js';
import type { StepReview } from './review.js';
import type { RunRecord, StepRecord } from './run-history.js';

const MAX_STEPS = 10;

interface StepInRun {
  readonly step: StepRecord;
  readonly run: RunRecord;
}

/** Every step over the runs in which it completed or failed. */
export function reviewSteps(runs: readonly RunRecord[]): StepReview[] {
  const found = new Map<string, StepInRun[]>();
  for (const run of runs) {
    for (const step of run.steps) {
      if (step.outcome === 'stopped') continue;
      const key = JSON.stringify([run.workflow, step.id]);
      const list = found.get(key);
      if (list === undefined) found.set(key, [{ step, run }]);
      else list.push({ step, run });
    }
  }
  return [...found.values()].flatMap((ended) => reviewStep(ended) ?? []);
}

function reviewStep(ended: readonly StepInRun[]): StepReview | null {
  const [first] = ended;
  const durations = durationsOf(ended.map(({ step }) => step.seconds));
  if (first === undefined || durations === null) return null;
  const passedOn = new Set(ended.map(({ step }) => step.passed_on));
  const inStep = ended.reduce((sum, { step }) => sum + step.seconds, 0);
  const inRuns = ended.reduce((sum, { run }) => sum + run.duration_seconds, 0);
  return {
    workflow: first.run.workflow,
    step: first.step.id,
    runs: ended.length,
    failed: ended.filter(({ step }) => step.outcome === 'failed').length,
    durations,
    share: inRuns === 0 ? 0 : Math.min(1, inStep / inRuns),
    retries: ended.reduce((sum, { step }) => sum + step.retries, 0),
    flakyRuns: ended.filter(({ step }) => isFlaky(step, passedOn)).length,
  };
}

/** It came out differently although nothing had changed: after a retry, or on the same tree in this run or another. */
function isFlaky({ outcome, retries, failed_on }: StepRecord, passedOn: ReadonlySet<string | null>): boolean {
  return (outcome === 'completed' && retries > 0) || failed_on.some((input) => passedOn.has(input));
}

/** Those that take longest, at least a second. */
export function slowSteps(steps: readonly StepReview[]): StepReview[] {
  return steps
    .filter((step) => typical(step) >= 1)
    .sort((a, b) => typical(b) - typical(a) || byName(a, b))
    .slice(0, MAX_STEPS);
}

/** Something to sort by, also where there are too few runs for a median to be told. */
function typical({ durations: { median: middle, shortest, longest } }: StepReview): number {
  return middle ?? median([shortest, longest]) ?? 0;
}

/** Those that were flaky at least once. */
export function flakySteps(steps: readonly StepReview[]): StepReview[] {
  return steps
    .filter(({ flakyRuns }) => flakyRuns > 0)
    .sort((a, b) => b.flakyRuns - a.flakyRuns || b.flakyRuns / b.runs - a.flakyRuns / a.runs || byName(a, b))
    .slice(0, MAX_STEPS);
}

function byName(a: StepReview, b: StepReview): number {
  return compareText(a.workflow, b.workflow) || compareText(a.step, b.step);
}
