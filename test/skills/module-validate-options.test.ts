import { describe, expect, test } from '@jest/globals';
import { treeOf } from '../support/nix-tree-on-disk.js';
import { findings, runSkill } from '../support/run-skill.js';

const OPTIONS = `# Options.
{ lib, ... }: {
  options.my.a = lib.mkEnableOption "a";
  options.my.port = lib.mkEnableOption "port";
}
`;

/** A flake of a module with two options and of another module; what is said of the options. */
const validate = async (use: string, more: Readonly<Record<string, string>> = {}): Promise<string[]> => {
  const flake = '# x\n{ inputs.nixpkgs.url = "x"; outputs = _: { modules = [ ./options.nix ./use.nix ]; }; }';
  const files = { 'flake.nix': flake, 'options.nix': OPTIONS, 'use.nix': `# x\n${use}`, ...more };
  const all = findings(await runSkill('module-validate', treeOf(files)));
  return all.filter((one) => one.startsWith('option-un'));
};

const module = (body: string): string => `args@{ config, lib, options, ... }: ${body}`;
const READS_BOTH = module('{ x = [ config.my.a config.my.port ]; }');

describe('module-validate on options', () => {
  test('says nothing of options that are read', async () => {
    expect(await validate(READS_BOTH)).toEqual([]);
  });

  test('warns of an option that is set and that nothing reads', async () => {
    expect(await validate(module('{ x = config.my.a; my.port = true; }'))).toEqual(['option-unused options.nix:4']);
  });

  test.each<[string, string]>([
    ['a name for all of them', 'let cfg = config.my; in cfg.a && f cfg'],
    ['a scope', 'with config.my; a'],
    ['a computed name', 'config.my.${x}'],
    ['options', 'options.my.a.isDefined && options.my.port.isDefined'],
    ['a list of names', 'lib.getAttrFromPath [ "my" ] x'],
    ['another host', 'self.nixosConfigurations.x.config.my'],
    ['the same end in a tree that is not known', 'map ({ config, ... }: [ config.a config.port ]) [ ]'],
    ['its name where all of config goes', '[ (f config) "a" "port" ]'],
    ['its name where all arguments go', '[ (f args) x.a x.port ]'],
  ])('takes options for read by %s', async (_, text) => {
    expect(await validate(module(`{ x = ${text}; }`))).toEqual([]);
  });

  test.each<[string, string]>([
    ['a definition', module('{ x = [ config.my.a config.my.port ];\n my.prot = true; }')],
    [
      'a definition in a condition',
      module('{ x = [ config.my.a config.my.port ];\n my = lib.mkIf true { prot = true; }; }'),
    ],
    ['a read', module('{ x = [ config.my.a config.my.port\n config.my.prot ]; }')],
    ['a read by another name', module('let cfg = config.my; in { x = [ cfg.a cfg.port\n cfg.prot ]; }')],
  ])('warns of %s of an option that no file declares', async (_, text) => {
    expect(await validate(text)).toEqual(['option-undeclared use.nix:3']);
  });

  test.each<[string, string]>([
    ['with a default', '{ x = [ config.my.a config.my.port (config.my.c or 1) ]; }'],
    [
      'that the file asks for',
      '{ x = [ config.my.a config.my.port ] ++ (if config.my ? c then [ config.my.c ] else [ ]); }',
    ],
    [
      'that is an old name of another',
      '{ imports = [ (lib.mkRenamedOptionModule [ "my" "c" ] [ "my" "a" ]) ]; my.c = 1; y = config.my; }',
    ],
    [
      'of a submodule',
      '{ x = config.my; options.my.c = lib.mkOption { type = lib.types.submodule { }; description = ""; }; config.my.c.d = 1; }',
    ],
    ['that a function of the flake may declare', '{ x = config.my; options.my.c = myOption "c"; config.my.c.d = 1; }'],
    ['of a set that is computed', '{ x = config.my; options.my = f { }; config.my.c = 1; }'],
    ['with a computed name', '{ x = config.my; options.my.${n}.d = lib.mkEnableOption ""; config.my.c = 1; }'],
    ['of a module that a function makes', '{ x = config.my; y = n: { options.${n} = { }; }; my.c = 1; }'],
    [
      'of a user of home-manager',
      '{ x = config.my; home-manager.users.x = { my.c = 1; }; home-manager.users.y = { ... }: { my.c = 1; }; }',
    ],
  ])('says nothing of an undeclared option %s', async (_, text) => {
    expect(await validate(module(text))).toEqual([]);
  });

  test('says nothing of names that an input may have, and of those of module systems', async () => {
    const inputs = '# x\n{ inputs.my-modules.url = "x"; outputs = _: { modules = [ ./options.nix ./use.nix ]; }; }';
    expect(await validate(module('{ my.c = 1; }'), { 'flake.nix': inputs })).toEqual([]);
    expect(await validate(module('{ options.services.x = lib.mkEnableOption "x"; x = config.my; }'))).toEqual([]);
  });

  test('says nothing while a file cannot be parsed', async () => {
    expect(await validate(module('{ my.c = 1; }'), { 'other.nix': '{' })).toEqual([]);
  });

  test('says nothing of the options of a module that is a type', async () => {
    const type = module('{ x = config.my; y = lib.types.submodule ./inner.nix; }');
    const inner = '# x\n{ lib, ... }: { options.own.b = lib.mkEnableOption "b"; config.own.c = 1; }';
    expect(await validate(type, { 'inner.nix': inner })).toEqual([]);
  });

  test('proposes the option that was meant', async () => {
    const files = {
      'flake.nix': '# x\n{ outputs = _: { modules = [ ./options.nix ./use.nix ]; }; }',
      'options.nix': OPTIONS,
    };
    const result = await runSkill(
      'module-validate',
      treeOf({ ...files, 'use.nix': module('{ my.ports = config.my; }') }),
    );
    const help = result.ok ? result.value.diagnostics.map((one) => one.help) : [];
    expect(help).toContain('did you mean my.port?');
  });
});
