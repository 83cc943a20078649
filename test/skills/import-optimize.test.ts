import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DerivationMap } from '../../src/base/derivations.js';
import { compareDerivations } from '../../src/nix/derivations/compare-derivations.js';
import { evaluateDerivations } from '../../src/nix/derivations/evaluate-derivations.js';
import { derivationStore } from '../../src/nix/derivations/derivation-store.js';
import { runProcess } from '../../src/process/spawn.js';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { commitAll, exampleFlake, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';

const MODULE = '{ ... }: { }\n';
const AGGREGATOR = '{\n  imports = [\n    ./x.nix\n    ./y.nix\n  ];\n}\n';
const TREE = { 'm/default.nix': AGGREGATOR, 'm/x.nix': MODULE, 'm/y.nix': MODULE, 'z.nix': MODULE };

/** A module that is off by default, with the option's declaration and what it sets as given. */
const module = (name: string, setting: string, enable = 'lib.mkEnableOption "it"'): string =>
  `{ config, lib, ... }: { options.own.${name}.enable = ${enable}; ${setting} }`;
const OFF = module('y', 'config = lib.mkIf config.own.y.enable { a = 1; };');

const optimize = (root: string, more: Parameters<typeof runSkill>[2] = {}): ReturnType<typeof runSkill> =>
  runSkill('import-optimize', root, more);
const read = (root: string, path = 'flake.nix'): string => readFileSync(join(root, path), 'utf8');

/** What becomes of this `flake.nix`, with the modules of `TREE` and others beside it. */
async function optimized(
  flake: string,
  options: Record<string, unknown> = {},
  more: Record<string, string> = {},
): Promise<string> {
  const root = treeOf({ ...TREE, ...more, 'flake.nix': flake });
  const result = await optimize(root, { options });
  return result.ok ? read(root) : findings(result).join(' ');
}

describe('import-optimize shortens', () => {
  test.each([
    ['modules by their aggregator', '{ modules = [ ./m/x.nix ./m/y.nix ./z.nix ]; }', '{ modules = [ ./m ./z.nix ]; }'],
    ['modules apart', '{ modules = [ ./m/x.nix ./z.nix ./m/y.nix ]; }', '{ modules = [ ./m ./z.nix ]; }'],
    ['an entry named twice', '{ imports = [ ./z.nix ./m/x.nix ./z.nix ]; }', '{ imports = [ ./z.nix ./m/x.nix ]; }'],
    ['an entry behind its aggregator', '{ modules = [ ./m ./m/x.nix ]; }', '{ modules = [ ./m ]; }'],
    ['an entry before its aggregator', '{ modules = [ ./m/x.nix ./m ]; }', '{ modules = [ ./m ]; }'],
    ['a list by its name', '{ sharedModules = [ ./m/y.nix ./m/x.nix ]; }', '{ sharedModules = [ ./m ]; }'],
    [
      'a list that modules are made of',
      'let base = [ ./m/x.nix ./m/y.nix ]; in { modules = base ++ [ ./z.nix ]; }',
      'let base = [ ./m ]; in { modules = base ++ [ ./z.nix ]; }',
    ],
    [
      'what the other part of a sum completes',
      'let base = [ ./p/x.nix ]; in { modules = base ++ [ ./p/y.nix ./p/z.nix ]; }',
      'let base = [ ./p/x.nix ]; in { modules = base ++ [ ./p ]; }',
    ],
    [
      'lines, with the comments behind entries that go and no others',
      '{ modules = [\n  # above\n  ./m/x.nix # x\n  # between\n  ./m/y.nix # y\n  ./z.nix # z\n]; }\n',
      '{ modules = [\n  # above\n  ./m\n  # between\n  ./z.nix # z\n]; }\n',
    ],
    [
      'lines that end as on Windows',
      '{ modules = [\r\n  ./m/x.nix # x\r\n  ./m/y.nix\r\n]; }\r\n',
      '{ modules = [\r\n  ./m\r\n]; }\r\n',
    ],
  ])('%s', async (_, before, after) => {
    const three = inFolder('p', { 'x.nix': MODULE, 'y.nix': MODULE, 'z.nix': MODULE });
    const more = { ...three, 'p/default.nix': '{ imports = [ ./x.nix ./y.nix ./z.nix ]; }' };
    expect(await optimized(before, {}, more)).toBe(after);
  });

  test('a single module by its category when more is allowed', async () => {
    const more = { 'o/default.nix': '{ imports = [ ./x.nix ]; }', 'o/x.nix': MODULE };
    expect(await optimized('{ modules = [ ./o/x.nix ]; }', { allow_more: true }, more)).toBe('{ modules = [ ./o ]; }');
  });

  test('aggregators by an aggregator of aggregators', async () => {
    const list = '{ imports = [ ../all/m/x.nix ../all/m/y.nix ]; }';
    const host = treeOf({ ...inFolder('all', TREE), 'all/default.nix': '{ imports = [ ./m ]; }', 'hosts/a.nix': list });
    await optimize(host);
    expect(read(host, 'hosts/a.nix')).toBe('{ imports = [ ../all ]; }');
  });
});

function inFolder(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

describe('import-optimize leaves', () => {
  test.each([
    ['a part of an aggregator', '{ modules = [ ./m/x.nix ./z.nix ]; }', {}],
    ['a single module', '{ modules = [ ./o/x.nix ]; }', { allow_more: false }],
    ['lists that a function gets', '{ modules = map import [ ./m/x.nix ./m/y.nix ]; }', {}],
    ['modules that are not to be loaded', '{ disabledModules = [ ./m/x.nix ./m/y.nix ]; }', {}],
    ['lists of any other name', '{ files = [ ./m/x.nix ./m/y.nix ]; }', {}],
    ['a folder and its file, which are two modules to Nix', '{ modules = [ ./n ./n/default.nix ]; }', {}],
    ['what only a function joins', '{ modules = [ ./m/x.nix ] ++ f [ ./m/y.nix ]; }', {}],
  ])('%s', async (_, flake, options) => {
    const more = { 'n/default.nix': MODULE, 'o/default.nix': '{ imports = [ ./x.nix ]; }', 'o/x.nix': MODULE };
    expect(await optimized(flake, { allow_more: true, ...options }, more)).toBe(flake);
  });

  test.each([
    ['sets something itself', '{ imports = [ ./x.nix ./y.nix ]; a = 1; }'],
    ['computes what it imports', '{ imports = map (x: x) [ ./x.nix ./y.nix ]; }'],
    ['takes certain arguments only', '{ lib }: { imports = [ ./x.nix ./y.nix ]; }'],
    ['imports from another folder', '{ imports = [ ./x.nix ./y.nix ../z.nix ]; }'],
  ])('entries when the default.nix %s', async (_, text) => {
    const flake = '{ modules = [ ./m/x.nix ./m/y.nix ./z.nix ]; }';
    expect(await optimized(flake, {}, { 'm/default.nix': text })).toBe(flake);
  });

  test.each([
    ['duplicates', { remove_duplicates: false }, '{ modules = [ ./z.nix ./z.nix ]; }'],
    ['single files', { use_aggregators: false }, '{ modules = [ ./m/x.nix ./m/y.nix ]; }'],
  ])('%s when the options say so', async (_, options, flake) => {
    expect(await optimized(flake, options)).toBe(flake);
  });

  test('what the targets do not name', async () => {
    const flake = '{ modules = [ ./m/x.nix ./m/y.nix ./z.nix ./z.nix ]; }';
    const root = treeOf({ ...TREE, 'n/q.nix': MODULE, 'flake.nix': flake });
    await optimize(root, { targets: ['n'] });
    expect(read(root)).toBe(flake);
  });
});

describe('import-optimize with allow_more', () => {
  const FLAKE = '{ modules = [ ./m/w.nix ./m/x.nix ]; }';
  const THREE = '{ imports = [ ./w.nix ./x.nix ./y.nix ]; }';
  const added = (y: string): Promise<string> =>
    optimized(FLAKE, { allow_more: true }, { 'm/default.nix': THREE, 'm/w.nix': MODULE, 'm/y.nix': y });

  test.each([
    ['whole', OFF],
    [
      'through a name',
      OFF.replace('config, lib, ... }:', 'config, lib, ... }: let cfg = config.own.y; in').replace(
        'mkIf config.own.y.enable',
        'mkIf cfg.enable',
      ),
    ],
    ['in a merge', module('y', 'config = lib.mkMerge [ (lib.mkIf config.own.y.enable { a = 1; }) ];')],
    ['setting by setting', module('y', 'config.a = lib.mkIf config.own.y.enable 1;')],
    ['with a further condition', module('y', 'config = lib.mkIf (config.own.y.enable && config.b) { a = 1; };')],
    ['by an option that is false', OFF.replace('lib.mkEnableOption "it"', 'lib.mkOption { default = false; }')],
  ])('adds a module that is off: %s', async (_, y) => {
    expect(await added(y)).toBe('{ modules = [ ./m ]; }');
  });

  test.each([
    ['sets something at once', module('y', 'config.a = 1;')],
    ['sets something beside', module('y', 'config = lib.mkMerge [ (lib.mkIf config.own.y.enable { }) { a = 1; } ];')],
    ['is on until it is set', OFF.replace('"it"', '"it" // { default = true; }')],
    ['is switched by another module', OFF.replace('mkIf config.own.y.enable', 'mkIf config.own.z.enable')],
    ['is on when something is off', OFF.replace('config.own.y.enable {', '(!config.own.y.enable) {')],
    ['is on when something else is', OFF.replace('config.own.y.enable {', '(config.own.y.enable || config.b) {')],
    ['has no option', '{ a = 1; }'],
    ['has a mkIf of its own', OFF.replace('}: {', '}: let mkIf = c: v: v; in {').replace('lib.mkIf', 'mkIf')],
    ['does not parse', '{'],
  ])('adds no module that %s', async (_, y) => {
    expect(await added(y)).toBe(FLAKE);
  });

  test('adds no module whose option another file declares too', async () => {
    const more = { 'm/default.nix': THREE, 'm/w.nix': MODULE, 'm/y.nix': OFF, 'twin.nix': OFF };
    expect(await optimized(FLAKE, { allow_more: true }, more)).toBe(FLAKE);
  });

  test('says why a named aggregator cannot be used, and is silent for all', async () => {
    const files = { ...TREE, 'm/default.nix': THREE, 'm/w.nix': MODULE, 'm/y.nix': '{ a = 1; }', 'flake.nix': FLAKE };
    const run = (targets: 'all' | string[]): ReturnType<typeof runSkill> =>
      optimize(treeOf(files), { targets, options: { allow_more: true } });
    expect([findings(await run(['m'])), findings(await run('all'))]).toEqual([['aggregator-not-used flake.nix:1'], []]);
  });
});

describe('import-optimize on the example', () => {
  const env = nixEnvironment();
  const hostsOf = async (root: string): Promise<DerivationMap> => {
    const map = await evaluateDerivations({ root, nix: await realNix(env), env, runProcess });
    if (!map.ok) throw new Error(JSON.stringify(map.error));
    return map.value;
  };
  const levels = async (before: DerivationMap, root: string): Promise<string[]> => {
    const compared = await compareDerivations(
      before,
      await hostsOf(root),
      derivationStore({ nix: await realNix(env), env, runProcess }),
    );
    return compared.map(({ host, level }) => `${host} ${level}`);
  };

  test.each([
    ['one category', { allow_more: true }, ['modules/security']],
    ['all categories, written first', { allow_more: true, create: true }, 'all' as const],
  ])('%s: no host changes but for the order', async (_, options, targets) => {
    const root = exampleFlake();
    const before = await hostsOf(root);
    await runSkill('default-nix-create', root, { targets: ['modules/security'] });
    await optimize(root, { options, targets });
    commitAll(root);
    expect(await levels(before, root)).toEqual(['atlas reordered', 'kernelcore reordered']);
  });

  test('names one folder instead of five files', async () => {
    const root = exampleFlake();
    await optimize(root, { options: { allow_more: true, create: true }, targets: ['modules/security'] });
    expect(read(root)).toContain('it overrides the others.\n        ./modules/security\n      ];');
  });

  test('changes nothing the second time', async () => {
    const root = exampleFlake();
    const options = { allow_more: true, create: true };
    await optimize(root, { options });
    const second = await optimize(root, { options });
    expect(second.ok && second.value.changed).toEqual([]);
  });
});
