import type { Failure } from '../base/failure.js';
import { commandFailure, runShell } from '../steps/shell.js';
import type { StepTools } from '../steps/step-kind.js';
import { checkFlake } from '../nix/flake-check.js';

/** What checks need besides the tree. */
export interface CheckWorld {
  readonly tools: StepTools;
}

/** Commands to run as evidence, in a folder that holds the tree they are about. */
export interface Checks {
  readonly commands: readonly string[];
  readonly dir: string;
  readonly signal: AbortSignal;
  readonly onOutput: (chunk: Buffer) => void;
}

/** Written just so, it is done by us: with the errors placed in the user's files and every host's system forced. */
export const FLAKE_CHECK = 'nix flake check';

/** Runs the commands in order, up to the first that fails; null when all passed. */
export async function runChecks(checks: Checks, world: CheckWorld): Promise<Failure | null> {
  for (const command of checks.commands) {
    const failure = await runCheck(command, checks, world);
    if (failure !== null) return failure;
  }
  return null;
}

async function runCheck(command: string, checks: Checks, { tools }: CheckWorld): Promise<Failure | null> {
  checks.onOutput(Buffer.from(`$ ${command}\n`));
  if (command.trim() === FLAKE_CHECK) return runFlakeCheck(checks, tools);
  const { dir, signal, onOutput } = checks;
  const result = await runShell(command, { dir, signal, onOutput, tools, timeoutMs: null });
  const failure = commandFailure(command, result, null);
  if (failure?.reason !== 'command-failed') return failure;
  const { exitCode, outputTail } = failure;
  return { reason: 'validation-failed', command, exitCode, outputTail, diagnostics: [] };
}
