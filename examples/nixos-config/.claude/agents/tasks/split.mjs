// Splits modules of more than 200 lines: FILE.nix stays where it is, so whatever imports it stays right, and imports its parts
// from FILE/. Only what cannot be reordered moves: declarations and attribute sets. Lists stay, because their order depends on
// the order of the modules.
import { boundPath, purposeOf, putTogether, takeApart } from './module-text.mjs';
import { categories, modulesOf } from './workspace.mjs';

const LARGE_LINES = 200;
const WORTH_MOVING_LINES = 5;
// Sets whose lists many modules add to.
const SHARED_LISTS = ['networking.firewall', 'users'];

const lineCount = (text) => text.replace(/\n$/, '').split('\n').length;

function mayMove(setting) {
  const path = boundPath(setting);
  return (
    lineCount(setting) >= WORTH_MOVING_LINES &&
    /= (lib\.mkIf .*)?\{$/m.test(setting.split('\n').find((line) => line.includes('=')) ?? '') &&
    setting.endsWith('\n    };') &&
    !SHARED_LISTS.some((prefix) => path === prefix || path.startsWith(`${prefix}.`))
  );
}

/** { path: text } of the module and its parts, or null when its layout is not the usual one. */
function split(path, text) {
  const module = takeApart(text);
  if (module === null) return null;
  const name = path
    .split('/')
    .at(-1)
    .replace(/\.nix$/, '');
  const folder = path.replace(/\.nix$/, '');
  const groups = new Map();
  for (const setting of module.settings.filter(mayMove)) {
    const group = boundPath(setting).split('.')[0];
    groups.set(group, [...(groups.get(group) ?? []), setting]);
  }

  const configOf = (settings) => `${module.guard}\n${settings.join('\n\n')}\n  };`;
  const { bindings } = module;
  const parts = {
    options: putTogether({ header: [`# The options of ${name}.nix.`], bindings, body: [module.options] }),
  };
  for (const [group, settings] of groups) {
    parts[group] = putTogether({
      header: [`# What ${name}.nix sets below ${group}.`],
      bindings,
      body: [configOf(settings)],
    });
  }

  const imports = Object.keys(parts).sort();
  const importList = `  imports = [\n${imports.map((part) => `    ./${name}/${part}.nix\n`).join('')}  ];`;
  const purpose = purposeOf(text);
  const header =
    module.header.length > 0 || purpose === null
      ? module.header
      : [`# ${purpose[0].toUpperCase()}${purpose.slice(1)}.`];
  const kept = module.settings.filter((setting) => !mayMove(setting));
  const main = putTogether({ header, bindings, body: kept.length > 0 ? [importList, configOf(kept)] : [importList] });
  return { [path]: main, ...Object.fromEntries(imports.map((part) => [`${folder}/${part}.nix`, parts[part]])) };
}

function splitLargeModules(workspace) {
  const large = categories(workspace)
    .flatMap((category) => modulesOf(workspace, category))
    .filter((path) => lineCount(workspace.read(path)) > LARGE_LINES);
  const left = [];
  for (const path of large) {
    const files = split(path, workspace.read(path));
    if (files === null) left.push(`${path} is not laid out as expected, split it by hand`);
    else for (const [file, text] of Object.entries(files)) workspace.write(file, text);
  }
  const count = large.length - left.length;
  return {
    summary: count === 0 ? `no module has more than ${LARGE_LINES} lines` : `split ${count} modules`,
    followUps: left,
  };
}

export const tasks = { 'split-large-modules': splitLargeModules };
