import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import { LineSplitter } from './runner-commands.js';
import { openPipe } from './runner-pipe.js';

export interface ProcessRequest {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** All of it. */
  readonly env: Readonly<Record<string, string>>;
  readonly onLine: (line: string) => void;
}

export interface ProcessEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface StartedProcess {
  readonly pid: number;
  readonly ended: Promise<ProcessEnd>;
  /** As the runner cancels: SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL, to this process alone. */
  readonly cancel: () => void;
  /** As a machine that goes away: this process and all that it started, at once. */
  readonly kill: () => void;
  /** Both streams so far. */
  readonly output: () => string;
}

/** Runner: ProcessInvoker.cs. */
export const SIGINT_TIMEOUT_MS = 7500;
export const SIGTERM_TIMEOUT_MS = 2500;
/** Runner: ProcessInvoker.cs waits that long for streams that a child of the process holds open. */
const STREAM_GRACE_MS = 5000;

/** Starts a process of a step: input closed, both outputs read line by line. */
export function startProcess({ program, args, cwd, env, onLine }: ProcessRequest): StartedProcess {
  const startedMs = performance.now();
  const pipes = { stdout: openPipe(), stderr: openPipe() };
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', pipes.stdout.writeFd, pipes.stderr.writeFd] });
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  const splitters = { stdout: new LineSplitter(onLine), stderr: new LineSplitter(onLine) };
  for (const name of ['stdout', 'stderr'] as const) {
    pipes[name].closeWriteEnd();
    pipes[name].output.on('data', (chunk: Buffer) => {
      chunks[name].push(chunk);
      splitters[name].write(chunk);
    });
  }
  const closed = Promise.all([once(pipes.stdout.output, 'close'), once(pipes.stderr.output, 'close')]);
  const timers: NodeJS.Timeout[] = [];
  let killed: readonly number[] = [];
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ended = new Promise<ProcessEnd>((done, fail) => {
    child.on('error', fail);
    child.on('exit', (exitCode, signal) => {
      const ms = performance.now() - startedMs;
      for (const timer of timers) clearTimeout(timer);
      const finish = (): void => {
        clearTimeout(grace);
        pipes.stdout.output.destroy();
        pipes.stderr.output.destroy();
        splitters.stdout.end();
        splitters.stderr.end();
        const end = { exitCode, signal, stdout: textOf(chunks.stdout), stderr: textOf(chunks.stderr), ms };
        void gone(killed).then(() => done(end));
      };
      const grace = setTimeout(finish, STREAM_GRACE_MS);
      void closed.then(finish);
    });
  });
  return {
    pid: child.pid ?? -1,
    ended,
    cancel: () => {
      if (hasEnded()) return;
      child.kill('SIGINT');
      timers.push(setTimeout(() => child.kill('SIGTERM'), SIGINT_TIMEOUT_MS));
      timers.push(setTimeout(() => child.kill('SIGKILL'), SIGINT_TIMEOUT_MS + SIGTERM_TIMEOUT_MS));
    },
    kill: () => {
      if (child.pid !== undefined && !hasEnded()) killed = killTree(child.pid);
    },
    output: () => textOf(chunks.stdout) + textOf(chunks.stderr),
  };
}

/** Kills every process that still has this RUNNER_TRACKING_ID in its environment, as the runner does at the end of a job, and waits until they are gone. */
export async function killOrphans(trackingId: string): Promise<number> {
  const orphans = processIds().filter((pid) =>
    (fileOf(pid, 'environ') ?? '').split('\0').includes(`RUNNER_TRACKING_ID=${trackingId}`),
  );
  for (const pid of orphans) signalOne(pid, 'SIGKILL');
  await gone(orphans);
  return orphans.length;
}

/** The process first, stopped, so that it cannot start another while its descendants are looked for. */
function killTree(root: number): readonly number[] {
  signalOne(root, 'SIGSTOP');
  const parents = new Map(processIds().map((pid) => [pid, parentOf(pid)]));
  const doomed = new Set([root]);
  for (let before = 0; before !== doomed.size;) {
    before = doomed.size;
    for (const [pid, parent] of parents) if (parent !== null && doomed.has(parent)) doomed.add(pid);
  }
  for (const pid of doomed) signalOne(pid, 'SIGKILL');
  return [...doomed];
}

/** False for a process that has ended, although nobody has asked for its exit code yet. */
export function isAlive(pid: number): boolean {
  return /\) [^ZX] /.test(fileOf(pid, 'stat') ?? '');
}

function processIds(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid);
}

function parentOf(pid: number): number | null {
  const found = /\) \S (\d+)/.exec(fileOf(pid, 'stat') ?? '');
  return found === null ? null : Number(found[1]);
}

/** null when the process is gone or is not ours to look at. */
function fileOf(pid: number, name: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return null;
  }
}

/** A kill takes effect only when the process is next to run. */
async function gone(pids: readonly number[]): Promise<void> {
  while (pids.some(isAlive)) await new Promise((again) => setTimeout(again, 5));
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone meanwhile.
  }
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}
