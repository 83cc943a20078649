import type { Diagnostic } from '../base/diagnostic.js';
import type { CommandWorld } from '../commands/world.js';
import type { Remote } from '../git/remote.js';
import type { RunnerFacts } from './runner/runner-facts.js';

/** What a command of the action gets from the door. */
export interface ActionWorld extends CommandWorld {
  readonly facts: RunnerFacts;
  readonly output: RunnerOutput;
  /** Resolves after that time, or as soon as `signal` is aborted. */
  readonly sleep: (ms: number) => Promise<void>;
  /** The repository on GitHub, with the token. */
  readonly remote: Remote;
  readonly token: string;
}

/** The only way from us to the runner: outputs, annotations, job summary. Hostile text may be given in; it is made safe here. */
export interface RunnerOutput {
  readonly setOutput: (name: string, value: string) => void;
  /** For the post step. */
  readonly saveState: (name: string, value: string) => void;
  /** Annotations at the places of the diagnostics, within the runner's limits; the rest is counted in one more line. */
  readonly annotate: (diagnostics: readonly Diagnostic[]) => void;
  readonly notice: (message: string) => void;
  readonly warning: (message: string) => void;
  /** An error annotation; the caller gives the exit code back. */
  readonly error: (message: string) => void;
  /** Adds to the job summary; what does not fit into the runner's limit is cut with a note. */
  readonly summary: (markdown: string) => Promise<void>;
  /** While `work` runs, the runner does not take any line for a command, whoever prints it. */
  readonly guard: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs `work`; what toolkits would warn of meanwhile is given back in `said` instead of shown. Not to be nested. */
  readonly overhear: Overhear;
}

export type Overhear = <T>(work: () => Promise<T>) => Promise<{ readonly value: T; readonly said: readonly string[] }>;
