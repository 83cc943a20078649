import type { RunProcess } from '../process/process.js';
import type { Ask } from './ask-on-terminal.js';
import type { CommandConsole } from './console.js';

/** What a command gets from the door: everything outside of it that it may use. */
export interface CommandWorld {
  readonly console: CommandConsole;
  /** The environment of the program. Children get only what `process/environment.ts` lets through. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that the program was started in, absolute. */
  readonly cwd: string;
  /** `--repo DIR`, absolute; null when it was not given: then the repository around `cwd` is meant. */
  readonly repo: string | null;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Aborted by SIGINT, SIGTERM or SIGHUP. */
  readonly signal: AbortSignal;
  readonly runProcess: RunProcess;
  /** What the person types to start this program again from the same shell. See `own-command.ts`. */
  readonly ownCommand: string;
  /** What must not be shown, besides the secrets of `env`: those of the user's configuration. */
  readonly secrets?: readonly string[];
}

/** What only the door of the command line has: a person before it, and a program that they started. */
export interface TerminalWorld extends CommandWorld {
  /** The file that runs, absolute; templates are found from there. */
  readonly programFile: string;
  /** Asks the person at the terminal; null where nobody can answer. */
  readonly ask: Ask | null;
}

/** The exit codes of the program. */
export const EXIT = { completed: 0, failed: 1, invalid: 2, paused: 3, locked: 4, bug: 70 } as const;
