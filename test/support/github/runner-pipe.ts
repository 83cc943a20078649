import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A pipe of the kernel, as the runner gives them to steps. */
export interface RunnerPipe {
  /** For the process that writes; to be closed here once that has it. */
  readonly writeFd: number;
  readonly closeWriteEnd: () => void;
  readonly output: Readable;
}

/**
 * Opens one. What node itself makes for `stdio: 'pipe'` is a socket, which nobody can open by its name in `/proc`: a step that
 * writes past us to the runner would fail here for a reason that a runner does not have.
 */
export function openPipe(): RunnerPipe {
  const folder = mkdtempSync(join(tmpdir(), 'runner-pipe-'));
  try {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    const readFd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const writeFd = openSync(path, constants.O_WRONLY);
    const output = new Socket({ fd: readFd, readable: true, writable: false });
    return { writeFd, closeWriteEnd: () => closeSync(writeFd), output };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
