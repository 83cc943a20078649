import { join } from 'node:path';
import { initialState, type RunState } from '../../../src/engine/run-state.js';
import { openTrustedGit, type TrustedGit } from '../../../src/git/trusted-git.js';
import type { ActionWorld } from '../../../src/github/action-world.js';
import { publish } from '../../../src/github/publish/publish-command.js';
import type { PublishOutcome, PublishRequest, PublishSettings } from '../../../src/github/publish/publish-request.js';
import type { RunnerFacts } from '../../../src/github/runner/runner-facts.js';
import { runProcess } from '../../../src/process/spawn.js';
import type { Problem } from '../../../src/base/problem.js';
import type { Result } from '../../../src/base/result.js';
import { git, opened, productGit, temporaryFolder, writeFiles } from '../../support/git-repository.js';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';
import { gitWithToken } from '../../support/github/api-client.js';
import type { Permissions } from '../../support/github/bed.js';
import { commandStep, phase, planOf, workflow } from '../../support/workflow.js';

export const REPOSITORY = 'acme/config';
export const BRANCH = 'workflow-runner/weekly';

export const FILES = {
  'flake.nix': '{ }\n',
  'hosts/a.nix': '1\n',
  'hosts/b.nix': '2\n',
  '.github/workflows/ci.yml': 'on: push\n',
};

export const SETTINGS: PublishSettings = {
  branch: null,
  title: null,
  labels: [],
  reviewers: [],
  teamReviewers: [],
  assignees: [],
  draft: false,
  protectedPaths: ['.github/**', '.claude/**', '.mcp.json', '**/CODEOWNERS', '.gitmodules', '.git*/**'],
  maxFiles: 500,
  maxKilobytes: 10240,
  commitSigning: false,
};

/** A job on a fake GitHub: a fresh clone, a token, and what the job told the runner. */
export interface Job {
  readonly world: ActionWorld;
  readonly root: string;
  readonly trusted: TrustedGit;
  readonly outputs: ReadonlyMap<string, string>;
  readonly summaries: readonly string[];
  /** Waits that were asked for, which took no time. */
  readonly sleeps: readonly number[];
}

export interface NewJob {
  readonly permissions?: Permissions;
  readonly login?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly depth?: number;
  readonly facts?: Partial<RunnerFacts>;
}

export const WRITE: Permissions = { contents: 'write', 'pull-requests': 'write', issues: 'write', actions: 'write' };

export async function openBed(files: Readonly<Record<string, string>> = FILES): Promise<FakeGitHub> {
  const github = await openGitHub();
  github.createRepository({ name: REPOSITORY, files, settings: { collaborators: ['alice', 'bob'], teams: ['core'] } });
  return github;
}

export async function newJob(github: FakeGitHub, wanted: NewJob = {}): Promise<Job> {
  const { permissions = WRITE, login, depth } = wanted;
  const token = github.mintToken({ repository: REPOSITORY, permissions, ...(login === undefined ? {} : { login }) });
  const folder = temporaryFolder();
  const root = join(folder, 'checkout');
  const shallow = depth === undefined ? [] : ['--depth', String(depth), '--no-single-branch'];
  const cloned = await gitWithToken(github, token, {
    cwd: folder,
    args: ['clone', '-q', ...shallow, github.cloneUrl(REPOSITORY), root],
  });
  if (!cloned.isDone) throw new Error(cloned.stderr);
  const product = productGit();
  const trusted = await openTrustedGit(product, await opened(root, product), join(folder, 'cache'));
  const outputs = new Map<string, string>();
  const summaries: string[] = [];
  const sleeps: number[] = [];
  const nothing = (): void => undefined;
  const world: ActionWorld = {
    console: undefined as never,
    env: wanted.env ?? {},
    cwd: root,
    repo: null,
    ownCommand: 'workflow-runner',
    now: () => 1_800_000_000_000,
    signal: new AbortController().signal,
    runProcess,
    facts: { ...factsOf(github, root), ...wanted.facts },
    output: {
      setOutput: (name, value) => void outputs.set(name, value),
      saveState: nothing,
      annotate: nothing,
      notice: nothing,
      warning: nothing,
      error: nothing,
      summary: (markdown) => Promise.resolve(void summaries.push(markdown)),
      guard: async (work) => await work(),
      overhear: async (work) => ({ value: await work(), said: [] }),
    },
    sleep: (ms) => Promise.resolve(void sleeps.push(ms)),
    remote: {
      url: github.cloneUrl(REPOSITORY),
      authorization: `basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`,
    },
    token,
  };
  return { world, root, trusted, outputs, summaries, sleeps };
}

function factsOf(github: FakeGitHub, root: string): RunnerFacts {
  const [owner = '', repo = ''] = REPOSITORY.split('/');
  return {
    owner,
    repo,
    runId: '77',
    attempt: 1,
    job: 'publish',
    sha: git(root, 'rev-parse', 'HEAD'),
    ref: 'refs/heads/main',
    eventName: 'workflow_dispatch',
    event: {},
    actor: 'alice',
    workflowRef: `${REPOSITORY}/.github/workflows/weekly.yml@refs/heads/main`,
    workspace: root,
    temp: root,
    serverUrl: github.serverUrl,
    apiUrl: github.apiUrl,
  };
}

/** A commit of the product on top of another; null deletes. The step's changes in a run. */
export async function ownCommit(
  job: Job,
  files: Readonly<Record<string, string | null>>,
  { parent = git(job.root, 'rev-parse', 'HEAD'), run = 'run-1', message = 'Step' } = {},
): Promise<string> {
  const { root } = job;
  git(root, 'checkout', '-q', '--detach', parent);
  for (const [path, content] of Object.entries(files)) {
    if (content === null) git(root, 'rm', '-q', '-f', path);
    else writeFiles(root, { [path]: content });
  }
  git(root, 'add', '-A', '-f');
  return await ownTree(job, { parents: [parent], run, message });
}

/** A commit of the product with what is staged in the checkout. */
export async function ownTree(
  { root, trusted }: Job,
  { parents, run, message }: { parents: readonly string[]; run: string; message: string },
): Promise<string> {
  const tree = git(root, 'write-tree');
  const trailers = [['Workflow-Run', run] as const];
  const made = await trusted.commit({ tree, parents, message, trailers, atMs: 1_700_000_000_000 });
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  git(root, 'checkout', '-q', '-f', '--detach', made.value);
  return made.value;
}

export function stateOf(run = 'run-1'): RunState {
  const plan = planOf(workflow('weekly', [phase('sequential', 'sequential', [commandStep('a')])]));
  return { ...initialState(plan), runId: run, status: 'completed', startedAt: 1, updatedAt: 2, endedAt: 2 };
}

export interface Publishing {
  readonly result: string;
  readonly base?: string;
  readonly run?: string;
  readonly settings?: Partial<PublishSettings>;
  readonly request?: Partial<PublishRequest>;
}

/** Publishes a result that began at the checked out commit of the job. */
export async function publishIt(job: Job, publishing: Publishing): Promise<Result<PublishOutcome, Problem>> {
  const { result, base = job.world.facts.sha, run = 'run-1', settings, request } = publishing;
  return await publish(
    {
      trusted: job.trusted,
      workflow: 'weekly',
      state: stateOf(run),
      result,
      base: { branch: 'main', commit: base },
      expectedCommit: null,
      validation: null,
      mode: 'pull-request',
      whenBaseMoved: 'tell',
      settings: { ...SETTINGS, ...settings },
      ...request,
    },
    job.world,
  );
}

export function tipOf(github: FakeGitHub, branch: string): string | null {
  return github.bare(REPOSITORY).ref(`refs/heads/${branch}`);
}
