import type { RunEvent } from '../engine/event.js';
import type { RunState } from '../engine/run-state.js';
import { EventLines } from '../report/event-lines.js';
import { renderLiveView } from '../report/live-view.js';
import { clean } from './console.js';
import type { LiveArea } from './live-area.js';
import type { CommandWorld } from './world.js';

/** The spinner's pace. */
const FRAME_MS = 100;

/** What a person sees while a run goes on. */
export interface RunView {
  readonly onEvent: (event: RunEvent, state: RunState) => void;
  readonly onLine: (stepId: string, line: string) => void;
  readonly stop: () => void;
}

type ViewWorld = Pick<CommandWorld, 'console' | 'now' | 'signal'>;

/** A live view on a terminal, plain lines elsewhere. Says at once that a stop was heard, since ending what runs takes its time. */
export async function openRunView(world: ViewWorld): Promise<RunView> {
  const { console, signal } = world;
  const lines = new EventLines({ clean, paint: console.paint });
  const view = console.isLive ? liveView(world, await console.live(), lines) : plainView(world, lines);
  const onStop = (): void => view.tell(console.isLive ? STOPPING_LIVE : STOPPING);
  signal.addEventListener('abort', onStop);
  return {
    ...view,
    stop: () => {
      signal.removeEventListener('abort', onStop);
      view.stop();
    },
  };
}

const STOPPING = 'stopping: what runs is ended';
const STOPPING_LIVE = `${STOPPING} (Ctrl-C once more leaves at once)`;

interface TellingView extends RunView {
  /** A line that is no event of the run. */
  readonly tell: (line: string) => void;
}

function plainView({ console }: ViewWorld, lines: EventLines): TellingView {
  let last: RunState | null = null;
  const show = (texts: readonly string[]): void => {
    for (const text of texts) console.progress(text);
  };
  return {
    tell: (line) => console.progress(line),
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

/** What has ended scrolls away above; only the last line of each step in flight is kept. */
function liveView({ console, now }: ViewWorld, area: LiveArea, lines: EventLines): TellingView {
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
    tell: (line) => area.above([line]),
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
