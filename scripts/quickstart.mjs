#!/usr/bin/env node
// Shows workflow-runner at work: a fresh copy of the example in a new git repository, restructured by a scripted agent, so no
// account is needed. Usage: node scripts/quickstart.mjs [DIR]. Exits with the exit code of the runner, 2 for bad usage.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureNix } from './ensure-nix.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const EXAMPLE = join(ROOT, 'examples', 'nixos-config');
const RUNNER = join(ROOT, 'dist', 'cli', 'index.js');
const WORKFLOW = 'complete-module-refactor';

/** The new folder, made; or null, having said why, when the user named one that is in use. */
function newFolder(wanted) {
  if (wanted === undefined) return mkdtempSync(join(tmpdir(), 'workflow-runner-'));
  const folder = resolve(wanted);
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    console.error(`${folder} is not empty: name a new folder, or none to get one in ${tmpdir()}`);
    return null;
  }
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Runs git in the folder; its own output is shown only when it fails. */
function git(folder, ...args) {
  const done = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  if (done.status === 0) return true;
  console.error(`git ${args[0]} failed: ${done.error?.message ?? done.stderr.trim()}`);
  return false;
}

function makeRepository(folder) {
  cpSync(EXAMPLE, folder, { recursive: true });
  return (
    git(folder, 'init', '--quiet', '--initial-branch=main') &&
    git(folder, 'config', 'user.name', 'Quickstart') &&
    git(folder, 'config', 'user.email', 'quickstart@example.invalid') &&
    git(folder, 'config', 'commit.gpgsign', 'false') &&
    git(folder, 'add', '--all') &&
    git(folder, 'commit', '--quiet', '--message=The configuration before the restructuring')
  );
}

const quoted = (text) => (/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

function sayWhatNext(folder, exitCode) {
  const at = quoted(folder);
  const runner = `node ${quoted(RUNNER)}`;
  const state = join(folder, '.claude', 'workflows', WORKFLOW);
  const lines = [
    '',
    exitCode === 0
      ? `Done. The result is in ${folder}:`
      : `The runner ended with exit code ${exitCode}. Look at ${folder}:`,
    `  git -C ${at} log --stat                    one commit per step`,
    `  cat ${quoted(join(state, 'state.json'))}`,
    `  cat ${quoted(join(state, 'progress.json'))}`,
    `  ${runner} status --repo ${at}`,
    `  ${runner} metrics --repo ${at}`,
    exitCode === 0
      ? `  ${runner} run phase-1-critical --dry-run --repo ${at}`
      : `  ${runner} run ${WORKFLOW} --resume --repo ${at} --agent-backend ${quoted(`command:${agentIn(folder)}`)}`,
  ];
  console.log(lines.join('\n'));
}

const agentIn = (folder) => join(folder, '.claude', 'agents', 'scripted-agent.mjs');

async function main(args) {
  if (args.length > 1 || args[0]?.startsWith('-')) {
    console.error('usage: node scripts/quickstart.mjs [DIR]');
    return args[0] === '--help' || args[0] === '-h' ? 0 : 2;
  }
  if (!existsSync(RUNNER)) {
    console.error(`${RUNNER} is missing: build it with npm ci && npm run build`);
    return 1;
  }
  const folder = newFolder(args[0]);
  if (folder === null) return 2;
  if (!makeRepository(folder)) return 1;
  console.log(`A copy of the example is in ${folder}`);
  const nix = await ensureNix({ checkOnly: false, env: process.env });
  if (nix !== 0) return nix;

  const command = ['run', WORKFLOW, '--repo', folder, '--agent-backend', `command:${agentIn(folder)}`];
  console.log(`$ node ${[RUNNER, ...command].map(quoted).join(' ')}\n`);
  const done = spawnSync(process.execPath, [RUNNER, ...command], { stdio: 'inherit' });
  const exitCode = done.status ?? 70;
  sayWhatNext(folder, exitCode);
  return exitCode;
}

process.exitCode = await main(process.argv.slice(2));
