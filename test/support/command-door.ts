import { resolve } from 'node:path';
import type { Ask } from '../../src/commands/ask-on-terminal.js';
import { main } from '../../src/commands/main.js';
import type { OutputStream } from '../../src/commands/console.js';
import type { RunProcess } from '../../src/process/process.js';
import { runProcess } from '../../src/process/spawn.js';

/** What a command wrote, and how it ended. */
export interface CommandRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface DoorOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Pretend that both streams are terminals. */
  readonly tty?: boolean;
  readonly signal?: AbortSignal;
  /** In place of real processes. */
  readonly runProcess?: RunProcess;
  /** A person who answers questions; left out: nobody is there. */
  readonly ask?: Ask;
}

/** Runs a command line in this process, as the door would, and keeps what it writes. */
export async function runCommandLine(
  cwd: string,
  argv: readonly string[],
  options: DoorOptions = {},
): Promise<CommandRun> {
  const { env = {}, tty = false, signal = new AbortController().signal } = options;
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr'): OutputStream => ({
    write: (text) => void (written[name] += text),
    isTTY: tty,
  });
  const exitCode = await main({
    argv,
    env: { PATH: process.env['PATH'], HOME: cwd, ...env },
    cwd,
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    now: () => Date.now(),
    signal,
    runProcess: options.runProcess ?? runProcess,
    programFile: resolve('src/cli.ts'),
    ask: options.ask ?? null,
  });
  return { exitCode, ...written };
}
