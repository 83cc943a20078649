import { beforeAll, expect, test } from '@jest/globals';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '../../src/nix/diagnose.js';
import { checkFlake } from '../../src/nix/flake-check.js';
import type { NixProgram } from '../../src/nix/nix-program.js';
import { NixTree } from '../../src/nix/nix-tree.js';
import { treeContext } from '../../src/nix/tree-context.js';
import { runProcess } from '../../src/process/spawn.js';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { exampleFlake, replaceIn, treeOf } from '../support/nix-tree-on-disk.js';

const env = nixEnvironment();
let nix: NixProgram;
beforeAll(async () => {
  nix = await realNix(env);
});

const SSH = 'modules/security/ssh.nix';
const KUBERNETES = 'modules/development/kubernetes.nix';
const PORT = '      default = 22;\n';
const FIRST_CHECK = '  firewall = expectNone';

/** A change of the example: in a file, of a text, to another. */
type Edit = readonly [path: string, from: string, to: string];

const check = (name: string, more: string): Edit => [
  'checks.nix',
  FIRST_CHECK,
  `  broken = derivation { name = "${name}"; builder = "/bin/sh"; ${more} };\n\n${FIRST_CHECK}`,
];

// Nix says these without a place, at a place of nixpkgs, or in words about something else.
test.each<[string, Edit, string, string]>([
  [
    'a file in a folder that is missing',
    [KUBERNETES, 'pkgs.helm', '../../keys/a.age'],
    'nix-missing-file 101',
    KUBERNETES,
  ],
  [
    'a file of a host that is missing',
    ['flake.nix', '${name}/configuration.nix', '${name}/config.nix'],
    'nix-missing-file 97',
    'flake.nix',
  ],
  [
    'a module named by a text',
    ['flake.nix', './modules/shell\n', '"./modules/shell"\n'],
    'nix-path 36',
    'without quotes',
  ],
  [
    'imports that depend on an option',
    [
      KUBERNETES,
      '  config = ',
      '  imports = lib.mkIf config.networking.firewall.enable [ ../hardware/intel.nix ];\n  config = ',
    ],
    'nix-conditional-imports 98',
    '`imports` cannot depend on options',
  ],
  ['an option without a value', [SSH, PORT, ''], 'nix-option-without-value 10', 'default'],
  [
    'a value of a submodule that is missing',
    ['hosts/atlas/configuration.nix', '  networking.', '  kernelcore.secrets.files.key = { };\n\n  networking.'],
    'nix-option-without-value',
    'hosts/atlas/configuration.nix',
  ],
  [
    'an input that follows nothing',
    ['flake.nix', 'inputs = { };', 'inputs.b.follows = "nixpkgs";'],
    'nix-input 6',
    'declare',
  ],
  [
    'an argument of outputs that is no input',
    ['flake.nix', '{ self }:', '{ self, agenix }:'],
    'nix-lock-outdated 9',
    'the input agenix is not locked',
  ],
  [
    'a wrong hash',
    check(
      'src',
      'system = "x86_64-linux"; args = [ "-c" "echo > $out" ]; outputHash = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";',
    ),
    'nix-hash-mismatch 35',
    'got: ',
  ],
  [
    'a build that makes nothing',
    check('void', 'system = "x86_64-linux"; args = [ "-c" ":" ];'),
    'nix-build-failed 35',
    "output 'out'",
  ],
  ['a check for another system', check('far', 'system = "riscv64-linux";'), 'nix-other-system 35', 'remote builder'],
  [
    'endless recursion of a function',
    [SSH, PORT, 'default = let f = n: 1 + f n; in f 0;'],
    'nix-infinite-recursion',
    'stack overflow',
  ],
  ['a package of a channel', [SSH, PORT, 'default = import <nixpkgs>;'], 'nix-impure 12', 'no channels'],
  ['a comma in a list', [KUBERNETES, 'pkgs.helm', 'pkgs.helm,'], 'nix-syntax 101', 'no commas'],
  [
    'a package that is not free',
    ['flake.nix', 'nixpkgs.config.allowUnfree = true', 'nixpkgs.config.allowUnfree = false'],
    'nix-package-refused',
    'allowUnfree',
  ],
])('checkFlake tells %s where it is written, and what to do', async (_, [path, from, to], found, says) => {
  const checked = await checkFlake({
    root: exampleFlake((root) => replaceIn(root, path, [from, to])),
    nix,
    env,
    runProcess,
  });
  if (checked.ok || checked.failure !== null) throw new Error(JSON.stringify(checked));
  const [first, ...others] = checked.diagnostics;
  expect([`${first?.code} ${first?.location.line ?? ''}`.trim(), others]).toEqual([expect.stringContaining(found), []]);
  expect([first?.message, first?.help, first?.location.file].join('\n')).toContain(says);
});

test('checkFlake tells a link out of the repository with what to do', async () => {
  const root = exampleFlake((folder) => {
    rmSync(join(folder, SSH));
    symlinkSync('/etc/hosts', join(folder, SSH));
  });
  const checked = await checkFlake({ root, nix, env, runProcess });
  expect(checked).toMatchObject({ diagnostics: [{ code: 'nix-impure', help: expect.stringContaining('link') }] });
});

test.each([
  ['in flake.lock has only the network to blame', 'a'.repeat(40), 'nix-network'],
  ['not in flake.lock is an input to lock', 'b'.repeat(40), 'nix-lock-outdated'],
])('a download of a commit that is %s', (_, commit, code) => {
  const flake = '{ inputs.x.url = "github:o/x"; outputs = { x, ... }: { }; }';
  const locked = JSON.stringify({ nodes: { x: { locked: { rev: 'a'.repeat(40) } } } });
  const root = treeOf({ 'flake.nix': flake, 'flake.lock': locked });
  const error = {
    action: 'msg',
    level: 0,
    msg: 'error',
    raw_msg: `unable to download 'https://example.org/x/tarball/${commit}': Couldn't resolve host name (6)`,
    trace: [
      { raw_msg: "while updating the flake input 'x'" },
      { raw_msg: "while updating the lock file of flake 'git+file:///x'" },
    ],
  };
  expect(diagnose(`@nix ${JSON.stringify(error)}`, treeContext(NixTree.read(root)))).toMatchObject([
    { code, location: { file: 'flake.nix', line: 1 } },
  ]);
});
