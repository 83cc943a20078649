import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.js';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { openMemoFolder } from '../files/memo-folder.js';
import type { Git } from '../git/git.js';
import { openRepository, type Repository } from '../git/repository.js';
import { timestamp } from '../report/timestamp.js';
import { cacheFolder } from '../runner/cache-folder.js';
import { runFiles } from '../runner/run-files.js';
import { loadPlan } from './load-workflows.js';
import type { PreparedRun } from './prepared-run.js';
import { planChoices } from './run-choices.js';
import type { RunFlags } from './run-flags.js';
import { findGit } from './run-tools.js';
import { EXIT, type CommandWorld } from './world.js';

/** Why a run cannot even be thought of: with the places in the definition, when it is that. */
export interface Unprepared extends Problem {
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the checkout, the workflow and what the flags name in it. Nothing is written, no lock is taken. */
export async function prepareRun(
  name: string,
  flags: RunFlags,
  world: CommandWorld,
): Promise<Result<PreparedRun, Unprepared>> {
  const opened = await openCheckout(flags, world);
  if (!opened.ok) return err({ ...opened.error, diagnostics: [] });
  const { git, repository } = opened.value;
  const loaded = await loadPlan(repository.root, name);
  if (!loaded.ok) return err(unloaded(name, loaded.error));
  world.console.warn(loaded.value.warnings);
  const planned = planChoices(flags, loaded.value.plan, world.cwd);
  if (!planned.ok) return err({ ...planned.error, diagnostics: [] });
  const files = runFiles(repository.root, name);
  const cacheDir = cacheFolder(repository.commonDir, world.env);
  const runId = `${timestamp(world.now()).replace(/[-:]/g, '')}-${randomBytes(3).toString('hex')}`;
  const memo = openMemoFolder(join(cacheDir, 'memo'));
  return ok({ ...planned.value, name, flags, git, repository, loaded: loaded.value, files, cacheDir, memo, runId });
}

/** A workflow that does not exist is one line; one that is wrong is shown with every place. */
function unloaded(name: string, diagnostics: readonly Diagnostic[]): Unprepared {
  const [first] = diagnostics;
  if (first?.code === 'unknown-workflow' && first.location.line === undefined) {
    const { code, message, help = '' } = first;
    return { code, message, help, exitCode: EXIT.invalid, diagnostics: [] };
  }
  const code = first?.code ?? 'invalid-definition';
  return { code, message: `workflow '${name}' cannot run`, help: '', exitCode: EXIT.invalid, diagnostics };
}

/** The git and the repository that a command works with. */
export async function openCheckout(
  flags: Pick<RunFlags, 'repo'>,
  world: Pick<CommandWorld, 'env' | 'runProcess' | 'cwd'>,
): Promise<Result<{ git: Git; repository: Repository }, Problem>> {
  const git = findGit(world);
  if (!git.ok) return git;
  const repository = await openRepository(flags.repo ?? world.cwd, git.value);
  return repository.ok ? ok({ git: git.value, repository: repository.value }) : repository;
}
