import { headCommit, type RunState, type StepStatus } from '../../engine/run-state.js';
import { durationText } from '../duration-text.js';
import { branchName, knownText, landedText, pauseText } from '../event-lines.js';
import { nextCommands } from '../run-summary.js';
import { counted, shortCommit } from '../step-label.js';
import { activitiesOf, activityRow } from './activities.js';
import { attemptsOf } from './attempts.js';
import { costsOf } from './report-costs.js';
import { hostRows } from './report-hosts.js';
import { problemsOf } from './report-problems.js';
import type { ReportSource } from './report-source.js';
import type { Fact, NamedLog, Problem, RunReport, RunWord, Tone, ValidationReport } from './run-report.js';
import { nodesOf } from './step-report.js';
import { timeScale, type Span } from './time-axis.js';

const TONES: Readonly<Record<RunWord, Tone>> = {
  completed: 'good',
  failed: 'bad',
  paused: 'warn',
  running: 'busy',
  interrupted: 'warn',
};

const ORDER: readonly StepStatus[] = [
  'failed',
  'conflict',
  'running',
  'retrying',
  'cancelled',
  'completed',
  'skipped',
  'pending',
];

/** The page of a run as data: everything that it says, in words, with the places of bars in percent. */
export function buildReport(source: ReportSource): RunReport {
  const { state, events } = source;
  const attempts = attemptsOf(events);
  const activities = activitiesOf(events);
  const endedAt = Math.max(state.endedAt ?? state.updatedAt, state.startedAt);
  const worked = [...attempts.values()].flat().map(({ startedAt, endedAt: end, waitedUntil }): Span => {
    const until = end ?? endedAt;
    return { from: startedAt, to: Math.max(until, Math.min(waitedUntil ?? until, endedAt)) };
  });
  const scale = timeScale([...worked, ...activities], state.startedAt);
  const status: RunWord = state.status === 'running' && !source.isLive ? 'interrupted' : state.status;
  const problems = problemsOf(state);
  return {
    workflow: state.plan.workflow,
    version: state.plan.version,
    description: state.plan.description,
    runId: state.runId,
    status,
    tone: TONES[status],
    headline: headline(state, status, problems),
    landing: landingText(state, status),
    startedAt: state.startedAt,
    facts: factsOf(state, scale.activeMs({ from: state.startedAt, to: endedAt }), endedAt),
    notes: source.notes,
    next: nextCommands(state, { repo: source.repo }).map(([command, why]) => ({ command, why })),
    counts: countsOf(state),
    problems,
    axis: scale.axis,
    nodes: nodesOf(state.plan.root, { source, attempts, scale, endedAt }),
    activities: activities.map((activity) => activityRow(activity, scale.at)),
    hosts: state.hosts === null ? null : hostRows(state.hosts.compared),
    validation: validationOf(state),
    costs: costsOf(state),
    logs: ownLogs(source),
  };
}

function headline(state: RunState, status: RunWord, problems: readonly Problem[]): string {
  const completed = [...state.steps.values()].filter((step) => step.status === 'completed').length;
  const done = `${completed} of ${counted(state.plan.steps.length, 'step')} completed`;
  switch (status) {
    case 'completed':
      return done;
    case 'failed': {
      const first = problems.find(({ isBorne }) => !isBorne);
      return first === undefined ? `${done}.` : `At ${first.where}: ${first.title}`;
    }
    case 'paused':
      return `${done}; ${state.pause === null ? 'it can be resumed' : pauseText(state.pause)}`;
    case 'running':
      return `${done} when this page was made`;
    case 'interrupted':
      return `${done}; its process ended without a word (killed, or the machine stopped)`;
  }
}

function landingText(state: RunState, status: RunWord): string {
  if (state.landed !== null) {
    const text = landedText(state.landed, state);
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }
  const kept = state.endedSteps > 0 ? ' Completed steps are kept.' : '';
  if (status === 'completed') return 'The run is complete.';
  return status === 'failed'
    ? `Nothing landed: the checkout is as it was.${kept}`
    : `Nothing has landed yet: the checkout is as it was.${kept}`;
}

function factsOf(state: RunState, activeMs: number, endedAt: number): Fact[] {
  const { base, choices, triggeredBy, startedAt } = state;
  const took = endedAt - startedAt;
  const facts: Fact[] = [{ label: 'duration', value: durationText(took) }];
  if (took - activeMs > 60_000) facts.push({ label: 'at work', value: durationText(activeMs) });
  const from =
    base.branch === null ? shortCommit(base.commit) : `${branchName(base.branch)} at ${shortCommit(base.commit)}`;
  facts.push({ label: 'from', value: from, isCode: true }, { label: 'run', value: state.runId, isCode: true });
  if (triggeredBy !== '') facts.push({ label: 'started by', value: triggeredBy });
  if (choices.phase !== null) facts.push({ label: 'only phase', value: choices.phase, isCode: true });
  if (choices.skip.length > 0) facts.push({ label: 'skipped', value: choices.skip.join(', '), isCode: true });
  if (choices.agentBackend !== null) facts.push({ label: 'agents by', value: choices.agentBackend, isCode: true });
  return facts;
}

function countsOf({ steps }: RunState): RunReport['counts'] {
  const counts = new Map<StepStatus, number>();
  for (const { status } of steps.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
  return ORDER.flatMap((status) => {
    const count = counts.get(status);
    return count === undefined ? [] : [{ status, count }];
  });
}

function validationOf(state: RunState): ValidationReport {
  const { validation: passed, plan, runId } = state;
  if (passed !== null && passed.commit === headCommit(state)) {
    const known = passed.known === null ? '' : `, ${knownText(passed.known, runId)}`;
    return { tone: 'good', text: `Passed on commit ${shortCommit(passed.commit)}${known}.`, checks: passed.checks };
  }
  if (passed !== null) {
    return { tone: 'good', text: `Passed on commit ${shortCommit(passed.commit)}.`, checks: passed.checks };
  }
  const { failure } = state;
  if (failure?.reason === 'validation-failed') {
    return { tone: 'bad', text: 'The result did not pass.', checks: [failure.command] };
  }
  if (plan.validation.length === 0)
    return { tone: 'quiet', text: 'No checks are declared for the result.', checks: [] };
  return { tone: 'quiet', text: 'Not made: the run did not come so far.', checks: plan.validation };
}

/** What was printed by no step: the runner, checks, hooks. */
function ownLogs({ logs, state }: ReportSource): NamedLog[] {
  return [...logs].flatMap(([name, log]) => (state.steps.has(name) ? [] : [{ name, ...log }]));
}
