import { describe, expect, test } from '@jest/globals';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { exampleFlake, treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';
import { processorMs } from '../support/processor-time.js';

const validate = async (
  files: Readonly<Record<string, string | Buffer>>,
  more: Parameters<typeof runSkill>[2] = {},
): Promise<string[]> => findings(await runSkill('module-validate', treeOf(files), more));

const MODULE = '# A module.\n{ ... }: { }\n';

describe('module-validate', () => {
  test('finds no errors in the example', async () => {
    const result = await runSkill('module-validate', exampleFlake());
    expect(result.ok && result.value.outputs).toMatchObject({ errors: 0 });
  });

  test.each<[string, string, string[]]>([
    ['a syntax error', '# x\n{ a = 1 }', ['nix-syntax m.nix:2']],
    ['an import of a missing file', '# x\n{ imports = [\n./no.nix ]; }', ['import-missing m.nix:3']],
    [
      'a missing module in a list that is bound to a name',
      '# x\nlet all = [ ./no.nix ]; in all',
      ['import-missing m.nix:2'],
    ],
    ['an import outside the repository', '# x\n{ imports = [ ../../x.nix ]; }', ['import-outside m.nix:2']],
    ['an absolute import', '# x\n{ imports = [ /etc/nixos/x.nix ]; }', ['import-outside m.nix:2']],
    ['a folder without default.nix', '# x\n{ imports = [ ./empty ]; }', ['import-missing m.nix:2']],
    ['an import written twice', '# x\n{ imports = [\n ./ok.nix\n ./ok.nix ]; }', ['import-duplicate m.nix:4']],
    ['an import that is no module', '# x\n{ imports = [ ./list.nix ]; }', ['not-a-module m.nix:2']],
    [
      'an option without type and description',
      '# x\n{ lib, ... }: { options.a = lib.mkOption { default = 1; }; }',
      ['option-undocumented m.nix:2'],
    ],
    ['a missing header comment', '{ }', ['no-header m.nix:1']],
    ['a long file', `# x\n{\n${'\n'.repeat(200)}}`, ['file-too-long m.nix:1']],
    ['Windows line endings', '# x\r\n{ }\r\n', ['crlf m.nix:1']],
    ['a byte order mark', '\uFEFF# x\n{ }', ['nix-syntax m.nix:1']],
  ])('reports %s', async (_, text, expected) => {
    expect(await validate({ 'm.nix': text, 'ok.nix': MODULE, 'list.nix': '# x\n[ ]', 'empty/x.txt': '' })).toEqual(
      expected,
    );
  });

  test.each<[string, string]>([
    ['a path that is data', '# x\n{ pkgs, ... }: { a = pkgs.b { src = ./src; }; }'],
    [
      'a file that is only imported when it is there',
      '# x\n{ imports = [ ./ok.nix ] ++ (if true then [ ./ok.nix ] else [ ]); }',
    ],
    [
      'an option whose description is inherited',
      '# x\n{ lib, ... }: { options.a = lib.mkOption { inherit (lib) type description; }; }',
    ],
    [
      'an option that is extended',
      '# x\n{ lib, ... }: { options.a.b = lib.mkOption { type = lib.types.attrsOf (lib.types.submodule { }); }; }',
    ],
    ['enable options', '# x\n{ lib, ... }: { options.a = lib.mkEnableOption "a"; }'],
  ])('accepts %s', async (_, text) => {
    expect(await validate({ 'm.nix': text, 'ok.nix': MODULE })).toEqual([]);
  });

  test('reports bytes that are not UTF-8', async () => {
    expect(await validate({ 'm.nix': Buffer.from('# \xe9\n{ }', 'latin1') })).toEqual(['not-utf8 m.nix:1']);
  });

  test('warns of categories without default.nix and of modules that flake.nix does not reach', async () => {
    const files = {
      'flake.nix': '# x\n{ outputs = _: { m = [ ./modules/a ]; }; }',
      'modules/a/default.nix': MODULE,
      'modules/b/b.nix': MODULE,
    };
    expect(await validate(files)).toEqual(['category-without-default modules/b', 'module-unused modules/b/b.nix']);
  });

  test('only warns of missing imports in files that nothing imports', async () => {
    const files = { 'flake.nix': '# x\n{ }', 'docs/m.nix': '# x\n{ imports = [ ./no.nix ]; }' };
    expect((await runSkill('module-validate', treeOf(files))).ok).toBe(true);
  });

  test.each(['./hosts + "/${name}"', '[ ./hosts/a.nix ]'])(
    'a missing import is an error in a file that is reached by %s',
    async (use) => {
      const files = {
        'flake.nix': `# x\n{ outputs = _: { a = ${use}; }; }`,
        'hosts/a.nix': '# x\n{ imports = [ ./no.nix ]; }',
      };
      expect((await runSkill('module-validate', treeOf(files))).ok).toBe(false);
    },
  );

  test('says nothing of unused examples and of folders that are read as a whole', async () => {
    const files = {
      'flake.nix': '# x\n{ outputs = _: { a = scan ./modules; }; }',
      'modules/a/m.nix': MODULE,
      'docs/example.nix': MODULE,
    };
    expect(await validate(files)).toEqual([]);
  });

  test('warns of modules that import each other in a circle', async () => {
    const files = { 'a.nix': '# x\n{ imports = [ ./b.nix ]; }', 'b.nix': '# x\n{ imports = [ ./a.nix ]; }' };
    expect(await validate(files)).toEqual(['import-cycle b.nix:2']);
  });

  test('warns of a file name that is written unlike nearly all others', async () => {
    const names = [...Array.from({ length: 30 }, (_, i) => `modules/m-${i}.nix`), 'modules/Odd_One.nix'];
    expect(await validate(Object.fromEntries(names.map((name) => [name, MODULE])))).toEqual([
      'file-name modules/Odd_One.nix',
    ]);
  });

  test('asks an internal option for no description', async () => {
    const text = '# x\n{ lib, ... }: { options.a = lib.mkOption { type = lib.types.str; internal = true; }; }';
    expect(await validate({ 'm.nix': text })).toEqual([]);
  });

  test('fails for errors and not for warnings', async () => {
    expect((await runSkill('module-validate', treeOf({ 'm.nix': '{ }' }))).ok).toBe(true);
    expect((await runSkill('module-validate', treeOf({ 'm.nix': '{' }))).ok).toBe(false);
  });

  test('looks only at its targets', async () => {
    expect(await validate({ 'a/m.nix': '{', 'b/m.nix': MODULE }, { targets: ['b'] })).toEqual([]);
  });

  test.each(['../x', '/etc', 'no', '.git', 'link', 'link/m.nix', ''])('refuses the target %j', async (target) => {
    const root = treeOf({ 'a/m.nix': MODULE, '.git/x': '' });
    symlinkSync('a', join(root, 'link'));
    expect(findings(await runSkill('module-validate', root, { targets: [target] }))).toEqual([
      'skill-call skill module-validate',
    ]);
  });

  test('does not follow links', async () => {
    const root = treeOf({ 'm.nix': MODULE });
    symlinkSync(treeOf({ 'bad.nix': '{' }), join(root, 'elsewhere'));
    expect(findings(await runSkill('module-validate', root))).toEqual([]);
  });

  test('refuses unknown options and names the one that was meant', async () => {
    const result = await runSkill('module-validate', treeOf({ 'm.nix': '{' }), { options: { max_line: 3 } });
    expect(result).toMatchObject({
      ok: false,
      error: { diagnostics: [{ code: 'skill-call', help: 'did you mean "max_lines"?' }] },
    });
  });

  test('takes over what Nix sees beyond grammar, in files that nothing imports', async () => {
    const nix = await realNix(nixEnvironment());
    const files = { 'a.nix': '# x\n{ a = nosuch; }', 'b.nix': MODULE, 'c.nix': '# x\n{\n a = 1;\n a = 2; }' };
    expect(await validate(files, { nix })).toEqual([
      'nix-undefined-variable a.nix:2',
      'nix-duplicate-attribute c.nix:4',
    ]);
  });

  test('reads five hundred modules without growing worse than their number', async () => {
    const module = `# x\n{ lib, ... }:\n{\n${'  a.b.c = lib.mkDefault [ "x" ];\n'.repeat(60)}}\n`;
    const root = treeOf(
      Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`modules/c${i % 20}/m${i}.nix`, module])),
    );
    expect(await processorMs(() => runSkill('module-validate', root))).toBeLessThan(20_000);
  });
});
