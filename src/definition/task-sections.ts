import type { Diagnostic } from '../base/diagnostic.js';
import type { AgentTask } from './agent-file.js';
import { TASK_NAME } from './agent-schema.js';
import { markdownLines, type MarkdownLine } from './markdown-lines.js';
import type { Finding, SourceText } from './source-text.js';
import { quoted } from './suggest.js';

/** What the text of an agent's file says. */
export interface TaskSections {
  /** The text without the sections of its tasks. */
  readonly prompt: string;
  /** By name, in order. */
  readonly tasks: ReadonlyMap<string, AgentTask>;
  readonly diagnostics: readonly Diagnostic[];
}

/** After so many nobody reads on, and a hostile file has no end of them. */
const maxDiagnostics = 100;

interface Section {
  readonly heading: Extract<MarkdownLine, { kind: 'heading' }>;
  readonly lines: MarkdownLine[];
}

/**
 * Reads `## Tasks` with a section `### TASK` each, up to the next heading of their level or above. What is left is the prompt,
 * together with what `## Tasks` says before its first task. Line ends are made `\n`: shells take others for text.
 */
export function readTaskSections(source: SourceText, bodyStart: number): TaskSections {
  const lines = markdownLines(source.text, bodyStart);
  const { prompt, sections } = divide(lines);
  const diagnostics: Diagnostic[] = [];
  const tasks = new Map<string, AgentTask>();
  for (const { heading, lines: content } of sections) {
    if (diagnostics.length > maxDiagnostics) break;
    const name = taskName(heading.title);
    const finding = tasks.has(name) ? duplicate(name) : TASK_NAME.test(name) ? null : unusable(name);
    if (finding !== null) diagnostics.push(source.diagnostic(heading, finding));
    const { task, problems } = readTask(source, content);
    diagnostics.push(...problems);
    if (finding === null) tasks.set(name, task);
  }
  const open = openFence(lines);
  if (open !== null) diagnostics.push(source.diagnostic(open, openFenceFinding(sections.length > 0)));
  return { prompt: joined(prompt), tasks, diagnostics };
}

function divide(lines: readonly MarkdownLine[]): { prompt: MarkdownLine[]; sections: Section[] } {
  const prompt: MarkdownLine[] = [];
  const sections: Section[] = [];
  let inTasks = false;
  let into = prompt;
  for (const line of lines) {
    if (line.kind === 'heading' && line.level <= 2) {
      inTasks = line.level === 2 && line.title.toLowerCase() === 'tasks';
      into = prompt;
      if (inTasks) continue;
    }
    if (inTasks && line.kind === 'heading' && line.level === 3) {
      into = [];
      sections.push({ heading: line, lines: into });
    } else into.push(line);
  }
  return { prompt, sections };
}

/** `` ### `name` `` is the task `name`. */
const taskName = (title: string): string => title.replace(/^`(.*)`$/, '$1').trim();

const SHELLS: readonly string[] = ['bash', 'sh', 'shell'];

/** The text of the task without `**Validation**` and the block that follows it. */
function readTask(source: SourceText, lines: readonly MarkdownLine[]): { task: AgentTask; problems: Diagnostic[] } {
  const text: MarkdownLine[] = [];
  const problems: Diagnostic[] = [];
  let validation: string | null = null;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) break;
    if (!isValidationTitle(line)) {
      text.push(line);
      continue;
    }
    const block = scriptAfter(lines, at + 1);
    const finding =
      block === null ? noScript : block.script.trim() === '' ? emptyScript : validation === null ? null : secondScript;
    if (finding !== null) problems.push(source.diagnostic(line, finding));
    if (block === null) text.push(line);
    else {
      at = block.last;
      validation ??= block.script;
    }
  }
  return { task: { text: joined(text), validation }, problems };
}

function isValidationTitle(line: MarkdownLine): boolean {
  if (line.kind === 'heading') return /^validation:?$/i.test(line.title);
  return line.kind === 'text' && /^\s*\*\*validation:?\*\*:?\s*$/i.test(line.text);
}

/** The shell block that is the next thing in the text; `last` is the index of its last line. */
function scriptAfter(lines: readonly MarkdownLine[], from: number): { script: string; last: number } | null {
  let at = from;
  while (lines[at]?.text.trim() === '') at += 1;
  const open = lines[at];
  if (open?.kind !== 'fence-open' || !SHELLS.includes(open.language)) return null;
  const code: string[] = [];
  for (at += 1; lines[at]?.kind === 'code'; at += 1) code.push(withoutIndent(lines[at]?.text ?? '', open.indent));
  return { script: code.map((line) => `${line}\n`).join(''), last: at };
}

function withoutIndent(line: string, indent: number): string {
  const blank = line.length - line.trimStart().length;
  return line.slice(Math.min(indent, blank));
}

const joined = (lines: readonly MarkdownLine[]): string =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .trim();

/** Where the fence begins that is open at the end; null when none is. */
function openFence(lines: readonly MarkdownLine[]): MarkdownLine | null {
  const last = lines.findLast(({ kind }) => kind === 'fence-open' || kind === 'fence-close');
  return last?.kind === 'fence-open' ? last : null;
}

const openFenceFinding = (hasTasks: boolean): Finding => ({
  // After it no heading counts, so tasks may be missing.
  severity: hasTasks ? 'error' : 'warning',
  code: 'open-fence',
  message: 'the block of code that begins here has no end: all that follows is part of it',
  help: 'close it with the same characters on a line of their own',
});

const duplicate = (name: string): Finding => ({
  code: 'duplicate-task',
  message: `the task ${quoted(name)} is described twice`,
  help: 'keep one of them: only one could count',
});

const unusable = (name: string): Finding => ({
  code: 'bad-name',
  message: name === '' ? 'the task has no name' : `no step can name the task ${quoted(name)}`,
  help: 'a heading `### TASK` is the name of a task: at most 128 characters, without `/` and `\\`; use `####` inside of it',
});

const noScript: Finding = {
  severity: 'warning',
  code: 'validation-without-script',
  message: 'no script follows this title, so nothing is checked',
  help: 'write a block that begins with ```bash right below it',
};
const emptyScript: Finding = {
  code: 'empty-value',
  message: 'the validation is empty: it would pass whatever was done',
  help: 'write a command that fails when the task is not done, or remove the title and the block',
};
const secondScript: Finding = {
  code: 'duplicate-validation',
  message: 'the task has a second validation',
  help: 'put all commands into one block',
};
