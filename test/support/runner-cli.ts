import { spawn, spawnSync, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { program } from './program.js';

/** What starts the program: arguments, the folder it is started in, and its home. */
export interface CliRequest {
  readonly args: readonly string[];
  readonly cwd: string;
  /** HOME, with the cache folder in it: its own for every repository, so that tests do not meet. */
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  /** A program that starts it, for example strace with its arguments. */
  readonly under?: readonly string[];
}

export interface CliResult {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

export interface StartedCli {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly pid: number;
  readonly ended: Promise<CliResult>;
}

/** Starts the program as a real process and does not wait. */
export function startCli({ args, cwd, home, env = {}, under = [] }: CliRequest): StartedCli {
  const [first = '', ...rest] = [...under, process.execPath, program().cli, ...args];
  const startedMs = performance.now();
  const child = spawn(first, rest, {
    cwd,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      XDG_CACHE_HOME: join(home, '.cache'),
      LC_ALL: 'C.UTF-8',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const ended = new Promise<CliResult>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) =>
      done({
        code,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
        durationMs: performance.now() - startedMs,
      }),
    );
  });
  ended.catch(() => undefined);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${first} did not start`);
  return { child, pid, ended };
}

/** Runs the program to its end. */
export function runCli(request: CliRequest): Promise<CliResult> {
  return startCli(request).ended;
}

/** null when strace can be used here; otherwise why not, for tests that say what they leave out. */
export const straceMissing: string | null = (() => {
  const tried = spawnSync('strace', ['-o', '/dev/null', '-e', 'trace=execve', 'true'], { encoding: 'utf8' });
  if (tried.error !== undefined) return 'strace is not installed';
  return tried.status === 0 ? null : `strace does not work here: ${tried.stderr.trim().split('\n')[0] ?? ''}`;
})();
