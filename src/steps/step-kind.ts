import type { Failure } from '../base/failure.js';
import type { Result } from '../base/result.js';
import type { SkillFile } from '../definition/skill-file.js';
import type { NixProgram } from '../nix/nix-program.js';
import type { RunProcess } from '../process/process.js';

/** What a kind of step is given: a workspace at the step's base, and everything it may use. */
export interface StepInput {
  /** The workspace: the only folder that the step may change. */
  readonly dir: string;
  readonly stepId: string;
  readonly attempt: number;
  readonly timeoutMs: number | null;
  /** Aborted when the run stops. */
  readonly signal: AbortSignal;
  /** Everything that the step prints, as it comes: any bytes, hostile. */
  readonly onOutput: (chunk: Buffer) => void;
  readonly tools: StepTools;
}

/** What is the same for every step of a run. */
export interface StepTools {
  readonly runProcess: RunProcess;
  /** The environment of every child, see `process/environment.ts`. */
  readonly env: Readonly<Record<string, string>>;
  /** Absolute path of a POSIX shell. */
  readonly sh: string;
  /** Nix as it was found before any step ran: looked for at the first question, and then remembered. */
  readonly nix: () => Promise<Result<NixProgram, Failure>>;
  /** Takes the secrets of the runner's environment out of a text. */
  readonly redact: (text: string) => string;
  /** For example `command:./agent.mjs`; see `agents/registry.ts`. */
  readonly agentBackend: string;
  /** The text of an agent's file as it was when the run started; null when the repository has none of that name. */
  readonly agentText: (agent: string) => string | null;
  /** A skill of the repository as it was when the run started; null when it has none of that name. */
  readonly skillFile: (skill: string) => SkillFile | null;
}

/** What a step says of itself. Whether it is believed is decided by `runner/execute-step.ts`, by what changed. */
export interface StepReport {
  readonly outcome: 'done' | 'no-op';
  readonly summary: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly costUsd: number | null;
  readonly tokens: number | null;
}

export interface StepFailure {
  readonly failure: Failure;
  readonly costUsd: number | null;
  readonly tokens: number | null;
}

/** One kind of step. `A` is its part of the definition. */
export interface StepKind<A> {
  /** What will run, in one line, for `--dry-run`: the command, the skill with its options, the agent's task. */
  readonly describe: (action: A) => string;
  /** True when a report of `done` with nothing changed is a failure: a claim without evidence. */
  readonly mustChange: boolean;
  readonly run: (action: A, input: StepInput) => Promise<Result<StepReport, StepFailure>>;
}

/** A failure that cost nothing. */
export const free = (failure: Failure): StepFailure => ({ failure, costUsd: null, tokens: null });
