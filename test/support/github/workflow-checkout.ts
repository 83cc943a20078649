import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { GitHubBed } from './bed.js';
import { stepEnvironment, type RunnerJob } from './runner-job.js';

export interface CheckoutRequest {
  readonly bed: GitHubBed;
  readonly job: RunnerJob;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface Checkout {
  readonly outputs: { readonly ref: string; readonly commit: string };
  /** The post step: takes the credentials away. */
  readonly end: () => Promise<void>;
}

interface Wanted {
  /** Full, or empty for a commit alone. */
  readonly ref: string;
  /** Empty for the newest of `ref`. */
  readonly commit: string;
}

const KNOWN_INPUTS = [
  'repository',
  'ref',
  'token',
  'path',
  'fetch-depth',
  'persist-credentials',
  'clean',
  'fetch-tags',
];

/** What actions/checkout v6 does on a fresh runner, with real git: ref-helper.ts, git-source-provider.ts, git-auth-helper.ts. Throws what git says. */
export async function checkout({ bed, job, inputs }: CheckoutRequest): Promise<Checkout> {
  const unknown = Object.keys(inputs).filter((name) => !KNOWN_INPUTS.includes(name));
  if (unknown.length > 0) throw new Error(`The test bed does not know ${unknown.join(', ')} of actions/checkout.`);
  const { facts, token, urls } = job.options;
  const repository = inputs['repository'] ?? facts.repository;
  const folder = join(job.workspace, inputs['path'] ?? '.');
  const wanted = wantedOf(inputs['ref'] ?? '', repository === facts.repository ? facts : null);
  const git = gitIn(job, folder);
  mkdirSync(folder, { recursive: true });
  await git('init', '-q', '-b', 'main', '.');
  await git('remote', 'add', 'origin', bed.cloneUrl(repository));
  await git('config', 'gc.auto', '0');
  const forget = await addCredentials({ git, job, folder, token: inputs['token'] ?? token, serverUrl: urls.serverUrl });
  const depth = Number(inputs['fetch-depth'] ?? '1');
  await fetchWanted(git, wanted, depth);
  await git('checkout', '-q', '--force', ...startOf(wanted));
  if (inputs['persist-credentials'] === 'false') await forget();
  const commit = await git('rev-parse', 'HEAD');
  return { outputs: { ref: wanted.ref || wanted.commit, commit }, end: forget };
}

type RunGit = (...args: readonly string[]) => Promise<string>;

function gitIn(job: RunnerJob, folder: string): RunGit {
  const run = promisify(execFile);
  const env = { ...stepEnvironment(job, {}), GIT_TERMINAL_PROMPT: '0' };
  return async (...args) => (await run('git', args, { cwd: folder, env, maxBuffer: 1 << 26 })).stdout.trim();
}

function wantedOf(input: string, facts: { readonly ref: string; readonly sha: string } | null): Wanted {
  if (input === '')
    return facts === null ? { ref: 'refs/heads/main', commit: '' } : { ref: facts.ref, commit: facts.sha };
  if (/^[0-9a-f]{40}$/.test(input)) return { ref: '', commit: input };
  return { ref: input.startsWith('refs/') ? input : `refs/heads/${input}`, commit: '' };
}

async function fetchWanted(git: RunGit, wanted: Wanted, depth: number): Promise<void> {
  const fetch = ['-c', 'protocol.version=2', 'fetch', '-q', '--no-tags', '--no-recurse-submodules'];
  if (depth > 0) {
    await git(...fetch, `--depth=${depth}`, 'origin', refspecOf(wanted));
    return;
  }
  await git(...fetch, 'origin', '+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*');
  // The branch may have moved since the event, and a pull request is not among the branches.
  await git(...fetch, 'origin', refspecOf(wanted));
}

function refspecOf({ ref, commit }: Wanted): string {
  return ref === '' ? commit : `+${commit || ref}:${localRef(ref)}`;
}

function localRef(ref: string): string {
  return ref.replace(/^refs\/heads\//, 'refs/remotes/origin/').replace(/^refs\/pull\//, 'refs/remotes/pull/');
}

function startOf({ ref, commit }: Wanted): readonly string[] {
  if (ref === '') return [commit];
  return ref.startsWith('refs/heads/') ? ['-B', ref.slice('refs/heads/'.length), localRef(ref)] : [localRef(ref)];
}

interface Credentials {
  readonly git: RunGit;
  readonly job: RunnerJob;
  readonly folder: string;
  readonly token: string;
  readonly serverUrl: string;
}

/** Version 6 keeps the header in a file of its own below RUNNER_TEMP, which the repository's configuration includes. */
async function addCredentials({ git, job, folder, token, serverUrl }: Credentials): Promise<() => Promise<void>> {
  const file = join(job.temp, `git-credentials-${randomUUID()}.config`);
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  job.masks.add(basic);
  writeFileSync(file, `[http "${serverUrl}/"]\n\textraheader = AUTHORIZATION: basic ${basic}\n`);
  const key = `includeIf.gitdir:${folder}/.git.path`;
  await git('config', key, file);
  return async () => {
    rmSync(file, { force: true });
    await git('config', '--unset-all', key).catch(() => '');
  };
}
