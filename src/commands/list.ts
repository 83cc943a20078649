import { clean } from './console.js';
import { findRoot } from './find-root.js';
import { howToBegin } from './how-to-begin.js';
import { lockState, readRun } from './run-record.js';
import { WorkflowFolder } from './workflow-folder.js';
import { textTable } from '../report/text-table.js';
import { EXIT, type CommandWorld } from './world.js';

/** `list`: the workflows of the repository with version, kind, steps and how their last run ended. */
export function listCommand(world: CommandWorld): Promise<number> {
  const root = findRoot(world);
  if (!root.ok) return Promise.resolve(world.console.fail(root.error, root.error.exitCode));
  const folder = new WorkflowFolder(root.value);
  const lock = lockState(root.value);
  const workflows = folder.names.map((name) => {
    const loaded = folder.load(name);
    const workflow = loaded?.workflow ?? null;
    return {
      name,
      file: loaded?.file ?? '',
      valid: workflow !== null,
      version: workflow?.version ?? null,
      type: workflow?.type ?? null,
      steps: workflow === null ? null : workflow.phases.reduce((sum, { steps }) => sum + steps.length, 0),
      description: workflow?.description ?? null,
      last_status: readRun(root.value, name, lock)?.status ?? null,
    };
  });
  world.console.json({ workflows });
  if (workflows.length === 0) world.console.print(howToBegin(root.value));
  else world.console.print(table(workflows, world).join('\n'));
  return Promise.resolve(EXIT.completed);
}

interface Row {
  readonly name: string;
  readonly version: string | null;
  readonly type: string | null;
  readonly steps: number | null;
  readonly description: string | null;
  readonly last_status: string | null;
}

function table(rows: readonly Row[], { console }: CommandWorld): string[] {
  return textTable(
    rows.map(({ name, version, type, steps, description, last_status: last }) =>
      version === null || type === null
        ? [clean(name), '', '', '', console.paint('error', 'not valid'), 'see: workflow-runner validate']
        : [
            clean(name),
            clean(version),
            type,
            `${steps} step${steps === 1 ? '' : 's'}`,
            last ?? 'never run',
            clean(description ?? ''),
          ],
    ),
  );
}
