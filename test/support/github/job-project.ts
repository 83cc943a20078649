import { compiledProject, type CompiledProject } from './compiled-project.js';
import type { FakeGitHub } from './api-github.js';
import type { JobRun } from './workflow-job.js';
import type { WorkflowRequest } from './workflow-executor.js';

/** One job that begins with a checkout and uses the action once. */
export interface ActionJob {
  /** Inputs of the action. */
  readonly with?: Readonly<Record<string, string>>;
  /** Of the token of the job. Default: what publishing needs. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Event of the workflow run; default `workflow_dispatch`. */
  readonly event?: WorkflowRequest['event'];
  /** Shell commands between checkout and action. */
  readonly before?: string;
  /** Of the checkout. */
  readonly checkout?: Readonly<Record<string, string>>;
}

/** A repository on the fake GitHub in which jobs are run that use the action once. */
export interface JobProject extends CompiledProject {
  readonly run: (job: ActionJob) => Promise<JobRun>;
}

const WRITE = { contents: 'write', 'pull-requests': 'write' };

/** Makes the repository from files; nothing is compiled. */
export function jobProject(github: FakeGitHub, lib: string, files: Readonly<Record<string, string>>): JobProject {
  const project = compiledProject(github, lib, { files, compile: [] });
  const run = async (job: ActionJob): Promise<JobRun> => {
    const event = job.event ?? { name: 'workflow_dispatch' };
    const workflow = { path: '.github/workflows/job.yml', text: workflowText(job, event.name) };
    const { jobs } = await project.dispatch('job', { workflow, event });
    const made = jobs['job']?.runs[0];
    if (made === undefined) throw new Error(jobs['job']?.message ?? 'the job did not begin');
    return made;
  };
  return { ...project, run };
}

/** JSON is YAML too. */
function workflowText(
  { with: inputs = {}, permissions = WRITE, before, checkout = {} }: ActionJob,
  on: string,
): string {
  const steps = [
    { uses: 'actions/checkout@v6', with: { 'fetch-depth': '0', 'persist-credentials': 'false', ...checkout } },
    ...(before === undefined ? [] : [{ run: before }]),
    { id: 'action', uses: 'workflow-runner/workflow-runner@v0', with: inputs },
  ];
  const job = { 'runs-on': 'ubuntu-latest', permissions, steps };
  return JSON.stringify({ on: { [on]: null }, permissions: {}, jobs: { job } });
}

/** Outputs of the step that used the action. */
export function outputsOf({ steps }: JobRun): Readonly<Record<string, string>> {
  return steps.find(({ id }) => id === 'action')?.outputs ?? {};
}

/** Exit code of the step that used the action. */
export function exitCodeOf({ steps }: JobRun): number | null {
  return steps.find(({ id }) => id === 'action')?.end?.exitCode ?? null;
}

/** Annotations of a level, as `file:line: text` where they are at a line. */
export function annotationsOf({ annotations }: JobRun, level: 'error' | 'warning' | 'notice'): string[] {
  return annotations
    .filter((one) => one.level === level)
    .map(({ file, line, message }) => (file === null ? message : `${file}:${line ?? 0}: ${message}`));
}
