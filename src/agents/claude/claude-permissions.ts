import type { AgentFile, PermissionMode } from '../../definition/agent-file.js';

/** Tools that change files. Claude Code judges all of them by rules named `Edit`. */
const EDITING = new Set(['Edit', 'MultiEdit', 'Write', 'NotebookEdit']);

/** Tools that read. A bare rule opens the whole disk to them; without one they read the workspace. */
const READING = new Set(['Read', 'Grep', 'Glob', 'LS', 'NotebookRead']);

/** By rule they search the workspace. Newer versions offer them only where a rule names them (and the agent's tools do). */
const SEARCHING = ['Grep(./**)', 'Glob(./**)'];

/**
 * Tools of an interactive session that make no sense in a step: another working tree than the workspace, whose changes nobody
 * would collect, waking up later, when the process is over, and the CLI's own skills (those of the repository are not loaded).
 */
const OUT_OF_PLACE = [
  'EnterWorktree',
  'ExitWorktree',
  'CronCreate',
  'CronDelete',
  'CronList',
  'ScheduleWakeup',
  'Monitor',
  'Workflow',
  'Skill',
];

/** A tool's name, and a pattern in parentheses. Anything else could be read as an option of the command line. */
const RULE = /^([A-Za-z_]\w*)(?:\(([\s\S]*)\))?$/;

/**
 * The mode for `--permission-mode`: the file's own; without, none of the CLI's checks where the operating system confines the
 * process, else refusal of all that is not allowed. `bypassPermissions` of a file is not believed without a cage: it would let
 * the repository's text open the user's disk to the model.
 */
export function permissionMode(file: AgentFile | null, isCaged: boolean): PermissionMode {
  const mode = file?.permissionMode ?? (isCaged ? 'bypassPermissions' : 'dontAsk');
  return mode === 'bypassPermissions' && !isCaged ? 'dontAsk' : mode;
}

/**
 * Rules for `--allowedTools`, for modes that ask: of an agent without `tools:` edits in the workspace; else what its tools need,
 * as they are written there. `Edit` and `Write` without a pattern would allow the whole disk, so they get the workspace.
 */
export function allowedRules(file: AgentFile | null): string[] {
  const listed = file?.tools ?? ['Edit'];
  return [...new Set([...listed.flatMap(ruleOf), ...SEARCHING])];
}

/** Rules for `--disallowedTools`. The tool of the answer is not to be taken away. */
export function disallowedRules(file: AgentFile | null): string[] {
  const listed = (file?.disallowedTools ?? []).filter((tool) => RULE.test(tool) && tool !== ANSWER_TOOL);
  return [...new Set([...listed, ...OUT_OF_PLACE])];
}

/** The tool by which the structured answer is given. */
const ANSWER_TOOL = 'StructuredOutput';

/** The names for `tools` of an agent: without patterns, with the tool of the answer, which is not offered otherwise; null for all. */
export function toolNames(file: AgentFile): string[] | null {
  if (file.tools === null) return null;
  const names = file.tools.flatMap((tool) => RULE.exec(tool)?.[1] ?? []);
  return [...new Set([...names, ANSWER_TOOL])];
}

function ruleOf(tool: string): string[] {
  const [, name = '', pattern] = RULE.exec(tool) ?? [];
  if (name === '' || READING.has(name)) return [];
  if (!EDITING.has(name)) return [tool];
  if (pattern === undefined) return ['Edit(./**)'];
  return isInside(pattern) ? [`Edit(${pattern})`] : [];
}

/** `/x`, `//x` and `~/x` are places outside of the workspace, `..` leads there. */
const isInside = (pattern: string): boolean => !/^[/~]/.test(pattern) && !pattern.split('/').includes('..');
