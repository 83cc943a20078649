// 3: 10,000 steps in a row: whether the run finishes, whether steps get slower, memory, and planning.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeRepository } from '../repository.mjs';
import { runCommand, runnerEnvironment } from '../runner.mjs';
import { figure, interleave } from '../statistics.mjs';
import { timedRun } from '../timed-run.mjs';
import { chainWorkflow } from '../workflow-file.mjs';

const STEPS = 10_000;
const MARKS = [100, 1000, STEPS];

export async function measureLongChain({ folder, rounds, longRounds, peers }) {
  const commands = Array(STEPS).fill('true');
  const stepsFile = join(folder, 'long.json');
  writeFileSync(stepsFile, JSON.stringify(commands));
  const repository = join(folder, 'long');
  makeRepository(repository, chainWorkflow('long', commands));
  const env = runnerEnvironment(folder);
  const runs = await interleave(
    {
      floor: async () => {
        const floor = join(import.meta.dirname, '..', 'floor.mjs');
        const argv = [process.execPath, floor, join(folder, 'records'), stepsFile, ...MARKS.map(String)];
        const { ms, peakMib, stdout } = await timedRun(argv, { cwd: folder });
        return { ...slowing(JSON.parse(stdout)), ms, peakMib };
      },
      ours: async () => {
        const { ms, peakMib } = await timedRun(runCommand(repository, 'long'), { cwd: folder, env });
        return { ...slowing(endsOf(join(repository, '.claude/workflows/long/journal.jsonl'))), ms, peakMib };
      },
    },
    longRounds,
  );
  const plan = await interleave(await planners({ folder, repository, env, commands, peers }), rounds);
  const late = figure(runs, 'late').ours;
  return [
    {
      id: '3',
      what: `a chain of ${STEPS} steps: finishes`,
      goal: null,
      best: null,
      unit: 'ms',
      of: figure(runs, 'ms'),
    },
    {
      id: '3',
      what: 'ms a step from 1,000 to 10,000, against 100 to 1,000 of the same run',
      ...{ goal: 1.1, best: 1.0, unit: 'ms' },
      of: {
        'steps 100 to 1,000': figure(runs, 'early').ours,
        ours: late,
        'the floor, late': figure(runs, 'late').floor,
      },
    },
    { id: '3', what: 'peak memory, against the floor', goal: 1.5, best: 1.0, unit: 'MiB', of: figure(runs, 'peakMib') },
    {
      id: '3',
      what: `planning ${STEPS} steps (--dry-run), against ninja -n`,
      goal: 5,
      best: 1.0,
      unit: 'ms',
      of: plan,
    },
  ];
}

async function planners({ folder, repository, env, commands, peers }) {
  const ours = async () => (await timedRun(runCommand(repository, 'long', '--dry-run'), { cwd: folder, env })).ms;
  const planner = peers.find(({ plan }) => plan !== undefined);
  if (planner === undefined) return { ninja: () => Promise.reject(new Error('ninja took no part')), ours };
  const { argv, cwd } = planner.plan(commands);
  return { [planner.name]: async () => (await timedRun(argv, { cwd })).ms, ours };
}

/** ms a step before and after the thousandth, out of the times at which the marked steps ended. */
function slowing(ends) {
  const [a, b, c] = MARKS.map((mark) => ends[mark]);
  return { early: (b - a) / (MARKS[1] - MARKS[0]), late: (c - b) / (MARKS[2] - MARKS[1]) };
}

function endsOf(journal) {
  const ends = {};
  let count = 0;
  for (const line of readFileSync(journal, 'utf8').trimEnd().split('\n')) {
    const { event } = JSON.parse(line);
    if (event.type !== 'step-completed') continue;
    count += 1;
    if (MARKS.includes(count)) ends[count] = event.at;
  }
  if (count !== STEPS) throw new Error(`only ${count} of ${STEPS} steps completed`);
  return ends;
}
