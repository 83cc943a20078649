import { headerOf, purposeOf } from './module-text.mjs';
import { optionsOf } from './module-options.mjs';
import { categories, modulesOf } from './workspace.mjs';

const sentence = (text) => `${text[0].toUpperCase()}${text.slice(1)}.`;
const titleOf = (path) =>
  path
    .split('/')
    .at(-1)
    .replace(/\.nix$/, '');
const words = (name) => name.replaceAll('-', ' ');

/** What a module is for: what it says itself, what its enable option says, or its name. */
function summaryOf(path, text) {
  const purpose = purposeOf(text);
  return (
    headerOf(text) ??
    (purpose === null ? sentence(`${words(titleOf(path))}, for every host that imports it`) : sentence(purpose))
  );
}

function enhanceDocumentation(workspace) {
  const parts = categories(workspace).map((category) => {
    const rows = modulesOf(workspace, category).map(
      (path) => `- \`${titleOf(path)}\`: ${summaryOf(path, workspace.read(path))}\n`,
    );
    return `## ${category}\n\n${rows.join('')}`;
  });
  workspace.write('modules/README.md', `# What is where\n\n${parts.join('\n')}`);
  return { summary: 'modules/README.md says what every module is for' };
}

function createUsageExamples(workspace) {
  for (const category of categories(workspace)) {
    const enables = modulesOf(workspace, category)
      .flatMap((path) => optionsOf(workspace, path))
      .filter(({ name }) => name.endsWith('.enable'))
      .map(({ name }) => `  ${name} = true;\n`);
    if (enables.length === 0) continue;
    workspace.write(
      `docs/examples/${category}.md`,
      `# Using ${category}\n\n\`\`\`nix\n{\n${enables.join('')}}\n\`\`\`\n`,
    );
  }
  return { summary: 'docs/examples shows how to turn on every module' };
}

const INLINE = '  # What this host turns on.\n';

function addInlineDocumentation(workspace) {
  for (const host of workspace.folders('hosts')) {
    const path = `hosts/${host}/configuration.nix`;
    const text = workspace.read(path);
    if (text === null || text.includes(INLINE)) continue;
    workspace.write(path, text.replace('  kernelcore = {\n', `${INLINE}  kernelcore = {\n`));
  }
  return { summary: 'the configuration of every host says what it turns on' };
}

export const tasks = {
  'enhance-documentation': enhanceDocumentation,
  'create-usage-examples': createUsageExamples,
  'add-inline-documentation': addInlineDocumentation,
};
