import type { Diagnostic } from '../base/diagnostic.js';
import type { TaskBinding } from './agent-file.js';
import { bindingSchemas, TASK_NAME } from './agent-schema.js';
import { checkMapping, isMapping, type Frontmatter } from './frontmatter.js';
import type { Finding, SourceText } from './source-text.js';
import { didYouMean, quoted } from './suggest.js';

type Content = NonNullable<Frontmatter['content']>;

/** One entry of `tasks:`, and where it stands. */
interface Entry {
  readonly task: string;
  readonly value: Record<string, unknown>;
}

/** Reads `tasks:` of an agent's frontmatter: `TASK: {skill: …}` or `TASK: {run: …}`, strictly. Broken entries are left out and told. */
export function readBindings(
  source: SourceText,
  content: Content,
): { bindings: ReadonlyMap<string, TaskBinding>; diagnostics: readonly Diagnostic[] } {
  const bindings = new Map<string, TaskBinding>();
  const diagnostics: Diagnostic[] = [];
  const { tasks } = content.keys;
  for (const [task, value] of isMapping(tasks) ? Object.entries(tasks) : []) {
    const path = ['tasks', task];
    if (!TASK_NAME.test(task)) diagnostics.push(source.diagnostic(content.tree.keySpan(path), unusable(task)));
    else if (!isMapping(value)) diagnostics.push(source.diagnostic(content.tree.valueSpan(path), notAMapping(value)));
    else {
      const read = readBinding(source, content, { task, value });
      if (read.binding !== null) bindings.set(task, read.binding);
      diagnostics.push(...read.diagnostics);
    }
  }
  return { bindings, diagnostics };
}

interface ReadBinding {
  readonly binding: TaskBinding | null;
  readonly diagnostics: readonly Diagnostic[];
}

function readBinding(source: SourceText, { tree }: Content, { task, value }: Entry): ReadBinding {
  const path = ['tasks', task];
  const keys = Object.keys(value);
  const kinds = keys.filter((key) => key === 'skill' || key === 'run');
  if (kinds.length !== 1) {
    const wrong =
      kinds.length === 0 ? keys.find((key) => didYouMean(key, ['skill', 'run']).startsWith('did')) : kinds[1];
    const span = wrong === undefined ? tree.keySpan(path) : tree.keySpan([...path, wrong]);
    const finding = kinds.length > 1 ? bothKinds : wrong === undefined ? noKind(task) : misspelt(wrong);
    return { binding: null, diagnostics: [source.diagnostic(span, finding)] };
  }
  const place = { source, tree, path };
  if (kinds[0] === 'run') {
    const level = { ...place, allowed: Object.keys(bindingSchemas.command.shape), whereElse: whereCommandKeyBelongs };
    const { data, diagnostics } = checkMapping(bindingSchemas.command, value, level);
    return { binding: data === null ? null : { kind: 'command', command: data.run }, diagnostics };
  }
  const level = { ...place, allowed: Object.keys(bindingSchemas.skill.shape), whereElse: whereKeyBelongs };
  const { data, diagnostics } = checkMapping(bindingSchemas.skill, value, level);
  if (data === null) return { binding: null, diagnostics };
  const { skill, targets = 'all', options = {}, input = null } = data;
  const { location } = source.diagnostic(tree.valueSpan([...path, 'skill']), noFinding);
  return { binding: { kind: 'skill', skill, targets, options, input, location }, diagnostics };
}

const noFinding: Finding = { code: '', message: '', help: '' };

const unusable = (task: string): Finding => ({
  code: 'bad-name',
  message: `no step can name the task ${quoted(task)}`,
  help: 'at most 128 characters on one line, without `/` and `\\`',
});

const notAMapping = (value: unknown): Finding => ({
  code: 'wrong-type',
  message: `what does a task is a mapping, this is ${Array.isArray(value) ? 'a list' : value === null ? 'empty' : 'a single value'}`,
  help:
    typeof value === 'string'
      ? `write \`{ skill: ${value} }\` or \`{ run: ${value} }\``
      : 'write `{ skill: NAME }` or `{ run: COMMAND }`',
});

const bothKinds: Finding = {
  code: 'several-kinds',
  message: 'a task cannot have `skill` and `run` at once',
  help: 'remove one of the keys',
};

const noKind = (task: string): Finding => ({
  code: 'missing-kind',
  message: `the task ${quoted(task)} does not say what does it`,
  help: 'add `skill: NAME` or `run: COMMAND`; a task for the model is a section `### TASK` below `## Tasks`',
});

const misspelt = (key: string): Finding => ({
  code: 'unknown-key',
  message: `unknown key ${quoted(key)}`,
  help: didYouMean(key, ['skill', 'run']),
});

function whereCommandKeyBelongs(key: string): string | null {
  return key in bindingSchemas.skill.shape
    ? `\`${key}\` goes with \`skill:\`; this task has \`run:\``
    : whereKeyBelongs(key);
}

function whereKeyBelongs(key: string): string | null {
  if (key === 'validation') return 'it is a `**Validation**` block below `### TASK`, or belongs to the step';
  if (key === 'config') return 'settings of a skill are `options:`';
  const isOfStep = ['writes', 'expect', 'condition', 'timeout_minutes', 'on_failure', 'checkpoint'].includes(key);
  return isOfStep ? `\`${key}\` belongs to the step that names the task` : null;
}
