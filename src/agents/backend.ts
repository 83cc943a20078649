import type { Failure } from '../base/failure.js';
import type { Result } from '../base/result.js';

/** What an agent is asked, whatever CLI it runs in. */
export interface AgentRequest {
  readonly agent: string;
  readonly task: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly stepId: string;
  readonly attempt: number;
  readonly prompt: string;
}

/** How to start the agent's process: pure data, spawned by `steps/agent.ts`. */
export interface AgentLaunch {
  readonly argv: readonly [string, ...string[]];
  readonly env: Readonly<Record<string, string>>;
  readonly input: string;
}

/** What an agent returned, in our words. */
export interface AgentResult {
  readonly status: 'done' | 'no-op' | 'blocked';
  readonly summary: string;
  readonly followUps: readonly string[];
  readonly costUsd: number | null;
  readonly tokens: number | null;
}

/** One agent CLI: how it is started and how its answer is read. Both are pure; processes live outside. */
export interface AgentBackend {
  readonly launch: (request: AgentRequest) => AgentLaunch;
  readonly readResult: (stdout: string) => Result<AgentResult, Failure>;
}
