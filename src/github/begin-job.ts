/*
 * `begin` on GitHub: writes down that a run has begun, or takes up that of another workflow run, so that all jobs are of one run.
 * Nothing of the repository is executed but the prerequisite `flake-check-passing`.
 */
import { performRun } from '../commands/perform-run.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import { redacting } from '../commands/run-tools.js';
import { EXIT } from '../commands/world.js';
import { foldEvents } from '../engine/apply-event.js';
import { readEvent } from '../engine/read-event.js';
import type { LandingGit } from '../git/landing.js';
import { openTrustedGit } from '../git/trusted-git.js';
import { readJournal } from '../journal/journal-file.js';
import type { ActionWorld } from './action-world.js';
import { jobFlags, prepareJob } from './job-flags.js';
import { FLAKE_CHECK_PASSING } from './passes/asks-flake-check.js';
import { sharePasses } from './passes/share-passes.js';
import { restoreRun } from './restore-run.js';
import { resumeSource } from './resume-source.js';
import { RunCheckpoints } from './run-checkpoints.js';
import type { ActionInputs } from './runner/action-inputs.js';
import { untrustedEvent } from './runner/event-trust.js';
import { openArtifactStore, preloadArtifactClient } from './storage/artifact-store.js';
import { tellProblem } from './tell-problem.js';

/** Begins the run, or takes up that of another workflow run. Resolves with the exit code. */
export async function beginJob(inputs: ActionInputs, outer: ActionWorld): Promise<number> {
  const world = { ...outer, runProcess: redacting(outer.runProcess, outer.env) };
  const untrusted = untrustedEvent(world.facts);
  if (untrusted !== null) return tellProblem(untrusted, world.output);
  preloadArtifactClient();
  // Which phase is chosen is written down with the beginning, so that its job knows that those before it need not have run.
  const whole = { ...inputs, phase: null, step: null };
  const { phase } = inputs;
  const flags = { ...jobFlags(whole, world.cwd), beginOnly: true, ...(phase === null ? {} : { phase }) };
  const prepared = await prepareJob(whole, flags, world);
  if (!prepared.ok) return tellProblem(prepared.error, world.output);
  const isAsked = prepared.value.loaded.plan.prerequisites.some(({ text }) => text === FLAKE_CHECK_PASSING);
  if (!isAsked) return begin(inputs, prepared.value, world);
  const shared = await sharePasses(prepared.value, world);
  const exitCode = await begin(inputs, shared.prepared, world);
  await shared.save();
  return exitCode;
}

async function begin(inputs: ActionInputs, prepared: PreparedRun, world: ActionWorld): Promise<number> {
  const { output, console, sleep } = world;
  const store = openArtifactStore({ sleep });
  const job = { inputs, prepared, world };
  // Only another workflow run is gone on from: when this one is planned again, all of it is to begin anew.
  const restore = async (landing: LandingGit) => {
    const source = resumeSource(inputs, world);
    if (source === null) return { resume: false };
    const back = await restoreRun(job, landing, { ...source, required: true });
    return back.ok ? { resume: back.value.state !== null } : back.error;
  };
  const performed = await output.guard(() => performRun(prepared, { restore }, world));
  if (performed.kind === 'refused') return tellProblem(performed.problem, output);
  if (performed.kind === 'rolled-back') return performed.exitCode;
  const { git, repository, cacheDir, files, loaded } = prepared;
  const journal = readJournal(files.journal, readEvent);
  if (!journal.ok) throw new Error('a run has begun, and there is no journal of it');
  const { events } = journal.value;
  const state = foldEvents(loaded.plan, events);
  const landing = { git, trusted: await openTrustedGit(git, repository, cacheDir) };
  const checkpoints = new RunCheckpoints({ prepared, world, landing, store, sequence: events.length });
  checkpoints.note(state);
  await checkpoints.settled();
  const { newest, problems } = checkpoints.saver;
  const [problem] = problems;
  if (newest === null && problem !== undefined) {
    if (problem.code !== 'no-artifact-service') return tellProblem(problem, output);
    output.warning(`${problem.message}: no other job can go on from here. ${problem.help}`);
  }
  output.setOutput('run-id', state.runId);
  output.setOutput('checkpoint', newest?.name ?? '');
  console.print(`Run ${state.runId} of ${prepared.name} ${inputs.resumeFrom === null ? 'has begun' : 'goes on'}.`);
  return EXIT.completed;
}
