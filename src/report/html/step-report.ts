import { expectText } from '../../base/derivations.js';
import { notLanded } from '../../engine/left-out.js';
import type { StepState } from '../../engine/run-state.js';
import { performerOf, type PlanGroup } from '../../plan/plan.js';
import { costText, stepCostText } from '../cost-text.js';
import { describeFailure } from '../describe-failure.js';
import { durationText } from '../duration-text.js';
import { skipText } from '../event-lines.js';
import { counted, shortCommit, stepLabel } from '../step-label.js';
import type { Attempt } from './attempts.js';
import { shortened } from './html-text.js';
import { hostRows } from './report-hosts.js';
import { tokensText } from './report-costs.js';
import { problemOf } from './report-problems.js';
import type { ReportSource } from './report-source.js';
import type { AttemptRow, Bar, Fact, GroupReport, ReportNode, StepReport } from './run-report.js';
import type { Span, TimeScale } from './time-axis.js';

/** What the rows of steps are made with. */
export interface StepTelling {
  readonly source: ReportSource;
  readonly attempts: ReadonlyMap<string, readonly Attempt[]>;
  readonly scale: TimeScale;
  /** When the story ends as far as it is known, ms since 1970. */
  readonly endedAt: number;
}

const MAX_COMMAND = 2000;
const MAX_OUTPUTS = 4000;

/** The children of a group as rows of the page, steps with everything that is known of them. */
export function nodesOf(group: PlanGroup, telling: StepTelling): ReportNode[] {
  const leftOut = new Set(notLanded(telling.source.state).map(({ id }) => id));
  const tellGroup = (one: PlanGroup): ReportNode[] =>
    one.children.flatMap((child): ReportNode[] => {
      if (child.node === 'group') return [groupReport(child, tellGroup(child), telling)];
      const step = telling.source.state.steps.get(child.id);
      return step === undefined ? [] : [stepReport(step, leftOut.has(child.id), telling)];
    });
  return tellGroup(group);
}

function groupReport(group: PlanGroup, children: readonly ReportNode[], telling: StepTelling): GroupReport {
  const { kind, name, type, maxConcurrent, condition, path } = group;
  const bars = children.flatMap((child) => (child.node === 'step' ? child.bars : (child.bar ?? [])));
  const from = bars.reduce((first, bar) => Math.min(first, bar.from), 100);
  const to = bars.reduce((last, bar) => Math.max(last, bar.to), 0);
  const { state } = telling.source;
  const recorded = state.groups.get(path)?.status ?? 'pending';
  const isUnderWay = ['running', 'merging', 'rerunning', 'validating'].includes(recorded);
  const status = isUnderWay && state.status !== 'running' ? 'cancelled' : recorded;
  const span = spanOf(group, telling);
  const duration = span === null ? '' : durationText(telling.scale.activeMs(span));
  return {
    node: 'group',
    kind,
    name,
    type,
    maxConcurrent,
    status,
    condition: condition?.condition.text ?? '',
    bar: bars.length === 0 ? null : { from, to, kind: 'stopped', label: `${name}: ${duration}` },
    duration,
    children,
    stepCount: children.reduce((sum, child) => sum + (child.node === 'step' ? 1 : child.stepCount), 0),
  };
}

/** From its first step's start to its last one's end; null when nothing of it has run. */
function spanOf(group: PlanGroup, telling: StepTelling): Span | null {
  let [from, to] = [Infinity, -Infinity];
  const open: PlanGroup[] = [group];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    for (const child of one.children) {
      if (child.node === 'group') open.push(child);
      else
        for (const { startedAt, endedAt } of telling.attempts.get(child.id) ?? []) {
          from = Math.min(from, startedAt);
          to = Math.max(to, endedAt ?? telling.endedAt);
        }
    }
  }
  return from > to ? null : { from, to };
}

function stepReport(state: StepState, isLeftOut: boolean, telling: StepTelling): StepReport {
  const { step, status, skipped, failure, lastFailure, result } = state;
  const attempts = telling.attempts.get(step.id) ?? [];
  const { logs, diffs } = telling.source;
  const shown = status === 'completed' ? null : (failure ?? lastFailure);
  const worked = attempts.reduce((sum, { startedAt, endedAt }) => sum + (endedAt ?? telling.endedAt) - startedAt, 0);
  return {
    node: 'step',
    number: step.number,
    id: step.id,
    name: step.name,
    performer: performerOf(step) === 'command' || performerOf(step) === step.name ? '' : performerOf(step),
    kind: step.action.kind,
    status,
    skipped,
    remark: remarkOf(state, isLeftOut),
    bars: attempts.flatMap((attempt) => barsOf(attempt, telling)),
    duration: attempts.length === 0 ? '' : durationText(worked),
    cost: stepCostText(state),
    condition: step.condition?.condition.text ?? '',
    facts: factsOf(state),
    summary: result === null ? '' : shortened(result.summary, 2000),
    problem:
      shown === null || shown.reason === 'cancelled'
        ? null
        : problemOf(`step ${step.number} ${stepLabel(step)}`, shown, step.action.continueOnError),
    attempts: attempts.length < 2 ? [] : attempts.map((attempt) => attemptRow(attempt, telling.endedAt)),
    hosts: result?.hosts === undefined ? [] : hostRows(result.hosts),
    diff: diffs.get(step.id) ?? null,
    log: logs.get(step.id) ?? null,
  };
}

function remarkOf({ skipped, result, status, attempt }: StepState, isLeftOut: boolean): string {
  const remarks: string[] = [];
  if (skipped !== null) remarks.push(skipText(skipped));
  if (status === 'completed' && isLeftOut) remarks.push('did not land');
  if (status === 'completed' && result !== null)
    remarks.push(result.filesModified === 0 ? 'nothing changed' : counted(result.filesModified, 'file'));
  if (attempt > 1) remarks.push(counted(attempt, 'attempt'));
  return remarks.join(', ');
}

const OUTCOMES = { completed: 'good', failed: 'bad', stopped: 'stopped', running: 'busy' } as const;

function barsOf(attempt: Attempt, { scale: { at }, endedAt: end }: StepTelling): Bar[] {
  const { number, startedAt, endedAt, outcome, waitedUntil } = attempt;
  const until = endedAt ?? end;
  const work: Bar = {
    from: at(startedAt),
    to: at(until),
    kind: OUTCOMES[outcome],
    label: `attempt ${number}: ${outcome}, ${durationText(until - startedAt)}`,
  };
  const waited = waitedUntil === null ? 0 : Math.min(waitedUntil, end) - until;
  if (waited <= 0) return [work];
  const wait: Bar = { from: at(until), to: at(until + waited), kind: 'wait', label: `waited ${durationText(waited)}` };
  return [work, wait];
}

function attemptRow({ number, startedAt, endedAt, outcome, failure, costUsd }: Attempt, end: number): AttemptRow {
  const why = failure === null || failure.reason === 'cancelled' ? '' : `: ${describeFailure(failure).title}`;
  return {
    number,
    startedAt,
    duration: durationText((endedAt ?? end) - startedAt),
    outcome: shortened(`${outcome}${why}`, 400),
    cost: costUsd === null || costUsd === 0 ? '' : costText(costUsd),
  };
}

function factsOf({ step, result, base, tokens, status, conflict }: StepState): Fact[] {
  const { action } = step;
  const facts: Fact[] = [{ label: 'id', value: step.id, isCode: true }];
  const add = (label: string, value: string | null, isCode = true): void => {
    if (value !== null && value !== '') facts.push({ label, value: shortened(value, MAX_COMMAND), isCode });
  };
  if (action.kind === 'command') add('command', action.command);
  if (action.kind === 'skill') {
    add('targets', typeof action.targets === 'string' ? action.targets : action.targets.join(', '));
    if (Object.keys(action.options).length > 0) add('options', JSON.stringify(action.options));
  }
  if (action.kind === 'agent' && Object.keys(action.config).length > 0) add('config', JSON.stringify(action.config));
  add('condition', step.condition?.condition.text ?? null);
  add('writes', action.writes?.join(', ') ?? null);
  if (action.expect !== null) add('contract', expectText(action.expect), false);
  if (action.validation.length > 0) add('validation', action.validation.join('; '));
  if (status === 'completed' && result !== null && result.filesModified > 0) add('commit', shortCommit(result.commit));
  add('on top of', base === null ? null : shortCommit(base));
  if (conflict !== null) add('conflicts in', conflict.paths.slice(0, 20).join(', '));
  if (tokens !== null && tokens > 0) add('tokens', tokensText(tokens), false);
  const outputs = result === null || Object.keys(result.outputs).length === 0 ? null : JSON.stringify(result.outputs);
  if (outputs !== null) facts.push({ label: 'outputs', value: shortened(outputs, MAX_OUTPUTS), isCode: true });
  return facts;
}
