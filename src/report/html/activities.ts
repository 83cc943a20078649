import { unreachable } from '../../base/unreachable.js';
import type { RunEvent } from '../../engine/event.js';
import { describeFailure } from '../describe-failure.js';
import { durationText } from '../duration-text.js';
import { counted } from '../step-label.js';
import type { Span } from './time-axis.js';
import type { Activity, Tone } from './run-report.js';

/** Something the runner did itself, when it did it. */
export interface TimedActivity extends Span {
  readonly what: string;
  readonly outcome: string;
  readonly tone: Tone;
}

/**
 * What the runner did besides steps: merges, checks, hooks, landing. The journal tells when each ended; it began when the event
 * before it happened, because the runner does one of them at a time.
 */
export function activitiesOf(events: readonly RunEvent[]): TimedActivity[] {
  const found: TimedActivity[] = [];
  let previous: RunEvent | null = null;
  let searchedFrom: number | null = null;
  for (const event of events) {
    if (event.type === 'blame-searched') searchedFrom ??= previous?.at ?? event.at;
    const told = tell(event);
    if (told !== null) {
      const from = event.type === 'result-blamed' ? (searchedFrom ?? event.at) : (previous?.at ?? event.at);
      found.push({ ...told, from: Math.min(from, event.at), to: event.at });
    }
    if (event.type === 'result-blamed') searchedFrom = null;
    previous = event;
  }
  return found;
}

/** An activity as the page shows it; `at` gives the place of a time in percent. */
export function activityRow({ what, outcome, tone, from, to }: TimedActivity, at: (time: number) => number): Activity {
  const duration = durationText(to - from);
  const kind = tone === 'bad' ? 'bad' : tone === 'good' ? 'good' : 'busy';
  const bar = { from: at(from), to: at(to), kind, label: `${what}: ${outcome}, ${duration}` } as const;
  return { what, outcome, tone, duration, bar };
}

function tell(event: RunEvent): Omit<TimedActivity, 'from' | 'to'> | null {
  switch (event.type) {
    case 'group-merged':
      return { what: `merge of ${event.group}`, outcome: 'merged', tone: 'good' };
    case 'merge-conflicted':
      return { what: `merge of ${event.group}`, outcome: `${event.child} conflicts`, tone: 'bad' };
    case 'group-validated':
      return { what: `check of ${event.group}`, ...checked(event) };
    case 'result-validated':
      return { what: 'check of the result', ...checked(event) };
    case 'derivations-mapped':
      return { what: 'hosts evaluated', outcome: counted(Object.keys(event.map.hosts).length, 'host'), tone: 'good' };
    case 'hosts-compared':
      return { what: 'hosts compared', outcome: counted(event.hosts.length, 'host'), tone: 'good' };
    case 'result-blamed':
      return {
        what: 'search for what broke it',
        outcome: event.blame.kind === 'step' ? event.blame.step : event.blame.kind,
        tone: 'busy',
      };
    case 'result-rebuilt':
      return {
        what: 'rebuilt without steps',
        outcome: counted(event.leftOut.length, 'step') + ' left out',
        tone: 'busy',
      };
    case 'hooks-ran':
      return {
        what: event.hooks,
        ...(event.failure === null ? { outcome: 'done', tone: 'good' } : failed(event.failure)),
      };
    case 'landed':
      return { what: 'landing', outcome: event.how, tone: 'good' };
    case 'run-started':
    case 'run-resumed':
    case 'run-paused':
    case 'run-ended':
    case 'rolled-back':
    case 'step-started':
    case 'session-started':
    case 'step-completed':
    case 'step-failed':
    case 'step-skipped':
    case 'group-started':
    case 'group-skipped':
    case 'blame-searched':
    case 'landing-started':
      return null;
    default:
      return unreachable(event);
  }
}

type Told = Pick<TimedActivity, 'outcome' | 'tone'>;

function checked({ failure, known }: Pick<Extract<RunEvent, { type: 'group-validated' }>, 'failure' | 'known'>): Told {
  if (failure !== null) return failed(failure);
  return { outcome: known === undefined ? 'passed' : 'passed before, on this very tree', tone: 'good' };
}

function failed(failure: Parameters<typeof describeFailure>[0]): Told {
  return { outcome: describeFailure(failure).title, tone: 'bad' };
}
