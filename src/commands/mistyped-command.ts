import { closestName } from '../base/closest-name.js';
import type { CommandError } from './console.js';
import { findRoot } from './find-root.js';
import { WorkflowFolder } from './workflow-folder.js';
import type { CommandWorld } from './world.js';

/**
 * `workflow-runner stauts` asks for the workflow of that name. When there is none, and a command is nearer than any
 * workflow, the command was meant.
 */
export function mistypedCommand(name: string, commands: readonly string[], world: CommandWorld): CommandError | null {
  const meant = closestName(name, commands);
  if (meant === null || meant === name) return null;
  const root = findRoot(world);
  const workflows = root.ok ? new WorkflowFolder(root.value).names : [];
  if (workflows.includes(name) || closestName(name, workflows) !== null) return null;
  return {
    code: 'unknown-command',
    message: `there is no command and no workflow '${name}'`,
    help: `Did you mean the command '${meant}'? See: workflow-runner --help`,
  };
}
