// What the scripts that make sure of a program share: is it there, may we install it, and doing so.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline/promises';

/** Whether PATH has the program. */
export function onPath(program, env) {
  return (env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

/** Whether the machine is Debian or one of its family, by /etc/os-release. */
export function isDebian() {
  try {
    return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

async function consents(question) {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

/** What to put before a command for root: nothing for root, sudo where it works; null when neither does or the user says no. */
export async function privilege(env, question) {
  if (process.getuid?.() === 0) return [];
  if (!onPath('sudo', env)) return null;
  if (process.stdin.isTTY && process.stderr.isTTY) return (await consents(question)) ? ['sudo'] : null;
  return spawnSync('sudo', ['-n', 'true'], { env, stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

/** Runs a command of an installation, shown before; true when it succeeded. Standard output stays free. */
export function run([program, ...args], env) {
  console.error(`$ ${[program, ...args].join(' ')}`);
  const done = spawnSync(program, args, {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 2, 2],
  });
  return done.status === 0;
}
