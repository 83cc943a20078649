import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentFile } from '../../src/definition/agent-file.js';
import { parseAgentFile } from '../../src/definition/parse-agent-file.js';
import { parseWorkflow } from '../../src/definition/parse-workflow.js';
import { builtInSkillNames } from '../../src/skills/built-in-names.js';
import { builtInSkills } from '../../src/skills/registry.js';
import { copyExample, exampleRoot, projectRoot, removeCopies } from '../examples/example-copy.js';
import { performTask } from '../examples/perform-task.js';

const folder = join(projectRoot, 'templates/nixos-restructuring/agents');
const parsed = readdirSync(folder).map((file) => ({
  name: file.replace(/\.md$/, ''),
  ...parseAgentFile(readFileSync(join(folder, file), 'utf8'), file),
}));
const agents = new Map<string, AgentFile>(parsed.flatMap(({ name, agent }) => (agent === null ? [] : [[name, agent]])));

/** What the workflows of the example ask of agents, `agent/task`, each once. */
function askedInExample(): string[] {
  const workflows = join(exampleRoot, '.claude/workflows');
  const steps = readdirSync(workflows).flatMap((file) => {
    const { workflow } = parseWorkflow(readFileSync(join(workflows, file), 'utf8'), file);
    return workflow?.phases.flatMap((phase) => phase.steps) ?? [];
  });
  return [...new Set(steps.flatMap((step) => (step.kind === 'agent' ? [`${step.agent}/${step.task}`] : [])))].sort();
}

/** Every validation as `agent/task` with its script. */
const validations = [...agents].flatMap(([name, { tasks }]) =>
  [...tasks].flatMap(([task, { validation }]) =>
    validation === null ? [] : [[`${name}/${task}`, validation] as const],
  ),
);

const scriptOf = (task: string): string => validations.find(([name]) => name.endsWith(`/${task}`))?.[1] ?? 'exit 9';

/** Runs a validation as the runner does; what it printed on standard error, and its exit code. */
function validate(root: string, task: string): { code: number | null; stderr: string } {
  const { status, stderr } = spawnSync('bash', ['-e', '-c', scriptOf(task)], { cwd: root, encoding: 'utf8' });
  return { code: status, stderr };
}

afterAll(removeCopies);

describe('the agents of templates/nixos-restructuring', () => {
  test('are those of the seed, and one for what surrounds the modules', () => {
    expect([...agents.keys()].sort()).toEqual([
      'documentation',
      'infrastructure',
      'module-refactoring',
      'security-auditor',
      'structure-validator',
      'testing',
    ]);
  });

  test.each(parsed)(
    '$name has no diagnostic, a limit of turns and only the tools that it needs',
    ({ agent, diagnostics }) => {
      expect(diagnostics).toEqual([]);
      expect([agent?.maxTurns, agent?.description]).not.toContain(null);
      expect(agent?.tools ?? ['Bash']).not.toContain('Bash');
    },
  );

  test('know every task that the workflows of the example ask of them', () => {
    const asked = askedInExample().filter((task) => agents.has(task.split('/')[0] ?? ''));
    const known = [...agents].flatMap(([name, { tasks }]) => [...tasks.keys()].map((task) => `${name}/${task}`));
    expect(asked.length).toBeGreaterThan(10);
    expect(asked.filter((task) => !known.includes(task))).toEqual([]);
  });

  test('bind tasks only to built-in skills, with options that these have', () => {
    const bindings = [...agents.values()].flatMap(({ bindings: bound }) => [...bound.values()]);
    const skills = bindings.flatMap((binding) => (binding.kind === 'skill' ? [binding] : []));
    expect(skills.map(({ skill }) => skill).filter((skill) => !builtInSkillNames.has(skill))).toEqual([]);
    const wrong = skills.filter(
      ({ skill, options }) => builtInSkills.get(skill)?.optionsSchema.safeParse(options).success !== true,
    );
    expect([skills.length, wrong]).toEqual([12, []]);
  });

  test('tell a model for each task that is not bound what goes in, what to do and what comes out', () => {
    const unclear = [...agents].flatMap(([name, { tasks, bindings }]) =>
      [...tasks].flatMap(([task, { text, validation }]) => {
        const isWhole =
          validation !== null && ['Inputs', 'Steps', 'Outputs'].every((part) => text.includes(`#### ${part}\n`));
        return isWhole || bindings.has(task) ? [] : [`${name}/${task}`];
      }),
    );
    expect(unclear).toEqual([]);
  });

  test.each(validations)('the validation of %s is a bash script', (_, script) => {
    expect(spawnSync('bash', ['-n', '-c', script], { encoding: 'utf8' })).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('the validation of a task', () => {
  test.each([
    ['move-laptop-offload-client', 'laptop-offload-client.nix is still in the root'],
    ['create-module-defaults', 'modules/applications/ has no default.nix'],
    ['refactor-vscode-vscodium', 'vscode-secure.nix and vscodium-secure.nix name no file that both use'],
    ['refactor-firefox-brave', 'firefox-privacy.nix and brave-secure.nix name no file that both use'],
    ['split-large-modules', 'modules/services/monitoring.nix: 238 lines'],
    ['optimize-imports', 'modules/applications has no default.nix'],
    ['create-test-infrastructure', 'tests/default.nix is missing or empty'],
    ['add-module-headers', 'modules/security/ssh.nix'],
    ['generate-docs', 'docs/modules/README.md is missing or empty'],
    ['enhance-documentation', 'modules/README.md is missing or empty'],
    ['create-usage-examples', 'docs/examples/security.md is missing or empty'],
    ['add-inline-documentation', 'hosts/kernelcore/configuration.nix:7:   kernelcore = {'],
  ])('%s fails on the untouched example, saying why, and passes on the result', async (task, why) => {
    const copy = copyExample();
    const before = validate(copy.root, task);
    expect([before.code, before.stderr]).toEqual([1, expect.stringContaining(why)]);
    expect((await performTask(copy, task)).status).toBe('done');
    // A Nix that is asked for its opinion may warn about the machine.
    expect(validate(copy.root, task).code).toBe(0);
  });

  test.each([
    ['move-laptop-offload-client', 'flake.nix', './laptop-offload-client.nix', 'flake.nix still names the old path'],
    [
      'generate-docs',
      'modules/security/tpm.nix',
      '{ }',
      'docs/modules/security.md does not name modules/security/tpm.nix',
    ],
    [
      'enhance-documentation',
      'modules/security/tpm.nix',
      '{ }',
      'modules/README.md does not name modules/security/tpm.nix',
    ],
  ])('%s fails on work that is half done: %s with %s', async (task, file, text, why) => {
    const copy = copyExample();
    await performTask(copy, task);
    const path = join(copy.root, file);
    writeFileSync(path, file === 'flake.nix' ? `${readFileSync(path, 'utf8')}# [\n ${text}\n` : text);
    const { code, stderr } = validate(copy.root, task);
    expect([code, stderr]).toEqual([1, expect.stringContaining(why)]);
  });
});
