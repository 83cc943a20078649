import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentFile } from '../../src/definition/agent-file.js';
import { parseAgentFile } from '../../src/definition/parse-agent-file.js';
import { splitTools } from '../../src/definition/tool-list.js';
import { expectGolden } from '../support/golden.js';
import { plainDiagnostic } from '../support/plain-diagnostic.js';
import { processorMs } from '../support/processor-time.js';

const folder = join(import.meta.dirname, '../cases/agent-file');
const cases = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => file.replace(/\.md$/, ''));
const textOf = (name: string): string => readFileSync(join(folder, `${name}.md`), 'utf8');

function valid(text: string): AgentFile {
  const { agent, diagnostics } = parseAgentFile(text, '.claude/agents/a.md');
  if (agent === null) throw new Error(JSON.stringify(diagnostics));
  return agent;
}

const withHead = (head: string): string => `---\n${head}\n---\nYou are a.\n`;

/** The agent as JSON, maps as objects. */
function plainAgent(agent: AgentFile): string {
  const { tasks, bindings, ...rest } = agent;
  return `${JSON.stringify({ ...rest, tasks: Object.fromEntries(tasks), bindings: Object.fromEntries(bindings) }, null, 2)}\n`;
}

describe('parseAgentFile', () => {
  test.each(cases)('%s gives the expected agent or diagnostics', (name) => {
    const { agent, diagnostics } = parseAgentFile(textOf(name), `${name}.md`);
    expectGolden(
      `agent-file/${name}.txt`,
      diagnostics.map(plainDiagnostic).join('') + (agent === null ? '' : plainAgent(agent)),
    );
  });

  test('a file without frontmatter is a prompt, named as the file', () => {
    expect(valid('You are a.\n\nBe brief.\n')).toEqual({
      name: 'a',
      description: '',
      model: null,
      tools: null,
      disallowedTools: [],
      permissionMode: null,
      maxTurns: null,
      prompt: 'You are a.\n\nBe brief.',
      tasks: new Map(),
      bindings: new Map(),
    });
  });

  test.each([
    ['an empty file', '', ''],
    ['an empty frontmatter', '---\n---\nYou are a.', 'You are a.'],
    ['a frontmatter of comments', '---\n# nothing\n---\nYou are a.', 'You are a.'],
    ['a frontmatter and nothing else', '---\nname: a\n---', ''],
    ['Windows line ends and a byte order mark', '\uFEFF---\r\nname: a\r\n---\r\nOne\r\n\r\nTwo\r\n', 'One\n\nTwo'],
    ['a line of dashes in the text', 'One\n\n---\n\nTwo', 'One\n\n---\n\nTwo'],
  ])('%s is read', (_, text, prompt) => {
    expect(parseAgentFile(text, 'a.md')).toMatchObject({ agent: { prompt }, diagnostics: [] });
  });

  test.each([
    ['inherit', 'model: inherit', { model: null }],
    ['a model', 'model: opus', { model: 'opus' }],
    ['all tools', 'tools: "*"', { tools: null }],
    ['a list of tools', 'tools:\n  - Read\n  - Bash(ls:*, cat:*)', { tools: ['Read', 'Bash(ls:*, cat:*)'] }],
    ['no tools', 'tools: []', { tools: [] }],
  ])('%s in the frontmatter is understood', (_, head, expected) => {
    expect(valid(withHead(head))).toMatchObject(expected);
  });

  test.each([
    ['tools: Read, Bash(ls', 2, 8],
    ['tools:\n  - Read\n  - Bash)ls(', 4, 5],
    ['disallowedTools: ["Bash(ls"]', 2, 19],
  ])('a tool whose parentheses do not match is an error at its place: %j', (head, line, column) => {
    const { agent, diagnostics } = parseAgentFile(withHead(head), 'a.md');
    expect([agent, diagnostics.map(({ code, location }) => [code, location.line, location.column])]).toEqual([
      null,
      [['unknown-value', line, column]],
    ]);
  });

  test('a name that is not the name of the file is a warning', () => {
    const { agent, diagnostics } = parseAgentFile(withHead('name: b'), '.claude/agents/a.md');
    expect([agent?.name, diagnostics]).toMatchObject(['a', [{ severity: 'warning', code: 'name-mismatch' }]]);
  });

  test('a task may be described and bound', () => {
    const { tasks, bindings } = valid(`${withHead('tasks: { t: { run: nix fmt } }')}\n## Tasks\n\n### t\n\nFormat.\n`);
    expect([tasks.get('t')?.text, bindings.get('t')]).toEqual(['Format.', { kind: 'command', command: 'nix fmt' }]);
  });

  test('tasks named like members of every object are tasks, and nothing else', () => {
    const { tasks, bindings } = valid(
      `${withHead('tasks: { toString: { run: id } }')}## Tasks\n### constructor\n### __proto__\n`,
    );
    expect([[...tasks.keys()], [...bindings.keys()], {}.constructor === Object]).toEqual([
      ['constructor', '__proto__'],
      ['toString'],
      true,
    ]);
  });

  test('mutated files never throw, and every diagnostic points into the file', () => {
    const pieces = [
      '---\n',
      '```',
      '~~~',
      '### ',
      '## Tasks\n',
      '**Validation**\n',
      ': ',
      '{',
      '[',
      '"',
      '\t',
      '\0',
      '\uE000',
      '*a',
      '<!--',
    ];
    const mutation = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(12),
      insert: fc.constantFrom('', ...pieces),
    });
    const property = fc.property(fc.constantFrom(...cases), fc.array(mutation, { maxLength: 6 }), (name, mutations) => {
      let text = textOf(name);
      for (const { at, cut, insert } of mutations) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + insert + text.slice(offset + cut);
      }
      const lines = text.split('\n');
      const { agent, diagnostics } = parseAgentFile(text, 'a.md');
      expect(agent === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
      for (const { location, sourceLine } of diagnostics) {
        expect(sourceLine).toBe(lines[(location.line ?? 0) - 1]?.replace(/\r$/, ''));
      }
    });
    fc.assert(property, { numRuns: 500 });
  });

  test('a file of the largest size with nothing but fences, headings or parentheses takes no quadratic time', async () => {
    const ms = await processorMs(() => {
      for (const piece of ['```\n', '### t\n', '<!--\n', '**Validation**\n', '---\n', '#'.repeat(80)]) {
        parseAgentFile(`## Tasks\n${piece.repeat(Math.floor(1_000_000 / piece.length))}`, 'a.md');
      }
      parseAgentFile(withHead(`tools: ${'('.repeat(900_000)}`), 'a.md');
    });
    expect(ms).toBeLessThan(20_000);
  });
});

describe('splitTools', () => {
  test.each([
    ['Read, Edit', ['Read', 'Edit']],
    ['Read Edit', ['Read', 'Edit']],
    [' Read ,, Edit, ', ['Read', 'Edit']],
    ['Bash(git log:*, git diff:*), Read', ['Bash(git log:*, git diff:*)', 'Read']],
    ['Bash(echo $(date)),Skill(x)', ['Bash(echo $(date))', 'Skill(x)']],
    ['', []],
    ['Bash(ls', null],
    ['Bash)ls(', null],
  ])('%j', (text, expected) => {
    expect(splitTools(text)).toEqual(expected);
  });
});
