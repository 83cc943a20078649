import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { GitHubBed } from './bed.js';
import { startAction } from './runner-harness.js';
import type { RunnerJob } from './runner-job.js';
import { startStep, type StartedStep, type StepEnd } from './runner-step.js';
import { checkout } from './workflow-checkout.js';
import type { StepDocument } from './workflow-document.js';

/** A step whose expressions are evaluated. */
export interface StepPlan {
  readonly document: StepDocument;
  readonly inputs: Readonly<Record<string, string>>;
  /** Of workflow, job and step together. */
  readonly env: Readonly<Record<string, string>>;
  /** Of `run`. */
  readonly script: string;
  readonly shell: string | null;
  /** Absolute. */
  readonly cwd: string;
}

/** The action under test, and what runs it. */
export interface ActionUnderTest {
  /** dist/action/index.js, absolute. */
  readonly entry: string;
  /** action.yml, absolute. */
  readonly file: string;
  readonly node: string;
}

export interface StepMachine {
  readonly bed: GitHubBed;
  readonly job: RunnerJob;
  readonly action: ActionUnderTest;
  /** Actions that do nothing here, besides the installers of Nix. */
  readonly idle: readonly RegExp[];
  /** Tells of a process that a step has started, so that it can be interrupted. */
  readonly onProcess: (process: StartedStep) => void;
}

/** How the main part of a step ended. */
export interface StepDone {
  readonly failed: boolean;
  readonly message: string | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** null when no process of ours ran. */
  readonly end: StepEnd | null;
  /** What is to be done at the end of the job; it says what `post-if` asks. */
  readonly post: { readonly condition: string; readonly run: () => Promise<StepEnd | null> } | null;
}

const IDLE = [/\/nix-installer-action@/, /\/install-nix-action@/];
const NOTHING: StepDone = { failed: false, message: null, outputs: {}, end: null, post: null };

/** Runs a step. Throws for an action that the test bed does not know. */
export async function runStep(plan: StepPlan, machine: StepMachine): Promise<StepDone> {
  const { uses } = plan.document;
  if (uses === null) return runScript(plan, machine);
  if (uses.startsWith('actions/checkout@')) return runCheckout(plan, machine);
  if (uses.startsWith('./') || /(^|\/)workflow-runner@/.test(uses)) return runOurs(plan, machine);
  if ([...IDLE, ...machine.idle].some((one) => one.test(uses))) return NOTHING;
  throw new Error(`The test bed does not know the action ${uses}.`);
}

async function runScript({ script, shell, cwd, env }: StepPlan, { job, onProcess }: StepMachine): Promise<StepDone> {
  const file = join(job.temp, `${randomUUID()}.sh`);
  writeFileSync(file, script);
  const commands: Readonly<Record<string, readonly string[]>> = {
    bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail', file],
    sh: ['sh', '-e', file],
    '': ['bash', '-e', file],
  };
  const [program, ...args] = commands[shell ?? ''] ?? [];
  if (program === undefined) throw new Error(`The test bed does not know the shell ${shell ?? ''}.`);
  const started = startStep(job, { program, args, cwd, env: { ...env, GITHUB_ACTION: '__run' } });
  onProcess(started);
  const end = await started.ended;
  return { ...NOTHING, failed: end.failed, outputs: end.outputs, end };
}

async function runCheckout({ inputs }: StepPlan, { bed, job }: StepMachine): Promise<StepDone> {
  try {
    const done = await checkout({ bed, job, inputs });
    const run = async (): Promise<null> => {
      await done.end();
      return null;
    };
    return { ...NOTHING, outputs: done.outputs, post: { condition: 'always()', run } };
  } catch (error) {
    return { ...NOTHING, failed: true, message: error instanceof Error ? error.message : String(error) };
  }
}

interface Manifest {
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly runs: { readonly post?: string; readonly 'post-if'?: string };
}

async function runOurs({ document, inputs, env }: StepPlan, machine: StepMachine): Promise<StepDone> {
  const { job, action, onProcess } = machine;
  const manifest = parse(readFileSync(action.file, 'utf8')) as Manifest;
  const unknown = Object.keys(inputs).filter((name) => !(name in (manifest.inputs ?? {})));
  // GitHub only warns; a compiled workflow must not have any.
  if (unknown.length > 0) throw new Error(`Unexpected input(s) '${unknown.join("', '")}' of ${document.uses ?? ''}`);
  const request = {
    entry: action.entry,
    node: action.node,
    actionFile: action.file,
    inputs,
    env,
    stepId: document.id ?? '__self',
  };
  const started = startAction(job, request);
  onProcess(started);
  const end = await started.ended;
  const run = async (): Promise<StepEnd> => {
    const post = startAction(job, { ...request, which: 'post', state: end.state });
    onProcess(post);
    return post.ended;
  };
  const post = manifest.runs.post === undefined ? null : { condition: manifest.runs['post-if'] ?? 'always()', run };
  return { ...NOTHING, failed: end.failed, outputs: end.outputs, end, post };
}
