import { randomUUID } from 'node:crypto';
import type { AgentProgram } from '../agents/agent-program.js';
import type { AgentBackend, AgentLimits, AgentRequest } from '../agents/backend.js';
import { firstPrompt, nextPrompt, type PromptHistory } from '../agents/prompt.js';
import { bringSession } from '../agents/session-file.js';
import { isSessionId } from '../agents/session-id.js';
import type { AgentFile } from '../definition/agent-file.js';
import type { StepHistory } from '../engine/step-history.js';
import { failureLines } from '../agents/failure-lines.js';
import type { StepInput } from './step-kind.js';

/** What is asked of an agent. */
export interface AgentAsk {
  readonly agent: string;
  readonly task: string;
  readonly taskText: string | null;
  readonly config: Readonly<Record<string, unknown>>;
  readonly file: AgentFile | null;
  readonly maxTurns: number | null;
  readonly stallMs: number;
}

/** An attempt with everything that is known before it starts. */
export interface AgentAttempt {
  readonly ask: AgentAsk;
  readonly input: StepInput;
  readonly backend: AgentBackend;
  readonly program: AgentProgram;
  readonly home: string;
  readonly timeoutMs: number;
  readonly limits: AgentLimits;
  readonly isCaged: boolean;
}

/** The id of the conversation of the attempt before, when it is still there to be gone on with; else null. */
export async function lastSession({ input, backend, home }: AgentAttempt): Promise<string | null> {
  const { session } = input.history;
  if (session?.backend !== backend.name || !isSessionId(session.id)) return null;
  const place = { id: session.id, file: backend.sessionFile(input.dir, session.id) };
  return (await bringSession(home, place, backend.sessions === 'told')) ? session.id : null;
}

/** The request that goes on with a conversation, or (`sessionId` null) begins one that is told of what happened before. */
export function requestOf(attempt: AgentAttempt, sessionId: string | null): AgentRequest {
  const { ask, input, backend, program, home, limits, isCaged } = attempt;
  const { agent, task, taskText, config, file } = ask;
  const told = toldOf(input.history);
  const instructions = backend.takesInstructions === true ? null : (file?.prompt ?? null);
  const fresh = backend.sessions === 'chosen' ? { id: randomUUID(), isNew: true } : null;
  const first = { agent, task, taskText, config, instructions };
  return {
    agent,
    task,
    config,
    stepId: input.stepId,
    attempt: input.attempt,
    file,
    home,
    limits,
    isCaged,
    version: program.version,
    workspace: input.dir,
    session: sessionId === null ? fresh : { id: sessionId, isNew: false },
    prompt: sessionId === null ? firstPrompt(first, told) : nextPrompt(told),
  };
}

function toldOf({ failure, work, conflict }: StepHistory): PromptHistory {
  return {
    failure,
    failureText: failure === null ? [] : failureLines(failure),
    hasWork: work !== null,
    conflict: conflict?.paths ?? null,
  };
}
