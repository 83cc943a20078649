import type { Failure } from '../base/failure.js';
import type { Result } from '../base/result.js';
import type { AgentFile } from '../definition/agent-file.js';
import type { AgentEvent } from './agent-event.js';
import type { AgentAnswer } from './agent-answer.js';
import type { PinnedAgent } from './pinned-agent.js';
import type { Transcript } from './transcript.js';

/** What an agent is asked, whatever CLI it runs in. */
export interface AgentRequest {
  readonly agent: string;
  readonly task: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly stepId: string;
  readonly attempt: number;
  /** What is said to it now: the task, or what was wrong with its last attempt when a session goes on. */
  readonly prompt: string;
  /** The agent's own file; null when the repository has none of that name. */
  readonly file: AgentFile | null;
  /** The conversation: to go on with (`isNew` false), or to begin; null when the backend names it itself and none is there yet. */
  readonly session: { readonly id: string; readonly isNew: boolean } | null;
  /** Absolute path of the workspace, the agent's current folder. */
  readonly workspace: string;
  /** Absolute path of the agent's HOME: its own, empty at first, kept from attempt to attempt of this step. */
  readonly home: string;
  readonly limits: AgentLimits;
  /** The CLI's version as it says itself, `x.y.z`; without, nothing is used that its oldest version does not know. */
  readonly version?: string | null;
  /** True when the operating system confines the process (see `cage/`), so that the CLI's own rules need not. */
  readonly isCaged: boolean;
}

export interface AgentLimits {
  /** null: the backend's own. */
  readonly turns: number | null;
  /** What the rest of the run's budget allows this process, US dollars; null: no budget. */
  readonly budgetUsd: number | null;
}

/** How to start the CLI: pure data. The program is found and started by others. */
export interface AgentLaunch {
  /** Arguments after the program. Never a secret: other users of the machine can read them. */
  readonly args: readonly string[];
  /** Over the environment that every agent gets (`cage/agent-environment.ts`). */
  readonly env: Readonly<Record<string, string>>;
  /** Standard input; null for none. */
  readonly input: string | null;
  /** Files to write below HOME before it starts: path relative to HOME -> text. */
  readonly files?: Readonly<Record<string, string>>;
}

/** How the process ended. */
export interface AgentExit {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** The end of standard error, redacted. */
  readonly stderrTail: string;
}

/**
 * One agent CLI: how it is started and how its output is read. All of it is pure; finding, starting, limiting, killing,
 * logging and redacting live once, in `steps/run-agent.ts`.
 */
export interface AgentBackend {
  /** `claude`, `codex`, …: how it is chosen, and what a session of it is recorded under. */
  readonly name: string;
  /** The executable that is looked for on PATH, or a path. */
  readonly program: string;
  /** Paths in the repository that it obeys whatever it is told; where one is there, it runs only in a cage. */
  readonly obeys?: readonly string[];
  /** How to get it: a command, for messages. */
  readonly installHelp: string;
  /** The version that `--install-agent` installs; null when the runner installs none. */
  readonly pinned: PinnedAgent | null;
  /** The oldest version that may run, `x.y.z`: older ones have known holes; null when any may. */
  readonly oldestVersion: string | null;
  /** Variables of the runner's environment that hold its key; one is enough, the first is recommended. Empty: it needs none. */
  readonly keyVariables: readonly string[];
  /** Further variables of the runner's environment that it gets: endpoints, default models. Never secrets. */
  readonly passedVariables: readonly string[];
  /** Hosts that it talks to, `host` or `host:port`: the only ones that a caged agent reaches. */
  readonly hosts: readonly string[];
  /** Where its API can be redirected, so that a caged agent never holds the key; null when it gets the key itself. */
  readonly gateway: ApiGateway | null;
  /** Whether it tells what it costs in US dollars. Without, a budget cannot hold it. */
  readonly tellsCost: boolean;
  /** Who names a session: the runner (`chosen`), the CLI (`told`), or there are none. */
  readonly sessions: 'chosen' | 'told' | 'none';
  /** True when standard output is lines of events; false when it is one answer document at the end. */
  readonly streamsEvents: boolean;
  /** True when `launch` hands over the agent's instructions by itself, so that the prompt need not. */
  readonly takesInstructions?: boolean;
  readonly launch: (request: AgentRequest) => AgentLaunch;
  /** One line of standard output (without streaming: all of it, at the end). Unknown or broken lines are no events. Never throws. */
  readonly readLine: (line: string) => readonly AgentEvent[];
  /** Whether the CLI has ended well by every rule, and its answer. `null` answer of the transcript is a failure. */
  readonly conclude: (transcript: Transcript, exit: AgentExit, limits: AgentLimits) => Result<AgentAnswer, Failure>;
  /** The session's file, relative to HOME, for that workspace; null when the backend keeps none that can be carried. */
  readonly sessionFile: (workspace: string, sessionId: string) => string | null;
}

export interface ApiGateway {
  /** The variable that redirects the API, for example `ANTHROPIC_BASE_URL`. The user's own value of it is the upstream. */
  readonly variable: string;
  /** The upstream when the user has set none, for example `https://api.anthropic.com`. */
  readonly upstream: string;
}
