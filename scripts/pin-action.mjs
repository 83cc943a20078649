// Pins our own action at the commit that is checked out, whose dist/ is current, wherever it is named: src/compile/pins.ts, README.md and
// examples/workflows. Then compiles the example's phases anew. Commit what it changed, with dist/ built again. A release runs it last.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const action = 'workflow-runner/workflow-runner';
const example = join(root, 'examples/nixos-config');

if (git('status', '--porcelain') !== '') throw new Error('Commit what has changed first: the pin names a commit.');
const pins = join(root, 'src/compile/pins.ts');
const old = new RegExp(`name: '${action}',\\s+sha: '([0-9a-f]{40})'`).exec(readFileSync(pins, 'utf8'))?.[1];
if (old === undefined) throw new Error(`${pins} does not pin ${action}.`);
const current = git('rev-parse', 'HEAD');

const workflows = readdirSync(join(root, 'examples/workflows')).map((name) => join(root, 'examples/workflows', name));
for (const file of [pins, join(root, 'README.md'), ...workflows]) {
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll(old, current));
}

execFileSync('npx', ['tsc', '-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' });
const { compileWorkflow } = await import('../lib/compile/compile-workflow.js');
const { DEFAULT_OPTIONS } = await import('../lib/compile/compile-options.js');
const { loadPlanFrom } = await import('../lib/commands/load-workflows.js');
const { WorkflowFolder } = await import('../lib/commands/workflow-folder.js');
const folder = new WorkflowFolder(example);
const planned = loadPlanFrom(example, folder, 'complete-module-refactor');
const { workflow } = folder.load('complete-module-refactor');
const compiled = compileWorkflow(workflow, planned.value.plan, DEFAULT_OPTIONS);
writeFileSync(join(root, 'examples/workflows/phases.yml'), compiled.value);
process.stdout.write(`${action} is pinned at ${current}; it was at ${old}.\n`);
