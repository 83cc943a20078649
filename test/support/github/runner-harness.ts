import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { JobServices, RunnerJob } from './runner-job.js';
import { killOrphans } from './runner-process.js';
import { startStep, type StartedStep, type StepEnd } from './runner-step.js';
import { evaluateString } from './workflow-expressions.js';

/** When something is done to a step. */
export type Moment =
  | { readonly afterMs: number }
  /** As soon as this was printed. */
  | { readonly output: string | RegExp }
  | { readonly until: Promise<unknown> };

/** `cancel`: as a person or a time-out does. `kill`: the machine is gone. */
export interface Interruption {
  readonly kind: 'cancel' | 'kill';
  readonly when: Moment;
}

export interface ActionRequest {
  /** The script, absolute. */
  readonly entry: string;
  /** Path of node; that of the test process when left out. */
  readonly node?: string;
  /** action.yml, for the defaults of inputs. Without it there are none. */
  readonly actionFile?: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** From the workflow. */
  readonly env?: Readonly<Record<string, string>>;
  /** Default `main`. */
  readonly which?: 'main' | 'post';
  /** For the post step: what the main step saved. */
  readonly state?: Readonly<Record<string, string>>;
  readonly interruption?: Interruption;
  /** `id` of the step, GITHUB_ACTION. */
  readonly stepId?: string;
}

interface ActionManifest {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
}

/** Runs an action as actions/runner does, to its end, and then kills what it left behind, as at the end of a job. */
export async function runAction(job: RunnerJob, request: ActionRequest): Promise<StepEnd> {
  const started = startAction(job, request);
  if (request.interruption !== undefined) interrupt(started, request.interruption);
  const end = await started.ended;
  await killOrphans(job.trackingId);
  return end;
}

/** Starts an action: `node entry`, in the workspace, with inputs as INPUT_* and the services that only actions are told about. */
export function startAction(job: RunnerJob, request: ActionRequest): StartedStep {
  const { entry, node = process.execPath, which = 'main', env = {}, state = {}, stepId = '__self' } = request;
  const { github } = job;
  const scope = { contexts: { github }, status: { success: true, failure: false, cancelled: false } };
  const given: Record<string, string> = Object.fromEntries(
    Object.entries(request.inputs ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const defaults = Object.entries(manifestOf(request.actionFile).inputs ?? {}).map(
    ([name, input]) => [name.toLowerCase(), evaluateString(input?.default ?? '', scope)] as const,
  );
  const inputs = Object.entries({ ...(Object.fromEntries(defaults) as Record<string, string>), ...given }).map(
    // Hyphens stay (runner: Handler.cs, AddInputsToEnvironment).
    ([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value] as const,
  );
  const states =
    which === 'post' ? Object.entries(state).map(([name, value]) => [`STATE_${name}`, value] as const) : [];
  const step = {
    ...env,
    GITHUB_ACTION: stepId,
    ...(Object.fromEntries([...inputs, ...states]) as Record<string, string>),
    ...serviceVariables(job.options.services),
  };
  return startStep(job, { program: node, args: [entry], cwd: job.workspace, env: step });
}

/** Does to a step what is to be done to it, at its moment. */
export function interrupt(step: StartedStep, { kind, when }: Interruption): void {
  const strike = (): void => {
    clearInterval(watch);
    if (kind === 'cancel') step.cancel();
    else step.kill();
  };
  const watch = setInterval(() => {
    if ('output' in when && isPrinted(step.output(), when.output)) strike();
  }, 10);
  const timer = 'afterMs' in when ? setTimeout(strike, when.afterMs) : null;
  if ('until' in when) void when.until.then(strike);
  void step.ended.finally(() => {
    clearInterval(watch);
    if (timer !== null) clearTimeout(timer);
  });
}

export function isPrinted(output: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? output.includes(wanted) : output.search(wanted) >= 0;
}

function manifestOf(file: string | undefined): ActionManifest {
  return file === undefined ? {} : (parse(readFileSync(file, 'utf8')) as ActionManifest);
}

/** Runner: NodeScriptActionHandler.cs. `run:` steps are not given these. */
function serviceVariables(services: JobServices | null): Record<string, string> {
  if (services === null) return {};
  const { resultsUrl, runtimeToken, cacheMode } = services;
  return {
    ACTIONS_RUNTIME_URL: resultsUrl,
    ACTIONS_RUNTIME_TOKEN: runtimeToken,
    ACTIONS_RESULTS_URL: resultsUrl,
    ACTIONS_CACHE_URL: resultsUrl,
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ...(cacheMode === undefined ? {} : { ACTIONS_CACHE_MODE: cacheMode }),
  };
}
