import { isPrinted, type Moment } from './runner-harness.js';
import type { StartedStep } from './runner-step.js';

/** What is done to a job: it is cancelled (as by its time-out), its runner is lost, or a person cancels the workflow run. */
export interface JobInterruption {
  readonly kind: 'cancel' | 'kill' | 'cancel-run';
  /** From the start of the job; output of any of its steps. */
  readonly when: Moment;
}

/** The reins of a running job. */
export class JobControl {
  #state: 'running' | 'cancelled' | 'lost' = 'running';
  #process: StartedStep | null = null;
  #before = '';
  #survives: () => boolean = () => false;
  readonly #stops: (() => void)[] = [];

  isCancelled(): boolean {
    return this.#state === 'cancelled';
  }

  isLost(): boolean {
    return this.#state === 'lost';
  }

  /** A step begins. `survives` says whether its condition still holds in a cancelled job. */
  begin(survives: () => boolean): void {
    this.#process = null;
    this.#survives = survives;
  }

  /** It has started a process. */
  attach(process: StartedStep): void {
    this.#before += this.#process?.output() ?? '';
    this.#process = process;
    if (this.isLost()) process.kill();
  }

  cancel(): void {
    if (this.#state !== 'running') return;
    this.#state = 'cancelled';
    if (!this.#survives()) this.#process?.cancel();
  }

  lose(): void {
    this.#state = 'lost';
    this.#process?.kill();
  }

  /** Cancels a step alone, for its time-out. */
  cancelStep(): void {
    this.#process?.cancel();
  }

  /** Calls `strike` at that moment, if the job runs that long. */
  at(when: Moment, strike: () => void): void {
    let isOver = false;
    const once = (): void => {
      if (!isOver) strike();
      stop();
    };
    const stop = (): void => {
      isOver = true;
      clearInterval(timer);
    };
    const seen = (): boolean =>
      'output' in when && isPrinted(this.#before + (this.#process?.output() ?? ''), when.output);
    const timer = 'afterMs' in when ? setTimeout(once, when.afterMs) : setInterval(() => seen() && once(), 20);
    if ('until' in when) void when.until.then(once);
    this.#stops.push(stop);
  }

  /** The job is over. */
  end(): void {
    for (const stop of this.#stops) stop();
  }
}
