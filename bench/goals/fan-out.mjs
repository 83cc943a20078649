// 2: 30 steps that sleep 0.2 s, side by side, start-up included, against the time that the sleeping alone takes.
import { join } from 'node:path';
import { makeRepository } from '../repository.mjs';
import { runCommand, runnerEnvironment } from '../runner.mjs';
import { interleave } from '../statistics.mjs';
import { timedRun } from '../timed-run.mjs';
import { fanOutWorkflow } from '../workflow-file.mjs';

const SLEEPS = 30;
const SLEEP_MS = 200;
const LIMITS = [
  { limit: 3, goal: 1.12, best: 1.08 },
  { limit: 10, goal: 1.3, best: 1.23 },
];

export async function measureFanOut({ folder, rounds, peers }) {
  const commands = Array(SLEEPS).fill(`sleep ${SLEEP_MS / 1000}`);
  const rows = [];
  for (const { limit, goal, best } of LIMITS) {
    const repository = join(folder, `fan-${limit}`);
    makeRepository(repository, fanOutWorkflow('fan', commands, limit));
    const env = runnerEnvironment(join(folder, `fan-cache-${limit}`));
    const contestants = {
      'the sleeping alone': () => (SLEEPS / limit) * SLEEP_MS,
      ours: async () => (await timedRun(runCommand(repository, 'fan'), { cwd: folder, env })).ms,
    };
    for (const { name, fanOut } of peers) {
      const { argv, cwd, env: extra } = fanOut(commands, limit);
      contestants[name] = async () => (await timedRun(argv, { cwd, env: { ...process.env, ...extra } })).ms;
    }
    const of = await interleave(contestants, rounds);
    rows.push({
      id: '2',
      what: `${SLEEPS} × sleep 0.2 s, ${limit} at once, start-up included`,
      goal,
      best,
      unit: 'ms',
      of,
    });
  }
  return rows;
}
