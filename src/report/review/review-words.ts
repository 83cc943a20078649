/** What the terminal, markdown and the page say of a review in the same words. */
import { totalCostText } from '../cost-text.js';
import { secondsText } from '../duration-text.js';
import { counted } from '../step-label.js';
import { timestamp } from '../timestamp.js';
import { ENOUGH, type Durations } from './durations.js';
import type { AgentReview, Figures, Review, ReviewMark, StepReview, WorkflowReview } from './review.js';

const HOUR_MS = 3600 * 1000;

/** One figure of the window, against the window before it. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** null when nothing is known of the window before. */
  readonly before: string | null;
  readonly change: 'up' | 'down' | 'same' | null;
  /** Whether that change is good or bad; null where it is neither, or where there is too little to tell. */
  readonly tone: 'good' | 'bad' | null;
}

/** The figures of all workflows together. Durations of different workflows have no median that says anything: their sum is told. */
export function factsOf({ total, before, workflows }: Review): Fact[] {
  const isOne = workflows.filter(({ runs, before: earlier }) => runs + (earlier?.runs ?? 0) > 0).length <= 1;
  const fact = (label: string, text: (of: Figures) => string, change: Change): Fact => {
    const values = { value: text(total) || 'none', before: before === null ? null : text(before) || 'none' };
    return { label, ...values, ...change };
  };
  const { success, duration } = changesOf({ ...total, before });
  return [
    fact('Runs', runsText, changeOf(total.runs, before?.runs ?? null, null)),
    fact('Success', rateText, success),
    isOne
      ? fact('Duration', (of) => durationsText(of.durations), duration)
      : fact(
          'Time in runs',
          ({ seconds }) => secondsText(seconds),
          changeOf(total.seconds, before?.seconds ?? null, null),
        ),
    fact('Retries', (of) => String(of.retries), changeOf(total.retries, before?.retries ?? null, null)),
    fact('Cost', totalCostText, changeOf(total.costUsd, before?.costUsd ?? null, null)),
  ];
}

export type Change = Pick<Fact, 'change' | 'tone'>;

/** How the share of successes and the median duration changed; only where both windows have enough runs for that. */
export function changesOf(of: Figures & { readonly before: Figures | null }): Record<'success' | 'duration', Change> {
  const { before } = of;
  const isTold = before !== null && overOf(of) >= ENOUGH && overOf(before) >= ENOUGH;
  return {
    success: changeOf(of.successRate, isTold ? before.successRate : null, 'up'),
    duration: changeOf(medianOf(of), isTold ? medianOf(before) : null, 'down'),
  };
}

const ARROWS = { up: '↑', down: '↓', same: '=' } as const;

/** An arrow for a change; the empty string for none. */
export const arrowOf = ({ change }: Change): string => (change === null ? '' : ARROWS[change]);

/** A text and the arrow of its change, where it went up or down. */
export const withArrow = (text: string, of: Change): string =>
  of.change === 'up' || of.change === 'down' ? `${text} ${arrowOf(of)}` : text;

function changeOf(now: number | null, before: number | null, good: 'up' | 'down' | null): Change {
  if (now === null || before === null) return { change: null, tone: null };
  // A twentieth more or less is what it was.
  if (Math.abs(now - before) <= Math.abs(before) * 0.05) return { change: 'same', tone: null };
  const change = now > before ? 'up' : 'down';
  return { change, tone: good === null ? null : change === good ? 'good' : 'bad' };
}

const medianOf = ({ durations }: Figures): number | null => durations?.median ?? null;

/** Runs that are over. */
const overOf = ({ completed, failed }: Figures): number => completed + failed;

/** `20 (18 completed, 1 failed, 1 stopped)`; the empty string for none. */
export function runsText({ runs, completed, failed, stopped }: Figures): string {
  const parts = Object.entries({ completed, failed, stopped }).filter(([, count]) => count > 0);
  if (parts.length === 1) return `${runs}, ${runs === 1 ? '' : 'all '}${parts[0]?.[0] ?? ''}`;
  return runs === 0 ? '' : `${runs} (${parts.map(([word, count]) => `${count} ${word}`).join(', ')})`;
}

/** `90 % (18 of 20)`; of few runs `3 of 4`, since a share of these says nothing; the empty string of none. */
export function rateText(figures: Figures): string {
  return partText(figures.completed, overOf(figures));
}

/** `90 % (18 of 20)`, `3 of 4`, or the empty string of nothing. */
export function partText(part: number, whole: number): string {
  if (whole === 0) return '';
  return whole < ENOUGH ? `${part} of ${whole}` : `${percentText(part / whole)} (${part} of ${whole})`;
}

/** `median 2 min, p95 4 min`; of few `40 s to 2 min (only 3)`; the empty string of none. */
export function durationsText(durations: Durations | null): string {
  if (durations === null) return '';
  const { median, p95 } = durations;
  return median === null || p95 === null
    ? `${rangeText(durations)} (only ${durations.count})`
    : `median ${secondsText(median)}, p95 ${secondsText(p95)}`;
}

/** `median` and `95 % within` as two cells; of few the range, and how few. */
export function durationCells(durations: Durations | null): readonly [string, string] {
  if (durations === null) return ['', ''];
  const { median, p95, count } = durations;
  return median === null || p95 === null
    ? [rangeText(durations), `only ${count}`]
    : [secondsText(median), secondsText(p95)];
}

/** What a workflow completed, its median and `95 % within`, the first two with the arrows of their changes. */
export function trendCells(one: WorkflowReview): readonly [string, string, string] {
  const { success, duration } = changesOf(one);
  const [typical, most] = durationCells(one.durations);
  return [withArrow(rateText(one), success), withArrow(typical, duration), most];
}

function rangeText({ shortest, longest }: Durations): string {
  const [low, high] = [secondsText(shortest), secondsText(longest)];
  return low === high ? low : `${low} to ${high}`;
}

/** The cells of an agent behind its name: steps, completed, completed at once, median, 95 %, cost. */
export const agentCells = (one: AgentReview): readonly string[] => [
  String(one.steps),
  partText(one.completed, one.steps),
  partText(one.completedAtOnce, one.steps),
  ...durationCells(one.durations),
  totalCostText(one),
];

/** `2 of 9 runs`. */
export const flakyText = ({ flakyRuns, runs }: StepReview): string => `${flakyRuns} of ${counted(runs, 'run')}`;

const MARKS: Record<ReviewMark, string> = {
  unused: 'has not run for more than 60 days: marked for removal',
  'never-successful': 'has never completed: marked for removal, or repair it',
  'never-run': 'has not run yet, or its figures are gone',
  'not-defined': 'has figures, but no file any more',
};

/** Why a workflow should be looked at; null when nothing is to be said. */
export function markText({ mark }: WorkflowReview): string | null {
  return mark === null ? null : MARKS[mark];
}

/** Whether the workflow should be removed. */
export const isForRemoval = ({ mark }: WorkflowReview): boolean => mark === 'unused' || mark === 'never-successful';

/** How long a window is: `30 days`, `12 hours`. */
export function spanText({ from, to }: Pick<Review, 'from' | 'to'>): string {
  const hours = Math.round((to - from) / HOUR_MS);
  return hours % 24 === 0 ? counted(hours / 24, 'day') : counted(hours, 'hour');
}

/** `2026-10-24 to 2026-11-23`. */
export const datesText = ({ from, to }: Pick<Review, 'from' | 'to'>): string => `${dayText(from)} to ${dayText(to)}`;

/** What the reader must know about the figures, or null. */
export function gapText({ missingRuns }: Review): string | null {
  if (missingRuns === 0) return null;
  const were = missingRuns === 1 ? 'was' : 'were';
  return `${counted(missingRuns, 'more run')} ${were} counted in metrics.json, but when and how is not known any more: not in these figures.`;
}

/** The day of a time, UTC. */
export const dayText = (ms: number): string => timestamp(ms).slice(0, 10);

export const percentText = (share: number): string => `${Math.round(share * 100)} %`;
