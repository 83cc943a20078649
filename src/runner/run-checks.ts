import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../base/failure.js';
import { FLAKE_CHECK, flakeFailure, type FlakeChecks } from './flake-checks.js';
import { redactDeep } from './redact-deep.js';
import { commandFailure, runShell } from '../steps/shell.js';
import type { StepTools } from '../steps/step-kind.js';

/** What checks need besides the tree. */
export interface CheckWorld {
  readonly tools: StepTools;
}

/** What commands need, too. */
export interface CommandWorld extends CheckWorld {
  readonly flakes: Pick<FlakeChecks, 'check'>;
}

/** Where something is looked at. */
export interface CheckPlace {
  /** A folder that holds the tree of the commit. */
  readonly dir: string;
  readonly signal: AbortSignal;
  readonly onOutput: (chunk: Buffer) => void;
}

/** Commands to run as evidence about a commit. */
export interface Checks extends CheckPlace {
  readonly commands: readonly string[];
  /** The flake's check looks at a clean checkout of it, not at `dir`. */
  readonly commit: string;
}

/** Runs the commands in order, up to the first that fails; null when all passed. */
export async function runChecks(checks: Checks, world: CommandWorld): Promise<Failure | null> {
  for (const command of checks.commands) {
    const failure = await runCheck(command, checks, world);
    if (failure !== null) return redactDeep(failure, world.tools.redact);
  }
  return null;
}

/** Whether the tree in this folder is a flake; a link to one elsewhere does not count. */
export function hasFlake(dir: string): boolean {
  return lstatSync(join(dir, 'flake.nix'), { throwIfNoEntry: false })?.isFile() === true;
}

async function runCheck(command: string, checks: Checks, world: CommandWorld): Promise<Failure | null> {
  if (command.trim() === FLAKE_CHECK) return flakeFailure(await world.flakes.check(checks));
  checks.onOutput(Buffer.from(`$ ${command}\n`));
  const { dir, signal, onOutput } = checks;
  const result = await runShell(command, { dir, signal, onOutput, tools: world.tools, timeoutMs: null });
  const failure = commandFailure(command, result, null);
  if (failure?.reason !== 'command-failed') return failure;
  const { exitCode, outputTail } = failure;
  return { reason: 'validation-failed', command, exitCode, outputTail, diagnostics: [] };
}
