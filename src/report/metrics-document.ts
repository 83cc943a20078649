import { compareText } from '../base/diagnostic.js';
import type { AgentCounts, AgentMetrics, MetricsDocument, WorkflowMetrics } from './metrics-schema.js';
import { secondsBetween, timestamp } from './timestamp.js';

/** A run that has ended, for good or for now. */
export interface RunFigures {
  readonly runId: string;
  readonly workflow: string;
  readonly status: 'completed' | 'failed' | 'paused';
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** One entry for each step that an agent did. */
  readonly agents: readonly { readonly name: string; readonly succeeded: boolean; readonly durationSeconds: number }[];
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
  for (const [name, sums] of Object.entries(earlier?.agents ?? {})) addAgent(agents, name, negated(sums));
  for (const [name, sums] of counts) addAgent(agents, name, sums);

  const succeeded = run.status === 'completed';
  const durationSeconds = secondsBetween(run.startedAt, run.endedAt);
  const executions = (known?.executions ?? 0) + (earlier === null ? 1 : 0);
  const successes = (known?.successes ?? 0) + Number(succeeded) - Number(earlier?.succeeded ?? false);
  const total = (known?.total_duration_seconds ?? 0) + durationSeconds - (earlier?.duration_seconds ?? 0);
  const entry: WorkflowMetrics = {
    name: run.workflow,
    executions,
    success_rate: share(successes, executions),
    avg_duration_seconds: average(total, executions),
    last_execution: timestamp(run.endedAt),
    successes,
    total_duration_seconds: total,
    last_run: { run_id: run.runId, succeeded, duration_seconds: durationSeconds, agents: Object.fromEntries(counts) },
  };
  workflows.set(run.workflow, entry);
  return {
    workflows: [...workflows.values()].sort((a, b) => compareText(a.name, b.name)),
    agents: Object.fromEntries([...agents].sort(([a], [b]) => compareText(a, b))),
  };
}

function countAgents(run: RunFigures): Map<string, AgentCounts> {
  const counts = new Map<string, AgentCounts>();
  for (const { name, succeeded, durationSeconds } of run.agents) {
    const sums = counts.get(name) ?? { invocations: 0, successes: 0, total_duration_seconds: 0 };
    counts.set(name, {
      invocations: sums.invocations + 1,
      successes: sums.successes + Number(succeeded),
      total_duration_seconds: sums.total_duration_seconds + durationSeconds,
    });
  }
  return counts;
}

function addAgent(agents: Map<string, AgentMetrics>, name: string, add: AgentCounts): void {
  const known = agents.get(name);
  const invocations = (known?.invocations ?? 0) + add.invocations;
  const successes = (known?.successes ?? 0) + add.successes;
  const total = (known?.total_duration_seconds ?? 0) + add.total_duration_seconds;
  if (invocations === 0) {
    agents.delete(name);
    return;
  }
  agents.set(name, {
    invocations,
    success_rate: share(successes, invocations),
    avg_duration_seconds: average(total, invocations),
    successes,
    total_duration_seconds: total,
  });
}

function negated(sums: AgentCounts): AgentCounts {
  return {
    invocations: -sums.invocations,
    successes: -sums.successes,
    total_duration_seconds: -sums.total_duration_seconds,
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100) / 100);

const average = (total: number, count: number): number => (count === 0 ? 0 : Math.max(0, Math.round(total / count)));
