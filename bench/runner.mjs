// The runner under test: its command line, built from the sources as they are, and its rooms as a library.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = resolve(import.meta.dirname, '..');
// Below the checkout, so that packages are found.
const library = join(root, '.cache', 'bench', 'lib');
const bundle = join(root, '.cache', 'bench', 'dist');

/** Builds both; throws with the compiler's words. */
export function buildRunner() {
  node([join(root, 'node_modules/typescript/bin/tsc'), '-p', join(root, 'tsconfig.json'), '--outDir', library]);
  node([join(root, 'scripts/build.mjs'), '--out', bundle, '--entry', 'cli=src/cli.ts']);
}

/** The command line that runs a workflow of `repository`; nothing lands. */
export function runCommand(repository, workflow, ...flags) {
  const cli = join(bundle, 'cli', 'index.js');
  return [process.execPath, cli, 'run', workflow, '--repo', repository, '--land', 'none', ...flags];
}

/** An environment in which the runner keeps its workspaces below `folder`. */
export function runnerEnvironment(folder) {
  return { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), NO_COLOR: '1' };
}

/** A compiled module of src/, by its path without extension. */
export function room(path) {
  return import(roomAddress(path));
}

/** Where such a module is, to be imported in a process of its own. */
export function roomAddress(path) {
  return pathToFileURL(join(library, `${path}.js`)).href;
}

/** git, repository and workspaces of a folder, as the runner opens them. */
export async function openWorkspaces(folder, cacheDir) {
  const { runProcess } = await room('process/spawn');
  const { findProgram } = await room('process/environment');
  const { Git } = await room('git/git');
  const { openRepository } = await room('git/repository');
  const { openTrustedGit } = await room('git/trusted-git');
  const { WorkspacePool } = await room('git/workspace-pool');
  const git = new Git({ runProcess, gitPath: findProgram('git', process.env.PATH ?? ''), env: process.env });
  const repository = value(await openRepository(folder, git));
  const trusted = await openTrustedGit(git, repository, cacheDir);
  return { git, repository, trusted, pool: new WorkspacePool(git, repository, cacheDir) };
}

/** The value of a Result; throws when it is an error. */
export function value(result) {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function node(args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${stdout}${stderr}`);
}
