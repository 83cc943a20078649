import { afterAll, describe, expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/base/diagnostic.js';
import { loadPlan, type LoadedPlan } from '../../src/commands/load-workflows.js';
import { newRepository, removeFolders, type Files } from '../support/git-repository.js';

/* What a plan depends on besides workflows: the files of agents and skills. */

afterAll(removeFolders);

const WORKFLOW = '.claude/workflows/w.yaml';
const AGENT = '.claude/agents/a.md';
const skillFile = (name: string): string => `.claude/skills/${name}/SKILL.md`;

function repository(steps: string, files: Files): string {
  return newRepository({ [WORKFLOW]: `workflow: w\ntype: sequential\nsteps:\n${steps}`, ...files });
}

async function loaded(steps: string, files: Files): Promise<LoadedPlan> {
  const plan = await loadPlan(repository(steps, files), 'w');
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

async function problems(steps: string, files: Files): Promise<readonly Diagnostic[]> {
  const plan = await loadPlan(repository(steps, files), 'w');
  return plan.ok ? plan.value.warnings : plan.error;
}

/** `file:line:column code message`. */
const short = ({ code, message, location }: Diagnostic): string =>
  `${location.file}:${location.line ?? 0}:${location.column ?? 0} ${code} ${message}`;

const BOUND = `---
name: a
tasks:
  built-in: { skill: default-nix-create, targets: all-categories }
  command: { run: nix fmt }
  text: { skill: reads }
  code: { skill: runs }
---
`;
const SKILLS: Files = {
  [skillFile('reads')]: '---\nname: reads\n---\nRead it.\n',
  [skillFile('runs')]: '---\nname: runs\nrun: true\n---\n'.replace('true', '"true"'),
  [skillFile('flake-validate')]: 'Judge the flake.\n',
  [skillFile('module-validate')]: '---\noverrides: true\n---\nJudge the modules.\n',
};

describe('loadPlan knows which steps talk to an agent CLI', () => {
  test.each([
    ['a task that is not bound', 'agent: a, task: judge', true],
    ['a task bound to a built-in skill', 'agent: a, task: built-in', false],
    ['a task bound to a command', 'agent: a, task: command', false],
    ['a task bound to a skill that is a text', 'agent: a, task: text', true],
    ['a task bound to a skill that is a command', 'agent: a, task: code', false],
    ['a task of an agent without a file', 'agent: nobody, task: built-in', true],
    ['a skill of the repository that is a text', 'skill: reads', true],
    ['a skill of the repository that is a command', 'skill: runs', false],
    ['a built-in skill', 'skill: default-nix-create', false],
    ['a built-in skill beside a text of its name', 'skill: flake-validate', false],
    ['a text that overrides a built-in skill', 'skill: module-validate', true],
    ['a command', 'run: ls', false],
  ])('%s', async (_, step, asks) => {
    const { plan } = await loaded(`  - { ${step} }\n`, { [AGENT]: `${BOUND}\n## Tasks\n\n### judge\n`, ...SKILLS });
    expect(plan.steps.map(({ asksAgent }) => asksAgent)).toEqual([asks]);
  });
});

describe('loadPlan', () => {
  test('freezes the files of agents, and of the skills that bindings lead to', async () => {
    const steps = '  - { agent: a, task: text }\n  - { skill: runs }\n';
    const { digests, agentFiles, skillFiles } = await loaded(steps, { [AGENT]: BOUND, ...SKILLS });
    expect(Object.keys(digests)).toEqual([WORKFLOW, AGENT, skillFile('runs'), skillFile('reads')]);
    expect([[...agentFiles.keys()], [...skillFiles.keys()]]).toEqual([['a'], ['runs', 'reads']]);
  });

  test('leaves skills alone that only other tasks are bound to', async () => {
    const broken = { ...SKILLS, [skillFile('reads')]: '---\nrun: [\n---\n' };
    expect(await problems('  - { agent: a, task: command }\n', { [AGENT]: BOUND, ...broken })).toEqual([]);
  });

  test('a broken agent file is told with its places, once for all steps that name it', async () => {
    const steps = '  - { agent: a, task: t }\n  - { agent: a, task: u }\n';
    const found = await problems(steps, { [AGENT]: '---\nmaxTurns: 0\npermissionMode: root\n---\n' });
    expect(found.map(short)).toEqual([
      `${AGENT}:2:11 out-of-range \`maxTurns\` is 0`,
      `${AGENT}:3:17 unknown-value \`permissionMode\` cannot be \`root\``,
    ]);
  });

  test('a task that the file does not know is a warning at the step, with what was meant', async () => {
    const [found, ...rest] = await problems('  - agent: a\n    task: comand\n', { [AGENT]: BOUND, ...SKILLS });
    expect([found && short(found), found?.severity, found?.sourceLine, rest]).toEqual([
      `${WORKFLOW}:4:5 unknown-task the agent 'a' knows no task 'comand': it is told only that name`,
      'warning',
      '  - agent: a',
      [],
    ]);
    expect(found?.help).toBe(`did you mean 'command'? ${AGENT} knows: built-in, command, text, code`);
  });

  test('a file without tasks leaves them to their names', async () => {
    expect(await problems('  - { agent: a, task: anything }\n', { [AGENT]: 'You are a.\n' })).toEqual([]);
  });

  test('a task bound to a skill that does not exist is an error where the skill is named', async () => {
    const text = '---\ntasks:\n  t: { skill: default-nix-creat }\n  u: { skill: nothing-like-it }\n---\n';
    const found = await problems('  - { agent: a, task: t }\n', { [AGENT]: text });
    expect(found.map((one) => [short(one), one.severity, one.sourceLine])).toEqual([
      [
        `${AGENT}:3:15 unknown-skill there is no skill 'default-nix-creat'`,
        'error',
        '  t: { skill: default-nix-creat }',
      ],
      [`${AGENT}:4:15 unknown-skill there is no skill 'nothing-like-it'`, 'error', '  u: { skill: nothing-like-it }'],
    ]);
    expect(found[0]?.help).toMatch(/^did you mean 'default-nix-create'\?/);
  });

  test.each([
    ['not closed', '---\nrun: ls\n', `:1:1 open-frontmatter the frontmatter that begins here has no end`],
    ['of the wrong type', '---\nrun: [ls]\n---\n', ':2:6 wrong-type `run` is a list'],
    ['with a truth that is a text', '---\noverrides: yes\n---\n', ':2:12 wrong-type `overrides` is the text `yes`'],
    ['nearly right', '---\noverride: true\n---\n', ':2:1 unknown-key unknown key `override`'],
  ])('a skill file that is %s is told with its place', async (_, text, expected) => {
    const found = await problems('  - skill: s\n', { [skillFile('s')]: text });
    expect(found.map(short)).toEqual([`${skillFile('s')}${expected}`]);
  });
});
