import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { boundTasks } from './perform-task.js';
import { copyExample, exampleRoot, flakeCheck, projectRoot, removeCopies } from './example-copy.js';

afterAll(removeCopies);

interface Stepped {
  readonly steps?: readonly { readonly agent?: string; readonly task?: string }[];
}
interface WorkflowFile extends Stepped {
  readonly workflow: string;
  readonly phases?: readonly Stepped[];
}

const folder = join(exampleRoot, '.claude', 'workflows');
const workflows = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, parse(readFileSync(join(folder, name), 'utf8')) as WorkflowFile] as const);

const agentTasks = workflows.flatMap(([, workflow]) =>
  [workflow, ...(workflow.phases ?? [])].flatMap((part) =>
    (part.steps ?? []).flatMap(({ agent, task }) => (agent === undefined || task === undefined ? [] : [{ agent, task }])),
  ),
);

test('the example as shipped passes nix flake check', () => {
  expect(flakeCheck(copyExample().root)).toBe('');
});

test('a port that nobody allowed fails the flake check by name', () => {
  const { root } = copyExample();
  const path = join(root, 'hosts/atlas/configuration.nix');
  writeFileSync(path, readFileSync(path, 'utf8').replace('  networking.useDHCP', '  networking.firewall.allowedTCPPorts = [ 23 ];\n  networking.useDHCP'));
  expect(flakeCheck(root)).toContain('atlas: port 23 must not be open');
});

test('an option that does not exist is named with its file', () => {
  const { root } = copyExample();
  const path = join(root, 'hosts/atlas/configuration.nix');
  writeFileSync(path, readFileSync(path, 'utf8').replace('development.git.enable', 'development.gti.enable'));
  expect(flakeCheck(root)).toMatch(/The option `kernelcore\.development\.gti' does not exist[^]*hosts\/atlas\/configuration\.nix/);
});

test.each(workflows)('%s is named after its workflow', (name, workflow) => {
  expect(name).toBe(`${workflow.workflow}.yaml`);
});

test.each(agentTasks)('the agent $agent describes its task $task', ({ agent, task }) => {
  const description = readFileSync(join(exampleRoot, '.claude', 'agents', `${agent}.md`), 'utf8');
  expect(description).toContain(`\n### ${task}\n`);
});

test.each([...new Set(agentTasks.map(({ task }) => task))])('the task %s is bound to a skill, or the scripted agent knows it', (task) => {
  const known = readFileSync(join(exampleRoot, '.claude', 'agents', 'tasks', 'registry.mjs'), 'utf8');
  expect(boundTasks.includes(task)).not.toBe(known.includes(`'${task}':`));
});

test.each(['phase-1-critical', 'phase-2-parallel', 'phase-2-structural', 'phase-3-docs-testing', 'phase-4-advanced'])(
  '%s is the workflow of the template',
  (name) => {
    const shipped = readFileSync(join(projectRoot, 'templates/nixos-restructuring/workflows', `${name}.yaml`), 'utf8');
    expect(readFileSync(join(folder, `${name}.yaml`), 'utf8')).toBe(shipped);
  },
);

test.each(readdirSync(join(projectRoot, 'templates/nixos-restructuring/agents')))('%s is the agent of the template', (file) => {
  const shipped = readFileSync(join(projectRoot, 'templates/nixos-restructuring/agents', file), 'utf8');
  expect(readFileSync(join(exampleRoot, '.claude', 'agents', file), 'utf8')).toBe(shipped);
});
