import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const exampleRoot = join(projectRoot, 'examples', 'nixos-config');

const temporary = mkdtempSync(join(tmpdir(), 'wr-example-'));

export interface AgentAnswer {
  readonly status: 'done' | 'no-op' | 'blocked';
  readonly summary: string;
  readonly follow_ups: readonly string[];
}

/** A git repository with the example, committed once. */
export interface ExampleCopy {
  readonly root: string;
  git(...args: string[]): string;
  /** Runs the scripted agent and stages whatever it did. */
  runTask(task: string): AgentAnswer;
  commit(message: string): string;
}

const gitEnvironment = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Example',
  GIT_AUTHOR_EMAIL: 'example@example.invalid',
  GIT_COMMITTER_NAME: 'Example',
  GIT_COMMITTER_EMAIL: 'example@example.invalid',
};

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The environment of Nix: it asks nobody for build users or for a sandbox with a shell, which a bare Debian has not, and a user
 * who may not write to /nix gets a store of their own.
 */
function nixEnvironment(): NodeJS.ProcessEnv {
  const settings = ['build-users-group =', 'sandbox = false', 'substituters =', 'flake-registry =', 'fsync-metadata = false'];
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    ...gitEnvironment,
    HOME: temporary,
    NIX_CONFIG: [...settings, 'experimental-features = nix-command flakes'].join('\n'),
  };
  if (isWritable('/nix/store') || isWritable('/nix/var/nix/daemon-socket/socket')) return environment;
  return {
    ...environment,
    NIX_STORE_DIR: join(temporary, 'store'),
    NIX_STATE_DIR: join(temporary, 'state'),
    NIX_LOG_DIR: join(temporary, 'log'),
  };
}

function nix(root: string, ...args: string[]): { readonly exitCode: number | null; readonly stdout: string; readonly stderr: string } {
  const done = spawnSync('nix', args, { cwd: root, env: nixEnvironment(), encoding: 'utf8' });
  return { exitCode: done.status, stdout: done.stdout, stderr: done.stderr };
}

/** What `nix flake check` has to complain about: '' when it passes. */
export function flakeCheck(root: string): string {
  const { exitCode, stderr } = nix(root, 'flake', 'check', '--no-update-lock-file');
  return exitCode === 0 ? '' : stderr;
}

/** The derivation path of each host. */
export function hostDerivations(root: string): Readonly<Record<string, string>> {
  const paths = 'builtins.mapAttrs (name: host: host.config.system.build.toplevel.drvPath)';
  const { exitCode, stdout, stderr } = nix(root, 'eval', '--json', '.#nixosConfigurations', '--apply', paths);
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, string>;
}

/** The names, sorted, of all derivations that one depends on, without their hashes. */
export function namesInClosure(derivation: string): readonly string[] {
  const list = execFileSync('nix-store', ['--query', '--requisites', derivation], { env: nixEnvironment(), encoding: 'utf8' });
  return list
    .trim()
    .split('\n')
    .map((path) => path.replace(/^.*\/[a-z0-9]{32}-/, ''))
    .sort();
}

/** Runs one of the project's scripts with a PATH. */
export function runScript(script: string, args: readonly string[], path: string): { readonly exitCode: number | null; readonly stderr: string } {
  const file = join(projectRoot, 'scripts', script);
  const done = spawnSync(process.execPath, [file, ...args], { env: { ...process.env, PATH: path }, encoding: 'utf8' });
  return { exitCode: done.status, stderr: done.stderr };
}

let template: string | undefined;

/** A repository with the example, made once and then copied, which is cheaper than four runs of git. */
function templateRepository(): string {
  if (template !== undefined) return template;
  template = mkdtempSync(join(temporary, 'template-'));
  cpSync(exampleRoot, template, { recursive: true });
  for (const args of [['init', '--quiet', '--initial-branch=main'], ['add', '--all'], ['commit', '--quiet', '--message=As shipped']]) {
    execFileSync('git', args, { cwd: template, env: { ...process.env, ...gitEnvironment } });
  }
  return template;
}

export function copyExample(): ExampleCopy {
  const root = mkdtempSync(join(temporary, 'copy-'));
  cpSync(templateRepository(), root, { recursive: true, preserveTimestamps: true });
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: root, env: { ...process.env, ...gitEnvironment }, encoding: 'utf8' }).trim();
  const commit = (message: string): string => {
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', `--message=${message}`);
    return git('rev-parse', 'HEAD');
  };
  const runTask = (task: string): AgentAnswer => {
    const agent = join(root, '.claude', 'agents', 'scripted-agent.mjs');
    const answer = execFileSync(agent, [], {
      cwd: root,
      env: { PATH: dirname(process.execPath), WORKFLOW_RUNNER_TASK: task },
      input: 'a prompt',
      encoding: 'utf8',
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    git('add', '--all');
    return JSON.parse(answer) as AgentAnswer;
  };
  return { root, git, runTask, commit };
}

/** Removes everything that the tests of this file made. */
export function removeCopies(): void {
  // A store of their own is read-only.
  execFileSync('chmod', ['-R', 'u+w', temporary]);
  rmSync(temporary, { recursive: true, force: true });
}
