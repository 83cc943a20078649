/*
 * What a person is told of a run that has ended, when its workflow says `notify:`. Facts and plain text: how it looks at a receiver
 * (Slack, a desktop …), and what has to be escaped there, is the business of `notify/`.
 */
import type { PauseReason } from '../engine/event.js';
import type { RunState } from '../engine/run-state.js';
import type { Plan } from '../plan/plan.js';
import { safeTerminalLine } from '../process/terminal-text.js';
import { totalCostText } from './cost-text.js';
import { describeFailure } from './describe-failure.js';
import { durationText } from './duration-text.js';
import { landedText, pauseText } from './event-lines.js';
import { foundFailures, type FoundFailure } from './found-failures.js';
import { hostsLine } from './hosts-text.js';
import { nextCommands } from './run-summary.js';

/** What may be told of. */
export const NOTIFIED_EVENTS = ['success', 'failure', 'paused'] as const;
export type NotifiedEvent = (typeof NOTIFIED_EVENTS)[number];

/** A link of ours; `url` is http(s). */
export interface NotificationLink {
  readonly label: string;
  readonly url: string;
}

export interface NotifiedFailure {
  /** `step 2 validate-imports`, `phase checks`, `the result`. */
  readonly where: string;
  /** Stable kebab-case name of the kind of failure. */
  readonly reason: string;
  /** One line. */
  readonly message: string;
}

/** One message about one run. Texts may hold what strangers wrote: each receiver escapes them for its own markup. */
export interface Notification {
  readonly event: NotifiedEvent | 'test';
  readonly workflow: string;
  readonly version: string;
  readonly runId: string;
  /** `phase-1-critical failed`. */
  readonly title: string;
  /** What failed, what landed, how to go on: a line each. */
  readonly lines: readonly string[];
  /** The end of what the step that failed has printed; only for receivers that ask for it. */
  readonly details: readonly string[];
  /** The repository, and the machine where that is not GitHub's: `nixos-config on laptop`. */
  readonly place: string;
  /** `5 of 7 steps, 2 min 5 s, $0.42`. */
  readonly figures: string;
  readonly failures: readonly NotifiedFailure[];
  readonly links: readonly NotificationLink[];
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly endedAt: number;
  /** Known cost, US dollars. */
  readonly costUsd: number;
}

/** Where a run happened, as far as the run itself does not know. */
export interface NotificationPlace {
  readonly place: string;
  readonly links: readonly NotificationLink[];
  /** False where nobody can type a command that goes on: on a runner of GitHub. */
  readonly canResume: boolean;
  /** What else is to be said, a line each. */
  readonly lines?: readonly string[];
}

const MAX_FAILURES = 5;
const MAX_LINE = 300;
const MAX_DETAILS = 15;

/** Pauses that nobody asked for: without a person the run stays where it is. */
const UNWANTED: readonly PauseReason[] = ['deadline', 'budget', 'storage'];

/**
 * What the workflow wants to be told of, now that the run has ended or paused; null for nothing. `notify: failure` covers pauses
 * that nobody asked for. Decided by how the run really ended and not when the hook is reached: landing comes after `on_success`.
 */
export function notifiedEvent(state: RunState): NotifiedEvent | null {
  const event = eventOf(state);
  return event !== null && asksFor(state.plan, event) ? event : null;
}

/** What has happened, whoever wants to be told of it: null for a run that goes on, and for a pause that somebody asked for. */
export function eventOf({ status, pause }: RunState): NotifiedEvent | null {
  switch (status) {
    case 'completed':
      return 'success';
    case 'failed':
      return 'failure';
    case 'paused':
      return pause !== null && UNWANTED.includes(pause) ? 'paused' : null;
    case 'running':
      return null;
  }
}

/** Whether hooks of the workflow say `notify:` about that. */
export function asksFor({ onSuccess, onFailure }: Plan, event: NotifiedEvent): boolean {
  return (event === 'success' ? onSuccess : onFailure).some(({ kind }) => kind === 'notify');
}

/** The message about a run that ended like that; `failure` also about one whose steps are well, where something around it failed. */
export function buildNotification(
  state: RunState,
  event: NotifiedEvent,
  { place, links, canResume, lines = [] }: NotificationPlace,
): Notification {
  const failures = foundFailures(state).filter(({ isBorne }) => !isBorne);
  const resume = nextCommands(state, {}).find(([command]) => command.includes(' --resume'));
  return {
    event,
    workflow: state.plan.workflow,
    version: state.plan.version,
    runId: state.runId,
    title: `${state.plan.workflow} ${event === 'failure' ? 'failed' : endText(state)}`,
    lines: [
      ...failures.slice(0, MAX_FAILURES).flatMap(failureLines),
      ...(failures.length > MAX_FAILURES ? [`… and ${failures.length - MAX_FAILURES} more failures`] : []),
      ...(state.landed === null ? [] : [landedText(state.landed, state)]),
      ...(state.hosts === null || state.hosts.compared.length === 0 ? [] : [hostsLine(state.hosts.compared)]),
      ...(canResume && event !== 'success' && resume !== undefined ? [`to go on: ${resume[0]}`] : []),
      ...lines,
    ].map(short),
    details: failures
      .slice(0, 1)
      .flatMap(({ failure }) => describeFailure(failure).details.slice(-MAX_DETAILS).map(short)),
    place,
    figures: figuresOf(state),
    failures: failures.slice(0, MAX_FAILURES).map(({ where, failure }) => ({
      where: short(where),
      reason: failure.reason,
      message: short(describeFailure(failure).title),
    })),
    links,
    startedAt: state.startedAt,
    endedAt: state.endedAt ?? state.updatedAt,
    costUsd: state.costUsd,
  };
}

/** A message that says that messages arrive. */
export function testNotification(place: string, nowMs: number): Notification {
  return {
    ...withoutRun('test', nowMs),
    event: 'test',
    title: 'workflow-runner can reach you here',
    lines: ['This is a test. Workflows with `notify: success` or `notify: failure` tell you here how they ended.'],
    place,
  };
}

/** The message about a run that could not begin. `runId`: what tells one message from another. */
export function notBegunNotification(
  workflow: string,
  { place, links, lines = [] }: Omit<NotificationPlace, 'canResume'>,
  { runId, nowMs }: { readonly runId: string; readonly nowMs: number },
): Notification {
  const title = `${workflow} could not begin`;
  return { ...withoutRun(workflow, nowMs), event: 'failure', runId, title, lines: lines.map(short), place, links };
}

function withoutRun(workflow: string, nowMs: number) {
  return {
    workflow,
    version: '1.0.0',
    runId: 'test',
    details: [],
    figures: 'no steps',
    failures: [],
    links: [],
    startedAt: nowMs,
    endedAt: nowMs,
    costUsd: 0,
  };
}

function endText({ status, pause }: RunState): string {
  return status === 'paused' && pause !== null ? `is paused: ${pauseText(pause)}` : status;
}

function failureLines({ where, failure, blame }: FoundFailure): string[] {
  return [`${where}: ${describeFailure(failure).title}`, ...(blame === null ? [] : [blame.title])];
}

function figuresOf(state: RunState): string {
  const steps = [...state.steps.values()];
  const completed = steps.filter(({ status }) => status === 'completed').length;
  const cost = totalCostText(state);
  const took = durationText((state.endedAt ?? state.updatedAt) - state.startedAt);
  return [`${completed} of ${steps.length} steps`, took, ...(cost === '' ? [] : [cost])].join(', ');
}

function short(text: string): string {
  const line = safeTerminalLine(text);
  return line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
