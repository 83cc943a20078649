import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentExit, AgentLimits } from '../../src/agents/backend.js';
import type { AgentBackend } from '../../src/agents/backend.js';
import { EMPTY_TRANSCRIPT, withEvent, type Transcript } from '../../src/agents/transcript.js';
import { ok } from '../../src/base/result.js';
import type { AgentSession, StepHistory } from '../../src/engine/step-history.js';
import { runProcess } from '../../src/process/spawn.js';
import { runAgent } from '../../src/steps/run-agent.js';
import type { StepInput, StepTools } from '../../src/steps/step-kind.js';

const STREAMS = join('test', 'cases', 'agent-stream');

/** What a real CLI has printed: `codex-done` and so on. */
export const recordedStream = (name: string): string => readFileSync(join(STREAMS, `${name}.jsonl`), 'utf8');

/** What a backend reads in lines of output. */
export function transcriptOf(backend: AgentBackend, stream: string): Transcript {
  return stream.split('\n').flatMap(backend.readLine).reduce(withEvent, EMPTY_TRANSCRIPT);
}

const LIMITS: AgentLimits = { turns: null, budgetUsd: null };

/** How a backend judges lines of output and an exit: the status of the answer, or the trouble, or the reason of the failure. */
export function judged(backend: AgentBackend, stream: string, exit: Partial<AgentExit> = {}): string {
  const ended = { exitCode: 0, signal: null, stderrTail: '', ...exit };
  const result = backend.conclude(transcriptOf(backend, stream), ended, LIMITS);
  if (result.ok) return result.value.status;
  return result.error.reason === 'agent-failed' ? result.error.trouble : result.error.reason;
}

export interface StubRun {
  readonly result: Awaited<ReturnType<typeof runAgent>>;
  /** What the stub was started with. */
  readonly started: {
    readonly args: readonly string[];
    readonly env: Readonly<Record<string, string>>;
    readonly input: string;
    readonly cwd: string;
  };
  readonly log: string;
  readonly sessions: readonly AgentSession[];
  readonly home: string;
  readonly workspace: string;
}

/** Runs a step's agent with an executable in the place of the CLI, which notes how it was started and prints what is given. */
export async function runStub(
  backend: AgentBackend,
  stdout: string,
  more: Partial<StepHistory> = {},
): Promise<StubRun> {
  const folder = mkdtempSync(join(tmpdir(), 'stub-agent-'));
  const at = (name: string): string => join(folder, name);
  const [home, workspace] = [at('home'), at('workspace')];
  for (const made of [home, workspace]) mkdirSync(made);
  writeFileSync(at('stdout'), stdout);
  const script = `#!${process.execPath}
const fs = require('node:fs');
const { argv, env } = process;
const input = fs.readFileSync(0, 'utf8');
fs.writeFileSync(${JSON.stringify(at('started'))}, JSON.stringify({ args: argv.slice(2), env, input, cwd: process.cwd() }));
process.stdout.write(fs.readFileSync(${JSON.stringify(at('stdout'))}));
`;
  writeFileSync(at('agent.cjs'), script);
  chmodSync(at('agent.cjs'), 0o755);
  let log = '';
  const sessions: AgentSession[] = [];
  const agents: StepTools['agents'] = {
    backend: backend.name,
    file: () => null,
    program: () => Promise.resolve(ok({ path: at('agent.cjs'), version: '9.9.9', readable: [] })),
    environment: () => ({ PATH: process.env['PATH'] ?? '', HOME: home }),
    cage: () => Promise.resolve(ok(null)),
    home: () => Promise.resolve(home),
  };
  const input = {
    dir: workspace,
    stepId: 'step',
    attempt: 1,
    timeoutMs: 60_000,
    history: { session: null, failure: null, work: null, conflict: null, budgetUsd: null, ...more },
    onSession: (session: AgentSession) => sessions.push(session),
    signal: new AbortController().signal,
    onOutput: (chunk: Buffer) => (log += chunk.toString()),
    // Of the tools of a step an agent uses these alone.
    tools: { runProcess, agents } as unknown as StepTools,
    checkCommit: () => Promise.resolve(null),
  } satisfies StepInput | object;
  const ask = {
    agent: 'writer',
    task: 'write-it',
    taskText: null,
    config: {},
    file: null,
    maxTurns: null,
    stallMs: 60_000,
  };
  const result = await runAgent(ask, input);
  const started = JSON.parse(readFileSync(at('started'), 'utf8')) as StubRun['started'];
  return { result, started, log, sessions, home, workspace };
}
