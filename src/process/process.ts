/** What the rest of the program may ask of a child process. The only implementation is `spawn.ts`. */

export interface ProcessRequest {
  /** Program and arguments; the program is an absolute path or is searched on `env.PATH`. Never a shell string. */
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  /** The whole environment of the child: nothing is inherited. See `environment.ts`. */
  readonly env: Readonly<Record<string, string>>;
  /** Written to standard input, which is then closed; without it standard input is empty. */
  readonly input?: string | Uint8Array;
  /** Wall-clock limit; at its end the whole process tree is ended. */
  readonly timeoutMs?: number;
  /** Ends the whole process tree when aborted. */
  readonly signal?: AbortSignal;
  /** Every chunk as it arrives, any bytes. Must not keep it: the memory of the runner is bounded. */
  readonly onOutput?: (chunk: Buffer, stream: 'stdout' | 'stderr') => void;
  /** How many bytes of stdout and of stderr the result keeps. `head` of stdout for parsing, the tail of both for messages. */
  readonly keepBytes?: number;
  /** True for a step's child: its whole tree (daemons too) is searched and ended when it is over. Costs a scan of /proc. */
  readonly reapTree?: boolean;
}

/**
 * `not-found`: the program is missing or not executable. `not-started`: the program is not to blame: the working folder
 * is missing, or the system refused (see `ProcessResult.startError`).
 */
export type ProcessEnd = 'exited' | 'timed-out' | 'cancelled' | 'not-found' | 'not-started';

export interface ProcessResult {
  readonly end: ProcessEnd;
  /** Only with `not-started`: `cwd-missing`, or the system's error code, for example `E2BIG` or `EAGAIN`. */
  readonly startError?: string;
  /** null when a signal ended it or it never started. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The first `keepBytes` (default 16 MiB) bytes of stdout, and whether there was more. */
  readonly stdout: Buffer;
  readonly stdoutTruncated: boolean;
  /** The last 16 KiB of stderr. */
  readonly stderrTail: string;
  /** The last 16 KiB of stdout and stderr as they came, decoded leniently: for messages. */
  readonly outputTail: string;
  readonly durationMs: number;
}

/** Runs one child process to its end. Never rejects for what the child does; see `ProcessResult.end`. */
export type RunProcess = (request: ProcessRequest) => Promise<ProcessResult>;
