import { compareText } from '../../base/diagnostic.js';
import { roundCost } from '../state-document.js';
import { durationsOf } from './durations.js';
import type { AgentReview } from './review.js';
import type { RunRecord, StepRecord } from './run-history.js';

type AgentStepRecord = StepRecord & { readonly agent: NonNullable<StepRecord['agent']> };

/** The record of every agent, by name. */
export function reviewAgents(runs: readonly RunRecord[]): AgentReview[] {
  const found = new Map<string, AgentStepRecord[]>();
  for (const { agent, ...step } of runs.flatMap((run) => run.steps)) {
    if (agent === null) continue;
    const list = found.get(agent.name);
    if (list === undefined) found.set(agent.name, [{ ...step, agent }]);
    else list.push({ ...step, agent });
  }
  return [...found]
    .flatMap(([name, steps]) => reviewAgent(name, steps) ?? [])
    .sort((a, b) => compareText(a.name, b.name));
}

function reviewAgent(name: string, steps: readonly AgentStepRecord[]): AgentReview | null {
  const ended = steps.filter(({ outcome }) => outcome !== 'stopped');
  const completed = ended.filter(({ outcome }) => outcome === 'completed');
  const durations = durationsOf(ended.map(({ seconds }) => seconds));
  if (durations === null) return null;
  return {
    name,
    steps: ended.length,
    completed: completed.length,
    completedAtOnce: completed.filter(({ retries }) => retries === 0).length,
    byCode: ended.filter(({ agent }) => !agent.asked).length,
    retries: ended.reduce((sum, { retries }) => sum + retries, 0),
    durations,
    costUsd: roundCost(steps.reduce((sum, { agent }) => sum + agent.cost_usd, 0)),
    tokens: steps.reduce((sum, { agent }) => sum + agent.tokens, 0),
    attemptsOfUnknownCost: steps.reduce((sum, { agent }) => sum + agent.attempts_of_unknown_cost, 0),
  };
}
