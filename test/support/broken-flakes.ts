import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exampleFlake, exampleTree, replaceIn } from './nix-tree-on-disk.js';

/** A realistic mistake in the example flake, and where the user has to look for it. */
export interface BrokenFlake {
  readonly name: string;
  readonly edit: (root: string) => void;
  /** After everything was committed. */
  readonly after?: (root: string) => void;
  /** `code file:line`, sorted by place; without a line where there is none to tell. */
  readonly found: readonly string[];
  /** With Nix 2.26 and 2.34, where that is another place. */
  readonly newer?: readonly string[];
  /** What one of the messages or helps says. */
  readonly says?: string;
}

/** The flake with its mistake, in a repository of its own; returns its folder. */
export function brokenFlake({ edit, after }: BrokenFlake): string {
  const root = exampleFlake(edit);
  after?.(root);
  return root;
}

/** Its files alone, in no repository. */
export function brokenTree({ name, edit }: BrokenFlake): string {
  const root = exampleTree(edit);
  // what a person did after the last commit, without git
  if (name === 'untracked-file') renameSync(join(root, LAPTOP), join(root, MOVED));
  return root;
}

const edits =
  (...changes: readonly (readonly [path: string, from: string, to: string])[]) =>
  (root: string): void => {
    for (const [path, from, to] of changes) replaceIn(root, path, [from, to]);
  };

const add = (root: string, path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

const FLAKE = 'flake.nix';
const LAPTOP = 'laptop-offload-client.nix';
const MOVED = 'modules/services/laptop-offload-client.nix';
const SSH = 'modules/security/ssh.nix';
const KERNEL = 'modules/security/kernel.nix';
const DNS = 'modules/network/dns-resolver.nix';
const DOCKER = 'modules/virtualization/docker.nix';
const VSCODE = 'modules/applications/vscode-secure.nix';
const VSCODIUM = 'modules/applications/vscodium-secure.nix';
const HOST = 'hosts/kernelcore/configuration.nix';
const CHECKS = 'import ./checks.nix { inherit lib pkgs hosts; };';
const PORTS = [
  'networking.firewall.allowedTCPPorts = [ cfg.port ]',
  'networking.firewall.allowedTCPPorts = [ cfg.port 23 ]',
] as const;

export const BROKEN_FLAKES: readonly BrokenFlake[] = [
  {
    name: 'missing-semicolon',
    edit: edits([SSH, 'PermitRootLogin = "no";', 'PermitRootLogin = "no"']),
    found: ['nix-syntax modules/security/ssh.nix:43'],
  },
  {
    name: 'conflict-markers',
    edit: edits([
      KERNEL,
      '    security.protectKernelImage = true;',
      '<<<<<<< HEAD\n    security.protectKernelImage = true;\n=======\n    security.protectKernelImage = false;\n>>>>>>> phase',
    ]),
    found: ['nix-syntax modules/security/kernel.nix:44'],
  },
  {
    name: 'undefined-variable',
    edit: edits([LAPTOP, 'pkgs.rsync', 'pgks.rsync']),
    found: ['nix-undefined-variable laptop-offload-client.nix:48'],
  },
  {
    name: 'missing-package',
    edit: edits([VSCODIUM, '[ pkgs.vscodium ]', '[ pkgs.vscodum ]']),
    found: ['nix-missing-attribute modules/applications/vscodium-secure.nix:73'],
  },
  {
    name: 'missing-import',
    edit: (root) => renameSync(join(root, LAPTOP), join(root, MOVED)),
    found: ['nix-missing-file flake.nix:51'],
  },
  {
    name: 'untracked-file',
    edit: edits([FLAKE, './laptop-offload-client.nix', `./${MOVED}`]),
    after: (root) => {
      renameSync(join(root, LAPTOP), join(root, MOVED));
      execFileSync('git', ['rm', '-q', '--cached', LAPTOP], { cwd: root });
    },
    found: ['nix-untracked-file flake.nix:51'],
    says: 'git add modules/services/laptop-offload-client.nix',
  },
  {
    name: 'recursion-by-config',
    edit: edits([
      KERNEL,
      '  config = lib.mkIf',
      '  imports = lib.optional cfg.enable ./audit.nix;\n\n  config = lib.mkIf',
    ]),
    found: ['nix-infinite-recursion modules/security/kernel.nix'],
  },
  {
    name: 'recursion-by-let',
    edit: edits([
      DNS,
      '    networking.nameservers = cfg.servers;',
      '    networking.nameservers = let a = b; b = a; in a;',
    ]),
    found: ['nix-infinite-recursion modules/network/dns-resolver.nix:21'],
  },
  {
    name: 'recursion-by-import',
    edit: (root) => {
      add(root, 'modules/shell/a.nix', 'let\n  other = import ./b.nix;\nin\n{ x = other.y; }\n');
      add(root, 'modules/shell/b.nix', 'let\n  other = import ./a.nix;\nin\n{ y = other.x; }\n');
      replaceIn(root, DNS, [
        'networking.nameservers = cfg.servers',
        'networking.nameservers = (import ../shell/a.nix).x',
      ]);
    },
    found: ['nix-infinite-recursion modules/shell/a.nix:4'],
  },
  {
    name: 'option-type',
    edit: edits([
      HOST,
      'laptop-offload.enable = true;',
      'laptop-offload.enable = true;\n      laptop-offload.port = "22";',
    ]),
    found: ['nix-option-type hosts/kernelcore/configuration.nix:59'],
  },
  {
    name: 'unknown-option',
    edit: edits([HOST, 'nvidia.enable', 'nvidea.enable']),
    found: ['nix-unknown-option hosts/kernelcore/configuration.nix:37'],
  },
  {
    name: 'conflicting-definitions',
    edit: edits([LAPTOP, '  aliases = {', '  aliases = {\n    vscodium-clean = "vscodium";']),
    found: ['nix-conflict laptop-offload-client.nix:52', 'nix-conflict modules/applications/vscodium-secure.nix:79'],
  },
  {
    name: 'declared-twice',
    edit: (root) => {
      cpSync(join(root, VSCODE), join(root, 'modules/applications/editor-secure.nix'));
      replaceIn(root, FLAKE, [`./${VSCODE}`, `./${VSCODE}\n          ./modules/applications/editor-secure.nix`]);
    },
    found: [
      'nix-declared-twice modules/applications/editor-secure.nix:37',
      'nix-declared-twice modules/applications/vscode-secure.nix:37',
    ],
  },
  {
    name: 'assertion',
    edit: edits([SSH, 'cfg.allowUsers != [ ]', 'cfg.allowUsers == [ ]']),
    found: ['nix-assertion modules/security/ssh.nix:27'],
  },
  {
    name: 'missing-module-argument',
    edit: edits([DOCKER, '  pkgs,\n', '  pkgs,\n  unstable,\n'], [DOCKER, 'pkgs.dive', 'unstable.dive']),
    found: ['nix-missing-attribute modules/virtualization/docker.nix:5'],
    says: 'specialArgs',
  },
  {
    name: 'missing-function-argument',
    edit: (root) => {
      add(root, 'modules/network/zones.nix', '{ lib, pkgs }:\n{ x = [ ]; }\n');
      replaceIn(root, DNS, ['= cfg.servers;', '= (import ./zones.nix { lib = 1; }).x;']);
    },
    found: ['nix-call modules/network/dns-resolver.nix:21'],
    newer: ['nix-call modules/network/zones.nix:1'],
  },
  {
    name: 'failing-check',
    edit: edits([SSH, ...PORTS]),
    found: ['nix-build-failed checks.nix:41'],
    says: 'atlas: port 23 must not be open',
  },
  {
    name: 'check-no-derivation',
    edit: edits([FLAKE, CHECKS, CHECKS.replace(';\n', '').replace(/;$/, ' // { wrong = "a string"; };')]),
    found: ['nix-error flake.nix:108'],
  },
  { name: 'flake-syntax', edit: edits([FLAKE, 'inputs = { };', 'inputs = { }']), found: ['nix-syntax flake.nix:8'] },
  {
    name: 'flake-attribute',
    edit: edits([FLAKE, 'inputs = { };', 'inputs = { };\n  checks = { };']),
    found: ['nix-error flake.nix:7'],
  },
  {
    name: 'input-not-locked',
    edit: edits(
      [FLAKE, 'inputs = { };', 'inputs.home-manager.url = "github:nix-community/home-manager";'],
      [FLAKE, '{ self }:', '{ self, ... }:'],
    ),
    found: ['nix-lock-outdated flake.nix:6'],
    says: 'nix flake lock',
  },
  {
    name: 'two-failing-checks',
    edit: edits(
      [SSH, ...PORTS],
      ['checks.nix', 'lib.optional (!config.networking.firewall.enable)', 'lib.optional true'],
    ),
    found: ['nix-build-failed checks.nix:35', 'nix-build-failed checks.nix:41'],
    says: 'kernelcore: the firewall is off',
  },
  {
    name: 'failing-part-of-a-check',
    edit: edits([
      'checks.nix',
      'echo ok > "$out"',
      'echo ok > "$out" # ${pkgs.runCommand "part" { } "echo no luck; exit 4"}',
    ]),
    found: ['nix-build-failed checks.nix:17'],
    says: 'no luck',
  },
  {
    name: 'no-function',
    edit: edits([DNS, '= cfg.servers;', '= [ (toString (1 2)) ];']),
    found: ['nix-value-type modules/network/dns-resolver.nix:21'],
  },
  {
    name: 'warning',
    edit: edits([SSH, 'bantime = "1h"', 'bantime = builtins.trace "warning: the ban is short" "1h"']),
    found: ['nix-warning modules/security/ssh.nix:50'],
  },
  {
    name: 'folder-without-default',
    edit: edits([FLAKE, './modules/shell\n', './modules/hardware\n']),
    found: ['nix-missing-file flake.nix:36'],
  },
  {
    name: 'no-configuration',
    edit: edits([
      FLAKE,
      'mkHost;\n\n      packages',
      'mkHost // { broken.config = { networking.firewall = { enable = true; allowedTCPPorts = [ ]; }; services.openssh.enable = false; }; };\n\n      packages',
    ]),
    // The checks of the flake accept it: which of several Nix 2.8 meets first is a matter of addresses in memory.
    found: ['nix-error flake.nix:104'],
  },
  {
    name: 'duplicate-attribute',
    edit: edits([DOCKER, 'dates = "weekly";', 'dates = "weekly";\n        dates = "daily";']),
    found: ['nix-duplicate-attribute modules/virtualization/docker.nix:35'],
  },
];
