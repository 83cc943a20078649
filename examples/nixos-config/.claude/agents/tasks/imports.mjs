// The hosts import ./modules instead of single files. Every module has an `enable`, so a host gets nothing it did not ask for;
// the order of the modules changes, and with it the order of list options.
import { aggregator, createModuleDefaults, missingImports } from './structure.mjs';
import { categories } from './workspace.mjs';

function completeAggregator(workspace, category) {
  const path = `modules/${category}/default.nix`;
  const missing = missingImports(workspace, category).map((module) => `    ./${module.split('/').at(-1)}`);
  if (missing.length === 0) return;
  workspace.write(
    path,
    workspace.read(path).replace(/imports = \[\n([^\]]*\n)( *)\]/, (_, entries, indent) => {
      const all = [...entries.replace(/\n$/, '').split('\n'), ...missing].sort();
      return `imports = [\n${all.join('\n')}\n${indent}]`;
    }),
  );
}

/** The list of modules with every path below modules/ left out, and the whole folder imported once. */
function viaAggregator(text, prefix) {
  const module = new RegExp(`^ *${prefix.replaceAll('.', '\\.')}modules/\\S+\\n`, 'gm');
  if (!module.test(text)) return text;
  const sharedEnd = /(sharedModules = \[\n[^]*?)(\n *)\];/;
  return text
    .replace(module, '')
    .replace(/^ *# Security comes last.*\n/m, '')
    .replace(sharedEnd, (_, list, end) => `${list.trimEnd()}\n${end.replace('\n', '')}  ${prefix}modules${end}];`)
    .replace(/\[\n\s*\];/g, '[ ];')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/\n\n( *\];)/g, '\n$1');
}

function optimizeImports(workspace) {
  createModuleDefaults(workspace);
  for (const category of categories(workspace)) completeAggregator(workspace, category);
  if (!workspace.exists('modules/default.nix'))
    workspace.write('modules/default.nix', aggregator(workspace, 'modules'));

  for (const [file, prefix] of [
    ['flake.nix', './'],
    ['hosts/modules.nix', '../'],
  ]) {
    const text = workspace.read(file);
    if (text !== null) workspace.write(file, viaAggregator(text, prefix));
  }
  return { summary: 'the hosts import ./modules, which imports every category' };
}

export const tasks = { 'optimize-imports': optimizeImports };
