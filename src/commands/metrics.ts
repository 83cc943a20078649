import { costSumText } from '../report/cost-text.js';
import { secondsText } from '../report/duration-text.js';
import { counted } from '../report/step-label.js';
import { textTable } from '../report/text-table.js';
import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { readMetrics } from './run-record.js';
import { EXIT, type CommandWorld } from './world.js';

/** `metrics`: how often workflows and agents ran, how often they succeeded, how long they took. */
export function metricsCommand(world: CommandWorld): Promise<number> {
  const { console } = world;
  const root = findRoot(world);
  if (!root.ok) return Promise.resolve(console.fail(root.error, root.error.exitCode));
  const metrics = readMetrics(root.value) ?? { workflows: [], agents: {} };
  console.json(metrics);
  if (metrics.workflows.length === 0) {
    console.print('No workflow has run here yet.');
    return Promise.resolve(EXIT.completed);
  }
  const workflows = metrics.workflows.map((entry) => [
    clean(entry.name),
    String(entry.executions),
    percent(entry.success_rate),
    secondsText(entry.avg_duration_seconds),
    clean(entry.last_execution),
    costOf(entry.total_cost_usd, entry.attempts_of_unknown_cost, 'attempt'),
  ]);
  console.print(textTable([['workflow', 'runs', 'success', 'average', 'last', 'cost'], ...workflows]).join('\n'));
  const agents = Object.entries(metrics.agents).map(([name, entry]) => [
    clean(name),
    String(entry.invocations),
    percent(entry.success_rate),
    secondsText(entry.avg_duration_seconds),
    costOf(entry.total_cost_usd, entry.of_unknown_cost, 'step'),
  ]);
  if (agents.length > 0)
    console.print(`\n${textTable([['agent', 'steps', 'success', 'average', 'cost'], ...agents]).join('\n')}`);
  return Promise.resolve(EXIT.completed);
}

/** Files of earlier versions have no costs. */
const costOf = (costUsd: number | undefined, unknown: number | undefined, what: string): string =>
  costSumText(costUsd ?? 0, counted(unknown ?? 0, what));

const percent = (rate: number): string => `${Math.round(rate * 100)} %`;
