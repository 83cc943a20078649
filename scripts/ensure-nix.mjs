#!/usr/bin/env node
// Makes sure that Nix 2.4 or newer is on PATH and that its store can be used. Exits 0 when so; else installs what is missing
// where that needs no questions, or says exactly what to do and exits 1. With --check it only looks.
import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDebian, onPath, privilege, run } from './install-package.mjs';

const OLDEST = [2, 4];
const INSTALL = [
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'nix-bin'],
];

/** [2, 8] of `nix (Nix) 2.8.0`, also of Lix and Determinate Nix; null of anything else. */
export function versionOf(text) {
  const match = /^nix \(.*\) (\d+)\.(\d+)/m.exec(text);
  return match === null ? null : [Number(match[1]), Number(match[2])];
}

/** The version of the nix on PATH as printed, with whether it is new enough; null when there is none. */
export function installedNix(env) {
  const found = spawnSync('nix', ['--version'], { env, encoding: 'utf8' });
  if (found.error !== undefined || found.status !== 0) return null;
  const version = versionOf(found.stdout);
  const recent = version !== null && (version[0] > OLDEST[0] || (version[0] === OLDEST[0] && version[1] >= OLDEST[1]));
  return { text: found.stdout.trim(), recent };
}

/** Why Nix cannot use its store, as it says it itself; null when it can. A daemon, or a store that this user may write, will do. */
export function storeProblem(env) {
  const asked = spawnSync('nix-store', ['--add', fileURLToPath(import.meta.url)], { env, encoding: 'utf8' });
  return asked.status === 0 ? null : (asked.stderr?.trim() ?? '') || 'nix-store does not start';
}

function explain(found) {
  const problem = found === null ? 'nix was not found on PATH' : `${found.text} is too old`;
  console.error(`${problem}; workflow-runner needs Nix ${OLDEST.join('.')} or newer to validate a flake.`);
  console.error('  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install -y --no-install-recommends nix-bin');
  console.error('  anywhere else:   https://nixos.org/download');
}

/** As Nix's own installer for one user does it: the store belongs to that user, and no daemon is needed. */
const OWN_STORE = ['chown', '-R', String(process.getuid?.() ?? 0), '/nix'];

/** 0 when the store can be used, or could be made so; else says what to do. */
async function ensureStore({ checkOnly, env }) {
  const problem = storeProblem(env);
  if (problem === null) return 0;
  const before = checkOnly
    ? null
    : await privilege(env, `Nix cannot use its store. Make /nix yours with sudo ${OWN_STORE.join(' ')}?`);
  if (before !== null && before.length > 0 && run([...before, ...OWN_STORE], env) && storeProblem(env) === null)
    return 0;
  console.error(`Nix is installed, but this user cannot use its store: ${problem.split('\n')[0]}`);
  console.error('  start the Nix daemon and join its group (Debian: package nix-setup-systemd, group nix-users),');
  console.error(`  or make the store yours:  sudo ${OWN_STORE.join(' ')}`);
  return 1;
}

/** The exit code: 0 when a Nix that is new enough and can be used is there in the end, else 1. */
export async function ensureNix({ checkOnly, env }) {
  const found = installedNix(env);
  if (found?.recent) {
    console.error(`${found.text} is installed.`);
    return ensureStore({ checkOnly, env });
  }
  if (!checkOnly && found === null && isDebian() && onPath('apt-get', env)) {
    const before = await privilege(env, 'Nix is missing. Install it with sudo apt-get install nix-bin?');
    const installed = before !== null && INSTALL.every((command) => run([...before, ...command], env));
    const now = installed ? installedNix(env) : null;
    if (now?.recent) {
      console.error(`${now.text} is installed now.`);
      return ensureStore({ checkOnly, env });
    }
  }
  explain(found);
  return 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await ensureNix({ checkOnly: process.argv.includes('--check'), env: process.env });
}
