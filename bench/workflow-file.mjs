// Workflow files to measure with.

/** More steps than this are nested: one definition file has a limit on its keys. */
const STEPS_PER_FILE = 2500;

/** Files (path -> content) of a workflow that runs these shell commands one after another. */
export function chainWorkflow(name, commands) {
  if (commands.length <= STEPS_PER_FILE) return [workflowFile(name, ['type: sequential'], commands.map(commandStep))];
  const parts = [];
  for (let at = 0; at < commands.length; at += STEPS_PER_FILE) parts.push(commands.slice(at, at + STEPS_PER_FILE));
  const nested = parts.map((_, index) => `  - workflow: ${name}-${index}`);
  const files = parts.flatMap((part, index) => chainWorkflow(`${name}-${index}`, part));
  return [workflowFile(name, ['type: sequential'], nested), ...files];
}

/** A workflow that runs these commands side by side. */
export function fanOutWorkflow(name, commands, maxConcurrent) {
  return [workflowFile(name, ['type: parallel', `max_concurrent: ${maxConcurrent}`], commands.map(commandStep))];
}

function workflowFile(name, head, steps) {
  return [`.claude/workflows/${name}.yaml`, [`workflow: ${name}`, ...head, 'steps:', ...steps, ''].join('\n')];
}

function commandStep(command, index) {
  return `  - { id: s${index + 1}, run: ${JSON.stringify(command)} }`;
}
