/*
 * The door of the GitHub Action, for its main and its post step: the only place that touches the process itself.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { main } from './github/main.js';
import { openRunnerOutput, type OpenedRunnerOutput } from './github/runner/runner-output.js';
import { hideEnvironment } from './process/hide-environment.js';
import { runProcess } from './process/spawn.js';

hideEnvironment(process.env);

const cancelled = new AbortController();
// The runner sends SIGINT, 7.5 s later SIGTERM, and ends the process 2.5 s after that (actions/runner, ProcessInvoker.cs).
for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => cancelled.abort('interrupted'));

let opened: OpenedRunnerOutput | null = null;

const exitCode = await main({
  env: process.env,
  now: () => Date.now(),
  sleep: (ms) => delay(ms, undefined, { signal: cancelled.signal }).catch(() => undefined),
  signal: cancelled.signal,
  runProcess,
  open: () => {
    const { env, stdout, stderr } = process;
    const randomToken = (): string => randomBytes(24).toString('hex');
    opened = openRunnerOutput({ stdout, stderr, env, randomToken });
    return Promise.resolve(opened);
  },
});
(opened as OpenedRunnerOutput | null)?.close();
process.exitCode = exitCode;
// What is still open (a connection that is kept alive) must not keep the job; what is written must get out first.
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
