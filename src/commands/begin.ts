import { findRoot } from './find-root.js';
import { beginInFolder, howToBegin } from './how-to-begin.js';
import { listCommand } from './list.js';
import { WorkflowFolder } from './workflow-folder.js';
import { EXIT, type TerminalWorld } from './world.js';

/**
 * `workflow-runner` without a workflow: the workflows and what can be done with them, or how to begin. `hasFlags`: flags of a run
 * were given, so a name was forgotten.
 */
export async function beginCommand(world: TerminalWorld, hasFlags: boolean): Promise<number> {
  const command = world.ownCommand;
  if (hasFlags) {
    const help = `For example: ${command} NAME --dry-run. Which there are: ${command} list`;
    return world.console.fail(
      { code: 'missing-workflow', message: 'which workflow? Its name is missing', help },
      EXIT.invalid,
    );
  }
  const root = findRoot(world);
  if (!root.ok) return world.console.fail(beginInFolder(root.error, command), root.error.exitCode);
  if (world.console.isJson) return listCommand(world);
  const folder = new WorkflowFolder(root.value);
  const { names } = folder;
  if (names.length === 0) {
    world.console.print(howToBegin(root.value, command));
    return EXIT.completed;
  }
  await listCommand(world);
  world.console.print(`
Run one: ${command} ${names.find((name) => folder.load(name)?.workflow != null) ?? 'NAME'} --dry-run shows what it would do, without --dry-run does it.
All commands: ${command} --help`);
  return EXIT.completed;
}
