import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { ProcessResult, RunProcess } from '../process/process.js';
import { parseLogLine, readableLogLine } from './json-log.js';
import { LineReader } from './line-reader.js';
import type { NixProgram } from './nix-program.js';

/** A checkout that Nix is asked about. */
export interface NixRequest {
  /** Absolute path of a clean git checkout with a `flake.nix`; what is evaluated is its HEAD. */
  readonly root: string;
  readonly nix: NixProgram;
  readonly runProcess: RunProcess;
  /** Whole environment of Nix. */
  readonly env: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Limit for all commands together. */
  readonly timeoutMs?: number;
  /** Readable text, whole lines with their line feed, as it comes. */
  readonly onOutput?: (text: string) => void;
}

export interface NixCommand {
  readonly result: ProcessResult;
  /** The messages of the log that `diagnose` reads. */
  readonly log: string;
  /** The end of the readable output, at most 16 KiB. */
  readonly readableTail: string;
}

/** How much of the structured log is kept in memory; beyond it only errors and warnings are. */
const LOG_LIMIT = 8 * 1024 * 1024;
const TAIL_LIMIT = 16 * 1024;

/**
 * An input that is not locked is an error, but Nix goes to the network for it first: five attempts of about a second each
 * where there is none, for each input. A flake without any lock file has no inputs, or that error; one attempt is enough.
 */
const UNLOCKED = ['--option', 'download-attempts', '1'];

/** Runs one Nix command over the checkout and reads its log as it comes; memory is bounded. `timeoutMs` is the whole limit of this one. */
export async function runNixCommand(request: NixRequest, args: readonly string[]): Promise<NixCommand> {
  const { nix, runProcess, root, env, signal, timeoutMs, onOutput } = request;
  let log = '';
  let readableTail = '';
  const lines = new LineReader((line) => {
    if (log.length < LOG_LIMIT || isSevere(line)) log += `${line}\n`;
    const readable = readableLogLine(line);
    if (readable === null) return;
    readableTail = `${readableTail}${readable}\n`.slice(-TAIL_LIMIT);
    onOutput?.(`${readable}\n`);
  });
  const logOptions = ['--no-update-lock-file', '--log-format', 'internal-json', '-v', '--show-trace'];
  const result = await runProcess({
    argv: [nix.path, ...nix.options, ...args, ...(isFile(join(root, 'flake.lock')) ? [] : UNLOCKED), ...logOptions],
    cwd: root,
    env,
    ...(signal === undefined ? {} : { signal }),
    ...(timeoutMs === undefined ? {} : { timeoutMs: Math.max(1, timeoutMs) }),
    onOutput: (chunk, stream) => stream === 'stderr' && lines.push(chunk),
  });
  lines.end();
  return { result, log, readableTail };
}

function isSevere(line: string): boolean {
  return (parseLogLine(line)?.level ?? 9) <= 1;
}

/** A link to a file elsewhere is none of this repository. */
export function isFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
