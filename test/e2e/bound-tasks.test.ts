import { afterAll, describe, expect, test } from '@jest/globals';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { removeFolders, type Files } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* Tasks that an agent's file binds to code, and skills of the repository: what runs without a model, and what does not. */

afterAll(removeFolders);

const AGENT = '.claude/agents/keeper.md';
const skillFile = (name: string): string => `.claude/skills/${name}/SKILL.md`;

const make = (steps: string, files: Files): RunnerRepository =>
  RunnerRepository.make({ w: `workflow: w\ntype: sequential\nsteps:\n${steps}` }, { 'base.txt': 'base\n', ...files });

/** A PATH without any agent CLI: nothing but what the runner itself needs. */
const NO_BACKEND = ['--agent-backend', 'command:/nonexistent/agent'];

describe('a task that is bound to code', () => {
  const bound = `---
name: keeper
tasks:
  defaults: { skill: default-nix-create, targets: all-categories }
  note: { run: 'echo "$PWD" > note' }
---

## Tasks

### note

Leave a note.

**Validation**

\`\`\`bash
if ! grep -q / note; then echo "the note is empty" >&2; exit 1; fi
\`\`\`
`;

  test('runs with no backend, and costs nothing', async () => {
    const files = { [AGENT]: bound, 'modules/shell/zsh.nix': '# zsh\n{ }\n' };
    const repository = make('  - { agent: keeper, task: defaults }\n  - { agent: keeper, task: note }\n', files);
    const { code, stderr } = await repository.run('w', ...NO_BACKEND);
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('agent-backend')]);
    expect(readFileSync(repository.path('modules/shell/default.nix'), 'utf8')).toContain('./zsh.nix');
    expect(existsSync(repository.path('note'))).toBe(true);
  });

  test('is judged by the validation of the task as well', async () => {
    const repository = make('  - { agent: keeper, task: note }\n', {
      [AGENT]: bound.replace('echo "$PWD"', 'echo empty'),
    });
    const { code, stdout, stderr } = await repository.run('w', ...NO_BACKEND);
    expect([code, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining('the note is empty')]);
  });

  test('takes the settings of the step over those of the binding', async () => {
    const text = '---\ntasks:\n  t: { skill: echoes, options: { a: 1, b: 1 } }\n---\n';
    const run = `---\nrun: printf '%s' "$WORKFLOW_RUNNER_OPTIONS" > options.json\n---\n`;
    const repository = make('  - { agent: keeper, task: t, config: { b: 2 } }\n', {
      [AGENT]: text,
      [skillFile('echoes')]: run,
    });
    expect((await repository.run('w', ...NO_BACKEND)).code).toBe(0);
    expect(JSON.parse(readFileSync(repository.path('options.json'), 'utf8'))).toEqual({ a: 1, b: 2 });
  });

  test('to a skill that does not exist stops everything, with file, line and column', async () => {
    const repository = make('  - { agent: keeper, task: t }\n', {
      [AGENT]: '---\ntasks:\n  t: { skill: nothing }\n---\n',
    });
    for (const args of [['w'], ['validate']]) {
      const { code, stderr } = await repository.run(...args);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${AGENT}:3:15`)]);
    }
  });
});

describe('a skill of the repository', () => {
  test('with run: is executed and told what the step says', async () => {
    const repository = make('  - { skill: says, targets: [modules], options: { a: [1] }, input: in.txt }\n', {
      [skillFile('says')]:
        '---\nrun: env | grep -E "^WORKFLOW_RUNNER_(INPUT|OPTIONS|SKILL|TARGETS)=" | sort > said\n---\n',
    });
    expect((await repository.run('w', ...NO_BACKEND)).code).toBe(0);
    expect(readFileSync(repository.path('said'), 'utf8').split('\n').slice(0, -1)).toEqual([
      'WORKFLOW_RUNNER_INPUT=in.txt',
      'WORKFLOW_RUNNER_OPTIONS={"a":[1]}',
      'WORKFLOW_RUNNER_SKILL=says',
      'WORKFLOW_RUNNER_TARGETS=["modules"]',
    ]);
  });

  test.each([
    ['does not stand in for a built-in one', '', false],
    ['stands in for a built-in one when it says so', 'overrides: true\n', true],
  ])('%s', async (_, overrides, isOwn) => {
    const repository = make('  - skill: default-nix-create\n', {
      [skillFile('default-nix-create')]: `---\n${overrides}run: echo own > own\n---\n`,
      'modules/shell/zsh.nix': '# zsh\n{ }\n',
    });
    expect((await repository.run('w', ...NO_BACKEND)).code).toBe(0);
    const there = [existsSync(repository.path('own')), existsSync(repository.path('modules/shell/default.nix'))];
    expect(there).toEqual([isOwn, !isOwn]);
  });

  test.each([
    ['a step', '  - { skill: poetry, options: { lines: 4 } }\n', {}],
    [
      'a bound task',
      '  - { agent: keeper, task: t }\n',
      { [AGENT]: '---\ntasks:\n  t: { skill: poetry, options: { lines: 4 } }\n---\n' },
    ],
  ])('that is a text is given to the agent, from %s', async (_, steps, files) => {
    const repository = make(steps, { [skillFile('poetry')]: '---\nname: poetry\n---\n\nWrite in rhymes.\n', ...files });
    const agent = `${repository.home}/agent`;
    writeFileSync(
      agent,
      `#!/bin/sh\ncat > '${repository.home}/prompt'\necho x > poem\necho '{"status":"done","summary":"rhymed"}'\n`,
    );
    chmodSync(agent, 0o755);
    expect((await repository.run('w', '--sandbox', 'off', '--agent-backend', `command:${agent}`)).code).toBe(0);
    const prompt = readFileSync(`${repository.home}/prompt`, 'utf8');
    expect(['Write in rhymes.', '"lines": 4'].filter((part) => !prompt.includes(part))).toEqual([]);
    expect(existsSync(repository.path('poem'))).toBe(true);
  });

  test('that is a text needs a backend, which is said before anything runs', async () => {
    const repository = make('  - { run: "echo x > x" }\n  - { skill: poetry }\n', {
      [skillFile('poetry')]: 'Write.\n',
    });
    const { code, stderr } = await repository.run('w', ...NO_BACKEND);
    expect([code, stderr, existsSync(repository.path('x'))]).toEqual([2, expect.stringContaining('(poetry)'), false]);
  });
});
