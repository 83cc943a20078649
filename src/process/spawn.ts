import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setImmediate as afterPoll, setTimeout as sleep } from 'node:timers/promises';
import { endTree } from './end-tree.js';
import { OutputHead, OutputTail } from './kept-output.js';
import { ProcessTree } from './process-tree.js';
import type { ProcessEnd, ProcessRequest, ProcessResult, RunProcess } from './process.js';

/**
 * The only place that starts a process.
 *
 * P1. A child leads its own session and group, and inherits nothing but the environment it is given.
 * P2. Its result never waits for a pipe that a daemon holds open.
 * P3. At a timeout or an abort its whole tree is ended in under 5 s: SIGTERM, 2 s of grace, SIGKILL.
 * P4. With `reapTree` nothing of its tree outlives it, on success either. See `process-tree.ts` for how it is found.
 * P5. Memory is bounded whatever it prints; chunks are handed on as they come.
 */

/** The variable that marks everything a child starts. A runner inside a runner adds its token to the outer one's. */
export const treeVariable = 'WORKFLOW_RUNNER_TREE';

const defaultKeepBytes = 16 * 1024 * 1024;
const tailBytes = 16 * 1024;
const killGraceMs = 2_000;
const leftoverGraceMs = 500;

/** After the child's end: how long its pipes may stay silent, and how long they may stay open at all. */
const pipeSilenceMs = 50;
const pipeLimitMs = 1_000;

/** Timers of Node fire at once when they are asked for more. */
const longestTimerMs = 2 ** 31 - 1;

/** Runs one child to its end; see `ProcessRequest` and `ProcessResult`. Never rejects for what the child does. */
export const runProcess: RunProcess = async (request) => {
  if (request.signal?.aborted === true) return resultOf(new Recording(request), { end: 'cancelled' });
  const started = await start(request);
  if ('end' in started) return resultOf(new Recording(request), started);
  const { child } = started;
  child.stdout?.on('data', (chunk: Buffer) => started.recording.push(chunk, 'stdout'));
  if (request.input !== undefined) child.stdin?.end(request.input);
  return finish(started, request);
};

interface Started {
  readonly child: ChildProcess;
  readonly tree: ProcessTree;
  readonly recording: Recording;
  readonly exited: Promise<Exit>;
  readonly closed: Promise<void>;
}

interface Exit {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

type NotStarted = { readonly end: 'not-found' } | { readonly end: 'not-started'; readonly startError: string };

type Ending = NotStarted | ({ readonly end: 'exited' | 'timed-out' | 'cancelled' } & Partial<Exit>);

/** What a child printed, as far as it is kept, and when it began. */
class Recording {
  readonly #startedMs = performance.now();
  readonly #onOutput: ProcessRequest['onOutput'];
  readonly stdout: OutputHead;
  readonly stderr = new OutputTail(tailBytes);
  readonly both = new OutputTail(tailBytes);
  lastOutputMs = 0;

  constructor(request: ProcessRequest) {
    this.stdout = new OutputHead(request.keepBytes ?? defaultKeepBytes);
    this.#onOutput = request.onOutput;
  }

  ageMs = (): number => performance.now() - this.#startedMs;

  push(chunk: Buffer, stream: 'stdout' | 'stderr'): void {
    this.lastOutputMs = this.ageMs();
    (stream === 'stdout' ? this.stdout : this.stderr).push(chunk);
    this.both.push(chunk);
    this.#onOutput?.(chunk, stream);
  }
}

async function start(request: ProcessRequest): Promise<Started | NotStarted> {
  const token = randomBytes(16).toString('hex');
  const recording = new Recording(request);
  const child = trySpawn(request, token);
  if (typeof child === 'string') return notStarted(child, request);
  // A child that closes its pipes, or dies, while we write: EPIPE is no news, its exit is.
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream?.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  if (child.pid === undefined) {
    const [error] = (await once(child, 'error').catch((reason: unknown) => [reason])) as [NodeJS.ErrnoException];
    return notStarted(error.code ?? 'unknown', request);
  }
  child.on('error', () => undefined);
  child.stderr?.on('data', (chunk: Buffer) => recording.push(chunk, 'stderr'));
  const tree = new ProcessTree(child.pid, token);
  void exited.then(() => tree.forgetChild());
  return { child, tree, recording, exited, closed };
}

/** Answers the error's code when the system refused at once. */
function trySpawn(request: ProcessRequest, token: string): ChildProcess | string {
  const [program, ...args] = request.argv;
  const outer = request.env[treeVariable];
  try {
    return spawn(program, args, {
      cwd: request.cwd,
      env: { ...request.env, [treeVariable]: outer === undefined ? token : `${outer}:${token}` },
      detached: true,
      stdio: [request.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? 'unknown';
  }
}

// The system says ENOENT both for a missing program and for a missing folder.
function notStarted(code: string, request: ProcessRequest): NotStarted {
  if (!isFolder(request.cwd)) return { end: 'not-started', startError: 'cwd-missing' };
  if (['ENOENT', 'EACCES', 'ENOTDIR', 'ENOEXEC', 'ELOOP'].includes(code)) return { end: 'not-found' };
  return { end: 'not-started', startError: code };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

async function finish(started: Started, request: ProcessRequest): Promise<ProcessResult> {
  const { recording, exited } = started;
  const early = interruption(request);
  const first = await Promise.race([exited, early.happened]);
  early.forget();
  if (typeof first !== 'string') {
    if (request.reapTree === true) await reapLeftovers(started);
    await drain(started);
    return resultOf(recording, { end: 'exited', ...first });
  }
  await stop(started);
  const none: Exit = { exitCode: null, signal: null };
  // Stuck in the kernel in spite of SIGKILL: its result is given up.
  const exit = await Promise.race([exited, sleep(100, none, { ref: false })]);
  await drain(started);
  return resultOf(recording, { end: first, ...exit });
}

/** What ends the child early: the limit, or the caller. */
function interruption(request: ProcessRequest) {
  let forget = (): void => undefined;
  const happened = new Promise<'timed-out' | 'cancelled'>((resolve) => {
    const onAbort = (): void => resolve('cancelled');
    request.signal?.addEventListener('abort', onAbort, { once: true });
    if (request.signal?.aborted === true) onAbort();
    const timer =
      request.timeoutMs === undefined
        ? undefined
        : setTimeout(() => resolve('timed-out'), Math.min(request.timeoutMs, longestTimerMs));
    forget = () => {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', onAbort);
    };
  });
  return { happened, forget };
}

async function stop({ tree, recording }: Started): Promise<void> {
  await endTree(tree, { graceMs: killGraceMs, ageMs: recording.ageMs });
}

async function reapLeftovers({ tree, recording }: Started): Promise<void> {
  if (tree.hasLeftovers(recording.ageMs())) {
    await endTree(tree, { graceMs: leftoverGraceMs, ageMs: recording.ageMs });
  }
}

/**
 * Waits for what is still in the pipes, never for who holds them open. Silence counts only after the event loop has looked at
 * the pipes: when it is late (a slow disk, many children), time alone says nothing, and what the child printed would be lost.
 */
async function drain({ child, closed, recording }: Started): Promise<void> {
  const limitMs = recording.ageMs() + pipeLimitMs;
  const isClosed = closed.then(() => true);
  recording.lastOutputMs = recording.ageMs();
  do {
    if (await Promise.race([isClosed, afterNextLook()])) break;
  } while (recording.ageMs() < limitMs && recording.ageMs() - recording.lastOutputMs < pipeSilenceMs);
  child.stdin?.destroy();
  child.stdout?.destroy();
  child.stderr?.destroy();
}

/** Resolves with false a little later. Timers run before pipes are read and immediates after that: so both, in this order. */
async function afterNextLook(): Promise<false> {
  await sleep(pipeSilenceMs / 5, undefined, { ref: false });
  return afterPoll(false);
}

function resultOf(recording: Recording, ending: Ending): ProcessResult {
  const { end } = ending as { end: ProcessEnd };
  return {
    end,
    ...('startError' in ending ? { startError: ending.startError } : {}),
    exitCode: ('exitCode' in ending ? ending.exitCode : null) ?? null,
    signal: ('signal' in ending ? ending.signal : null) ?? null,
    stdout: recording.stdout.bytes(),
    stdoutTruncated: recording.stdout.truncated,
    stderrTail: recording.stderr.text(),
    outputTail: recording.both.text(),
    durationMs: recording.ageMs(),
  };
}
