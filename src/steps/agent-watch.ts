import { logLine } from '../agents/log-line.js';
import type { AgentEvent } from '../agents/agent-event.js';
import type { AgentBackend } from '../agents/backend.js';
import { isSessionId } from '../agents/session-id.js';
import { EMPTY_TRANSCRIPT, withEvent, type Transcript } from '../agents/transcript.js';
import type { ProcessResult } from '../process/process.js';
import { LineSplitter } from './line-splitter.js';
import type { StepInput } from './step-kind.js';

interface WatchOptions {
  readonly backend: AgentBackend;
  readonly input: Pick<StepInput, 'signal' | 'onOutput' | 'onSession' | 'onProgress'>;
  /** How long it may tell nothing; null for ever. */
  readonly stallMs: number | null;
  /** How often the model may be asked; null when nothing limits it, then there is no progress to tell. */
  readonly maxTurns: number | null;
}

/** A process names its conversation once, some once more when they go on with it; each name costs a durable record. */
const MAX_SESSIONS = 10;

/** Reads what an agent's CLI prints, as it comes: events to the transcript and the log, silence to an end. */
export class AgentWatch {
  readonly #options: WatchOptions;
  readonly #stop = new AbortController();
  readonly #splitter: LineSplitter;
  readonly #timer: NodeJS.Timeout | null;
  #transcript: Transcript = EMPTY_TRANSCRIPT;
  #sessions = 0;
  /** True while the pieces of a text come, which is shown when it is whole. */
  #isInText = false;
  /** How long it was silent when it was stopped for that; null when it was not. */
  stalledMs: number | null = null;
  /** Aborted when the run stops, or when the agent stalls. */
  readonly signal: AbortSignal;

  constructor(options: WatchOptions) {
    this.#options = options;
    const { stallMs } = options;
    this.signal = AbortSignal.any([options.input.signal, this.#stop.signal]);
    this.#splitter = new LineSplitter((line) => this.#read(line));
    const stalled = (): void => {
      this.stalledMs = stallMs;
      this.#stop.abort();
    };
    this.#timer = stallMs === null ? null : setTimeout(stalled, stallMs);
  }

  /** Standard output is events, or the answer; standard error is progress for the log. */
  readonly onOutput = (chunk: Buffer, stream: 'stdout' | 'stderr'): void => {
    this.#timer?.refresh();
    if (stream === 'stderr') this.#options.input.onOutput(chunk);
    else if (this.#options.backend.streamsEvents) this.#splitter.push(chunk);
  };

  /** To be called when the process is over. */
  end(result: ProcessResult): Transcript {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#options.backend.streamsEvents) this.#splitter.end();
    else if (!result.stdoutTruncated) this.#read(result.stdout.toString('utf8'));
    this.#showWholeText();
    return this.#transcript;
  }

  #read(line: string): void {
    for (const event of this.#options.backend.readLine(line)) {
      if (event.type === 'session') this.#tellSession(event.id);
      const isPiece = event.type === 'text' && event.isPiece === true;
      if (!isPiece) this.#showWholeText();
      this.#isInText = isPiece;
      this.#transcript = withEvent(this.#transcript, event);
      if (event.type === 'turn') this.#tellProgress();
      this.#show(event);
    }
  }

  #tellSession(id: string): void {
    const { backend, input } = this.#options;
    if (backend.sessions !== 'told' || id === this.#transcript.sessionId || !isSessionId(id)) return;
    this.#sessions += 1;
    if (this.#sessions <= MAX_SESSIONS) input.onSession({ backend: backend.name, id });
  }

  #tellProgress(): void {
    const { input, maxTurns } = this.#options;
    if (maxTurns !== null) input.onProgress?.(Math.min(100, Math.round((this.#transcript.turns / maxTurns) * 100)));
  }

  #showWholeText(): void {
    if (this.#isInText) this.#show({ type: 'text', text: this.#transcript.lastText });
    this.#isInText = false;
  }

  #show(event: AgentEvent): void {
    const text = logLine(event);
    if (text !== null) this.#options.input.onOutput(Buffer.from(`${text}\n`));
  }
}
