import { randomUUID } from 'node:crypto';
import { CommandReader, type Annotation, type Command } from './runner-commands.js';
import { makeCommandFiles, readCommandFiles } from './runner-files.js';
import { stepEnvironment, type RunnerJob } from './runner-job.js';
import { startProcess, type ProcessEnd } from './runner-process.js';

export interface StepRequest {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Besides what every step of the job has. */
  readonly env: Readonly<Record<string, string>>;
}

/** What the runner has after a step. */
export interface StepEnd extends ProcessEnd {
  readonly failed: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** What it added for the steps after it. */
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  /** As shown; empty when it was above the limit. */
  readonly summary: string;
  readonly summarySent: string;
  readonly annotations: readonly Annotation[];
  /** Those that the runner obeyed. */
  readonly commands: readonly Command[];
  /** Of the job so far. */
  readonly masks: readonly string[];
  /** What a person sees, masked; debug lines are not in it. */
  readonly log: readonly string[];
}

export interface StartedStep {
  readonly pid: number;
  readonly ended: Promise<StepEnd>;
  readonly cancel: () => void;
  readonly kill: () => void;
  readonly output: () => string;
}

/** Starts one step of a job as the runner does. What it adds for later steps is kept in the job. */
export function startStep(job: RunnerJob, { program, args, cwd, env }: StepRequest): StartedStep {
  const files = makeCommandFiles(job.temp, randomUUID());
  const reader = new CommandReader(job.masks);
  const { ended, ...started } = startProcess({
    program,
    args,
    cwd,
    env: { ...stepEnvironment(job, env), ...files },
    onLine: (line) => reader.read(line),
  });
  const finish = async (): Promise<StepEnd> => {
    const end = await ended;
    const written = readCommandFiles(files);
    for (const { message } of written.errors) reader.annotate('error', message);
    Object.assign(job.addedEnv, written.env);
    job.addedPath.push(...written.path);
    return {
      ...end,
      failed: end.exitCode !== 0 || reader.failed || written.errors.some((one) => one.failsStep),
      outputs: { ...reader.outputs, ...written.outputs },
      state: { ...reader.state, ...written.state },
      env: written.env,
      path: written.path,
      summary: reader.masked(written.summary),
      summarySent: written.summarySent,
      annotations: reader.annotations.map((one) => ({ ...one, message: reader.masked(one.message) })),
      commands: reader.commands,
      masks: [...job.masks],
      log: reader.log,
    };
  };
  return { ...started, ended: finish() };
}
