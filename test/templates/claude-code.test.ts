import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { buildProgram } from '../../src/commands/program.js';
import { VERSION } from '../../src/commands/version.js';
import { agentFile } from '../support/claude-project.js';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

const read = (file: string): string => readFileSync(file, 'utf8');
const COMMAND = 'templates/claude-code/commands/workflow.md';
const SKILL = 'templates/claude-code/skills/writing-workflows/SKILL.md';
const frontmatter = (file: string) =>
  parse(/^---\n([^]*?)\n---\n/.exec(read(file))?.[1] ?? '') as Record<string, unknown>;

afterAll(removeFolders);

describe('the slash command', () => {
  test('may start workflow-runner without asking and nothing else, and only a person starts it', () => {
    expect(frontmatter(COMMAND)).toMatchObject({
      'allowed-tools': 'Bash(workflow-runner:*)',
      'disable-model-invocation': true,
    });
  });

  test('has nothing that Claude Code would run when it puts the arguments in', () => {
    expect(read(COMMAND)).toContain('<arguments>$ARGUMENTS</arguments>');
    expect(read(COMMAND)).not.toMatch(/!\s*`|^```!/m);
  });

  test('is in the example as init writes it', () => {
    expect(read('examples/nixos-config/.claude/commands/workflow.md')).toBe(read(COMMAND));
  });
});

describe('the skill that explains how to write workflows', () => {
  test('shows a workflow and bound tasks that are valid, and plan', async () => {
    const [workflow = '', tasks = ''] = [...read(SKILL).matchAll(/```yaml\n([^]*?)```/g)].map(([, text]) => text);
    const agent = agentFile('mover', {}, '## Tasks').replace('\n---\n\n', `\n${tasks}---\n\n`);
    const repository = RunnerRepository.make(
      {
        'tidy-services': workflow,
        move: 'workflow: move\ntype: sequential\nsteps:\n  - { agent: mover, task: format }\n',
      },
      { '.claude/agents/mover.md': agent, 'modules/services/a.nix': '{ }\n' },
    );
    for (const args of [['validate'], ['tidy-services', '--dry-run'], ['move', '--dry-run']]) {
      const { code, stdout, stderr } = await repository.run(...args);
      expect([args, code, code === 0 ? '' : stdout + stderr]).toEqual([args, 0, '']);
    }
  });

  test('may look without asking, and start no run', () => {
    const allowed = String(frontmatter(SKILL)['allowed-tools']).split(', ');
    expect(allowed.map((rule) => /^Bash\(workflow-runner (\w+)(:\*)?\)$/.exec(rule)?.[1])).toEqual([
      'validate',
      'list',
      'skill',
      'schema',
    ]);
    // With a name behind it, `skill` works on the checkout.
    expect(allowed).toContain('Bash(workflow-runner skill)');
  });
});

test.each([COMMAND, SKILL])('%s names only commands and flags that there are', (file) => {
  const done = (): void => undefined;
  const program = buildProgram({
    cwd: '/',
    done,
    write: done,
    world: () => {
      throw new Error('nothing is run here');
    },
  });
  const flags = [program, ...program.commands].flatMap(({ options }) => options.map(({ long }) => long));
  const commands = program.commands.map((command) => command.name());
  const text = read(file);
  const named = [...text.matchAll(/`workflow-runner ([a-z]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !commands.includes(name ?? ''))).toEqual([]);
  const ours = [...text.matchAll(/--[a-z][a-z-]+/g)].map(([flag]) => flag);
  expect(ours.filter((flag) => !flags.includes(flag) && !['--marketplace', '--global'].includes(flag))).toEqual([]);
});

describe('the plugin', () => {
  const plugin = JSON.parse(read('.claude-plugin/plugin.json')) as Record<string, unknown>;

  test('is of the version of the program: Claude Code brings a new one to those who have it when that is raised', () => {
    expect(plugin['version']).toBe(VERSION);
  });

  test('has every agent of the template', () => {
    const agents = readdirSync('templates/nixos-restructuring/agents');
    expect(plugin['agents']).toEqual(agents.map((name) => `./templates/nixos-restructuring/agents/${name}`).sort());
  });

  test('says what is missing where there is no node', () => {
    const { status, stderr } = spawnSync(resolve('bin/workflow-runner'), {
      env: { PATH: '/nonexistent' },
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([
      127,
      'workflow-runner needs Node.js 20.12 or newer, and there is no node on PATH.\n',
    ]);
  });
});
