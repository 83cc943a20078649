import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { commandBackend } from '../../src/agents/command.js';
import { namedBackends } from '../../src/agents/registry.js';
import { buildProgram } from '../../src/commands/program.js';
import { EXIT } from '../../src/commands/world.js';
import { builtInSkills } from '../../src/skills/registry.js';
import { readInputs } from '../../src/github/runner/action-inputs.js';
import { agentRequest } from '../support/agent-request.js';
import { documentOf, documents, sectionOf, tableRows } from './markdown.js';

const readme = documentOf('README.md');
const architecture = documentOf('docs/architecture.md');
const skillsPage = documentOf('docs/skills.md');

const firstCells = (rows: readonly string[][]): string[] => rows.map(([first = '']) => first).sort();

describe('README.md', () => {
  test('is shorter than 340 lines, with the tables of the action', () => {
    expect(readme.text.split('\n').length - 1).toBeLessThan(340);
  });

  test('has the inputs and outputs of action.yml in its tables', () => {
    const checked = spawnSync(process.execPath, ['scripts/generate-action-tables.mjs', '--check'], {
      encoding: 'utf8',
    });
    expect([checked.status, checked.stderr]).toEqual([0, '']);
  });

  test('has in docs/skills.md a table of the built-in skills as the registry has them', () => {
    const skills = [...builtInSkills.values()].map(({ name, summary }) => [name, summary]).sort();
    expect(tableRows(skillsPage, 'skill', 'what it does').sort()).toEqual(skills);
  });

  test('has in docs/skills.md a table of the options of each skill as their schemas have them', () => {
    const options = [...builtInSkills.values()].flatMap(({ name, optionsSchema }) =>
      Object.keys(optionsSchema.shape).flatMap((option) => (option === 'check' ? [] : [`\`${name}\` \`${option}\``])),
    );
    expect(firstCells(tableRows(skillsPage, 'option', 'default'))).toEqual(options.sort());
  });

  test('has a table of all exit codes', () => {
    const codes = tableRows(readme, 'code', 'meaning').map(([code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT).sort((a, b) => a - b));
  });

  test('has in docs/agents.md a table of all agent backends, their programs, keys, and whether they tell their cost', () => {
    const rows = tableRows(documentOf('docs/agents.md'), 'backend', 'program').slice(0, -1);
    const backends = namedBackends.map(({ name, program, keyVariables, tellsCost }) => [
      name,
      program,
      keyVariables
        .map((key) => `\`${key}\``)
        .join(', ')
        .replace(/^`([^`]*)`$/, '$1'),
      tellsCost ? 'yes' : 'no',
    ]);
    expect(rows).toEqual(backends);
  });

  test('has in docs/agents.md a table of all variables that an agent gets', () => {
    const names = Object.keys(commandBackend('agent').launch(agentRequest()).env).sort();
    expect(firstCells(tableRows(documentOf('docs/agents.md'), 'variable', 'value'))).toEqual(names);
  });
});

test('docs/README.md leads to every other document', () => {
  const { text } = documentOf('docs/README.md');
  const names = readdirSync('docs').filter((name) => name.endsWith('.md') && name !== 'README.md');
  expect(names.filter((name) => !text.includes(`](${name})`))).toEqual([]);
});

describe('docs/workflow-reference.md', () => {
  test('has the tables of keys that are generated from the schema', () => {
    const checked = spawnSync(process.execPath, ['scripts/generate-key-tables.mjs', '--check'], { encoding: 'utf8' });
    expect([checked.status, checked.stderr]).toEqual([0, '']);
  });
});

describe('docs/architecture.md', () => {
  test('is shorter than 150 lines', () => {
    expect(architecture.text.split('\n').length - 1).toBeLessThan(150);
  });

  test('names every folder of src/ and no other', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(firstCells(tableRows(architecture, 'room'))).toEqual(folders.map(({ name }) => name).sort());
  });

  test('cites files whose head comments have those codes', () => {
    const wrong = tableRows(architecture, 'codes', 'file').filter(([codes = '', file = '']) => {
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      const [, letter = '', last = ''] = /^([A-Z])(?:1–[A-Z])?(\d)$/.exec(codes) ?? [];
      const numbers = Array.from({ length: Number(last) }, (_, index) => `${letter}${index + 1}`);
      return (
        !numbers.every((code) => new RegExp(`\\b${code}\\b`).test(text)) ||
        text.includes(`${letter}${Number(last) + 1} `)
      );
    });
    expect(wrong).toEqual([]);
  });

  test('names functions of the way of a run that exist, at most seven', () => {
    const steps = [...sectionOf(architecture, 'The way of a run').text.matchAll(/^\d\. `(?:\w+\.)?(\w+)` \((\w+)\)/gm)];
    expect(steps.length).toBeLessThanOrEqual(7);
    const missing = steps.filter(([, name = '', room = '']) => {
      const files = readdirSync(`src/${room}`).filter((file) => file.endsWith('.ts'));
      const declared = new RegExp(`(export (async )?function ${name}|readonly ${name} =)\\b|readonly ${name} = \\(`);
      return !files.some((file) => declared.test(readFileSync(`src/${room}/${file}`, 'utf8')));
    });
    expect([steps.length > 5, missing]).toEqual([true, []]);
  });
});

test('docs/dependencies.md gives a reason for each package that the sources import and for nothing else', () => {
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const imported = sources.flatMap((file) => [
    ...readFileSync(`src/${file}`, 'utf8').matchAll(/(?:\bfrom|\bimport\() ?'((?!node:)(?:@[\w-]+\/)?[\w-]+)/g),
  ]);
  const packages = [...new Set(imported.map(([, name]) => name))].sort();
  expect(firstCells(tableRows(documentOf('docs/dependencies.md'), 'package'))).toEqual(packages);
});

test('the test command ensures Nix, the sandbox and Chromium first, and has every check', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const parts = scripts['test']?.split(' && ') ?? [];
  const checks = ['typecheck', 'lint', 'format:check', 'jest'].map((name) => `npm run ${name}`);
  const ensured = ['ensure-nix', 'ensure-sandbox', 'ensure-chromium'].map((name) => `node scripts/${name}.mjs`);
  expect(parts.slice(0, 7)).toEqual([...ensured, ...checks]);
});

describe('the command line', () => {
  const program = buildProgram({
    cwd: '/',
    done: () => undefined,
    write: () => undefined,
    world: () => {
      throw new Error('no command is run here');
    },
  });
  const optionsOf = (command: Pick<typeof program, 'options'>): string[] =>
    command.options.map(({ long }) => long ?? '');
  const commands = new Map(program.commands.map((command) => [command.name(), optionsOf(command)]));

  test('has every flag that the documents name', () => {
    const known = [...optionsOf(program), ...[...commands.values()].flat(), '--help'];
    const named = documents.flatMap(({ text }) =>
      [...text.matchAll(/`(--[a-z-]+)[^`]*`/g)].map(([, flag = '']) => flag),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((flag) => !known.includes(flag))).toEqual([]);
  });

  test('has its commands, and every flag of run, named in README.md or in a document it links to', () => {
    const text = documents.map((document) => document.text).join('\n');
    const wanted = [...[...commands.keys()].filter((name) => name !== 'run'), ...(commands.get('run') ?? [])];
    expect(wanted.filter((name) => !text.includes(`workflow-runner ${name}`) && !text.includes(`\`${name}`))).toEqual(
      [],
    );
  });
});

describe('action.yml', () => {
  const { inputs, outputs } = parse(readFileSync('action.yml', 'utf8')) as Record<string, Record<string, object>>;

  test('has exactly the inputs that are read', () => {
    const asked = new Set<string>();
    readInputs(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }));
    const names = Object.keys(inputs ?? {}).map((name) => `INPUT_${name.toUpperCase()}`);
    expect([...asked].sort()).toEqual(names.sort());
  });

  test('has exactly the outputs that are set', () => {
    const text = readdirSync('src/github', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`src/github/${file}`, 'utf8'))
      .join('\n');
    const set = new Set([...text.matchAll(/setOutput\(\s*'([a-z-]+)'/g)].map(([, name = '']) => name));
    expect(Object.keys(outputs ?? {}).sort()).toEqual([...set].sort());
  });
});

describe('docs/recovery.md', () => {
  const recovery = documentOf('docs/recovery.md');

  test('has a way out of every failure there is', () => {
    const reasons = [...readFileSync('src/base/failure.ts', 'utf8').matchAll(/readonly reason: '([a-z-]+)'/g)];
    const told = firstCells(tableRows(recovery, 'reason', 'what it means'));
    expect(told).toEqual(reasons.map(([, reason]) => reason).sort());
  });

  test('has a way out of every exit code', () => {
    const codes = tableRows(recovery, 'exit code', 'what happened').map(([code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT).sort((a, b) => a - b));
  });
});
