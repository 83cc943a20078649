import { bytesText } from './bytes-text.js';
import type {
  AgentReport,
  DiskReport,
  DoctorDocument,
  GitHubReport,
  NixReport,
  NotificationFacts,
  SandboxReport,
  ToolReport,
} from './doctor-document.js';
import type { CleanText, Paint } from './text-style.js';
import { textTable } from './text-table.js';

interface Line {
  readonly name: string;
  readonly ready: boolean;
  readonly needed: boolean;
  readonly facts: string;
  readonly help: string | null;
  /** Shown below it in any case. */
  readonly notes?: readonly string[];
}

/** `doctor` for a person: a line for each thing, what to do below those that are needed, and what it comes to. */
export function renderDoctor(document: DoctorDocument, { clean, paint }: { clean: CleanText; paint: Paint }): string {
  const lines = [
    toolLine('git', document.git),
    nixLine(document.nix),
    sandboxLine(document.sandbox),
    ...document.agents.map(agentLine),
    ...(document.github === null ? [] : [gitHubLine(document.github)]),
    ...document.disk.map(diskLine),
    notificationLine(document.notifications),
  ];
  const rows = textTable(lines.map((line) => [line.name, wordOf(line), clean(line.facts)]));
  const shown = lines.flatMap((line, at) => {
    const word = wordOf(line);
    const style = line.ready ? 'success' : line.needed ? 'error' : 'dim';
    const row = (rows[at] ?? '').replace(` ${word}`, ` ${paint(style, word)}`);
    const help = line.ready || line.help === null ? [] : line.help.split('\n');
    return [row, ...[...help, ...(line.notes ?? [])].map((text) => `    ${clean(text)}`)];
  });
  return [...shown, '', ...conclusion(document, lines).split('\n').map(clean)].join('\n');
}

const wordOf = ({ ready, needed }: Line): string => (ready ? 'ok' : needed ? 'missing' : 'optional');

function toolLine(name: string, { needed, ready, path, version, help }: ToolReport): Line {
  return { name, needed, ready, help, facts: path === null ? 'not found' : `${version ?? 'unknown version'}, ${path}` };
}

function nixLine(report: NixReport): Line {
  const { store, flakes_on: flakesOn, notes } = report;
  const line = toolLine('nix', report);
  if (report.path === null) return line;
  const flakes = flakesOn === null ? '' : `, flakes ${flakesOn ? 'on' : 'off'}`;
  return { ...line, facts: `${line.facts}, ${store === null ? 'no store' : `store ${store}`}${flakes}`, notes };
}

function gitHubLine({
  token_variable: variable,
  repository,
  ready,
  may_write: mayWrite,
  ...report
}: GitHubReport): Line {
  const { scopes, expires, why, help } = report;
  const facts = [
    `token in ${variable}`,
    ...(repository === null ? [] : [repository]),
    ...(why === null ? [] : [why]),
    ...(mayWrite === null ? [] : [mayWrite ? 'may write' : 'may read only']),
    ...(scopes === null ? [] : [`scopes ${scopes.join(' ') || 'none'}`]),
    ...(expires === null ? [] : [`expires ${expires}`]),
  ];
  return { name: 'github', needed: false, ready, help, facts: facts.join(', ') };
}

function diskLine({ what, path, needed, ready, free_bytes: free, help }: DiskReport): Line {
  return {
    name: `disk: ${what}`,
    needed,
    ready,
    help,
    facts: `${free === null ? 'unknown' : bytesText(free)} free, ${path}`,
  };
}

function notificationLine({ config, exists, valid, receivers }: NotificationFacts): Line {
  const line = { name: 'notify', needed: false };
  if (!valid)
    return {
      ...line,
      ready: false,
      facts: `${config} is not valid, nobody is told`,
      help: 'What is wrong: workflow-runner notify',
    };
  if (receivers.length === 0) {
    const help = exists ? null : 'To be told how runs end, see: workflow-runner notify';
    return { ...line, ready: false, facts: 'nobody is told how runs end', help };
  }
  const told = receivers.map(
    ({ name, type, when }) => `${name === type ? name : `${name} (${type})`}: ${when.join(', ')}`,
  );
  return { ...line, ready: true, facts: told.join('; '), help: null };
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

function conclusion({ repository, workflows, ready_workflows: ready }: DoctorDocument, lines: readonly Line[]): string {
  const missing = lines.filter(({ ready, needed }) => needed && !ready).map(({ name }) => name);
  const invalid = workflows.invalid === 0 ? '' : ` (${workflows.invalid} not valid: workflow-runner validate)`;
  if (missing.length > 0) {
    const others = ready.length === 0 ? '' : `\nThese need none of it: ${ready.join(', ')}.`;
    return `Missing for the workflows here${invalid}: ${missing.join(', ')}.${others}`;
  }
  if (repository === null) return 'This is not a repository: no workflow needs anything here.';
  return `Everything that the workflows here need is there${invalid}. What is optional, they do not need.`;
}
