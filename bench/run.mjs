// Measures the goals of docs/performance.md, ours and its peers in turns.
//
//   node bench/run.mjs [NAME...] [--rounds N] [--long-rounds N] [--no-peers] [--write]
//
// NAME is one of steps, checkpoint, fan-out, long-chain, workspaces, merge, flake-model; default all. --write puts the table into
// docs/performance.md. Exit code 1 when ours failed somewhere; a missed goal is no failure.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureCheckpoint } from './goals/checkpoint.mjs';
import { measureFanOut } from './goals/fan-out.mjs';
import { measureFlakeModel } from './goals/flake-model.mjs';
import { measureLongChain } from './goals/long-chain.mjs';
import { measureMerge } from './goals/merge.mjs';
import { measureSteps } from './goals/steps.mjs';
import { measureWorkspaces } from './goals/workspaces.mjs';
import { writePerformance } from './performance-document.mjs';
import { installPeers } from './peers.mjs';
import { describeMachine, table } from './report.mjs';
import { buildRunner } from './runner.mjs';

const goals = {
  steps: measureSteps,
  checkpoint: measureCheckpoint,
  'fan-out': measureFanOut,
  'long-chain': measureLongChain,
  workspaces: measureWorkspaces,
  merge: measureMerge,
  'flake-model': measureFlakeModel,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    'long-rounds': { type: 'string', default: '1' },
    'no-peers': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const unknown = positionals.filter((name) => !(name in goals));
const [rounds, longRounds] = [Number(values.rounds), Number(values['long-rounds'])];
if (unknown.length > 0 || !(rounds >= 1) || !(longRounds >= 1)) {
  console.error(`usage: node bench/run.mjs [${Object.keys(goals).join('|')}]... [--rounds N] [--no-peers] [--write]`);
  process.exit(2);
}

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'workflow-runner-bench-')));
try {
  console.error('building');
  buildRunner();
  const peers = values['no-peers'] ? [] : installPeers(join(folder, 'peers'));
  const rows = [];
  for (const name of positionals.length > 0 ? positionals : Object.keys(goals)) {
    console.error(`measuring ${name}`);
    const place = join(folder, name);
    mkdirSync(place);
    const measured = await goals[name]({ folder: place, rounds, longRounds, peers });
    // The long run may be interrupted; what is measured is not lost.
    console.error(table(measured));
    rows.push(...measured);
    rmSync(place, { recursive: true, force: true });
  }
  const measured = {
    date: new Date().toISOString().slice(0, 10),
    machine: describeMachine(),
    table: table(rows),
    rounds,
  };
  console.log(`${measured.date}, ${measured.machine}\n\n${measured.table}`);
  if (values.write) await writePerformance(measured);
  for (const { what, of } of rows) {
    if (of.ours.failure === null) continue;
    console.error(`\n${what}: ${of.ours.failure}`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
