import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a job is told about its workflow run. */
export interface JobFacts {
  /** `owner/name`. */
  readonly repository: string;
  readonly runId: number;
  readonly runNumber: number;
  readonly attempt: number;
  /** Key of the job in its workflow. */
  readonly job: string;
  /** Name of the workflow. */
  readonly workflow: string;
  /** `.github/workflows/file.yml`. */
  readonly workflowPath: string;
  readonly sha: string;
  /** Full. */
  readonly ref: string;
  /** Branches of a pull request; empty otherwise. */
  readonly headRef: string;
  readonly baseRef: string;
  readonly eventName: string;
  readonly event: unknown;
  readonly actor: string;
}

/** Services that only actions are told about. */
export interface JobServices {
  /** Ends with a slash. */
  readonly resultsUrl: string;
  readonly runtimeToken: string;
  /** ACTIONS_CACHE_MODE; not set when left out. */
  readonly cacheMode?: 'none' | 'read' | 'write' | 'write-only';
}

export interface RunnerJobOptions {
  readonly facts: JobFacts;
  readonly urls: { readonly serverUrl: string; readonly apiUrl: string; readonly graphqlUrl: string };
  readonly services: JobServices | null;
  /** GITHUB_TOKEN; the runner masks it. */
  readonly token: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly environment?: 'github-hosted' | 'self-hosted';
  /** What the machine itself sets; PATH of the test process when left out. */
  readonly machine?: Readonly<Record<string, string>>;
}

/** A job on its runner: folders, masks, and what every step of it finds in its environment. */
export interface RunnerJob {
  readonly options: RunnerJobOptions;
  /** GITHUB_WORKSPACE. */
  readonly workspace: string;
  /** RUNNER_TEMP. */
  readonly temp: string;
  readonly home: string;
  readonly trackingId: string;
  readonly masks: Set<string>;
  /** Variables and folders for PATH that steps added; a step finds those of the steps before it. */
  readonly addedEnv: Record<string, string>;
  readonly addedPath: string[];
  /** The context `github`. */
  readonly github: Readonly<Record<string, unknown>>;
}

/** A fresh runner below an empty `folder`. */
export function openRunnerJob(folder: string, options: RunnerJobOptions): RunnerJob {
  const name = options.facts.repository.split('/')[1] ?? 'repository';
  const workspace = join(folder, 'work', name, name);
  const temp = join(folder, 'work', '_temp');
  const home = join(folder, 'home');
  for (const one of [workspace, join(temp, '_github_workflow'), home]) mkdirSync(one, { recursive: true });
  writeFileSync(join(temp, '_github_workflow', 'event.json'), JSON.stringify(options.facts.event));
  const masks = [options.token, options.services?.runtimeToken, ...Object.values(options.secrets ?? {})];
  return {
    options,
    workspace,
    temp,
    home,
    trackingId: `github_${randomUUID()}`,
    masks: new Set(masks.filter((one): one is string => one !== undefined && one !== '')),
    addedEnv: {},
    addedPath: [],
    github: githubContext(options, { workspace, temp }),
  };
}

/** The environment of a step: that of the machine, then what the workflow says, then what the runner sets and nobody can change. */
export function stepEnvironment(job: RunnerJob, own: Readonly<Record<string, string>>): Record<string, string> {
  const { options, temp, home, workspace } = job;
  const machine = { PATH: process.env['PATH'] ?? '', HOME: home, LANG: 'C.UTF-8', ...options.machine };
  const workflow = { ...machine, ...job.addedEnv, ...own };
  const runner = {
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: options.environment ?? 'github-hosted',
    RUNNER_NAME: 'Test Bed 1',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, '..', '_tool'),
    RUNNER_TRACKING_ID: job.trackingId,
    RUNNER_WORKSPACE: join(workspace, '..'),
  };
  const github = Object.entries(job.github)
    .filter(([name, value]) => name !== 'event' && name !== 'token' && typeof value === 'string')
    .map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value as string]);
  return {
    ...workflow,
    PATH: [...[...job.addedPath].reverse(), workflow.PATH].join(':'),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...(Object.fromEntries(github) as Record<string, string>),
    ...runner,
  };
}

/** The context `runner`. */
export function runnerContext({ options, temp }: RunnerJob): Record<string, string> {
  const environment = options.environment ?? 'github-hosted';
  return { os: 'Linux', arch: 'X64', name: 'Test Bed 1', temp, tool_cache: join(temp, '..', '_tool'), environment };
}

function githubContext(
  { facts, urls, token }: RunnerJobOptions,
  folders: { readonly workspace: string; readonly temp: string },
): Record<string, unknown> {
  const refName = facts.ref.replace(/^refs\/(heads|tags|pull)\//, '');
  return {
    token,
    event: facts.event,
    event_name: facts.eventName,
    event_path: join(folders.temp, '_github_workflow', 'event.json'),
    workspace: folders.workspace,
    job: facts.job,
    repository: facts.repository,
    repository_owner: facts.repository.split('/')[0] ?? '',
    repository_id: '1',
    repository_owner_id: '1',
    run_id: String(facts.runId),
    run_number: String(facts.runNumber),
    run_attempt: String(facts.attempt),
    actor: facts.actor,
    actor_id: '1',
    triggering_actor: facts.actor,
    workflow: facts.workflow,
    workflow_ref: `${facts.repository}/${facts.workflowPath}@${facts.ref}`,
    workflow_sha: facts.sha,
    sha: facts.sha,
    ref: facts.ref,
    ref_name: refName,
    ref_type: facts.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    head_ref: facts.headRef,
    base_ref: facts.baseRef,
    retention_days: '90',
    server_url: urls.serverUrl,
    api_url: urls.apiUrl,
    graphql_url: urls.graphqlUrl,
  };
}
