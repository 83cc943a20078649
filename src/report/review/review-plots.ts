/** Plots as inline SVG: positions along the page in percent, so that one drawing fits every width, heights in pixels. */
import { costText } from '../cost-text.js';
import { secondsText } from '../duration-text.js';
import { html, shortened, type Html } from '../html/html-text.js';
import type { Durations } from './durations.js';
import type { Review, RunPoint, StepReview } from './review.js';
import { dayText, durationsText } from './review-words.js';
import { bucketsOf, type Bucket } from './time-buckets.js';

const HEIGHT = 120;
const STRIP_HEIGHT = 62;
/** Points of one strip, the newest: more would be a smear. */
const MAX_POINTS = 400;

/** What a column consists of, from the bottom up. */
interface Piece {
  readonly className: string;
  readonly value: number;
}

interface Column {
  readonly title: string;
  readonly pieces: readonly Piece[];
}

interface ColumnsPlot {
  /** What a screen reader says. */
  readonly label: string;
  readonly columns: readonly Column[];
  readonly axis: readonly Bucket[];
  readonly valueText: (value: number) => string;
}

/** How many runs ended how in each stretch of time. */
export function renderRunsPlot(review: Review): Html {
  const { each, buckets } = bucketsOf(review);
  const { completed, failed, stopped } = review.total;
  return html`${renderColumns({
      label: `Runs by ${each}: ${completed} completed, ${failed} failed, ${stopped} stopped in all`,
      axis: buckets,
      valueText: String,
      columns: buckets.map((one) => ({
        title: `${one.label}: ${one.completed} completed, ${one.failed} failed, ${one.stopped} stopped`,
        pieces: [
          { className: 'b-good', value: one.completed },
          { className: 'b-bad', value: one.failed },
          { className: 'b-stopped', value: one.stopped },
        ],
      })),
    })}
    <p class="legend" aria-hidden="true">
      <span>${swatch('b-good')}completed</span><span>${swatch('b-bad')}failed</span
      ><span>${swatch('b-stopped')}stopped</span><span>by ${each}, UTC</span>
    </p>`;
}

/** What runs cost in each stretch of time. */
export function renderCostPlot(review: Review): Html {
  const { each, buckets } = bucketsOf(review);
  return renderColumns({
    label: `Cost by ${each}: ${costText(review.total.costUsd)} in all`,
    axis: buckets,
    valueText: costText,
    columns: buckets.map((one) => ({
      title: `${one.label}: ${costText(one.costUsd)}`,
      pieces: [{ className: 'b-busy', value: one.costUsd }],
    })),
  });
}

const swatch = (className: string): Html =>
  html`<svg aria-hidden="true">
    <rect class="${className}" x="1" y="1" width="11" height="11" />
  </svg>`;

function renderColumns({ label, columns, axis, valueText }: ColumnsPlot): Html {
  const sums = columns.map(({ pieces }) => pieces.reduce((sum, { value }) => sum + value, 0));
  const most = sums.reduce((high, sum) => Math.max(high, sum), 0);
  const width = 100 / Math.max(1, columns.length);
  const bars = columns.map(({ title, pieces }, index) => {
    let bottom = HEIGHT;
    const drawn = pieces
      .filter(({ value }) => value > 0)
      .map(({ className, value }) => {
        const height = most === 0 ? 0 : (value / most) * (HEIGHT - 18);
        bottom -= height;
        const x = `${(index * width + width * 0.14).toFixed(3)}%`;
        return html`<rect
          class="${className}"
          x="${x}"
          width="${(width * 0.72).toFixed(3)}%"
          y="${bottom.toFixed(1)}"
          height="${height.toFixed(1)}"
        />`;
      });
    return drawn.length === 0 ? '' : html`<g><title>${title}</title>${drawn}</g>`;
  });
  return html`<svg class="plot" role="img" aria-label="${label}">
    <line class="rule" x1="0" x2="100%" y1="18" y2="18" />
    <line class="rule" x1="0" x2="100%" y1="${HEIGHT}" y2="${HEIGHT}" />
    <text x="0" y="12">${valueText(most)}</text>
    ${bars}${axisLabels(axis)}
  </svg>`;
}

/** The first, the middle and the last: they do not touch at 320 pixels. */
function axisLabels(axis: readonly Bucket[]): Html[] {
  const [first, last] = [axis[0], axis.at(-1)];
  const middle = axis[Math.floor((axis.length - 1) / 2)];
  if (first === undefined || last === undefined || middle === undefined) return [];
  const at = (x: string, anchor: string, { label }: Bucket): Html =>
    html`<text x="${x}" y="${HEIGHT + 17}" text-anchor="${anchor}">${label}</text>`;
  if (axis.length < 3) return [at('0', 'start', first)];
  return [at('0', 'start', first), at('50%', 'middle', middle), at('100%', 'end', last)];
}

/** The duration of each run of a workflow over the time of the review, with the median where there is one. */
export function renderStrip(review: Review, runs: readonly RunPoint[], durations: Durations): Html {
  const shown = runs.slice(-MAX_POINTS);
  const most = shown.reduce((high, { seconds }) => Math.max(high, seconds), 1);
  const y = (seconds: number): number => STRIP_HEIGHT - 6 - (Math.min(seconds, most) / most) * (STRIP_HEIGHT - 22);
  const x = (time: number): string =>
    `${(((time - review.from) / Math.max(1, review.to - review.from)) * 98 + 1).toFixed(2)}%`;
  const { median } = durations;
  const points = shown.map((run) => {
    const title = html`<title>${dayText(run.endedAt)}: ${run.status} after ${secondsText(run.seconds)}</title>`;
    return run.status === 'completed'
      ? html`<circle class="dot" cx="${x(run.endedAt)}" cy="${y(run.seconds).toFixed(1)}" r="4">${title}</circle>`
      : html`<use
          class="mark bad"
          href="#i-cross"
          x="${x(run.endedAt)}"
          y="${y(run.seconds).toFixed(1)}"
          width="10"
          height="10"
          transform="translate(-5 -5)"
          >${title}</use
        >`;
  });
  const line =
    median === null
      ? null
      : html`<line class="median" x1="0" x2="100%" y1="${y(median).toFixed(1)}" y2="${y(median).toFixed(1)}" />`;
  return html`<svg class="strip" role="img" aria-label="Durations of its runs: ${durationsText(durations)}">
    <line class="rule" x1="0" x2="100%" y1="${STRIP_HEIGHT}" y2="${STRIP_HEIGHT}" />
    <text x="0" y="10">${secondsText(most)}</text>
    <text x="0" y="${STRIP_HEIGHT + 15}">${dayText(review.from)}</text>
    <text x="100%" y="${STRIP_HEIGHT + 15}" text-anchor="end">${dayText(review.to)}</text>
    ${line}${points}
  </svg>`;
}

/** From the shortest to the longest duration of each step, all on one scale, with the median where there is one. */
export function renderRanges(steps: readonly StepReview[]): Html {
  const most = steps.reduce((high, { durations: { longest } }) => Math.max(high, longest), 1);
  const at = (seconds: number): number => (seconds / most) * 100;
  const rows = steps.map(({ workflow, step, durations, share }) => {
    const { shortest, longest, median } = durations;
    const middle =
      median === null
        ? null
        : html`<rect class="middle" x="${Math.max(0, at(median) - 0.5).toFixed(2)}%" width="1%" height="10" />`;
    return html`<li>
      <p class="what">
        <span>${shortened(step, 80)} <span class="muted">${shortened(workflow, 80)}</span></span>
        <span class="muted">${durationsText(durations)} · ${Math.round(share * 100)} % of the run</span>
      </p>
      <svg class="range" aria-hidden="true">
        <rect class="ground" width="100%" y="4" height="2" />
        <rect
          class="spread"
          x="${at(shortest).toFixed(2)}%"
          width="${Math.max(0.6, at(longest) - at(shortest)).toFixed(2)}%"
          y="1"
          height="8"
          rx="2"
        />
        ${middle}
      </svg>
    </li>`;
  });
  return html`<ol class="ranges">
    ${rows}
  </ol>`;
}
