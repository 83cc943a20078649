import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import type { AgentFile } from './agent-file.js';
import { agentSchema, knownAgentKeys } from './agent-schema.js';
import { checkMapping, mistypedKeys, readFrontmatter, type Frontmatter } from './frontmatter.js';
import { SourceText } from './source-text.js';
import { quoted } from './suggest.js';
import { readBindings } from './task-bindings.js';
import { readTaskSections } from './task-sections.js';
import { splitTools } from './tool-list.js';
import type { YamlTree } from './yaml-tree.js';

/** More than that nobody reads, and a hostile file cannot make a report of any size. */
const maxDiagnostics = 100;

type Head = Omit<AgentFile, 'prompt' | 'tasks'>;

interface Checked<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an agent's file in Claude Code's format. `text` is its content (at most 1 MiB), `file` its path as diagnostics shall name
 * it; its base name is the name of the agent. All problems are reported together, sorted, each with its place. `agent` is null
 * exactly when there is an error among them. Never throws for what the text says.
 */
export function parseAgentFile(text: string, file: string): { agent: AgentFile | null; diagnostics: Diagnostic[] } {
  const source = new SourceText(file, text.startsWith('\uFEFF') ? text.slice(1) : text);
  const frontmatter = readFrontmatter(source);
  const head = readHead(source, frontmatter.content);
  const { prompt, tasks, diagnostics: inBody } = readTaskSections(source, frontmatter.bodyStart);
  const all = [...frontmatter.diagnostics, ...head.diagnostics, ...inBody];
  const failed = all.some(({ severity }) => severity === 'error');
  const agent = failed || head.value === null ? null : { ...head.value, prompt, tasks };
  return { agent, diagnostics: sortDiagnostics(all).slice(0, maxDiagnostics) };
}

function readHead(source: SourceText, content: Frontmatter['content']): Checked<Head | null> {
  const name = source.file.split('/').at(-1)?.replace(/\.md$/, '') ?? '';
  if (content === null) return { value: { ...emptyHead, name }, diagnostics: [] };
  const { keys, tree } = content;
  const place = { source, tree, path: [], allowed: knownAgentKeys, whereElse: () => null };
  const checked = checkMapping(agentSchema, keys, place);
  const mistyped = mistypedKeys(source, content, knownAgentKeys);
  const found = [...checked.diagnostics, ...mistyped];
  // The bindings are looked at even when another key is wrong, so that everything is told at once.
  const bindings = readBindings(source, content);
  if (checked.data === null) return { value: null, diagnostics: [...found, ...bindings.diagnostics] };
  const { data } = checked;
  const tools = toolList(source, tree, { key: 'tools', given: data.tools });
  const disallowed = toolList(source, tree, { key: 'disallowedTools', given: data.disallowedTools });
  return {
    value: {
      name,
      description: data.description ?? '',
      model: data.model === undefined || data.model === 'inherit' ? null : data.model,
      // `*` is Claude Code's word for all of them.
      tools: tools.value?.includes('*') === true ? null : tools.value,
      disallowedTools: disallowed.value ?? [],
      permissionMode: data.permissionMode ?? null,
      maxTurns: data.maxTurns ?? null,
      bindings: bindings.bindings,
    },
    diagnostics: [
      ...found,
      ...otherName(source, tree, { name, given: data.name }),
      ...tools.diagnostics,
      ...disallowed.diagnostics,
      ...bindings.diagnostics,
    ],
  };
}

const emptyHead: Head = {
  name: '',
  description: '',
  model: null,
  tools: null,
  disallowedTools: [],
  permissionMode: null,
  maxTurns: null,
  bindings: new Map(),
};

function otherName(
  source: SourceText,
  tree: YamlTree,
  { name, given }: { readonly name: string; readonly given: string | undefined },
): Diagnostic[] {
  if (given === undefined || given === name) return [];
  const finding = {
    severity: 'warning',
    code: 'name-mismatch',
    message: `the agent calls itself ${quoted(given)}, its file is ${quoted(name)}`,
    help: `steps name the file: \`agent: ${name}\`; Claude Code takes the name that stands here`,
  } as const;
  return [source.diagnostic(tree.valueSpan(['name']), finding)];
}

interface ToolsKey {
  readonly key: 'tools' | 'disallowedTools';
  readonly given: string | readonly string[] | undefined;
}

function toolList(source: SourceText, tree: YamlTree, { key, given }: ToolsKey): Checked<readonly string[] | null> {
  if (given === undefined) return { value: null, diagnostics: [] };
  const entries =
    typeof given === 'string'
      ? [{ text: given, path: [key] }]
      : given.map((text, index) => ({ text, path: [key, index] }));
  const tools: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { text, path } of entries) {
    const split = splitTools(text);
    if (split === null) diagnostics.push(source.diagnostic(tree.valueSpan(path), unbalanced(text)));
    else tools.push(...split);
  }
  return { value: tools, diagnostics };
}

const unbalanced = (text: string) => ({
  code: 'unknown-value',
  message: `the parentheses in ${quoted(text)} do not match`,
  help: 'a tool with a rule is written `Bash(git log:*)`',
});
