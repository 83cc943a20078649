import { applyEvent } from '../engine/apply-event.js';
import type { RunEvent } from '../engine/event.js';
import type { RunState } from '../engine/run-state.js';

/** The journal as far as recording needs it; `journal/journal-file.ts` is the real one. Returns why it could not write. */
export interface EventSink {
  append(event: RunEvent, durability: 'durable' | 'soon'): string | null;
}

/** What a run must write cannot be written: it stops where it is, and everything that was recorded before is safe. */
export class RunUnwritable extends Error {}

/**
 * Writes each event down, then folds it into the state, then tells the observers: nobody sees what is not written.
 */
export class Recorder {
  readonly state: RunState;
  readonly #sink: EventSink;
  readonly #observers: readonly ((event: RunEvent, state: RunState) => void)[];

  constructor(state: RunState, sink: EventSink, observers: readonly ((event: RunEvent, state: RunState) => void)[]) {
    this.state = state;
    this.#sink = sink;
    this.#observers = observers;
  }

  readonly record = (event: RunEvent, durability: 'durable' | 'soon'): void => {
    const problem = this.#sink.append(event, durability);
    if (problem !== null) throw new RunUnwritable(`the journal ${problem}`);
    applyEvent(this.state, event);
    for (const observe of this.#observers) observe(event, this.state);
  };
}
