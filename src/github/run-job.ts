/*
 * `run` on GitHub: brings the run back from its newest checkpoint, runs what this job is for, saves a checkpoint after each
 * completed step, and tells the result. The engine, the steps and the rules are those of the command line.
 */
import { performRun, type Performed, type RunExtras } from '../commands/perform-run.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import { redacting } from '../commands/run-tools.js';
import { EXIT } from '../commands/world.js';
import type { Problem } from '../base/problem.js';
import type { RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import type { LandOutcome, LandRequest } from '../runner/effects.js';
import { secretsOfReceivers, type Receiver } from '../notify/receiver.js';
import type { Deadline } from '../runner/execute-run.js';
import type { ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { openArtifactStore } from './storage/artifact-store.js';
import { untrustedEvent } from './runner/event-trust.js';
import { finishJob } from './finish-job.js';
import { jobFlags, prepareJob } from './job-flags.js';
import { landByPush } from './land-by-push.js';
import { readReceivers } from './notify/read-receivers.js';
import { endBeforeRun, endOfRun, type RunEnd } from './notify/run-end.js';
import { tellPeople } from './notify/tell-people.js';
import { nothingForPost, rememberForPost } from './runner/post-state.js';
import { sharePasses } from './passes/share-passes.js';
import { restoreRun } from './restore-run.js';
import { resumeSource } from './resume-source.js';
import { RunCheckpoints } from './run-checkpoints.js';
import { tellProblem } from './tell-problem.js';

/** From this part of the time that a job has, no further step starts. */
const WIND_DOWN = 0.85;
const MINUTE_MS = 60_000;

/** Runs a workflow, a phase or one step of a parallel phase. Resolves with the exit code. */
export async function runJob(inputs: ActionInputs, outer: ActionWorld): Promise<number> {
  const receivers = readReceivers(inputs.notify, outer.env);
  if (!receivers.ok) return tellProblem(receivers.error, outer.output);
  const secrets = secretsOfReceivers(receivers.value);
  const world = { ...outer, secrets, runProcess: redacting(outer.runProcess, outer.env, secrets) };
  const untrusted = untrustedEvent(world.facts);
  if (untrusted !== null) return tellProblem(untrusted, world.output);
  const flags = jobFlags(inputs, world.cwd);
  const prepared = await prepareJob(inputs, flags, world);
  if (!prepared.ok) return tellProblem(prepared.error, world.output);
  if (inputs.dryRun) {
    const { runCommand } = await import('../commands/run.js');
    return runCommand(prepared.value.name, flags, world);
  }
  const startedAt = world.now();
  const shared = await sharePasses(prepared.value, world);
  const job = new RunJob(inputs, shared.prepared, world);
  const performed = await world.output.guard(() => performRun(shared.prepared, job.extras(startedAt), world));
  const { exitCode, end } = await job.tell(performed);
  await shared.save();
  const branch = inputs.branch ?? `workflow-runner/${prepared.value.name}`;
  if (isPart(inputs)) tellNobody(receivers.value, world);
  // A job that is told to stop has a person who knows, or no time left.
  else if (end !== null && !world.signal.aborted) await tellPeople({ end, branch }, receivers.value, world);
  return exitCode;
}

/** Other jobs follow: the last of them tells people, so that they are told once. */
const isPart = ({ phase, step }: ActionInputs): boolean => phase !== null || step !== null;

function tellNobody(receivers: readonly Receiver[], { output }: ActionWorld): void {
  if (receivers.length > 0)
    output.warning('nobody is notified by a job that runs a part of the run: use command: notify in a last job');
}

interface Told {
  readonly exitCode: number;
  /** What people may want to know of; null for nothing. */
  readonly end: RunEnd | null;
}

class RunJob {
  readonly #inputs: ActionInputs;
  readonly #prepared: PreparedRun;
  readonly #world: ActionWorld;
  #landing: LandingGit | null = null;
  #checkpoints: RunCheckpoints | null = null;
  #state: RunState | null = null;

  constructor(inputs: ActionInputs, prepared: PreparedRun, world: ActionWorld) {
    this.#inputs = inputs;
    this.#prepared = prepared;
    this.#world = world;
  }

  extras(startedAt: number): RunExtras {
    const { deadlineMinutes, publish } = this.#inputs;
    return {
      restore: (landing) => this.#restore(landing),
      beforeStep: async () => this.#checkpoints?.settled(),
      onEvent: (event, state) => {
        this.#state = state;
        this.#checkpoints?.onEvent(event, state);
      },
      finish: async () => this.#checkpoints?.settled(),
      ...(deadlineMinutes === null ? {} : { deadline: deadlineOf(startedAt, deadlineMinutes) }),
      ...(publish === 'push' ? { land: (request, landing) => this.#push(request, landing) } : {}),
    };
  }

  #push(request: LandRequest, landing: LandingGit): Promise<LandOutcome> {
    if (this.#state === null) throw new Error('landing before the first event');
    return landByPush(request, { ...this.#job(), landing, state: this.#state });
  }

  /** Tells what became of the run on GitHub, and publishes it when that is asked for. */
  async tell(performed: Performed): Promise<Told> {
    const { output, facts } = this.#world;
    for (const { message, help } of this.#checkpoints?.saver.problems ?? []) output.warning(`${message}\n${help}`);
    for (const note of this.#checkpoints?.saver.notes ?? []) output.notice(note);
    for (const note of this.#checkpoints?.sessions.notes ?? []) output.warning(note);
    switch (performed.kind) {
      case 'refused':
        return { exitCode: await tellProblem(performed.problem, output), end: this.#notBegun(performed.problem) };
      case 'rolled-back':
        return { exitCode: performed.exitCode, end: null };
      case 'begun':
        return { exitCode: EXIT.completed, end: null };
      case 'nothing-to-do':
      case 'ran': {
        if (this.#landing === null) throw new Error('a run without a repository');
        const state = performed.kind === 'ran' ? performed.executed.state : performed.state;
        const problems = performed.kind === 'ran' ? performed.executed.problems : [];
        const checkpoint = this.#checkpoints?.saver.newest?.name ?? null;
        const ended = await finishJob({ ...this.#job(), state, problems, landing: this.#landing, checkpoint });
        const exitCode = await this.#endSaved(ended.exitCode);
        const outcome = exitCode === EXIT.completed ? 'success' : 'failure';
        return { exitCode, end: endOfRun(state, { outcome, pull: ended.pull }, facts) };
      }
    }
  }

  #notBegun({ message: why }: Problem): RunEnd {
    const { name: workflow, loaded } = this.#prepared;
    return endBeforeRun({ workflow, plan: loaded.plan, why }, this.#world.now(), this.#world.facts);
  }

  /** Where other jobs go on from this one, it has not done its part before what it did is saved. */
  async #endSaved(exitCode: number): Promise<number> {
    const { phase, checkpointRequired } = this.#inputs;
    const { output } = this.#world;
    const isSaved = this.#checkpoints?.isSaved ?? true;
    if (isSaved) nothingForPost(output);
    const isNeeded = phase !== null || checkpointRequired;
    return isSaved || !isNeeded || exitCode !== EXIT.completed ? exitCode : await tellProblem(NOT_SAVED, output);
  }

  #job() {
    return { inputs: this.#inputs, prepared: this.#prepared, world: this.#world };
  }

  async #restore(landing: LandingGit): Promise<{ resume: boolean } | Problem> {
    this.#landing = landing;
    const { output, sleep } = this.#world;
    const store = openArtifactStore({ sleep });
    const other = resumeSource(this.#inputs, this.#world);
    const required = this.#inputs.checkpointRequired;
    const own = await restoreRun(this.#job(), landing, { store, from: null, required: required && other === null });
    // What this workflow run has done since it began to go on from the other one counts more than that.
    const isBegun = !own.ok || own.value.state !== null || other === null;
    const back = isBegun ? own : await restoreRun(this.#job(), landing, { ...other, required: true });
    if (!back.ok) return back.error;
    const { sequence } = back.value;
    this.#checkpoints = new RunCheckpoints({ ...this.#job(), landing, store, sequence });
    rememberForPost(output);
    return { resume: back.value.state !== null };
  }
}

const NOT_SAVED: Problem = {
  code: 'checkpoint-not-saved',
  message: 'what this job did is not saved, so no other job can go on from it',
  help: 're-run the failed jobs; the warnings of this job say why it was not saved',
  exitCode: EXIT.failed,
};

function deadlineOf(startedAt: number, minutes: number): Deadline {
  const ms = minutes * MINUTE_MS;
  return { windDownAt: startedAt + ms * WIND_DOWN, stopAt: startedAt + ms };
}
