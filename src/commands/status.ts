import type { ProgressStep } from '../report/progress-schema.js';
import { costSumText, costText } from '../report/cost-text.js';
import { secondsText } from '../report/duration-text.js';
import { fitScreen } from '../report/fit-screen.js';
import { counted, shortCommit } from '../report/step-label.js';
import { textTable } from '../report/text-table.js';
import { plain, type Paint } from '../report/text-style.js';
import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { unknownWorkflow } from './load-workflows.js';
import { lockState, readRun, type RunRecord } from './run-record.js';
import { styleOf } from './run-status-style.js';
import { WorkflowFolder } from './workflow-folder.js';
import { EXIT, type CommandWorld } from './world.js';

export interface StatusRequest {
  /** null for all workflows. */
  readonly workflow: string | null;
  readonly watch: boolean;
}

const WATCH_MS = 500;
/** Steps shown of a long run: what is going on and what went wrong come first. */
const MAX_STEPS = 40;

/** `status`: how the last run of a workflow stands, or of all; what is stored is checked against the lock. */
export async function statusCommand({ workflow, watch }: StatusRequest, world: CommandWorld): Promise<number> {
  const { console } = world;
  const root = findRoot(world);
  if (!root.ok) return console.fail(root.error, root.error.exitCode);
  if (watch && console.isJson) {
    const help = 'Use --watch without --json, or read state.json as often as you like: it is replaced as a whole.';
    return console.fail(
      { code: 'invalid-usage', message: '--watch and --json do not go together', help },
      EXIT.invalid,
    );
  }
  const { names } = new WorkflowFolder(root.value);
  if (workflow !== null && !names.includes(workflow) && readRun(root.value, workflow, null) === null) {
    const { code, message, help = '' } = unknownWorkflow(workflow, names);
    return console.fail({ code, message, help }, EXIT.invalid);
  }
  const asked = workflow === null ? names : [workflow];
  if (watch) await watchRuns(root.value, asked, world);
  const records = readAll(root.value, asked);
  console.json(
    workflow === null ? { workflows: records.map(document) } : document(records[0] ?? { name: workflow, record: null }),
  );
  console.print(render(records, lookOf(world)));
  return EXIT.completed;
}

interface Named {
  readonly name: string;
  readonly record: RunRecord | null;
}

interface Ran {
  readonly name: string;
  readonly record: RunRecord;
}

function readAll(root: string, names: readonly string[]): Named[] {
  const lock = lockState(root);
  return names.map((name) => ({ name, record: readRun(root, name, lock) }));
}

function document({ name, record }: Named): object {
  if (record === null) return { workflow: name, status: 'never-run', state: null, progress: null };
  return { workflow: name, status: record.status, state: record.state, progress: record.progress };
}

/** Shows the runs until none of them runs any more, or the person has seen enough. */
async function watchRuns(root: string, names: readonly string[], world: CommandWorld): Promise<void> {
  const { console, signal } = world;
  const area = console.isLive ? await console.live() : null;
  const began = world.now();
  let shown = '';
  for (;;) {
    const records = readAll(root, names);
    const text = render(records, lookOf(world));
    const running = records.some(({ record }) => record?.status === 'running');
    // Where nothing can be drawn over, a second that has passed is no news.
    const news = render(records, { ...lookOf(world), paint: plain, nowMs: began });
    if (area !== null)
      area.update(fitScreen({ painted: text, plain: render(records, { ...lookOf(world), paint: plain }) }, console));
    else if (news !== shown && running) console.print(`${text}\n`);
    shown = news;
    if (!running || signal.aborted) break;
    await pause(WATCH_MS, signal);
  }
  area?.stop();
}

/** Resolves after `ms`, or when the signal is aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    signal.addEventListener('abort', end);
  });
}

/** How a run is shown, and when: running steps show how long they have been running. */
interface Look {
  readonly paint: Paint;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
  readonly ownCommand: string;
}

const lookOf = ({ console, now, ownCommand }: CommandWorld): Look => ({
  paint: console.paint,
  nowMs: now(),
  ownCommand,
});

function render(records: readonly Named[], look: Look): string {
  const [only] = records;
  if (only !== undefined && records.length === 1) return renderOne(only, look);
  if (only === undefined) return `There are no workflows here. How to begin: ${look.ownCommand}`;
  return textTable(
    records.map(({ name, record }) => {
      if (record === null) return [clean(name), 'never run'];
      const { state, status } = record;
      return [
        clean(name),
        status,
        `${completedSteps(record)}/${state.total_steps} steps`,
        clean(state.updated_at),
        hint({ name, record }, look),
      ];
    }),
  ).join('\n');
}

/** Steps that passed. `ended_steps` also counts those that failed or were skipped, which nobody would call done. */
function completedSteps({ state, progress }: RunRecord): number {
  return progress?.steps.filter(({ status }) => status === 'completed').length ?? state.ended_steps;
}

function hint({ name, record }: Ran, { ownCommand }: Look): string {
  const { status, state } = record;
  if (status === 'failed') return clean(state.errors[0]?.message ?? '');
  return status === 'interrupted' || status === 'paused' ? clean(`${ownCommand} ${name} --resume`) : '';
}

function renderOne({ name, record }: Named, look: Look): string {
  const { paint, nowMs, ownCommand } = look;
  if (record === null) return `${clean(name)} has never run. Start it: ${ownCommand} ${clean(name)}`;
  const { state, status, progress } = record;
  const since = `started ${state.started_at}, ${completedSteps(record)} of ${counted(state.total_steps, 'step')} completed${costOf(state)}`;
  const lines = [
    `${paint('bold', clean(name))} ${clean(state.version)}: ${paint(styleOf(status), status)}`,
    clean(`run ${state.run_id}, ${since}`),
  ];
  const steps = progress?.steps ?? [];
  if (steps.length > 0) lines.push('', ...stepRows(steps, status, nowMs));
  for (const { step, id, message, help } of state.errors.slice(0, 5)) {
    const where = step === null ? (id ?? 'the result') : `step ${step}`;
    lines.push('', `${paint('error', clean(where))}: ${clean(message)}`);
    if (status !== 'completed') lines.push(`  ${clean(help)}`);
  }
  lines.push(...nextLines({ name, record }, look));
  return lines.join('\n');
}

/** `, $0.42`; nothing when nothing that costs has run. Files of earlier versions have no costs. */
function costOf({ cost_usd: costUsd = 0, attempts_of_unknown_cost: unknown = 0 }: Partial<RunRecord['state']>): string {
  const text = costSumText(costUsd, counted(unknown, 'attempt'));
  return text === '' ? '' : `, ${text}`;
}

function nextLines({ name, record }: Ran, { ownCommand }: Look): string[] {
  const { status, state } = record;
  const resume = `${ownCommand} ${clean(name)} --resume`;
  const failed = state.errors.find(({ step }) => step !== null)?.step ?? null;
  switch (status) {
    case 'interrupted':
      return [
        '',
        `The process of this run has ended without a word (killed, or the machine stopped). Go on: ${resume}`,
      ];
    case 'paused':
      return ['', `Go on: ${resume}`];
    case 'failed':
      return [
        '',
        ...(failed === null ? [] : [`What it printed: ${ownCommand} logs ${clean(name)} --step ${failed}`]),
        `Go on: ${resume}`,
      ];
    case 'running':
      return ['', `Follow it: ${ownCommand} logs ${clean(name)} --follow`];
    case 'completed':
      return [];
  }
}

function stepRows(steps: readonly ProgressStep[], status: RunRecord['status'], nowMs: number): string[] {
  const notable =
    steps.length <= MAX_STEPS
      ? steps
      : steps.filter((step) => step.status !== 'completed' && step.status !== 'pending');
  const shown = notable.slice(0, MAX_STEPS);
  const rows = textTable(shown.map((step) => stepRow(step, status, nowMs)));
  return shown.length === steps.length
    ? rows
    : [...rows, `  … and ${counted(steps.length - shown.length, 'step')} more`];
}

function stepRow(step: ProgressStep, runStatus: RunRecord['status'], nowMs: number): string[] {
  const performer = step.agent ?? step.skill;
  const label = performer === undefined || performer === step.name ? step.name : `${performer} ${step.name}`;
  const isLive = step.status === 'running' && runStatus === 'running';
  const seconds =
    step.duration_seconds ??
    (isLive && step.started_at !== undefined ? (nowMs - Date.parse(step.started_at)) / 1000 : null);
  const facts: string[] = [];
  if (step.outputs !== undefined) {
    const { files_modified: files, git_commit: commit } = step.outputs;
    facts.push(files === 0 ? 'nothing changed' : `${counted(files, 'file')}, ${shortCommit(commit)}`);
  }
  if (isLive && typeof step.progress_percent === 'number') facts.push(`${Math.round(step.progress_percent)} %`);
  if (step.cost_usd === null) facts.push('cost unknown');
  else if (step.cost_usd !== undefined && step.cost_usd > 0) facts.push(costText(step.cost_usd));
  if (step.attempts > 1) facts.push(counted(step.attempts, 'attempt'));
  const shownStatus = step.status === 'running' && !isLive ? 'interrupted' : step.status;
  return [
    `  ${step.id}`,
    clean(label),
    shownStatus,
    seconds === null ? '' : secondsText(seconds),
    clean(facts.join(', ')),
  ];
}
