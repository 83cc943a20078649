import { compareText } from '../base/diagnostic.js';
import type { AgentCounts, AgentMetrics, MetricsDocument, WorkflowMetrics } from './metrics-schema.js';
import { roundCost } from './state-document.js';
import { timestamp } from './timestamp.js';

/** A run that has ended, for good or for now. */
export interface RunFigures {
  readonly runId: string;
  readonly workflow: string;
  readonly status: 'completed' | 'failed' | 'paused';
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  /** Whole seconds, without the time between a pause and the resume. */
  readonly durationSeconds: number;
  /** Known cost of all attempts, US dollars, and how many are not in it because they did not say. */
  readonly costUsd: number;
  readonly attemptsOfUnknownCost: number;
  /** One entry for each step that an agent did. */
  readonly agents: readonly AgentFigures[];
}

/** A step that an agent did. */
export interface AgentFigures {
  readonly name: string;
  readonly succeeded: boolean;
  readonly durationSeconds: number;
  /** US dollars; 0 for what is not known, see `isCostUnknown`. */
  readonly costUsd: number;
  readonly tokens: number;
  readonly isCostUnknown: boolean;
}

/**
 * The figures with this run in them. A run counts exactly once: when it ends again after a resume, its later end replaces
 * what it had added (only the last run of a workflow can be resumed). `previous` is null when there is no file yet.
 */
export function updateMetrics(previous: MetricsDocument | null, run: RunFigures): MetricsDocument {
  const workflows = new Map(previous?.workflows.map((entry) => [entry.name, entry]));
  const agents = new Map(Object.entries(previous?.agents ?? {}));
  const known = workflows.get(run.workflow);
  const earlier = known?.last_run.run_id === run.runId ? known.last_run : null;
  const counts = countAgents(run);
  for (const entry of Object.entries(earlier?.agents ?? {})) changeAgent(agents, entry, -1);
  for (const entry of counts) changeAgent(agents, entry, 1);

  const succeeded = run.status === 'completed';
  const { durationSeconds } = run;
  const executions = (known?.executions ?? 0) + (earlier === null ? 1 : 0);
  const successes = (known?.successes ?? 0) + Number(succeeded) - Number(earlier?.succeeded ?? false);
  const total = (known?.total_duration_seconds ?? 0) + durationSeconds - (earlier?.duration_seconds ?? 0);
  const tokens = run.agents.reduce((sum, agent) => sum + agent.tokens, 0);
  const entry: WorkflowMetrics = {
    name: run.workflow,
    executions,
    success_rate: share(successes, executions),
    avg_duration_seconds: average(total, executions),
    last_execution: timestamp(run.endedAt),
    successes,
    total_duration_seconds: total,
    total_cost_usd: without((known?.total_cost_usd ?? 0) + run.costUsd, earlier?.cost_usd),
    total_tokens: without((known?.total_tokens ?? 0) + tokens, earlier?.tokens),
    attempts_of_unknown_cost: without(
      (known?.attempts_of_unknown_cost ?? 0) + run.attemptsOfUnknownCost,
      earlier?.attempts_of_unknown_cost,
    ),
    last_run: {
      run_id: run.runId,
      succeeded,
      duration_seconds: durationSeconds,
      cost_usd: roundCost(run.costUsd),
      tokens,
      attempts_of_unknown_cost: run.attemptsOfUnknownCost,
      agents: Object.fromEntries(counts),
    },
  };
  workflows.set(run.workflow, entry);
  return {
    workflows: [...workflows.values()].sort((a, b) => compareText(a.name, b.name)),
    agents: Object.fromEntries([...agents].sort(([a], [b]) => compareText(a, b))),
  };
}

function countAgents(run: RunFigures): Map<string, AgentCounts> {
  const counts = new Map<string, AgentCounts>();
  for (const { name, succeeded, durationSeconds, costUsd, tokens, isCostUnknown } of run.agents) {
    const one: AgentCounts = {
      invocations: 1,
      successes: Number(succeeded),
      total_duration_seconds: durationSeconds,
      total_cost_usd: costUsd,
      total_tokens: tokens,
      of_unknown_cost: Number(isCostUnknown),
    };
    counts.set(name, combined(counts.get(name) ?? NOTHING, one, 1));
  }
  return counts;
}

const NOTHING: AgentCounts = {
  invocations: 0,
  successes: 0,
  total_duration_seconds: 0,
  total_cost_usd: 0,
  total_tokens: 0,
  of_unknown_cost: 0,
};

/** Adds to the sums of an agent (`sign` 1), or takes away from them (-1). */
function changeAgent(agents: Map<string, AgentMetrics>, [name, by]: [string, AgentCounts], sign: 1 | -1): void {
  const sums = combined(agents.get(name) ?? NOTHING, by, sign);
  const { invocations, successes, total_duration_seconds: total } = sums;
  if (invocations === 0) {
    agents.delete(name);
    return;
  }
  agents.set(name, {
    ...sums,
    success_rate: share(successes, invocations),
    avg_duration_seconds: average(total, invocations),
  });
}

function combined(sums: AgentCounts, by: AgentCounts, sign: 1 | -1): AgentCounts {
  return {
    invocations: sums.invocations + sign * by.invocations,
    successes: sums.successes + sign * by.successes,
    total_duration_seconds: sums.total_duration_seconds + sign * by.total_duration_seconds,
    total_cost_usd: without(sums.total_cost_usd + sign * by.total_cost_usd),
    total_tokens: without(sums.total_tokens + sign * by.total_tokens),
    of_unknown_cost: without(sums.of_unknown_cost + sign * by.of_unknown_cost),
  };
}

/** The difference, never below 0: a file of an earlier version has taken these figures from nowhere. */
const without = (sum: number, part = 0): number => Math.max(0, roundCost(sum - part));

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100) / 100);

const average = (total: number, count: number): number => (count === 0 ? 0 : Math.max(0, Math.round(total / count)));
