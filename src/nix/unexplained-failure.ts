import type { Diagnostic } from '../base/diagnostic.js';
import { errorKind } from './error-kind.js';
import type { NixCommand } from './nix-command.js';

/**
 * The finding about a command of Nix, such as `nix eval`, that failed without an error in its structured log: what it printed as text last
 * (a stack overflow is told so), or how it ended.
 */
export function unexplainedFailure(command: string, { result, readableTail }: NixCommand): Diagnostic {
  const { exitCode, signal, startError } = result;
  const how = exitCode === null ? (signal ?? startError ?? 'no exit code') : `exit code ${exitCode}`;
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
