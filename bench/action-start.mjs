// Cold start of the action: `plan` on a small repository, against other actions that are started without their inputs.
//
//   node bench/action-start.mjs [--rounds N] [--peer NAME=INDEX.js]...
//
// Peers are bundles out of checkouts of their repositories (actions are not on npm): `--peer cache=…/dist/restore/index.js`.
// All take turns; each process is timed whole, whatever its exit code. Prints a table in markdown.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { git } from './repository.mjs';
import { interleave, summary } from './statistics.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string' }, peer: { type: 'string', multiple: true } } });
const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'action-start-'));
const workspace = join(folder, 'workspace');

try {
  const peers = (values.peer ?? []).map((peer) => peer.split('='));
  const contestants = {
    plan: () => start([join(root, 'dist/action/index.js')], planEnvironment()),
    'plan without inputs': () => start([join(root, 'dist/action/index.js')], bareEnvironment()),
    'node -e 0': () => start(['-e', '0'], bareEnvironment()),
    ...Object.fromEntries(peers.map(([name, file]) => [name, () => start([resolve(file)], bareEnvironment())])),
  };
  makeWorkspace();
  const results = await interleave(contestants, Number(values.rounds ?? 15));
  console.log('| started | min ms | median ms |\n| --- | --- | --- |');
  for (const name of Object.keys(contestants)) {
    const { min, median } = summary(results[name].samples);
    console.log(`| ${name} | ${min.toFixed(0)} | ${median.toFixed(0)} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function makeWorkspace() {
  cpSync(join(root, 'examples/nixos-config'), workspace, { recursive: true });
  git(workspace, 'init', '--quiet', '--initial-branch=main');
  git(workspace, 'add', '--all');
  git(workspace, '-c', 'user.name=Bench', '-c', 'user.email=bench@example.invalid', 'commit', '--quiet', '-m', 'one');
  for (const name of ['output', 'state', 'summary']) writeFileSync(join(folder, name), '');
}

/** Milliseconds of the whole process; the exit code does not matter: a missing input is what is measured. */
function start(args, env) {
  const before = performance.now();
  spawnSync(process.execPath, args, { cwd: workspace, env, stdio: 'ignore' });
  return performance.now() - before;
}

function bareEnvironment() {
  return { PATH: process.env.PATH, HOME: folder };
}

function planEnvironment() {
  return {
    ...bareEnvironment(),
    INPUT_COMMAND: 'plan',
    INPUT_WORKFLOW: 'complete-module-refactor',
    GITHUB_REPOSITORY: 'somebody/config',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'plan',
    GITHUB_SHA: '0'.repeat(40),
    GITHUB_REF: 'refs/heads/main',
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: folder,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STATE: join(folder, 'state'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
  };
}
