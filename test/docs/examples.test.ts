import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandBackend } from '../../src/agents/command.js';
import { EMPTY_TRANSCRIPT, withEvent } from '../../src/agents/transcript.js';
import { parseAgentFile } from '../../src/definition/parse-agent-file.js';
import { parseSkillFile } from '../../src/definition/skill-file.js';
import { readEvent } from '../../src/engine/read-event.js';
import { readJournal } from '../../src/journal/journal-file.js';
import { metricsSchema } from '../../src/report/metrics-schema.js';
import { progressSchema } from '../../src/report/progress-schema.js';
import { stateSchema } from '../../src/report/state-schema.js';
import { auditWorkflow } from '../support/audit-workflow.js';
import { lintWorkflows } from '../support/lint-workflow.js';
import { compiledProgram, documentedCopy, type DocumentedCopy } from './documented-copy.js';
import { documentOf, documents, type CodeBlock } from './markdown.js';

/** The two blocks that work on the project itself. The second runs this test. */
const onTheProject = ['node scripts/quickstart.mjs\n', 'npm ci && npm test\n'];

const languages = ['sh', 'yaml', 'json', 'jsonl', 'nix', 'text'];
/** YAML of GitHub, and configurations of a user: test/docs/notifications.test.ts. */
const notWorkflows = ['github', 'config'];
const isRunnable = ({ language, note, text }: CodeBlock): boolean =>
  (language === 'yaml' && !notWorkflows.includes(note)) || (language === 'sh' && !onTheProject.includes(text));

const lib = compiledProgram();
const folders: string[] = [lib];
afterAll(() => {
  for (const folder of folders) {
    execFileSync('chmod', ['-R', 'u+w', folder]);
    rmSync(folder, { recursive: true, force: true });
  }
});

function newCopy(): DocumentedCopy {
  const copy = documentedCopy(lib);
  folders.push(copy.home);
  return copy;
}

/** A workflow is written where it belongs and has to be valid and to make a plan; commands have to succeed. */
function follow(copy: DocumentedCopy, { language, text }: CodeBlock): string {
  if (language !== 'yaml') return succeed(copy, text);
  const name = /^workflow: (\S+)$/m.exec(text)?.[1] ?? 'nameless';
  copy.commitFile(`.claude/workflows/${name}.yaml`, text);
  return succeed(copy, `workflow-runner validate .claude/workflows/${name}.yaml\nworkflow-runner ${name} --dry-run`);
}

function succeed(copy: DocumentedCopy, text: string): string {
  const { exitCode, output } = copy.shell(text);
  if (exitCode !== 0) throw new Error(`exit code ${String(exitCode)}\n${output}`);
  return output;
}

describe.each(documents.filter(({ blocks }) => blocks.some(isRunnable)))('the examples of $file', ({ blocks }) => {
  let copy: DocumentedCopy;
  beforeAll(() => {
    copy = newCopy();
  });

  test.each(blocks.filter(isRunnable))('line $line ($language) does what it is there for', (block) => {
    expect(() => follow(copy, block)).not.toThrow();
  });
});

describe('README.md', () => {
  const readme = documentOf('README.md');

  test('begins its Quickstart with the two commands that work on a clean clone', () => {
    const blocks = readme.blocks.filter(({ heading }) => heading === 'Quickstart');
    expect(blocks.map(({ language, text }) => [language, text])).toEqual(onTheProject.map((text) => ['sh', text]));
  });

  test('begins with a command that runs the main workflow and lands it', () => {
    const { home, env } = newCopy();
    const done = spawnSync('sh', ['-c', onTheProject[0] ?? ''], { env: { ...env, TMPDIR: home }, encoding: 'utf8' });
    expect([done.status, done.stdout]).toEqual([0, expect.stringContaining('landed on main')]);
  });

  test('shows lines that the run really prints, but for times and commits', () => {
    const copy = newCopy();
    const printed = succeed(
      copy,
      'workflow-runner complete-module-refactor --agent-backend command:.claude/agents/scripted-agent.mjs',
    );
    const [transcript] = readme.blocks.filter(({ note }) => note === 'transcript');
    const wanted = plain(transcript?.text ?? 'there is no transcript');
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((line) => !plain(printed).includes(line))).toEqual([]);
  });

  test('shows an answer of an agent that the command backend reads', () => {
    const [answer] = documentOf('docs/agents.md').blocks.filter(({ note }) => note === 'agent-answer');
    const backend = commandBackend('agent');
    const transcript = backend.readLine(answer?.text ?? '').reduce(withEvent, EMPTY_TRANSCRIPT);
    const exit = { exitCode: 0, signal: null, stderrTail: '' };
    expect(backend.conclude(transcript, exit, { turns: null, budgetUsd: null })).toMatchObject({ ok: true });
  });

  test('shows workflows of GitHub that its linters and our rules have nothing against', async () => {
    const shown = readme.blocks.filter(({ note }) => note === 'github');
    const files = shown.map(({ text, line }) => ({ path: `.github/workflows/readme-${line}.yml`, text }));
    expect(files.length).toBeGreaterThan(0);
    expect([await lintWorkflows(files), files.flatMap((file) => auditWorkflow(file.text))]).toEqual([[], []]);
  });

  test('says what CI runs', () => {
    const commands = readFileSync('.ci/run', 'utf8').split('\n').slice(-2).join('\n');
    expect(commands).toBe(onTheProject[1]);
  });
});

/** Lines without what differs from run to run. */
function plain(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/\d{8}T\d{6}Z-[0-9a-f]{6}/, '<run>')
        .replaceAll(/\b[0-9a-f]{7}\b/g, '<commit>')
        .replace(/[<\d][\d.]* (ms|s)\b/, '<time>'),
    );
}

describe('docs/files.md', () => {
  const blockOf = (heading: string): string =>
    documentOf('docs/files.md').blocks.find((block) => block.heading === heading)?.text ?? '';

  test.each([
    { heading: 'state.json', schema: stateSchema },
    { heading: 'progress.json', schema: progressSchema },
    { heading: 'metrics.json', schema: metricsSchema },
  ])('shows a valid $heading', ({ heading, schema }) => {
    expect(schema.safeParse(JSON.parse(blockOf(heading))).error).toBeUndefined();
  });

  test('shows results with the keys that a run writes', () => {
    const copy = newCopy();
    succeed(copy, 'workflow-runner phase-1-critical --agent-backend command:.claude/agents/scripted-agent.mjs');
    const file = join(copy.root, '.claude/workflows/phase-1-critical/results/structure-validator.json');
    const keys = (text: string): unknown => {
      const document = JSON.parse(text) as { results: object[] };
      return [Object.keys(document), Object.keys(document.results[0] ?? {})];
    };
    expect(keys(blockOf('results/structure-validator.json'))).toEqual(keys(readFileSync(file, 'utf8')));
  });

  test('shows a journal that reads without damage', () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-journal-'));
    folders.push(folder);
    writeFileSync(join(folder, 'journal.jsonl'), blockOf('journal.jsonl'));
    const read = readJournal(join(folder, 'journal.jsonl'), readEvent);
    expect(read.ok ? [read.value.torn, read.value.events.length > 0] : read.error).toEqual([0, true]);
  });
});

describe('documents', () => {
  test('say of every block what it is', () => {
    const wrong = documents.flatMap(({ blocks }) => blocks).filter(({ language }) => !languages.includes(language));
    expect(wrong.map(({ file, line, language }) => `${file}:${line} ${language}`)).toEqual([]);
  });

  test('show whole workflows as yaml', () => {
    const wrong = documents
      .flatMap(({ blocks }) => blocks)
      .filter(
        ({ language, note, text }) =>
          language === 'yaml' && !notWorkflows.includes(note) && !text.startsWith('workflow: '),
      );
    expect(wrong.map(({ file, line }) => `${file}:${line}`)).toEqual([]);
  });

  test('show an agent file that is read, with its tasks', () => {
    const [shown] = documentOf('docs/agents.md').blocks.filter(({ note }) => note === 'agent-file');
    const { agent, diagnostics } = parseAgentFile(shown?.text ?? '', '.claude/agents/structure-validator.md');
    expect(diagnostics).toEqual([]);
    expect([agent?.bindings.get('create-module-defaults'), agent?.tasks.get('move-laptop-offload-client')]).toEqual([
      expect.objectContaining({ skill: 'default-nix-create' }),
      expect.objectContaining({ validation: 'test -f modules/services/laptop-offload-client.nix\n' }),
    ]);
  });

  test('show a skill file that is read', () => {
    const [skill] = documents
      .flatMap(({ blocks }) => blocks)
      .filter(({ text, note }) => text.startsWith('---\n') && note !== 'agent-file');
    expect(parseSkillFile(skill?.text ?? '', 'SKILL.md')).toMatchObject({
      skill: { run: expect.stringContaining('find') as unknown },
      diagnostics: [],
    });
  });

  test('link only to files and headings that exist', () => {
    const headings = (file: string): string[] =>
      [...readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
        title
          .toLowerCase()
          .replaceAll(/[^\w\- ]/g, '')
          .replaceAll(' ', '-'),
      );
    const wrong = documents.flatMap(({ file, text }) =>
      [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => {
          const [path = '', anchor] = target.split('#');
          const found = path === '' ? file : join(file, '..', path);
          return !existsSync(found) || (anchor !== undefined && !headings(found).includes(anchor));
        })
        .map((target) => `${file}: ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});
