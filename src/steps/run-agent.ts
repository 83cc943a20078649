import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentBackend, AgentLaunch } from '../agents/backend.js';
import { writeFileBelow } from '../agents/home-files.js';
import { findBackend } from '../agents/registry.js';
import type { Transcript } from '../agents/transcript.js';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import type { OpenCage } from '../cage/cage.js';
import type { ProcessResult } from '../process/process.js';
import { lastSession, requestOf, type AgentAsk, type AgentAttempt } from './agent-request.js';
import { AgentWatch } from './agent-watch.js';
import { commandFailure } from './shell.js';
import { free, type CageOpener, type StepFailure, type StepInput, type StepReport } from './step-kind.js';

/** Without one of its own, an agent step ends after this: nothing in the CLIs bounds their whole time. */
const DEFAULT_TIMEOUT_MS = 60 * 60_000;

/** The most that an agent without events may answer; its progress on standard error is not limited. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Asks the run's agent backend; its answer is a claim, to be judged by what changed. The one place where agent CLIs are started. */
export async function runAgent(ask: AgentAsk, input: StepInput): Promise<Result<StepReport, StepFailure>> {
  const { agents } = input.tools;
  const found = findBackend(agents.backend);
  if (!found.ok) return err(free(found.error));
  const backend = found.value;
  const program = await agents.program(backend);
  if (!program.ok) return err(free(program.error));
  const cage = await agents.cage();
  if (!cage.ok) return err(free(cage.error));
  const refusal = obeyedFiles(backend, input.dir, cage.value !== null);
  if (refusal !== null) return err(free(refusal));
  let home: string;
  try {
    home = await agents.home(input.stepId);
  } catch (error) {
    return err(free(notStarted(backend.name, error)));
  }
  const attempt: AgentAttempt = {
    ask,
    input,
    backend,
    program: program.value,
    home,
    timeoutMs: input.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    limits: { turns: ask.maxTurns, budgetUsd: input.history.budgetUsd },
    isCaged: cage.value !== null,
  };
  const before = await lastSession(attempt);
  const said = await converse(attempt, before, cage.value);
  // A CLI may find the file of a conversation and not be able to go on with it.
  const isLost = before !== null && said.turns === 0 && !said.result.ok && isRejection(said.result.error);
  return isLost ? (await converse(attempt, null, cage.value)).result : said.result;
}

/** What has cost something is no rejection: its cost must be counted. */
function isRejection({ failure, costUsd }: StepFailure): boolean {
  const isRefused = failure.reason === 'agent-failed' && ['input', 'no-turns', 'crashed'].includes(failure.trouble);
  return isRefused && (costUsd ?? 0) === 0;
}

/** Some CLIs obey files of the repository whatever they are told: without a cage those could redirect the key. */
function obeyedFiles(backend: AgentBackend, dir: string, isCaged: boolean): Failure | null {
  const found = isCaged ? undefined : backend.obeys?.find((path) => existsSync(join(dir, path)));
  if (found === undefined) return null;
  const why = `${backend.name} obeys ${found} of the repository, which could run programs and redirect its key`;
  return { reason: 'sandbox-missing', why, help: 'Run it in the sandbox, choose another backend, or remove the file.' };
}

interface Conversation {
  readonly result: Result<StepReport, StepFailure>;
  readonly turns: number;
}

/** One process of the CLI, from its start to its end. `sessionId`: the conversation to go on with; null for a new one. */
async function converse(
  attempt: AgentAttempt,
  sessionId: string | null,
  open: CageOpener | null,
): Promise<Conversation> {
  const { input, backend, home } = attempt;
  const request = requestOf(attempt, sessionId);
  if (request.session?.isNew === true) input.onSession({ backend: backend.name, id: request.session.id });
  const launch = backend.launch(request);
  let ready: OpenCage;
  try {
    for (const [path, text] of Object.entries(launch.files ?? {})) await writeFileBelow(home, path, text);
    ready = await confine(attempt, launch, open);
  } catch (error) {
    return { result: err(free(notStarted(backend.name, error))), turns: 0 };
  }
  try {
    return await runProcessOf(attempt, launch, ready);
  } finally {
    await ready.close();
  }
}

/** What an agent has left in its HOME, or a full disk, can be in the way of the next attempt. Anything else is a bug of ours. */
function notStarted(command: string, error: unknown): Failure {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return { reason: 'not-started', command, error: code };
}

async function confine(
  { input, backend, program, home }: AgentAttempt,
  launch: AgentLaunch,
  open: CageOpener | null,
): Promise<OpenCage> {
  const argv: [string, ...string[]] = [program.path, ...launch.args];
  const env = { ...input.tools.agents.environment(backend, home), ...launch.env };
  if (open === null) return { argv, env, close: () => Promise.resolve() };
  const onRefused = (target: string): void => input.onOutput(Buffer.from(`! the sandbox has no way to ${target}\n`));
  return open({ backend, argv, env, home, workspace: input.dir, readable: program.readable, onRefused });
}

async function runProcessOf(
  attempt: AgentAttempt,
  launch: AgentLaunch,
  { argv, env }: OpenCage,
): Promise<Conversation> {
  const { ask, input, backend, timeoutMs, limits } = attempt;
  const stallMs = backend.streamsEvents ? ask.stallMs : null;
  const watch = new AgentWatch({ backend, input, stallMs, maxTurns: limits.turns });
  const result = await input.tools.runProcess({
    argv,
    cwd: input.dir,
    env,
    ...(launch.input === null ? {} : { input: launch.input }),
    signal: watch.signal,
    onOutput: watch.onOutput,
    keepBytes: backend.streamsEvents ? 0 : MAX_ANSWER_BYTES,
    reapTree: true,
    timeoutMs,
  });
  const transcript = watch.end(result);
  const { turns, costUsd, tokens } = transcript;
  const failure = processFailure(attempt, result, watch.stalledMs);
  return { turns, result: failure === null ? report(attempt, transcript, result) : err({ failure, costUsd, tokens }) };
}

/** Why the process did not come to its own end; null when it did. */
function processFailure(
  { backend, timeoutMs }: AgentAttempt,
  result: ProcessResult,
  stalledMs: number | null,
): Failure | null {
  if (stalledMs !== null) return { reason: 'agent-stalled', silentMs: stalledMs };
  if (result.end === 'exited') {
    const isTooLong = !backend.streamsEvents && result.stdoutTruncated;
    const detail = `its answer is longer than ${MAX_ANSWER_BYTES} bytes`;
    return isTooLong ? { reason: 'agent-result-invalid', detail } : null;
  }
  if (result.end === 'not-found')
    return { reason: 'agent-backend-missing', backend: backend.name, help: backend.installHelp };
  return commandFailure(backend.name, result, timeoutMs);
}

function report(
  { backend, limits }: AgentAttempt,
  transcript: Transcript,
  result: ProcessResult,
): Result<StepReport, StepFailure> {
  const cost = { costUsd: transcript.costUsd, tokens: transcript.tokens };
  const { exitCode, signal, stderrTail } = result;
  const answer = backend.conclude(transcript, { exitCode, signal, stderrTail }, limits);
  if (!answer.ok) return err({ failure: answer.error, ...cost });
  const { status, summary, followUps } = answer.value;
  if (status === 'blocked') return err({ failure: { reason: 'agent-blocked', summary }, ...cost });
  const outputs = { summary, ...(followUps.length > 0 ? { follow_ups: followUps } : {}) };
  return ok({ outcome: status, summary, outputs, mustChange: true, evidence: [], ...cost });
}
