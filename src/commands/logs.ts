import { safeTerminalText } from '../process/terminal-text.js';
import { runFiles } from '../runner/run-files.js';
import { closestName } from '../base/closest-name.js';
import { err, ok, type Result } from '../base/result.js';
import type { CommandError } from './console.js';
import { findRoot } from './find-root.js';
import { unknownWorkflow } from './load-workflows.js';
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
  const record = readRun(root.value, workflow, lockState(root.value));
  if (record === null && !names.includes(workflow)) {
    const { code, message, help = '' } = unknownWorkflow(workflow, names);
    return console.fail({ code, message, help }, EXIT.invalid);
  }
  if (record === null && !follow) {
    const help = `Start it: workflow-runner ${workflow}`;
    return console.fail(
      { code: 'never-run', message: `${workflow} has never run: there are no logs`, help },
      EXIT.invalid,
    );
  }
  const step = findStep(request.step, record);
  if (!step.ok) return console.fail(step.error, EXIT.invalid);
  const startedAt = record?.state.started_at ?? '';
  const reader = new LogReader(runFiles(root.value, workflow).logs, startedAt.slice(0, 10));
  const isWanted = wanted(startedAt, step.value);
  if (console.isJson) return json(reader, isWanted, world);
  let printed = printNew(reader, isWanted, world);
  if (follow) {
    while (!world.signal.aborted && isRunning(root.value, workflow)) {
      await pause(FOLLOW_MS, world.signal);
      printed += printNew(reader, isWanted, world);
    }
  }
  printed += printLines(reader.end(), isWanted, world);
  if (printed === 0) sayNothing(workflow, step.value, world);
  return EXIT.completed;
}

/** A step that printed nothing is told from a command that did nothing. */
function sayNothing(workflow: string, step: string | null, { console }: CommandWorld): void {
  console.note(`note: ${step === null ? `the last run of ${workflow}` : `step ${step}`} has printed nothing`);
}

type IsWanted = (line: LogLine) => boolean;

/** Lines of the last run only; a line that is not ours belongs to the one before it. */
function wanted(startedAt: string, step: string | null): IsWanted {
  let last = false;
  return ({ time, step: of }) => {
    if (time !== '') last = time.slice(0, 19) >= startedAt.slice(0, 19) && (step === null || of === step);
    return last;
  };
}

function printNew(reader: LogReader, isWanted: IsWanted, world: CommandWorld): number {
  return printLines(reader.read(), isWanted, world);
}

/** Returns how many lines were printed. */
function printLines(lines: Iterable<string>, isWanted: IsWanted, { console }: CommandWorld): number {
  let count = 0;
  for (const line of lines) {
    if (!isWanted(parseLogLine(line))) continue;
    console.print(safeTerminalText(line));
    count += 1;
  }
  return count;
}

function json(reader: LogReader, isWanted: IsWanted, { console }: CommandWorld): number {
  const lines: LogLine[] = [];
  let dropped = 0;
  for (const line of reader.read()) {
    const parsed = parseLogLine(line);
    if (!isWanted(parsed)) continue;
    lines.push(parsed);
    if (lines.length >= 2 * MAX_JSON_LINES) dropped += lines.splice(0, MAX_JSON_LINES).length;
  }
  dropped += lines.splice(0, Math.max(0, lines.length - MAX_JSON_LINES)).length;
  console.json({ lines, dropped_lines: dropped });
  return EXIT.completed;
}

function isRunning(root: string, workflow: string): boolean {
  return readRun(root, workflow, lockState(root))?.status === 'running';
}

/** The id of the step that was meant by number or id; null when none was given. */
function findStep(asked: string | null, record: RunRecord | null): Result<string | null, CommandError> {
  const steps = record?.progress?.steps;
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
