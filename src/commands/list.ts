import { ageText } from '../report/age-text.js';
import { durationText } from '../report/duration-text.js';
import { counted } from '../report/step-label.js';
import { textTable } from '../report/text-table.js';
import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { howToBegin } from './how-to-begin.js';
import { lockState, readRun, type RunRecord } from './run-record.js';
import { styleOf } from './run-status-style.js';
import { WorkflowFolder } from './workflow-folder.js';
import { EXIT, type TerminalWorld } from './world.js';

/** `list`: the workflows of the repository with version, kind, steps, and how and when their last run ended. */
export function listCommand(world: TerminalWorld): Promise<number> {
  const { console } = world;
  const root = findRoot(world);
  if (!root.ok) return Promise.resolve(console.fail(root.error, root.error.exitCode));
  const rows = listedWorkflows(root.value);
  console.json({ workflows: rows });
  if (rows.length === 0) console.print(howToBegin(root.value, world.ownCommand));
  else console.print(table(rows, world).join('\n'));
  return Promise.resolve(EXIT.completed);
}

/** A workflow as `list` tells it; stable for `--json`. */
interface ListedWorkflow {
  readonly name: string;
  readonly file: string;
  readonly valid: boolean;
  readonly version: string | null;
  readonly type: string | null;
  readonly steps: number | null;
  readonly description: string | null;
  /** How its last run stands; null when it never ran. */
  readonly last_status: RunRecord['status'] | null;
  /** When that run ended, or was last heard of; of a running one, when it began. `2025-11-01T10:00:00Z`. */
  readonly last_at: string | null;
}

function listedWorkflows(root: string): ListedWorkflow[] {
  const folder = new WorkflowFolder(root);
  const lock = lockState(root);
  return folder.names.map((name) => {
    const loaded = folder.load(name);
    const workflow = loaded?.workflow ?? null;
    const record = readRun(root, name, lock);
    return {
      name,
      file: loaded?.file ?? '',
      valid: workflow !== null,
      version: workflow?.version ?? null,
      type: workflow?.type ?? null,
      steps: workflow === null ? null : workflow.phases.reduce((sum, { steps }) => sum + steps.length, 0),
      description: workflow?.description ?? null,
      last_status: record?.status ?? null,
      last_at: record === null ? null : lastTime(record),
    };
  });
}

/** The file may be of anybody: what is no time is none. */
function lastTime({ status, state }: RunRecord): string | null {
  const told: unknown = status === 'running' ? state.started_at : (state.completed_at ?? state.updated_at);
  return typeof told === 'string' && !Number.isNaN(Date.parse(told)) ? told : null;
}

function table(rows: readonly ListedWorkflow[], world: TerminalWorld): string[] {
  return textTable(
    rows.map((row) => {
      const { name, version, type, steps, description } = row;
      return version === null || type === null
        ? [clean(name), '', '', '', world.console.paint('error', 'not valid'), `see: ${world.ownCommand} validate`]
        : [
            clean(name),
            clean(version),
            type,
            counted(steps ?? 0, 'step'),
            lastText(row, world),
            clean(description ?? ''),
          ];
    }),
  );
}

/** `completed 3 h ago`, `running for 2 min 5 s`, `never run`. */
function lastText({ last_status: status, last_at: at }: ListedWorkflow, { console, now }: TerminalWorld): string {
  if (status === null) return console.paint('dim', 'never run');
  const painted = console.paint(styleOf(status), status);
  if (at === null) return painted;
  const ms = now() - Date.parse(at);
  return `${painted} ${status === 'running' ? `for ${durationText(ms)}` : ageText(ms)}`;
}
