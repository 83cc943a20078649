import type { RunState, StepState } from '../../engine/run-state.js';
import { performerOf } from '../../plan/plan.js';
import { costText, isCostUnknown, totalCostText } from '../cost-text.js';
import { counted } from '../step-label.js';
import type { CostReport } from './run-report.js';

/** What the run has cost, and which agent how much of it. */
export function costsOf(state: RunState): CostReport {
  const byAgent = new Map<string, StepState[]>();
  for (const step of state.steps.values()) {
    if (step.costUsd === null && !isCostUnknown(step)) continue;
    const name = performerOf(step.step);
    const list = byAgent.get(name);
    if (list === undefined) byAgent.set(name, [step]);
    else list.push(step);
  }
  const sums = [...byAgent].map(([name, steps]) => ({
    name,
    steps,
    usd: steps.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0),
  }));
  const total = sums.reduce((sum, { usd }) => sum + usd, 0);
  const budget = state.choices.budgetUsd ?? state.plan.budgetUsd;
  return {
    total: totalCostText(state),
    budget: budget === null ? '' : costText(budget),
    byAgent: sums
      .sort((a, b) => b.usd - a.usd)
      .map(({ name, steps, usd }) => ({
        name,
        cost: usd === 0 && steps.some(isCostUnknown) ? 'unknown' : costText(usd),
        share: total === 0 ? 0 : Math.round((usd / total) * 1000) / 10,
        detail: detailOf(steps),
      })),
  };
}

function detailOf(steps: readonly StepState[]): string {
  const tokens = steps.reduce((sum, step) => sum + (step.tokens ?? 0), 0);
  const attempts = steps.reduce((sum, { attempt }) => sum + attempt, 0);
  return [
    counted(steps.length, 'step'),
    ...(attempts > steps.length ? [counted(attempts, 'attempt')] : []),
    ...(tokens > 0 ? [`${tokensText(tokens)} tokens`] : []),
  ].join(', ');
}

/** `950`, `12.3 k`, `1.2 M`. */
export function tokensText(tokens: number): string {
  if (tokens < 1000) return String(tokens);
  if (tokens < 999_950) return `${(tokens / 1000).toFixed(1)} k`;
  return `${(tokens / 1_000_000).toFixed(1)} M`;
}
