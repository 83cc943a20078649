import type { Diagnostic } from '../base/diagnostic.js';
import { errorKind } from './error-kind.js';
import type { NixCommand } from './nix-command.js';

/**
 * The finding about a command of Nix, such as `nix eval`, that failed without an error in its structured log: what it printed as text last
 * (a stack overflow is told so), how it ended, or, when it did not fail, that its answer is of no use.
 */
export function unexplainedFailure(command: string, { result, readableTail }: NixCommand): Diagnostic {
  const { exitCode, signal, startError, stdoutTruncated } = result;
  const ended = exitCode === null ? (signal ?? startError ?? 'no exit code') : `exit code ${exitCode}`;
  const answered = stdoutTruncated ? 'its answer is too long' : 'its answer is not what was asked for';
  const how = exitCode === 0 ? answered : ended;
  const said = /(?:^|\n)error: ([^\n]+)\n*$/.exec(readableTail)?.[1];
  const kind = errorKind(said ?? '');
  const help = kind.help ?? readableTail.trim().split('\n').slice(-5).join('\n');
  return {
    severity: 'error',
    code: kind.code,
    message: said ?? `${command} failed (${how})`,
    location: { file: 'flake.nix' },
    ...(help === '' ? {} : { help }),
  };
}
