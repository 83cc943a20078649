import { childEnvironment, findProgram } from '../../process/environment.js';
import type { ToolReport } from '../../report/doctor-document.js';
import type { CommandWorld } from '../world.js';

const VERSION_MS = 10_000;
const OLDEST_GIT = [2, 38] as const;
const GIT_HELP = `Install git ${OLDEST_GIT.join('.')} or newer: on Debian or Ubuntu \`sudo apt-get install git\`, elsewhere see https://git-scm.com/downloads`;

/** Whether git is there, and new enough (`merge-tree --write-tree` came with 2.38). Every run needs it. */
export async function gitReport({ env, runProcess }: CommandWorld): Promise<ToolReport> {
  const path = findProgram('git', env['PATH'] ?? '');
  if (path === null) return { needed: true, ready: false, path, version: null, help: GIT_HELP };
  const { stdout } = await runProcess({
    argv: [path, '--version'],
    cwd: '/',
    env: childEnvironment(env),
    timeoutMs: VERSION_MS,
  });
  const version = /^git version (\d+(?:\.\d+)+)/.exec(stdout.toString('utf8'))?.[1] ?? null;
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  const ready = major > OLDEST_GIT[0] || (major === OLDEST_GIT[0] && minor >= OLDEST_GIT[1]);
  return { needed: true, ready, path, version, help: ready ? null : GIT_HELP };
}
