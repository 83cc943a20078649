import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../base/failure.js';
import { ok, type Result } from '../base/result.js';
import { checkFlake, evaluateHosts, type FlakeCheckRequest } from '../nix/flake-check.js';
import { redactDeep } from './redact-deep.js';
import { commandFailure, runShell } from '../steps/shell.js';
import type { StepTools } from '../steps/step-kind.js';

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
    if (failure !== null) return redactDeep(failure, world.tools.redact);
  }
  return null;
}

const noFlake: Failure = {
  reason: 'validation-failed',
  command: FLAKE_CHECK,
  exitCode: null,
  outputTail: '',
  diagnostics: [
    {
      severity: 'error',
      code: 'no-flake',
      message: 'the repository has no flake.nix at its top',
      location: { file: 'flake.nix' },
      help: 'nix flake check needs one',
    },
  ],
};

/** Whether the tree in this folder is a flake; a link to one elsewhere does not count. */
export function hasFlake(dir: string): boolean {
  return lstatSync(join(dir, 'flake.nix'), { throwIfNoEntry: false })?.isFile() === true;
}

/** `nix flake check` and every host's system; null when they pass. A tree without a flake does not. */
export async function runFlakeCheck(checks: Omit<Checks, 'commands'>, world: CheckWorld): Promise<Failure | null> {
  const request = await flakeRequest(checks, world);
  if (!request.ok) return request.error;
  const checked = await checkFlake(request.value);
  if (checked.ok) return null;
  if (checked.failure === 'no-flake') return noFlake;
  if (checked.failure !== null) return checked.failure;
  const { diagnostics, outputTail } = checked;
  return { reason: 'validation-failed', command: FLAKE_CHECK, exitCode: 1, outputTail, diagnostics };
}

/** Each host's `toplevel.drvPath` in the tree; null when they cannot be told. */
export async function readHosts(
  checks: Omit<Checks, 'commands'>,
  world: CheckWorld,
): Promise<Readonly<Record<string, string>> | null> {
  const request = await flakeRequest(checks, world);
  return request.ok ? evaluateHosts(request.value) : null;
}

async function flakeRequest(
  { dir: root, signal, onOutput }: Omit<Checks, 'commands'>,
  { tools }: CheckWorld,
): Promise<Result<FlakeCheckRequest, Failure>> {
  const nix = await tools.nix();
  if (!nix.ok) return nix;
  const { runProcess, env } = tools;
  const write = (text: string): void => onOutput(Buffer.from(text));
  return ok({ root, nix: nix.value, runProcess, env, signal, onOutput: write });
}

async function runCheck(command: string, checks: Checks, world: CheckWorld): Promise<Failure | null> {
  checks.onOutput(Buffer.from(`$ ${command}\n`));
  if (command.trim() === FLAKE_CHECK) return runFlakeCheck(checks, world);
  const { dir, signal, onOutput } = checks;
  const result = await runShell(command, { dir, signal, onOutput, tools: world.tools, timeoutMs: null });
  const failure = commandFailure(command, result, null);
  if (failure?.reason !== 'command-failed') return failure;
  const { exitCode, outputTail } = failure;
  return { reason: 'validation-failed', command, exitCode, outputTail, diagnostics: [] };
}
