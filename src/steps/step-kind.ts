import type { AgentProgram } from '../agents/agent-program.js';
import type { AgentBackend } from '../agents/backend.js';
import type { Failure } from '../base/failure.js';
import type { Result } from '../base/result.js';
import type { CageRequest, OpenCage } from '../cage/cage.js';
import type { AgentFile } from '../definition/agent-file.js';
import type { SkillFile } from '../definition/skill-file.js';
import type { AgentSession, StepHistory } from '../engine/step-history.js';
import type { FlakeCheck } from '../nix/flake-check.js';
import type { NixProgram } from '../nix/nix-program.js';
import type { RunProcess } from '../process/process.js';

/** What a kind of step is given: a workspace at the step's base, and everything it may use. */
export interface StepInput {
  /** The workspace: the only folder that the step may change. */
  readonly dir: string;
  readonly stepId: string;
  readonly attempt: number;
  readonly timeoutMs: number | null;
  /** What earlier attempts have left; an agent goes on from there. `work` is in the workspace already. */
  readonly history: StepHistory;
  /** To be called as soon as a conversation with an agent has a name, so that it can be gone on with after a kill. */
  readonly onSession: (session: AgentSession) => void;
  /** Aborted when the run stops. */
  readonly signal: AbortSignal;
  /** Everything that the step prints, as it comes: any bytes, hostile. */
  readonly onOutput: (chunk: Buffer) => void;
  /** How much is done, in percent of something that is measured; left out where nobody looks. */
  readonly onProgress?: (percent: number) => void;
  readonly tools: StepTools;
  /** The check of the flake as the run knows it, while the workspace is as the step found it; null when it no longer is. */
  readonly checkCommit: () => Promise<FlakeCheck | null>;
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
  readonly agents: AgentTools;
  /** A skill of the repository as it was when the run started; null when it has none of that name. */
  readonly skillFile: (skill: string) => SkillFile | null;
}

/** What agent steps use. */
export interface AgentTools {
  /** As chosen, for example `claude` or `command:./agent.mjs`; see `agents/registry.ts`. */
  readonly backend: string;
  /** An agent's file as it was when the run started; null when the repository has none of that name. */
  readonly file: (agent: string) => AgentFile | null;
  /** Finds the program of the backend: looked for at the first question, and then remembered. */
  readonly program: (backend: AgentBackend) => Promise<Result<AgentProgram, Failure>>;
  /** The environment of its process, with its key unless the cage keeps that outside. */
  readonly environment: (backend: AgentBackend, home: string) => Readonly<Record<string, string>>;
  /** Confines a process; null when the run does without (`off`, or `prefer` where the machine cannot). */
  readonly cage: () => Promise<Result<CageOpener | null, Failure>>;
  /** Where a step's agent has its HOME; the same for every attempt. It is made, and nobody else can read it. */
  readonly home: (stepId: string) => Promise<string>;
}

/** Makes a cage for one process. */
export type CageOpener = (process: AgentProcess) => Promise<OpenCage>;

/** The process to confine; the run adds what the repository and the backend need. */
export type AgentProcess = Pick<CageRequest, 'argv' | 'env' | 'workspace' | 'home' | 'readable'> & {
  readonly backend: AgentBackend;
  /** Hears of what the process wanted to reach and did not: hostile text of one line, at most 50 times. */
  readonly onRefused: (target: string) => void;
};

/** What a step says of itself. Whether it is believed is decided by `runner/execute-step.ts`, by what changed. */
export interface StepReport {
  readonly outcome: 'done' | 'no-op';
  readonly summary: string;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly costUsd: number | null;
  readonly tokens: number | null;
  /** True when a report of `done` with nothing changed is a failure: a claim without evidence. */
  readonly mustChange: boolean;
  /** Bash scripts that must pass in the workspace before the step is believed, besides its `validation:`. */
  readonly evidence: readonly string[];
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
  readonly run: (action: A, input: StepInput) => Promise<Result<StepReport, StepFailure>>;
}

/** A failure that cost nothing. */
export const free = (failure: Failure): StepFailure => ({ failure, costUsd: null, tokens: null });

/** The report of code: no cost, and believed without a change. */
export function codeReport(report: Pick<StepReport, 'outcome' | 'summary' | 'outputs'>): StepReport {
  return { ...report, costUsd: null, tokens: null, mustChange: false, evidence: [] };
}
