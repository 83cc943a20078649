import type { RunEvent } from '../engine/event.js';
import type { RunState } from '../engine/run-state.js';
import { EventLines } from '../report/event-lines.js';
import { renderLiveView } from '../report/live-view.js';
import { clean, type CommandConsole, type LiveArea } from './console.js';

/** The spinner's pace. */
const FRAME_MS = 100;

/** What a person sees while a run goes on. */
export interface RunView {
  readonly onEvent: (event: RunEvent, state: RunState) => void;
  readonly onLine: (stepId: string, line: string) => void;
  readonly stop: () => void;
}

/** A live view on a terminal, plain lines elsewhere. */
export async function openRunView(console: CommandConsole, now: () => number): Promise<RunView> {
  const lines = new EventLines({ clean, paint: console.paint });
  return console.isLive ? liveView(console, await console.live(), { lines, now }) : plainView(console, lines);
}

function plainView(console: CommandConsole, lines: EventLines): RunView {
  let last: RunState | null = null;
  const show = (texts: readonly string[]): void => {
    for (const text of texts) console.progress(text);
  };
  return {
    onEvent: (event, state) => {
      last = state;
      show(lines.next(event, state));
    },
    onLine: (stepId, line) => {
      if (console.isVerbose) console.detail(`    ${stepId}: ${clean(line)}`);
    },
    stop: () => {
      if (last !== null) show(lines.end(last));
    },
  };
}

interface LiveParts {
  readonly lines: EventLines;
  readonly now: () => number;
}

/** What has ended scrolls away above; only the last line of each step in flight is kept. */
function liveView(console: CommandConsole, area: LiveArea, { lines, now }: LiveParts): RunView {
  const lastLines = new Map<string, string>();
  let current: RunState | null = null;
  const draw = (): void => {
    if (current === null) return;
    const lastLine = (id: string): string | undefined => lastLines.get(id);
    const { width, height, paint } = console;
    area.update(renderLiveView(current, { nowMs: now(), width, height, lastLine, clean, paint }));
  };
  const timer = setInterval(draw, FRAME_MS);
  return {
    onEvent: (event, state) => {
      current = state;
      const texts = lines.next(event, state);
      if (event.type !== 'step-started') area.above(texts);
      if (event.type === 'step-completed' || event.type === 'step-failed') lastLines.delete(event.step);
    },
    onLine: (stepId, line) => lastLines.set(stepId, line),
    stop: () => {
      clearInterval(timer);
      if (current !== null) area.above(lines.end(current));
      area.stop();
    },
  };
}
