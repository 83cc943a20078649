/*
 * `plan` on GitHub: checks the definition, tells which jobs there are to be, and begins the run, so that all jobs are of one
 * run. Nothing of the repository is executed but the prerequisite `flake-check-passing`.
 */
import { join } from 'node:path';
import type { Problem } from '../base/problem.js';
import { performRun } from '../commands/perform-run.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import { redacting } from '../commands/run-tools.js';
import { EXIT } from '../commands/world.js';
import { foldEvents } from '../engine/apply-event.js';
import { readEvent } from '../engine/read-event.js';
import type { LandingGit } from '../git/landing.js';
import { readJournal } from '../journal/journal-file.js';
import { planPhases, planMatrices } from '../report/plan-jobs.js';
import type { ActionInputs } from './action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { openArtifactReader, openArtifactStore } from './artifact-store.js';
import { untrustedEvent } from './event-trust.js';
import { jobFlags, prepareJob } from './job-flags.js';
import { lookUpThroughRest } from './look-up-workflow-run.js';
import { restoreRun } from './restore-run.js';
import { RunCheckpoints } from './run-checkpoints.js';
import { tellProblem } from './tell-problem.js';

/** Plans, and begins the run or takes up that of another workflow run. Resolves with the exit code. */
export async function planJob(inputs: ActionInputs, outer: ActionWorld): Promise<number> {
  const world = { ...outer, runProcess: redacting(outer.runProcess, outer.env) };
  const { output, facts } = world;
  const untrusted = untrustedEvent(facts);
  if (untrusted !== null) return tellProblem(untrusted, output);
  // Which phase and step are chosen is the other jobs' business.
  const flags = jobFlags({ ...inputs, phase: null, step: null }, { beginOnly: true });
  const prepared = await prepareJob({ ...inputs, phase: null, step: null }, flags, world);
  if (!prepared.ok) return tellProblem(prepared.error, output);
  const unknown = unknownPhase(inputs, prepared.value);
  if (unknown !== null) return tellProblem(unknown, output);
  const { plan } = prepared.value.loaded;
  output.setOutput('phases', JSON.stringify(planPhases(plan)));
  output.setOutput('matrices', JSON.stringify(planMatrices(plan)));
  output.setOutput('attempt', String(facts.attempt));
  if (inputs.dryRun) {
    const { runCommand } = await import('../commands/run.js');
    return runCommand(
      prepared.value.name,
      { ...flags, ...(inputs.phase === null ? {} : { phase: inputs.phase }) },
      world,
    );
  }
  return await begin(inputs, prepared.value, world);
}

function unknownPhase({ phase }: ActionInputs, { loaded: { plan } }: PreparedRun): Problem | null {
  const names = plan.root.children.flatMap((child) => (child.node === 'group' ? [child.name] : []));
  if (phase === null || names.includes(phase)) return null;
  const help = `expected one of: ${names.join(', ')}`;
  return { code: 'unknown-phase', message: `the workflow has no phase '${phase}'`, help, exitCode: 2 };
}

async function begin(inputs: ActionInputs, prepared: PreparedRun, world: ActionWorld): Promise<number> {
  const { output, console, sleep, facts } = world;
  const store = openArtifactStore({ sleep });
  let landing: LandingGit | null = null;
  const performed = await output.guard(() =>
    performRun(
      prepared,
      {
        restore: async (opened) => {
          landing = opened;
          const from = sourceOf(inputs, world);
          const required = inputs.resumeFrom !== null;
          const reader = from === null ? store : from.reader;
          const back = await restoreRun({ inputs, prepared, world }, opened, { store: reader, from, required });
          return back.ok ? { resume: back.value.state !== null } : back.error;
        },
      },
      world,
    ),
  );
  if (performed.kind === 'refused') return tellProblem(performed.problem, output);
  if (performed.kind === 'rolled-back') return performed.exitCode;
  const journal = readJournal(prepared.files.journal, readEvent);
  if (landing === null || !journal.ok) throw new Error('a run has begun, and there is no journal of it');
  const { events } = journal.value;
  const state = foldEvents(prepared.loaded.plan, events);
  const { trusted } = landing as LandingGit;
  const checkpoints = new RunCheckpoints({
    store,
    git: prepared.git,
    trusted,
    journalFile: prepared.files.journal,
    facts,
    workflow: prepared.name,
    folder: join(facts.temp, 'workflow-runner', 'saved'),
    landing,
    line: { kind: 'main' },
    sequence: events.length,
  });
  checkpoints.note(state);
  await checkpoints.settled();
  const { newest, problems } = checkpoints.saver;
  const [problem] = problems;
  if (newest === null && problem !== undefined) return tellProblem(problem, output);
  output.setOutput('run-id', state.runId);
  output.setOutput('checkpoint', newest?.name ?? '');
  console.print(`Run ${state.runId} of ${prepared.name} ${inputs.resumeFrom === null ? 'has begun' : 'goes on'}.`);
  return EXIT.completed;
}

/** The workflow run that is to be gone on from; null for this one. */
function sourceOf({ resumeFrom }: ActionInputs, world: ActionWorld) {
  const { facts, token, sleep } = world;
  if (resumeFrom === null || resumeFrom === facts.runId) return null;
  const { owner, repo } = facts;
  const reader = openArtifactReader({ owner, repo, runId: resumeFrom, token }, { sleep });
  return { runId: resumeFrom, lookUp: lookUpThroughRest(world), reader };
}
