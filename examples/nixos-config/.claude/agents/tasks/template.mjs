// The placeholders of the templates: each leaves a note in a file of its own.
const leaveNote = (name) => (workspace) => {
  workspace.write(`notes/${name}.md`, `# ${name}\n\nThe placeholder task of a template ran here.\n`);
  return { summary: `notes/${name}.md is there` };
};

export const tasks = Object.fromEntries(
  ['task-name', 'task-1', 'task-2', 'task-3'].map((name) => [name, leaveNote(name)]),
);
