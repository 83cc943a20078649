import { categories, modulesOf } from './workspace.mjs';
import { hasHeader } from './module-text.mjs';

const MISPLACED = 'laptop-offload-client.nix';
const PLACE = `modules/services/${MISPLACED}`;

/** The text of a default.nix that imports the modules of a folder, and the aggregators of its subfolders. */
export function aggregator(workspace, folder) {
  const modules = workspace.files(folder).filter((name) => name.endsWith('.nix') && name !== 'default.nix');
  const subfolders = workspace.folders(folder).filter((name) => workspace.exists(`${folder}/${name}/default.nix`));
  const imports = [...modules, ...subfolders].sort().map((name) => `    ./${name}\n`);
  const title = folder === 'modules' ? 'Every category of modules.' : `All modules of ${folder}.`;
  return `# ${title}\n{\n  imports = [\n${imports.join('')}  ];\n}\n`;
}

/** Modules of a category that its default.nix does not mention. */
export function missingImports(workspace, category) {
  const text = workspace.read(`modules/${category}/default.nix`);
  if (text === null) return [];
  return modulesOf(workspace, category).filter((path) => !text.includes(`./${path.split('/').at(-1)}\n`));
}

const withoutDefault = (workspace) =>
  categories(workspace).filter((category) => !workspace.exists(`modules/${category}/default.nix`));

function moveLaptopOffloadClient(workspace) {
  const text = workspace.read(MISPLACED);
  if (text !== null) {
    workspace.write(PLACE, text);
    workspace.remove(MISPLACED);
  }
  for (const [file, prefix] of [
    ['flake.nix', './'],
    ['hosts/modules.nix', '../'],
  ]) {
    const importer = workspace.read(file);
    if (importer !== null) workspace.write(file, importer.replaceAll(`${prefix}${MISPLACED}`, `${prefix}${PLACE}`));
  }
  if (!workspace.exists(PLACE)) return { blocked: true, summary: `there is no ${MISPLACED} to move` };
  return { summary: `${MISPLACED} is in modules/services, and imported from there` };
}

export function createModuleDefaults(workspace) {
  const created = withoutDefault(workspace);
  for (const category of created) {
    workspace.write(`modules/${category}/default.nix`, aggregator(workspace, `modules/${category}`));
  }
  const missing = categories(workspace).flatMap((category) => missingImports(workspace, category));
  return {
    summary: created.length === 0 ? 'every category has a default.nix' : `wrote default.nix for ${created.join(', ')}`,
    followUps: missing.map((path) => `${path} is not imported by the default.nix beside it`),
  };
}

function validateCurrentState(workspace) {
  const modules = categories(workspace).flatMap((category) => modulesOf(workspace, category));
  const texts = modules.map((path) => [path, workspace.read(path)]);
  const large = texts
    .filter(([, text]) => text.split('\n').length > 200)
    .map(([path]) => `${path} has more than 200 lines`);
  const bare = texts.filter(([, text]) => !hasHeader(text)).length;
  const findings = [
    ...(workspace.exists(MISPLACED) ? [`${MISPLACED} lies at the root, it belongs to modules/services`] : []),
    ...withoutDefault(workspace).map((category) => `modules/${category} has no default.nix`),
    ...large,
    ...(bare > 0 ? [`${bare} modules have no header comment`] : []),
  ];
  return { summary: `looked at ${modules.length} modules, ${findings.length} findings`, followUps: findings };
}

function validateSecurityStructure(workspace) {
  const wanted = {
    ssh: 'PermitRootLogin = "no"',
    sudo: 'execWheelOnly = true',
    kernel: 'kernel.kptr_restrict',
    audit: 'security.auditd',
  };
  const findings = Object.entries(wanted).flatMap(([name, text]) => {
    const path = `modules/security/${name}.nix`;
    const module = workspace.read(path);
    if (module === null) return [`${path} is missing`];
    return module.includes(text) ? [] : [`${path} does not set ${text}`];
  });
  const secrets = workspace
    .filesBelow('modules')
    .filter((path) => /(password|token|secret)\s*=\s*"[^"/$]{6,}"/i.test(workspace.read(path) ?? ''))
    .map((path) => `${path} seems to contain a secret`);
  const all = [...findings, ...secrets];
  return { summary: `the security modules have ${all.length} findings`, followUps: all };
}

export const tasks = {
  'move-laptop-offload-client': moveLaptopOffloadClient,
  'create-module-defaults': createModuleDefaults,
  'validate-current-state': validateCurrentState,
  'validate-security-structure': validateSecurityStructure,
};
