import type { RunState, StepState } from '../engine/run-state.js';
import { counted } from './step-label.js';

/** US dollars for a person: `$0.42`; below a cent `$0.0042`. */
export function costText(costUsd: number): string {
  return costUsd > 0 && costUsd < 0.01 ? `$${costUsd.toFixed(4)}` : `$${costUsd.toFixed(2)}`;
}

/** What a run has cost, see `costSumText`. */
export function totalCostText(run: Pick<RunState, 'costUsd' | 'attemptsOfUnknownCost'>): string {
  return costSumText(run.costUsd, counted(run.attemptsOfUnknownCost, 'attempt'));
}

/**
 * A sum of dollars and what is not in it: `$0.42`, `$0.42 (+ 2 attempts of unknown cost)`, or `2 attempts of unknown cost`: what is
 * not known is never shown as zero. The empty string when nothing that costs has run. `unknown`: `0 steps`, `2 attempts`.
 */
export function costSumText(costUsd: number, unknown: string): string {
  const known = costUsd > 0 ? costText(costUsd) : '';
  if (unknown.startsWith('0 ')) return known;
  return known === '' ? `${unknown} of unknown cost` : `${known} (+ ${unknown} of unknown cost)`;
}

/** True for a step whose agent was asked and has not said what it cost, once an attempt of it has ended. */
export function isCostUnknown({ step, costUsd, startedAt, endedAt, attempt, status }: StepState): boolean {
  if (!step.asksAgent || costUsd !== null || startedAt === null) return false;
  return endedAt !== null || attempt > 1 || status === 'retrying';
}

/**
 * What a step has cost: `$0.42`, `$0.42 (+ 1 attempt of unknown cost)`, `cost unknown`; the empty string when it costs nothing, or
 * nothing is known yet.
 */
export function stepCostText(step: StepState): string {
  if (isCostUnknown(step)) return 'cost unknown';
  return step.costUsd === null ? '' : costSumText(step.costUsd, counted(step.attemptsOfUnknownCost, 'attempt'));
}
