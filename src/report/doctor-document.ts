import type { CleanText, Paint } from './text-style.js';
import { textTable } from './text-table.js';

/** What `doctor` found: keys in the order in which they are shown. Stable for `--json`. */
export interface DoctorDocument {
  /** True when nothing that the workflows here need is missing. */
  readonly ready: boolean;
  /** The checkout that was looked at; null outside of one. */
  readonly repository: string | null;
  /** The backend that a run would use. */
  readonly backend: string;
  /** Workflows of the repository, those that ask agents, and those that are not valid and were not looked at. */
  readonly workflows: { readonly total: number; readonly asking_agents: number; readonly invalid: number };
  readonly git: ToolReport;
  readonly nix: ToolReport;
  readonly sandbox: SandboxReport;
  readonly agents: readonly AgentReport[];
}

/** A program that everything, or the flake, needs. */
export interface ToolReport {
  readonly needed: boolean;
  readonly ready: boolean;
  /** null when it is not on PATH. */
  readonly path: string | null;
  readonly version: string | null;
  /** What to do when it is not ready; null when it is. */
  readonly help: string | null;
}

export interface SandboxReport {
  /** True with `--sandbox require`, where agents are asked. */
  readonly needed: boolean;
  readonly ready: boolean;
  /** Absolute path of the program that confines; null when there is none that works. */
  readonly path: string | null;
  readonly why: string | null;
  readonly help: string | null;
}

export interface AgentReport {
  readonly backend: string;
  readonly needed: boolean;
  readonly ready: boolean;
  /** `unusable`: it is too old, or does not run. */
  readonly status: 'ready' | 'no-key' | 'unusable' | 'not-found';
  readonly path: string | null;
  readonly found_by: 'option' | 'path' | 'installed' | null;
  readonly version: string | null;
  /** Older ones are refused; null when any may run. */
  readonly oldest_version: string | null;
  /** The version that `--install-agent` installs; null when it installs none. */
  readonly tested_version: string | null;
  readonly newer_than_tested: boolean;
  /** Names of the variables that may hold its key; empty when it needs none. Never a value. */
  readonly key_variables: readonly string[];
  /** The one that does; null when none does. */
  readonly key_variable: string | null;
  /** The command that installs it. */
  readonly install: string;
  readonly help: string | null;
}

interface Line {
  readonly name: string;
  readonly ready: boolean;
  readonly needed: boolean;
  readonly facts: string;
  readonly help: string | null;
}

/** `doctor` for a person: a line for each thing, what to do below those that are needed, and what it comes to. */
export function renderDoctor(document: DoctorDocument, { clean, paint }: { clean: CleanText; paint: Paint }): string {
  const lines = [
    toolLine('git', document.git),
    toolLine('nix', document.nix),
    sandboxLine(document.sandbox),
    ...document.agents.map(agentLine),
  ];
  const rows = textTable(lines.map((line) => [line.name, wordOf(line), clean(line.facts)]));
  const shown = lines.flatMap((line, at) => {
    const word = wordOf(line);
    const style = line.ready ? 'success' : line.needed ? 'error' : 'dim';
    const row = (rows[at] ?? '').replace(` ${word}`, ` ${paint(style, word)}`);
    const help = line.ready || line.help === null ? [] : line.help.split('\n');
    return [row, ...help.map((text) => `    ${clean(text)}`)];
  });
  return [...shown, '', conclusion(document, lines)].join('\n');
}

const wordOf = ({ ready, needed }: Line): string => (ready ? 'ok' : needed ? 'missing' : 'optional');

function toolLine(name: string, { needed, ready, path, version, help }: ToolReport): Line {
  return { name, needed, ready, help, facts: path === null ? 'not found' : `${version ?? 'unknown version'}, ${path}` };
}

function sandboxLine({ needed, ready, path, why, help }: SandboxReport): Line {
  return { name: 'sandbox', needed, ready, help, facts: ready ? `bubblewrap, ${path ?? ''}` : (why ?? '') };
}

const FOUND_BY = { option: 'as given', path: 'on PATH', installed: 'installed by the runner' } as const;

function agentLine(report: AgentReport): Line {
  const { backend: name, needed, ready, path, version, help } = report;
  if (path === null)
    return { name, needed, ready, help, facts: report.status === 'unusable' ? 'cannot be used' : 'not found' };
  const how = report.found_by === null ? '' : ` (${FOUND_BY[report.found_by]})`;
  const newer = report.newer_than_tested ? `, newer than ${report.tested_version ?? ''}, which is tested` : '';
  return {
    name,
    needed,
    ready,
    help,
    facts: `${version ?? 'unknown version'}, ${path}${how}${newer}${keyText(report)}`,
  };
}

function keyText({ key_variable: variable, key_variables: variables }: AgentReport): string {
  if (variable !== null) return `, key in ${variable}`;
  return variables.length === 0 ? ', needs no key' : ', no key';
}

function conclusion({ repository, workflows }: DoctorDocument, lines: readonly Line[]): string {
  const missing = lines.filter(({ ready, needed }) => needed && !ready).map(({ name }) => name);
  const invalid = workflows.invalid === 0 ? '' : ` (${workflows.invalid} not valid: workflow-runner validate)`;
  if (missing.length > 0) return `Missing for the workflows here${invalid}: ${missing.join(', ')}.`;
  if (repository === null) return 'This is not a repository: no workflow needs anything here.';
  return `Everything that the workflows here need is there${invalid}. What is optional, they do not need.`;
}
