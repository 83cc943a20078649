#!/usr/bin/env node
// Makes sure that bubblewrap is on PATH and can confine a process. Exits 0 when so; else installs what is missing where that
// needs no questions, or says exactly what to do and exits 1. With --check it only looks. Not on Linux: exits 0, there is none.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { isDebian, onPath, privilege, run } from './install-package.mjs';

const INSTALL = [
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'bubblewrap'],
];

/** The namespaces of `src/cage/cage-arguments.ts`, around a program that does nothing. */
const CAGE = ['--unshare-user', '--unshare-all', '--die-with-parent', '--ro-bind', '/', '/', '--proc', '/proc', 'true'];

/** Ubuntu since 24.04: only programs with an AppArmor profile may make user namespaces. */
const RESTRICTION = 'kernel.apparmor_restrict_unprivileged_userns';
const ALLOW = ['sysctl', '-w', `${RESTRICTION}=0`];

/** Why bubblewrap cannot confine a process, as it says it itself; null when it can. */
export function sandboxProblem(env) {
  const tried = spawnSync('bwrap', CAGE, { env, encoding: 'utf8' });
  return tried.status === 0 ? null : (tried.stderr?.trim() ?? '') || 'bwrap does not start';
}

function isRestricted() {
  try {
    return readFileSync(`/proc/sys/${RESTRICTION.replace('.', '/')}`, 'utf8').trim() === '1';
  } catch {
    return false;
  }
}

/** 0 when bubblewrap works, or could be made to; else says what to do. */
async function ensureAllowed({ checkOnly, env }) {
  const problem = sandboxProblem(env);
  if (problem === null) return 0;
  // It loosens a setting of the whole machine: only where somebody is asked, or where the machine is thrown away afterwards.
  const mayAsk = !checkOnly && isRestricted() && (Boolean(env.CI) || process.stdin.isTTY);
  const before = mayAsk ? await privilege(env, `AppArmor forbids sandboxes. Run sudo ${ALLOW.join(' ')}?`) : null;
  if (before !== null && run([...before, ...ALLOW], env) && sandboxProblem(env) === null) return 0;
  console.error(`bubblewrap is installed, but cannot confine a process: ${problem.split('\n')[0]}`);
  if (isRestricted()) console.error(`  allow it until the next start:  sudo ${ALLOW.join(' ')}`);
  else {
    console.error(
      '  in a container:  start it with --security-opt seccomp=unconfined --security-opt systempaths=unconfined',
    );
    console.error('  else:            sudo sysctl -w user.max_user_namespaces=15000');
  }
  return 1;
}

function explain() {
  console.error('bubblewrap (bwrap) was not found on PATH; workflow-runner confines agents with it.');
  console.error('  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install -y --no-install-recommends bubblewrap');
  console.error('  Fedora:          sudo dnf install bubblewrap');
  console.error('  with Nix:        nix profile install nixpkgs#bubblewrap');
}

/** The exit code: 0 when agents can be confined here, or never can (`platform`, as process.platform, is not linux); else 1. */
export async function ensureSandbox({ checkOnly, env, platform }) {
  if (platform !== 'linux') {
    console.error('The sandbox of agents needs Linux: here they run without one.');
    return 0;
  }
  if (onPath('bwrap', env)) return ensureAllowed({ checkOnly, env });
  if (!checkOnly && isDebian() && onPath('apt-get', env)) {
    const before = await privilege(env, 'bubblewrap is missing. Install it with sudo apt-get install bubblewrap?');
    const installed = before !== null && INSTALL.every((command) => run([...before, ...command], env));
    if (installed && onPath('bwrap', env)) return ensureAllowed({ checkOnly, env });
  }
  explain();
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { env, platform, argv } = process;
  process.exitCode = await ensureSandbox({ checkOnly: argv.includes('--check'), env, platform });
}
