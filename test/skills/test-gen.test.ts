import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from '../../src/process/spawn.js';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { exampleFlake, replaceIn, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';

const generate = (root: string, options: Record<string, unknown> = {}): ReturnType<typeof runSkill> =>
  runSkill('test-gen', root, { options });

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

/** Those that the example has itself: they would hide what the generated ones find. */
const EXAMPLE_CHECKS = '"firewall" "ports" "sshd" "system-atlas" "system-kernelcore"';

/** What Nix says of all other checks, without building them: the message of the first that does not evaluate, empty when all do. */
function evaluated(root: string): Promise<string> {
  const paths = `checks: builtins.mapAttrs (_: check: check.drvPath) (removeAttrs checks [ ${EXAMPLE_CHECKS} ])`;
  return failureOf(root, ['eval', '--json', '.#checks.x86_64-linux', '--apply', paths]);
}

/** What Nix says when a command on the tree fails; empty when it succeeds. */
async function failureOf(root: string, command: readonly string[]): Promise<string> {
  execFileSync('git', ['add', '-A'], { cwd: root });
  const env = nixEnvironment();
  const nix = await realNix(env);
  const argv = [nix.path, ...nix.options, ...command] as const;
  const { exitCode, stderrTail } = await runProcess({ argv, cwd: root, env, keepBytes: 4096 });
  return exitCode === 0 ? '' : stderrTail;
}

const MODULE = (body: string): string => `{ config, lib, pkgs, inputs, ... }:\n{\n  ${body}\n}\n`;
const option = (attributes: string): string => MODULE(`options.my.x = lib.mkOption { ${attributes} };`);

async function testOf(module: string): Promise<string> {
  const root = treeOf({ 'modules/a/x.nix': module, 'flake.nix': '{ }' });
  await generate(root);
  return existsSync(join(root, 'tests/a/x.nix')) ? read(root, 'tests/a/x.nix') : 'none';
}

describe('test-gen', () => {
  test('its tests are built by a whole check of the flake of the example', async () => {
    const root = exampleFlake();
    await generate(root, { wire: true });
    expect(await failureOf(root, ['flake', 'check', '--no-write-lock-file'])).toBe('');
  });

  test('its tests are checks of the example, which pass', async () => {
    const root = exampleFlake();
    const result = await generate(root, { wire: true });
    expect(findings(result)).toEqual([]);
    expect(read(root, 'flake.nix')).toContain(
      'import ./checks.nix { inherit lib pkgs hosts; } // import ./tests { inherit lib pkgs; inherit (self) nixosConfigurations; };',
    );
    expect(await evaluated(root)).toBe('');
  });

  test.each([
    [
      'a default is changed',
      'modules/services/gitea.nix',
      ['default = 3000', 'default = 3001'],
      'module-services-gitea: kernelcore.services.gitea.port is 3001, not 3000',
    ],
    [
      'a module that nothing imports loses an option',
      'modules/hardware/intel.nix',
      ['options.kernelcore.hardware.intel.enable', 'options.kernelcore.hardware.amd.enable'],
      'module-hardware-intel: kernelcore.hardware.intel.enable is not declared',
    ],
    [
      'a module that nothing imports is broken',
      'modules/hardware/intel.nix',
      ['lib.mkIf', 'lib.mkIf nosuch'],
      'nosuch',
    ],
    ['a host has a misspelt package', 'modules/services/backup.nix', ['pkgs.restic', 'pkgs.restik'], 'restik'],
  ] as const)('a test fails when %s', async (_, path, edit, message) => {
    const root = exampleFlake();
    await generate(root, { wire: true });
    replaceIn(root, path, edit);
    expect(await evaluated(root)).toContain(message);
  });

  test('a second run changes nothing, also after wiring', async () => {
    const root = exampleFlake();
    await generate(root, { wire: true });
    const again = await generate(root, { wire: true });
    expect(again.ok && again.value.changed).toEqual([]);
  });

  test('tests of modules that are gone are removed, others are left', async () => {
    const root = treeOf({
      'modules/a/x.nix': option('type = lib.types.int; default = 1;'),
      'tests/own.nix': '{ }\n',
      'flake.nix': '{ }',
    });
    await generate(root);
    execFileSync('git', ['init', '-q'], { cwd: root });
    execFileSync('rm', ['modules/a/x.nix'], { cwd: root });
    const result = await generate(root);
    expect(result.ok && result.value.changed).toEqual(['tests/a/x.nix', 'tests/default.nix']);
    expect(existsSync(join(root, 'tests/own.nix'))).toBe(true);
  });

  test.each([
    ['a number', 'type = lib.types.int; default = -3;', 'expected = -3;'],
    ['a list', 'type = with lib.types; listOf int; default = [ (-1) 2 ];', 'expected = [ (-1) 2 ];'],
    ['a text', 'type = lib.types.str; default = "a\\${b}";', 'expected = "a\\${b}";'],
    ['null', 'type = lib.types.nullOr lib.types.path; default = null;', 'expected = null;'],
  ])('expects %s as it is written', async (_, attributes, expected) => {
    expect(await testOf(option(attributes))).toContain(expected);
  });

  test.each([
    ['a computed default', 'type = lib.types.str; default = config.networking.hostName;'],
    ['a default with interpolation', 'type = lib.types.str; default = "${pkgs.hello}";'],
    ['a value that is changed for readers', 'type = lib.types.int; default = 1; apply = x: x + 1;'],
    ['a submodule', 'type = lib.types.submodule { }; default = { };'],
    ['a type of its own', 'type = myType; default = 1;'],
    ['no type', 'default = 1;'],
  ])('expects no value of %s', async (_, attributes) => {
    const text = await testOf(
      option(attributes).replace('{\n  options', 'let myType = lib.types.int; in {\n  options'),
    );
    expect(text).toContain('"my.x" = options ? my.x;');
    expect(text).not.toContain('expected');
  });

  test.each([
    ['needs an argument of its hosts', option('type = inputs.x.type;')],
    ['needs a lib of its own', option('type = lib.my.type;')],
    [
      'needs an argument through a let',
      MODULE('options = t;').replace('{\n  options', 'let t = inputs.t; in {\n  options'),
    ],
    ['inherits an argument', MODULE('options = import ./o.nix { inherit inputs; };')],
    ['looks at other options', `{ options, lib, ... }: { options.x = lib.optionalAttrs (options ? y) { }; }`],
    ['does not parse', '{'],
  ])('writes no test of a module that %s, and says so', async (_, module) => {
    const root = treeOf({ 'modules/a/x.nix': module, 'flake.nix': '{ }' });
    expect(findings(await generate(root))).toContain('module-not-tested modules/a/x.nix');
    expect(existsSync(join(root, 'tests/a/x.nix'))).toBe(false);
  });

  test('a conditional option is not demanded', async () => {
    expect(await testOf(MODULE('options = lib.optionalAttrs true { my.x = lib.mkOption { }; };'))).not.toContain(
      'my.x',
    );
  });

  test('says which line adds the tests', async () => {
    const root = treeOf({ 'modules/a/x.nix': option('type = lib.types.int;'), 'flake.nix': '{ outputs = _: { }; }' });
    const result = await generate(root);
    expect(result.ok && result.value.diagnostics).toMatchObject([
      { code: 'tests-not-wired', help: expect.stringContaining('// import ./tests { inherit lib pkgs;') as unknown },
    ]);
  });

  test.each([
    ['there are no checks', '{ outputs = { self }: let lib = 1; pkgs = 2; in { }; }'],
    [
      'there are checks twice',
      '{ outputs = { self }: let lib = 1; pkgs = 2; in { checks.a = { }; checks.b = { }; }; }',
    ],
    ['pkgs means nothing', '{ outputs = { self, lib }: { checks.a = { }; }; }'],
  ])('refuses to wire when %s', async (_, flake) => {
    const root = treeOf({ 'modules/a/x.nix': option('type = lib.types.int;'), 'flake.nix': flake });
    expect(findings(await generate(root, { wire: true }))).toEqual(['tests-not-wired flake.nix']);
    expect(existsSync(join(root, 'tests'))).toBe(false);
  });

  test('overwrites nobody else’s file', async () => {
    const root = treeOf({ 'modules/a/x.nix': option('type = lib.types.int;'), 'tests/default.nix': '{ }\n' });
    expect(findings(await generate(root))).toEqual(['not-generated tests/default.nix']);
    expect(read(root, 'tests/default.nix')).toBe('{ }\n');
  });

  test('--check fails when a module has changed', async () => {
    const root = treeOf({ 'modules/a/x.nix': option('type = lib.types.int; default = 1;'), 'flake.nix': '{ }' });
    await generate(root);
    writeFileSync(join(root, 'modules/a/x.nix'), option('type = lib.types.int; default = 2;'));
    expect(findings(await generate(root, { check: true }))).toContain('would-change tests/a/x.nix');
  });
});
