import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { AgentAnswer } from '../../src/agents/agent-answer.js';
import type { AgentEvent } from '../../src/agents/agent-event.js';
import type { AgentExit, AgentRequest } from '../../src/agents/backend.js';
import { claudeBackend } from '../../src/agents/claude/claude-backend.js';
import { EMPTY_TRANSCRIPT, withEvent, type Transcript } from '../../src/agents/transcript.js';
import type { Failure } from '../../src/base/failure.js';
import type { Result } from '../../src/base/result.js';
import { runProcess } from '../../src/process/spawn.js';
import type { MessagesApi } from './messages-api.js';

/** The real Claude Code CLI of this machine's platform package: pinned in devDependencies, runs without its wrapper. */
export const CLAUDE_PROGRAM = resolve(
  `node_modules/@anthropic-ai/claude-code-${process.platform}-${process.arch}/claude`,
);

/** A key of the real format that no server knows. */
export const FAKE_KEY = 'sk-ant-api03-scripted-key-for-tests-only-000000000000';

/** The model that tests name: the CLI's tools and prompt follow the model, and its default changes with its version. */
export const TEST_MODEL = 'claude-sonnet-4-5';

/** What a run of the CLI left. */
export interface ClaudeRun {
  readonly transcript: Transcript;
  readonly events: readonly AgentEvent[];
  readonly exit: AgentExit;
  readonly result: Result<AgentAnswer, Failure>;
}

export interface ClaudeRunOptions {
  readonly request: AgentRequest;
  readonly api: MessagesApi;
  /** Over the CLI's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** When it is aborted the whole tree of the process is ended. */
  readonly signal?: AbortSignal;
}

/** The environment that an agent's process gets in the product, for this API. */
export function claudeEnvironmentFor(home: string, api: MessagesApi): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    TMPDIR: join(home, 'tmp'),
    LANG: 'C.UTF-8',
    ANTHROPIC_API_KEY: FAKE_KEY,
    ANTHROPIC_BASE_URL: api.url,
    ANTHROPIC_MODEL: TEST_MODEL,
  };
}

/** Starts the real CLI as `claudeBackend.launch` says, without a cage, and reads it to its end. */
export async function runClaude({ request, api, env = {}, signal }: ClaudeRunOptions): Promise<ClaudeRun> {
  const launch = claudeBackend.launch(request);
  const { workspace, home, limits } = request;
  mkdirSync(join(home, 'tmp'), { recursive: true });
  for (const [path, text] of Object.entries(launch.files ?? {})) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  const done = await runProcess({
    argv: [CLAUDE_PROGRAM, ...launch.args],
    cwd: workspace,
    env: { ...claudeEnvironmentFor(home, api), ...launch.env, ...env },
    ...(launch.input === null ? {} : { input: launch.input }),
    ...(signal === undefined ? {} : { signal }),
    timeoutMs: 60_000,
    reapTree: true,
  });
  const events = done.stdout.toString('utf8').split('\n').flatMap(claudeBackend.readLine);
  const transcript = events.reduce(withEvent, EMPTY_TRANSCRIPT);
  const exit = { exitCode: done.exitCode, signal: done.signal, stderrTail: done.stderrTail };
  return { transcript, events, exit, result: claudeBackend.conclude(transcript, exit, limits) };
}
