import type { OutputStream } from '../commands/console.js';
import type { RunnerOutput } from './action-world.js';

export interface RunnerOutputOptions {
  /** Standard output and error of the process. From now on everything that anybody writes to them is made safe. */
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** The environment of the process; the values of variables that look like secrets are redacted everywhere. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute; GITHUB_WORKSPACE. Paths of annotations are relative to it. */
  readonly workspace: string;
  /** Absolute; the folder that the paths of diagnostics are relative to. */
  readonly root: string;
  /** At least 16 random bytes as hex, new at each call. */
  readonly randomToken: () => string;
}

/** The process's way to the runner: `output` for commands, the two streams for the console. */
export interface OpenedRunnerOutput {
  readonly output: RunnerOutput;
  /** For `CommandConsole`: neutralised and redacted, never a terminal. */
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  /** Writes what is held back and gives the two streams back as they were. At the end of the process. */
  readonly close: () => void;
}

/** Takes over the two streams of the process. Call once, before anything is printed. */
export function openRunnerOutput(options: RunnerOutputOptions): OpenedRunnerOutput {
  throw new Error(`not written yet: ${options.workspace}`);
}
