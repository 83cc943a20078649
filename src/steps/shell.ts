import type { Failure } from '../base/failure.js';
import type { ProcessResult } from '../process/process.js';
import type { StepInput } from './step-kind.js';

/** The part of a step's input that a shell command needs. */
export type ShellInput = Pick<StepInput, 'dir' | 'timeoutMs' | 'signal' | 'onOutput' | 'tools'>;

/**
 * Runs a command of the definition by `sh -e -c` in the workspace: several lines stop at the first that fails. Its whole
 * process tree is over when this resolves.
 */
export function runShell(
  command: string,
  { dir, timeoutMs, signal, onOutput, tools }: ShellInput,
): Promise<ProcessResult> {
  return tools.runProcess({
    argv: [tools.sh, '-e', '-c', command],
    cwd: dir,
    env: tools.env,
    signal,
    onOutput,
    reapTree: true,
    keepBytes: 64 * 1024,
    ...(timeoutMs === null ? {} : { timeoutMs }),
  });
}

/** Why a command did not succeed; null when it did. */
export function commandFailure(command: string, result: ProcessResult, timeoutMs: number | null): Failure | null {
  switch (result.end) {
    case 'timed-out':
      return { reason: 'timed-out', limitMs: timeoutMs ?? result.durationMs };
    case 'cancelled':
      return { reason: 'cancelled' };
    case 'not-found':
      return { reason: 'program-missing', program: 'sh', help: 'a POSIX shell is needed on PATH' };
    case 'not-started':
      return { reason: 'not-started', command, error: result.startError ?? 'unknown' };
    case 'exited': {
      const { exitCode, signal, outputTail } = result;
      return exitCode === 0 ? null : { reason: 'command-failed', command, exitCode, signal, outputTail };
    }
  }
}
