import { performerOf, type PlanStep } from '../plan/plan.js';
import type { RunState, StepState } from '../engine/run-state.js';
import { isCostUnknown } from './cost-text.js';
import { describeFailure } from './describe-failure.js';
import type { ProgressDocument, ProgressStep } from './progress-schema.js';
import { hostDocument, roundCost } from './state-document.js';
import { secondsBetween, timestamp } from './timestamp.js';

/** What is known of running steps beyond the events. */
export interface LiveProgress {
  /** How much of a running step is done, in percent; null when there is nothing to measure it by. */
  readonly percentOf?: (stepId: string) => number | null;
  /** Milliseconds since 1970. */
  readonly nowMs?: number;
}

/** `progress.json` of a run: every step in order. Looks at every step once. */
export function buildProgress(state: RunState, live: LiveProgress = {}): ProgressDocument {
  return {
    steps: state.plan.steps.map((step) => buildStep(step, state.steps.get(step.id), live)),
    run_id: state.runId,
  };
}

function buildStep(planned: PlanStep, step: StepState | undefined, live: LiveProgress): ProgressStep {
  const entry: ProgressStep = {
    id: planned.number,
    name: planned.name,
    ...performer(planned),
    status: step?.status ?? 'pending',
    step_id: planned.id,
    phase: planned.parent.path,
    attempts: step?.attempt ?? 0,
  };
  if (step === undefined || step.status === 'pending') return entry;
  if (step.startedAt !== null) entry.started_at = timestamp(step.startedAt);
  if (step.status === 'running') addLive(entry, step, live);
  if (step.endedAt !== null) addEnd(entry, step, step.endedAt);
  if (step.retryAt !== null) entry.retry_at = timestamp(step.retryAt);
  if (step.skipped !== null) entry.skipped_because = step.skipped;
  if (step.costUsd !== null) entry.cost_usd = roundCost(step.costUsd);
  else if (isCostUnknown(step)) entry.cost_usd = null;
  if (step.tokens !== null) entry.tokens = step.tokens;
  if (step.failure !== null) {
    const { title, help } = describeFailure(step.failure);
    entry.error = { reason: step.failure.reason, message: title, help };
  }
  return entry;
}

function addLive(entry: ProgressStep, { step, startedAt }: StepState, { percentOf, nowMs }: LiveProgress): void {
  entry.progress_percent = percentOf?.(step.id) ?? null;
  if (startedAt !== null && nowMs !== undefined) entry.elapsed_seconds = secondsBetween(startedAt, nowMs);
}

function addEnd(entry: ProgressStep, step: StepState, endedAt: number): void {
  entry.completed_at = timestamp(endedAt);
  if (step.startedAt !== null) entry.duration_seconds = secondsBetween(step.startedAt, endedAt);
  if (step.result === null || step.status !== 'completed') return;
  const { outputs, filesModified, commit } = step.result;
  entry.outputs = { ...outputs, files_modified: filesModified, git_commit: commit };
  if (step.result.hosts !== undefined) entry.hosts = step.result.hosts.map(hostDocument);
}

function performer(planned: PlanStep): Pick<ProgressStep, 'agent' | 'skill' | 'command'> {
  const { action } = planned;
  switch (action.kind) {
    case 'agent':
      return { agent: performerOf(planned) };
    case 'skill':
      return { skill: performerOf(planned) };
    case 'command':
      return { command: action.command };
  }
}
