// Which file does which task; what an agent binds to a skill never comes here. A task is
// `(workspace) => { summary, followUps?, blocked? }`; whether it changed something is the workspace's to say.
const FILES = {
  'refactor-vscode-vscodium': './duplicates.mjs',
  'refactor-firefox-brave': './duplicates.mjs',
  'enhance-documentation': './documentation.mjs',
  'create-usage-examples': './documentation.mjs',
  'add-inline-documentation': './documentation.mjs',
  'extract-host-modules': './infrastructure.mjs',
  'enhance-ci': './infrastructure.mjs',
  'add-development-tools': './infrastructure.mjs',
  'optimize-performance': './infrastructure.mjs',
  'task-name': './template.mjs',
  'task-1': './template.mjs',
  'task-2': './template.mjs',
  'task-3': './template.mjs',
};

export const taskNames = () => Object.keys(FILES);

/** The task of that name, or null. */
export async function taskNamed(name) {
  if (!Object.hasOwn(FILES, name)) return null;
  const { tasks } = await import(FILES[name]);
  return tasks[name];
}
