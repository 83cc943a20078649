import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildState } from '../report/state-document.js';
import { renderRunSummary } from '../report/run-summary.js';
import type { ExecutedRun } from '../runner/execute-run.js';
import { startReadiness, tellNotes } from './begin-run.js';
import { clean } from './console.js';
import { countRun } from './count-run.js';
import { showDryRun } from './dry-run.js';
import { performRun } from './perform-run.js';
import { prepareRun, type Unprepared } from './prepare-run.js';
import type { PreparedRun } from './prepared-run.js';
import type { RunFlags } from './run-flags.js';
import { describePrerequisites } from './run-prerequisites.js';
import { configForRun, notifyOfRun, warnOfConfig } from './run-notifications.js';
import { redacting } from './run-tools.js';
import { EXIT, type CommandWorld } from './world.js';

/** `run`: runs a workflow, or does what the flags say instead of or before it. Resolves with the exit code. */
export async function runCommand(name: string, flags: RunFlags, outer: CommandWorld): Promise<number> {
  const config = configForRun(flags.repo, outer);
  const { secrets } = config;
  const world = { ...outer, secrets, runProcess: redacting(outer.runProcess, outer.env, secrets) };
  const { console } = world;
  const prepared = await prepareRun(name, flags, world);
  if (!prepared.ok) return refuse(prepared.error, world);
  if (flags.dryRun) return dryRun(prepared.value, world);
  warnOfConfig(config, prepared.value.loaded.plan, world);
  const uncounted: string[] = [];
  const performed = await performRun(
    prepared.value,
    {
      finish: ({ state }, { trusted }) =>
        countRun(prepared.value.files, state, trusted).catch((error: unknown) => {
          uncounted.push(error instanceof Error ? error.message : String(error));
        }),
    },
    world,
  );
  switch (performed.kind) {
    case 'refused':
      return console.fail(performed.problem, performed.problem.exitCode);
    case 'rolled-back':
      return performed.exitCode;
    case 'nothing-to-do':
      console.json({ workflow: name, status: 'completed', nothing_to_do: true });
      console.print(`The last run of ${name} has completed: there is nothing to resume.`);
      return EXIT.completed;
    case 'begun':
      return EXIT.completed;
    case 'ran': {
      const { executed } = performed;
      const problems = [...executed.problems, ...uncounted];
      const exitCode = report(prepared.value, { ...executed, problems }, world);
      await notifyOfRun(executed.state, config, world);
      return exitCode;
    }
  }
}

function refuse({ code, message, help, diagnostics, exitCode }: Unprepared, { console }: CommandWorld): number {
  const error = {
    code,
    message,
    ...(help === '' ? {} : { help }),
    ...(diagnostics.length === 0 ? {} : { diagnostics }),
  };
  return console.fail(error, exitCode);
}

function report(prepared: PreparedRun, executed: ExecutedRun, world: CommandWorld): number {
  const { console, ownCommand } = world;
  const { state, end, problems } = executed;
  const look = { clean, paint: console.paint, program: ownCommand, repo: prepared.flags.repo };
  for (const problem of problems) console.note(`note: could not be written: ${clean(problem)}`);
  console.json(buildState(state));
  console.print(`\n${renderRunSummary(state, look)}`);
  if (end === 'completed' || state.pause === 'phase-done') return EXIT.completed;
  return end === 'failed' ? EXIT.failed : EXIT.paused;
}

/** Without the lock, and so beside a run that may be going on: the workspaces of that run are not for it. */
async function dryRun(prepared: PreparedRun, world: CommandWorld): Promise<number> {
  const { choices, loaded } = prepared;
  const cacheDir = join(prepared.cacheDir, `dry-${prepared.runId}`);
  const prerequisites = await describePrerequisites({ ...prepared, cacheDir }, world);
  await rm(cacheDir, { recursive: true, force: true });
  const backend = choices.agentBackend;
  await showDryRun(
    { loaded, prerequisites, choices: { ...choices, land: choices.land ?? 'merge', agentBackend: backend } },
    world,
  );
  if (prepared.flags.resume) return EXIT.completed;
  const readiness = await startReadiness(prepared, { mayInstall: false }, world);
  tellNotes(readiness, world);
  const { problem } = readiness;
  if (problem !== null)
    world.console.note(`note: it would not start now: ${problem.message}\n  ${problem.help.replaceAll('\n', '\n  ')}`);
  return EXIT.completed;
}
