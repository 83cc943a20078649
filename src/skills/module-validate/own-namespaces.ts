import type { FlakeModel } from '../../nix/model/flake-model.js';
import { declaredInputs, readFlakeFile } from '../flake-validate/flake-file.js';

/**
 * First names of options of NixOS, nix-darwin, home-manager, flake-parts, devenv, nixvim and of what many flakes bring in beside
 * them: modules from elsewhere may declare and read options below these.
 */
const FOREIGN = new Set(
  [
    'accounts age allowUnfree appstream apps assertions autoCmd boot build catppuccin checks clan colorschemes config console',
    'containers dconf debug deployment devShells diffEditor disko documentation dysnomia ec2 editorconfig enterShell env',
    'environment extraConfigLua facter fileSystems files flake fonts git-hooks globals gtk hardware hjem home home-manager homebrew',
    'i18n ids image impermanence isSpecialisation jobs jovian keymaps krb5 languages launchd legacyPackages lib location lollypops',
    'mailserver manual meta microvm name nesting networking news niri nix nixarr nixops nixosConfigurations nixpkgs nixvim oci',
    'openstack opts outputs overlayAttrs packages pam passthru perSystem plugins power powerManagement pre-commit preservation',
    'processes programs proxmox qemu qt raspberry-pi rum scripts sdImage security services snapraid sops sound specialisation',
    'spicetify stdenv stylix submoduleSupport swapDevices system systemd systems targets tasks terraform test time topology',
    'transposition treefmt uninstall users vacu vim virtualisation vmware warnings wayland wsl xdg xsession zramSwap',
  ]
    .join(' ')
    .split(' '),
);

/**
 * First names of the options that this flake declares and surely nobody else: they are none of a known module system, and no input
 * of the flake has a name like it. Empty when there is no flake whose inputs can be read.
 */
export function ownNamespaces({ tree }: FlakeModel, declared: readonly (readonly string[])[]): Set<string> {
  const file = tree.files.get('flake.nix');
  const flake = file === undefined ? null : readFlakeFile(file);
  if (flake === null) return new Set();
  const inputs = [...declaredInputs(flake).keys()].map(wordOf);
  const isOwn = (name: string): boolean => {
    const word = wordOf(name);
    return word !== '' && !FOREIGN.has(name) && !inputs.some((input) => input.includes(word) || isIn(input, word));
  };
  return new Set(declared.map(([first]) => first ?? '').filter(isOwn));
}

/** Short names are parts of many words. */
function isIn(input: string, word: string): boolean {
  return input.length > 3 && word.includes(input);
}

/** Letters and digits alone: `flake-parts` and `flakeParts` are the same. */
function wordOf(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/** Where modules are put to another use than to make a system. */
const OTHER_MODULES = /\b(?:submodule(?:With)?|evalModules)\b/;
const MAKES_SYSTEMS = /\b\w*System\b|\bhomeManagerConfiguration\b/;

/**
 * The files that may be modules of another tree of options than a system's: what files with submodules, or with an evaluation of
 * modules of their own, name in another way than in their `imports`, and what those import.
 */
export function submoduleFiles(model: FlakeModel): Set<string> {
  const { tree } = model;
  const pending: string[] = [];
  for (const file of tree.files.values()) {
    if (!OTHER_MODULES.test(file.text)) continue;
    const isSystem = MAKES_SYSTEMS.test(file.text);
    const imported = new Set(file.imports.filter(({ via }) => via === 'imports' || isSystem).map(({ path }) => path));
    for (const { base, computed, path } of file.mentions) {
      const target = base === 'file' && !computed && !imported.has(path) ? tree.resolve(file.path, path) : null;
      if (target?.kind === 'nix-file') pending.push(target.path);
    }
  }
  const found = new Set<string>();
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    pending.push(...model.importsOf(path).map(({ to }) => to));
  }
  return found;
}
