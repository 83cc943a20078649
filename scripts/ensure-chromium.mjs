#!/usr/bin/env node
// Looks for Chromium on PATH, in which the tests look at the pages that are written. Installs it where that needs no questions;
// where it cannot be had, says how to get it and exits 0 all the same: the tests that need it are skipped and say so. With --check
// it only looks, and exits 1 when there is none.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { isDebian, onPath, privilege, run } from './install-package.mjs';

/** The names under which distributions install it. */
const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const INSTALL = [
  ['apt-get', 'update'],
  ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
];

/** The first Chromium on PATH that says its version, with what it says; null when there is none. */
export function installedChromium(env) {
  for (const program of PROGRAMS) {
    if (!onPath(program, env)) continue;
    const asked = spawnSync(program, ['--version'], { env, encoding: 'utf8' });
    if (asked.status === 0) return { program, text: asked.stdout.trim() };
  }
  return null;
}

function explain() {
  console.error('Chromium was not found on PATH: the tests that look at pages in a browser are skipped.');
  console.error('  Debian:    sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium');
  console.error('  with Nix:  nix profile install nixpkgs#chromium');
}

/** The exit code: 0, but with `checkOnly` 1 when there is no Chromium. */
export async function ensureChromium({ checkOnly, env }) {
  const found = installedChromium(env);
  if (found !== null) {
    console.error(`${found.text} is installed.`);
    return 0;
  }
  if (!checkOnly && isDebian() && onPath('apt-get', env)) {
    const before = await privilege(env, 'Chromium is missing. Install it with sudo apt-get install chromium?');
    if (before !== null && INSTALL.every((command) => run([...before, ...command], env))) {
      const now = installedChromium(env);
      if (now !== null) {
        console.error(`${now.text} is installed now.`);
        return 0;
      }
    }
  }
  explain();
  return checkOnly ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = await ensureChromium({ checkOnly: process.argv.includes('--check'), env: process.env });
}
