import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AgentProgram } from '../agents/agent-program.js';
import type { AgentBackend, AgentLaunch, AgentLimits, AgentRequest } from '../agents/backend.js';
import { firstPrompt, nextPrompt, type PromptHistory } from '../agents/prompt.js';
import { findBackend } from '../agents/registry.js';
import { bringSession } from '../agents/session-file.js';
import type { Transcript } from '../agents/transcript.js';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import type { OpenCage } from '../cage/cage.js';
import type { AgentFile } from '../definition/agent-file.js';
import type { ProcessResult } from '../process/process.js';
import { AgentWatch } from './agent-watch.js';
import { failureLines } from './failure-lines.js';
import { commandFailure } from './shell.js';
import { free, type CageOpener, type StepFailure, type StepInput, type StepReport } from './step-kind.js';

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

/** Without one of its own, an agent step ends after this: nothing in the CLIs bounds their whole time. */
const DEFAULT_TIMEOUT_MS = 60 * 60_000;

/** The most that an agent without events may answer; its progress on standard error is not limited. */
const MAX_ANSWER_BYTES = 1024 * 1024;

interface Attempt {
  readonly ask: AgentAsk;
  readonly input: StepInput;
  readonly backend: AgentBackend;
  readonly program: AgentProgram;
  readonly home: string;
  readonly timeoutMs: number;
  readonly limits: AgentLimits;
}

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
  const attempt: Attempt = {
    ask,
    input,
    backend,
    program: program.value,
    home: await agents.home(input.stepId),
    timeoutMs: input.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    limits: { turns: ask.maxTurns, budgetUsd: input.history.budgetUsd },
  };
  const request = await requestOf(attempt, cage.value !== null);
  if (request.session?.isNew === true) input.onSession({ backend: backend.name, id: request.session.id });
  const launch = backend.launch(request);
  await writeFiles(attempt.home, launch);
  const ready = await confine(attempt, launch, cage.value);
  try {
    return await converse(attempt, launch, ready);
  } finally {
    await ready.close();
  }
}

/** Goes on with the conversation of the attempt before, when it is still there; else begins a new one that is told of it. */
async function requestOf(
  { ask, input, backend, program, home, limits }: Attempt,
  isCaged: boolean,
): Promise<AgentRequest> {
  const { history, dir, stepId, attempt } = input;
  const before = history.session?.backend === backend.name ? history.session : null;
  const goesOn =
    before !== null &&
    (await bringSession(
      home,
      { id: before.id, file: backend.sessionFile(dir, before.id) },
      backend.sessions === 'told',
    ));
  const told: PromptHistory = {
    failure: history.failure,
    failureText: history.failure === null ? [] : failureLines(history.failure),
    hasWork: history.work !== null,
    conflict: history.conflict?.paths ?? null,
  };
  const { agent, task, taskText, config, file } = ask;
  const instructions = backend.takesInstructions === true ? null : (file?.prompt ?? null);
  const fresh = backend.sessions === 'chosen' ? { id: randomUUID(), isNew: true } : null;
  return {
    agent,
    task,
    config,
    stepId,
    attempt,
    file,
    home,
    limits,
    isCaged,
    version: program.version,
    workspace: dir,
    session: goesOn ? { id: before.id, isNew: false } : fresh,
    prompt: goesOn ? nextPrompt(told) : firstPrompt({ agent, task, taskText, config, instructions }, told),
  };
}

async function writeFiles(home: string, { files = {} }: AgentLaunch): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(home, path)), { recursive: true });
    await writeFile(join(home, path), text, { mode: 0o600 });
  }
}

async function confine(
  { input, backend, program, home }: Attempt,
  launch: AgentLaunch,
  open: CageOpener | null,
): Promise<OpenCage> {
  const argv: [string, ...string[]] = [program.path, ...launch.args];
  const env = { ...input.tools.agents.environment(backend, home), ...launch.env };
  if (open === null) return { argv, env, close: () => Promise.resolve() };
  return open({ backend, argv, env, home, workspace: input.dir, readable: program.readable });
}

async function converse(
  attempt: Attempt,
  launch: AgentLaunch,
  { argv, env }: OpenCage,
): Promise<Result<StepReport, StepFailure>> {
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
  const cost = { costUsd: transcript.costUsd, tokens: transcript.tokens };
  const failure = processFailure(attempt, result, watch.stalledMs);
  if (failure !== null) return err({ failure, ...cost });
  return report(attempt, transcript, result);
}

/** Why the process did not come to its own end; null when it did. */
function processFailure(
  { backend, timeoutMs }: Attempt,
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
  { backend, limits }: Attempt,
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
