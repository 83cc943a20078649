import { findRoot } from './find-root.js';
import { howToBegin } from './how-to-begin.js';
import { listCommand } from './list.js';
import { WorkflowFolder } from './workflow-folder.js';
import { EXIT, type CommandWorld } from './world.js';

/**
 * `workflow-runner` without a workflow: the workflows and what can be done with them, or how to begin. `hasFlags`: flags of a run
 * were given, so a name was forgotten.
 */
export async function beginCommand(world: CommandWorld, hasFlags: boolean): Promise<number> {
  if (hasFlags) {
    const help = 'For example: workflow-runner NAME --dry-run. Which there are: workflow-runner list';
    return world.console.fail(
      { code: 'missing-workflow', message: 'which workflow? Its name is missing', help },
      EXIT.invalid,
    );
  }
  const root = findRoot(world);
  if (!root.ok) return world.console.fail(root.error, root.error.exitCode);
  if (world.console.isJson) return listCommand(world);
  const folder = new WorkflowFolder(root.value);
  const { names } = folder;
  if (names.length === 0) {
    world.console.print(howToBegin(root.value));
    return EXIT.completed;
  }
  await listCommand(world);
  world.console.print(`
Run one: workflow-runner ${names.find((name) => folder.load(name)?.workflow != null) ?? 'NAME'} --dry-run shows what it would do, without --dry-run does it.
All commands: workflow-runner --help`);
  return EXIT.completed;
}
