import { runFiles } from '../runner/run-files.js';
import { closestName } from '../base/closest-name.js';
import { err, ok, type Result } from '../base/result.js';
import type { CommandError } from './console.js';
import { findRoot } from './find-root.js';
import { unknownWorkflow } from './load-workflows.js';
import { LogPrinter, wantedLines, type IsWanted } from './log-printer.js';
import { LogReader, parseLogLine, type LogLine } from './log-reader.js';
import { lockState, readRun, type RunRecord } from './run-record.js';
import { pause } from './status.js';
import { WorkflowFolder } from './workflow-folder.js';
import { EXIT, type CommandWorld } from './world.js';

export interface LogsRequest {
  readonly workflow: string;
  readonly follow: boolean;
  /** Number or id; null for all steps. */
  readonly step: string | null;
}

const FOLLOW_MS = 200;
/** With `--json` the lines are one document: the last so many. */
const MAX_JSON_LINES = 10_000;

/** `logs`: what the steps of the last run printed, already redacted; `--follow` until the run has ended. */
export async function logsCommand(request: LogsRequest, world: CommandWorld): Promise<number> {
  const { console } = world;
  const root = findRoot(world);
  if (!root.ok) return console.fail(root.error, root.error.exitCode);
  const { workflow, follow } = request;
  if (follow && console.isJson) {
    const help = 'Use --follow without --json.';
    return console.fail(
      { code: 'invalid-usage', message: '--follow and --json do not go together', help },
      EXIT.invalid,
    );
  }
  const { names } = new WorkflowFolder(root.value);
  if (follow) await untilBegun(root.value, workflow, world.signal);
  const record = readRun(root.value, workflow, lockState(root.value));
  if (record === null && !names.includes(workflow)) {
    const { code, message, help = '' } = unknownWorkflow(workflow, names);
    return console.fail({ code, message, help }, EXIT.invalid);
  }
  if (record === null) {
    const message = `${workflow} has never run: there ${follow ? 'is nothing to follow' : 'are no logs'}`;
    return console.fail(
      { code: 'never-run', message, help: `Start it: ${world.ownCommand} ${workflow}` },
      EXIT.invalid,
    );
  }
  const step = findStep(request.step, record);
  if (!step.ok) return console.fail(step.error, EXIT.invalid);
  const startedAt = record.state.started_at;
  const reader = new LogReader(runFiles(root.value, workflow).logs, startedAt.slice(0, 10));
  const isWanted = wantedLines(startedAt, step.value);
  if (console.isJson) return json(reader, isWanted, world);
  const printer = new LogPrinter(isWanted, world);
  await printer.print(reader.read());
  if (follow) {
    while (printer.isRead && isRunning(root.value, workflow)) {
      await pause(FOLLOW_MS, world.signal);
      await printer.print(reader.read());
    }
    // What was printed between the last look at the log and the end of the run.
    await printer.print(reader.read());
  }
  await printer.print(reader.end());
  if (!printer.isRead) return EXIT.completed;
  if (!printer.hasPrinted) sayNothing(workflow, step.value, world);
  if (follow) sayEnd(root.value, workflow, world);
  return EXIT.completed;
}

/** A run that holds the lock already, and has not written its first state yet, is the one that is meant. */
async function untilBegun(root: string, workflow: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    const lock = lockState(root);
    const isHeld = lock !== null && lock.liveness !== 'dead' && lock.holder.workflow === workflow;
    if (!isHeld || signal.aborted || readRun(root, workflow, lock)?.state.status === 'running') return;
    await pause(FOLLOW_MS, signal);
  }
}

const ENDS = {
  completed: 'is completed',
  failed: 'has failed',
  paused: 'is paused',
  interrupted: 'was interrupted: its process has ended without a word',
  running: 'goes on',
} as const;

/** Whoever followed a run wants to know why it became quiet. */
function sayEnd(root: string, workflow: string, { console }: CommandWorld): void {
  const record = readRun(root, workflow, lockState(root));
  if (record !== null) console.note(`note: the last run of ${workflow} ${ENDS[record.status]}`);
}

/** A step that printed nothing is told from a command that did nothing. */
function sayNothing(workflow: string, step: string | null, { console }: CommandWorld): void {
  console.note(`note: ${step === null ? `the last run of ${workflow}` : `step ${step}`} has printed nothing`);
}

function json(reader: LogReader, isWanted: IsWanted, { console }: CommandWorld): number {
  const lines: LogLine[] = [];
  let dropped = 0;
  const add = (line: string): void => {
    const parsed = parseLogLine(line);
    if (!isWanted(parsed)) return;
    lines.push(parsed);
    if (lines.length >= 2 * MAX_JSON_LINES) dropped += lines.splice(0, MAX_JSON_LINES).length;
  };
  for (const line of reader.read()) add(line);
  for (const line of reader.end()) add(line);
  dropped += lines.splice(0, Math.max(0, lines.length - MAX_JSON_LINES)).length;
  console.json({ lines, dropped_lines: dropped });
  return EXIT.completed;
}

function isRunning(root: string, workflow: string): boolean {
  return readRun(root, workflow, lockState(root))?.status === 'running';
}

/** The id of the step that was meant by number or id; null when none was given. */
function findStep(asked: string | null, record: RunRecord): Result<string | null, CommandError> {
  const steps = record.progress?.steps;
  if (asked === null || steps === undefined) return ok(asked);
  const found = steps.find(({ id, step_id: name }) => name === asked || String(id) === asked);
  if (found !== undefined) return ok(found.step_id);
  const near = closestName(
    asked,
    steps.map(({ step_id: id }) => id),
  );
  const list = steps
    .slice(0, 20)
    .map(({ id, step_id: name }) => `${id} ${name}`)
    .join(', ');
  const help = `${near === null ? '' : `Did you mean '${near}'? `}The steps are: ${list}${steps.length > 20 ? ', …' : ''}`;
  return err({ code: 'unknown-step', message: `There is no step '${asked}' in the last run`, help });
}
