// 1a and 1b: what a step costs, and how long it takes until the first one runs.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRepository } from '../repository.mjs';
import { runCommand, runnerEnvironment } from '../runner.mjs';
import { figure, interleave } from '../statistics.mjs';
import { timedRun } from '../timed-run.mjs';
import { chainWorkflow } from '../workflow-file.mjs';

const STEPS = 100;

/** The first and the last command tell the time; between the two lie the steps that are measured. */
export async function measureSteps({ folder, rounds, peers }) {
  const first = join(folder, 'first');
  const last = join(folder, 'last');
  const commands = [`date +%s%N > ${first}`, ...Array(STEPS).fill('true'), `date +%s%N > ${last}`];
  const stepsFile = join(folder, 'steps.json');
  writeFileSync(stepsFile, JSON.stringify(commands));
  const repository = join(folder, 'chain');
  makeRepository(repository, chainWorkflow('chain', commands));
  const floor = join(import.meta.dirname, '..', 'floor.mjs');

  const timed = async ({ argv, cwd, env }) => {
    rmSync(first, { force: true });
    rmSync(last, { force: true });
    const { startedAt } = await timedRun(argv, { cwd, env: { ...process.env, ...env } });
    const [begun, ended] = [first, last].map((file) => Number(readFileSync(file, 'utf8')) / 1e6);
    return { startUp: begun - startedAt, perStep: (ended - begun) / (STEPS + 1) };
  };
  const contestants = {
    floor: () => timed({ argv: [process.execPath, floor, join(folder, 'records'), stepsFile], cwd: folder }),
    ours: () => timed({ argv: runCommand(repository, 'chain'), cwd: folder, env: runnerEnvironment(folder) }),
  };
  for (const { name, chain } of peers) contestants[name] = () => timed(chain(commands));
  const results = await interleave(contestants, rounds);
  const against = (id, what, name, best) => ({ id, what, goal: 1.3, unit: 'ms', best, of: figure(results, name) });
  return [
    against('1a', `a step that changes nothing (${STEPS} in a row), against the Node floor`, 'perStep', 1.0),
    against('1b', 'start of the program to the first step, against the Node floor', 'startUp', 1.0),
  ];
}
