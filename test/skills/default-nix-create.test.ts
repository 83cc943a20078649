import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkFlake } from '../../src/nix/flake-check.js';
import { runProcess } from '../../src/process/spawn.js';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { commitAll, exampleFlake, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';

const MODULE = '{ ... }: { }\n';
const create = (root: string, more: Parameters<typeof runSkill>[2] = {}): ReturnType<typeof runSkill> =>
  runSkill('default-nix-create', root, more);
const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

/** Runs with `update` over one existing default.nix and gives its bytes. */
async function updated(text: string | Buffer): Promise<Buffer> {
  const root = treeOf({ 'modules/a/default.nix': text, 'modules/a/x.nix': MODULE, 'modules/a/y.nix': MODULE });
  await create(root, { options: { update: true } });
  return readFileSync(join(root, 'modules/a/default.nix'));
}

describe('default-nix-create', () => {
  test('imports all modules and subfolders with a default.nix, sorted', async () => {
    const root = treeOf({ 'modules/a/z.nix': MODULE, 'modules/a/b/default.nix': MODULE, 'modules/a/c.nix': MODULE });
    const result = await create(root);
    expect(result.ok && result.value.changed).toEqual(['modules/a/default.nix']);
    expect(read(root, 'modules/a/default.nix')).toBe(
      '# Imports all modules of modules/a.\n{ ... }:\n\n{\n  imports = [\n    ./b\n    ./c.nix\n    ./z.nix\n  ];\n}\n',
    );
  });

  test('keeps the order of the first list of the flake that names them, the rest sorted after', async () => {
    const root = treeOf({
      'flake.nix': '{ modules = [ ./modules/a/z.nix ./modules/a/c ]; }',
      'hosts/h.nix': '{ imports = [ ../modules/a/m.nix ../modules/a/z.nix ]; }',
      ...Object.fromEntries(['b', 'a', 'm', 'c/default', 'z'].map((name) => [`modules/a/${name}.nix`, MODULE])),
    });
    await create(root);
    expect(read(root, 'modules/a/default.nix').match(/\.\/\S+/g)).toEqual([
      './z.nix',
      './c',
      './m.nix',
      './a.nix',
      './b.nix',
    ]);
  });

  test.each(['hardening-template.nix', 'x.template.nix', 'firewall-test.nix', 'hardware-configuration.nix'])(
    'leaves out %s by its name',
    async (name) => {
      const root = treeOf({ 'modules/a/x.nix': MODULE, [`modules/a/${name}`]: MODULE });
      expect(findings(await create(root))).toEqual([`not-a-module modules/a/${name}`]);
    },
  );

  test('imports what the flake imports, whatever its name', async () => {
    const root = treeOf({ 'flake.nix': '{ modules = [ ./modules/a/x-test.nix ]; }', 'modules/a/x-test.nix': MODULE });
    await create(root);
    expect(read(root, 'modules/a/default.nix')).toContain('[ ./x-test.nix ]');
  });

  test('says nothing about a default.nix whose imports are computed', async () => {
    const root = treeOf({ 'modules/a/default.nix': '{ s, ... }: { imports = s ./.; }', 'modules/a/x.nix': MODULE });
    expect(findings(await create(root))).toEqual([]);
  });

  test('says nothing about what an existing default.nix names in another way than as a module', async () => {
    const root = treeOf({
      'modules/a/default.nix': '{ x = import ./x.nix; y = ./y; }',
      'modules/a/x.nix': MODULE,
      'modules/a/y/default.nix': '[ ]',
      'modules/a/z.nix': '[ ]',
    });
    expect(findings(await create(root))).toEqual(['not-a-module modules/a/z.nix']);
  });

  test('leaves out a folder whose default.nix is no module', async () => {
    const root = treeOf({
      'modules/a/x.nix': MODULE,
      'modules/a/tool/default.nix': '{ stdenv }: stdenv.mkDerivation { }',
    });
    expect(findings(await create(root))).toEqual(['not-a-module modules/a/tool']);
  });

  test('writes a list of one module on one line', async () => {
    const root = treeOf({ 'modules/a/x.nix': MODULE });
    await create(root);
    expect(read(root, 'modules/a/default.nix')).toContain('  imports = [ ./x.nix ];\n');
  });

  test('writes names that are no Nix paths as strings', async () => {
    const root = treeOf({ 'modules/a/my "x" ${y}.nix': MODULE });
    await create(root);
    expect(read(root, 'modules/a/default.nix')).toContain('(./. + "/my \\"x\\" \\${y}.nix")');
  });

  test('changes nothing the second time', async () => {
    const root = exampleFlake();
    await create(root, { options: { update: true } });
    const second = await create(root, { options: { update: true } });
    expect(second.ok && second.value.changed).toEqual([]);
  });

  test('gives the example aggregators that evaluate', async () => {
    const root = exampleFlake();
    await create(root);
    commitAll(root);
    const env = nixEnvironment();
    expect((await checkFlake({ root, env, runProcess, nix: await realNix(env) })).ok).toBe(true);
  });

  test('leaves out what is no module and says so', async () => {
    const root = treeOf({
      'modules/a/list.nix': '[ 1 ]',
      'modules/a/package.nix': '{ stdenv, fetchurl }: stdenv.mkDerivation { }',
      'modules/a/part.nix': '{ x = 1; }',
      'modules/a/user.nix': '{ ... }: { y = (import ./part.nix).x; }',
      'modules/a/broken.nix': '{',
    });
    expect(findings(await create(root))).toEqual(
      ['broken', 'list', 'package', 'part'].map((name) => `not-a-module modules/a/${name}.nix`),
    );
    expect(read(root, 'modules/a/default.nix')).toContain('[ ./user.nix ]');
  });

  test('never rewrites an existing file, and reports what it lacks', async () => {
    const text = '{\n  imports = [ ./x.nix ];\n}\n';
    const root = treeOf({ 'modules/a/default.nix': text, 'modules/a/x.nix': MODULE, 'modules/a/y.nix': MODULE });
    expect(findings(await create(root))).toEqual(['import-missing modules/a/default.nix:2']);
    expect(read(root, 'modules/a/default.nix')).toBe(text);
  });

  test.each([
    [
      'a list of many lines',
      '{ imports = [\n    ./x.nix # why\n  ]; }',
      '{ imports = [\n    ./x.nix # why\n    ./y.nix\n  ]; }',
    ],
    ['a list on one line', '{ imports = [ ./x.nix ]; }', '{ imports = [ ./x.nix ./y.nix ]; }'],
    ['an empty list', '{ imports = [ ]; }', '{ imports = [ ./x.nix ./y.nix ]; }'],
    [
      'Windows line endings',
      '{ imports = [\r\n  ./x.nix\r\n]; }\r\n',
      '{ imports = [\r\n  ./x.nix\r\n  ./y.nix\r\n]; }\r\n',
    ],
  ])('update adds to %s and keeps every other byte', async (_, before, after) => {
    expect((await updated(before)).toString('utf8')).toBe(after);
  });

  test('update keeps bytes that are not UTF-8', async () => {
    const before = Buffer.from('# caf\xe9\n{ imports = [ ./x.nix ]; }', 'latin1');
    expect((await updated(before)).toString('latin1')).toBe('# caf\xe9\n{ imports = [ ./x.nix ./y.nix ]; }');
  });

  test('a folder named as a target is imported by its parent in the same run', async () => {
    const root = treeOf({ 'modules/a/x.nix': MODULE, 'modules/a/b/y.nix': MODULE });
    await create(root, { targets: ['modules/a', 'modules/a/b'] });
    expect(read(root, 'modules/a/default.nix')).toContain('    ./b\n    ./x.nix\n');
  });

  test.each([
    ['an unknown option', { options: { updat: true } }],
    ['an option of the wrong type', { options: { update: 'yes' } }],
    ['a target outside', { targets: ['modules/a', '../b'] }],
    ['a target that is a file', { targets: ['modules/a', 'modules/a/x.nix'] }],
  ])('touches nothing for %s', async (_, more) => {
    const root = treeOf({ 'modules/a/x.nix': MODULE });
    expect(findings(await create(root, more))).toEqual(['skill-call skill default-nix-create']);
    expect(existsSync(join(root, 'modules/a/default.nix'))).toBe(false);
  });

  test('writes through no link', async () => {
    const elsewhere = treeOf({ 'x.nix': MODULE });
    const root = treeOf({ 'modules/a/x.nix': MODULE });
    symlinkSync(elsewhere, join(root, 'modules/b'));
    symlinkSync(join(elsewhere, 'default.nix'), join(root, 'modules/a/default.nix'));
    const result = await create(root);
    expect(result.ok && result.value.changed).toEqual([]);
    expect(existsSync(join(elsewhere, 'default.nix'))).toBe(false);
  });
});
