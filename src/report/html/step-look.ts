import type { GroupStatus, StepStatus } from '../../engine/run-state.js';
import { html, markup, type Html } from './html-text.js';
import type { RunWord, Tone } from './run-report.js';

/** How a status is shown: a word, a shape and a colour, so that no one of them is needed to understand it. */
export interface Look {
  readonly word: string;
  readonly tone: Tone;
  readonly icon: IconName;
}

export type IconName = keyof typeof ICONS;

/** Drawn on 16 by 16. */
const ICONS = {
  check: '<path d="M3 8.6 6.4 12 13 4.6"/>',
  cross: '<path d="M4 4l8 8M12 4l-8 8"/>',
  fork: '<path d="M4 2.5v11M4 8.5c5 0 8-1.5 8-6M9.6 9.6l4 4M13.6 9.6l-4 4"/>',
  pause: '<path d="M5.4 3.2v9.6M10.6 3.2v9.6"/>',
  play: '<path d="M5 3.2 12.4 8 5 12.8z"/>',
  again: '<path d="M12.9 8.4A5 5 0 1 1 11.4 4.3M11.8 1.6v3h-3"/>',
  skip: '<path d="M3.6 4 8 8l-4.4 4M9.4 4l4.4 4-4.4 4"/>',
  stop: '<path d="M4 4h8v8H4z"/>',
  ring: '<circle cx="8" cy="8" r="4.8" stroke-dasharray="2 2"/>',
} as const;

const STEPS: Readonly<Record<StepStatus, Look>> = {
  completed: { word: 'completed', tone: 'good', icon: 'check' },
  failed: { word: 'failed', tone: 'bad', icon: 'cross' },
  conflict: { word: 'conflict', tone: 'bad', icon: 'fork' },
  running: { word: 'running', tone: 'busy', icon: 'play' },
  retrying: { word: 'waiting to try again', tone: 'busy', icon: 'again' },
  skipped: { word: 'skipped', tone: 'quiet', icon: 'skip' },
  cancelled: { word: 'stopped', tone: 'warn', icon: 'stop' },
  pending: { word: 'not run', tone: 'quiet', icon: 'ring' },
};

const RUNS: Readonly<Record<RunWord, Look>> = {
  completed: { word: 'completed', tone: 'good', icon: 'check' },
  failed: { word: 'failed', tone: 'bad', icon: 'cross' },
  paused: { word: 'paused', tone: 'warn', icon: 'pause' },
  interrupted: { word: 'interrupted', tone: 'warn', icon: 'stop' },
  running: { word: 'running', tone: 'busy', icon: 'play' },
};

export const lookOfStep = (status: StepStatus): Look => STEPS[status];
export const lookOfRun = (status: RunWord): Look => RUNS[status];

export function lookOfGroup(status: GroupStatus | 'cancelled'): Look {
  const isBusy = status === 'merging' || status === 'rerunning' || status === 'validating';
  return isBusy ? { word: status, tone: 'busy', icon: 'play' } : STEPS[status];
}

/** A shape that says nothing by itself: a word must stand beside it, seen or for screen readers. */
export function icon(name: IconName): Html {
  return html`<svg class="icon" aria-hidden="true"><use href="#i-${name}" /></svg>`;
}

/** The shapes and patterns that the rest of the page refers to, once. */
export function sprite(): Html {
  const symbols = Object.entries(ICONS).map(
    ([name, shape]) =>
      `<symbol id="i-${name}" viewBox="0 0 16 16"><g fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${shape}</g></symbol>`,
  );
  return markup(
    `<svg width="0" height="0" class="sr" aria-hidden="true"><defs>
<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="2.4" height="6"/></pattern>
<pattern id="gap" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="gap-line" width="2" height="7"/></pattern>
</defs>${symbols.join('')}</svg>`,
  );
}
