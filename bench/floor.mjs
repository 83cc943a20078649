// The least that a durable engine on Node can do: a loop that spawns a shell and syncs a record before and after each step.
//
//   node floor.mjs RECORDS-FILE STEPS.json [STAMP-STEP...]
//
// STEPS.json is an array of shell commands. Prints {"<step>": ms since 1970} for the steps asked for, when they ended.
import { spawn } from 'node:child_process';
import { fdatasyncSync, openSync, readFileSync, writeSync } from 'node:fs';

const [recordsFile, stepsFile, ...wanted] = process.argv.slice(2);
const record = Buffer.alloc(200, 'x');
const file = openSync(recordsFile, 'w');
const stamps = {};
const steps = JSON.parse(readFileSync(stepsFile, 'utf8'));
const stampAt = new Set(wanted.map(Number));

for (const [index, command] of steps.entries()) {
  write();
  await run(command);
  write();
  if (stampAt.has(index + 1)) stamps[index + 1] = Date.now();
}
console.log(JSON.stringify(stamps));

function write() {
  writeSync(file, record);
  fdatasyncSync(file);
}

function run(command) {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`))));
  });
}
