import { describe, expect, test } from '@jest/globals';
import { optionUses, type OptionUse } from '../../../src/nix/model/option-uses.js';
import { parseNix } from '../../../src/nix/syntax/parse-nix.js';

const usesOf = (text: string): OptionUse[] => {
  const parsed = parseNix(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return optionUses(parsed.value.tree);
};

/** `set a.b`, with `~` before a path that is not sure and `?` behind one that may not be there. */
const told = (text: string): string[] =>
  usesOf(text).map(
    ({ kind, path, isSure, isOptional }) => `${kind} ${isSure ? '' : '~'}${path.join('.')}${isOptional ? '?' : ''}`,
  );

const module = (body: string): string => `{ config, lib, ... }: ${body}`;

describe('optionUses', () => {
  test.each<[string, string, string[]]>([
    ['dotted names', '{ a.b = 1; a.c = 2; }', ['set a.b', 'set a.c']],
    ['nested sets', '{ a = { b = 1; c.d = { }; }; }', ['set a.b', 'set a.c.d']],
    ['what is below config', module('{ options.x = 1; config = { a.b = 1; }; config.c = 2; }'), ['set a.b', 'set c']],
    ['conditions', module('{ config = lib.mkIf true { a = lib.mkDefault 1; }; }'), ['set a']],
    ['merged sets', module('{ config = lib.mkMerge [ { a = 1; } (lib.mkIf true { b = 1; }) ]; }'), ['set a', 'set b']],
    ['joined sets', module('{ a = { b = 1; } // lib.optionalAttrs true { c = 1; }; }'), ['set a.b', 'set a.c']],
    ['both branches', module('{ a = if true then { b = 1; } else { c = 1; }; }'), ['set a.b', 'set a.c']],
    ['inherited names', '{ inherit (x) a; b = { inherit c; }; }', ['set a', 'set b.c']],
    ['a module below let and with', 'with x; let y = 1; in { ... }: { a = y; }', ['set a']],
    ['a whole module under a condition', module('lib.mkIf true { a = 1; }'), ['set a']],
    ['a computed name', '{ a.${x}.b = 1; }', ['set ~a']],
    ['a computed value', module('{ config = f 1; }'), ['set ']],
    ['__proto__ as a name', '{ __proto__.a = 1; }', ['set __proto__.a']],
    [
      'a module of another tree',
      module('{ a = { config, ... }: { b = config.c; }; }'),
      ['set a', 'set ~a.b', 'read ~a.c'],
    ],
    ['modules in a list', '{ outputs = _: { modules = [ { a = 1; } ]; }; }', ['set outputs', 'set ~a']],
    ['nothing of what is no option', '{ imports = [ ]; _module.args = { }; meta = { }; key = 1; }', []],
  ])('finds what is set by %s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['config', 'config.a.b', ['read a.b']],
    ['a default', 'config.a.b or config.c', ['read a.b?', 'read c']],
    ['a question', 'config ? a.b', ['read a.b?']],
    ['options', 'options.a.isDefined', ['read a.isDefined?']],
    ['an alias', 'let cfg = config.a; in cfg.b', ['read a.b']],
    ['an alias that nobody uses', 'let cfg = config.a; in 1', []],
    ['aliases of aliases in any order', 'let d = c.y; c = b.x; b = config.a; in d.z', ['read a.x.y.z']],
    ['an alias in a circle', 'let a = b.x; b = a.y; in a', []],
    ['an alias with a default', 'let cfg = config.a or { }; in cfg.b', ['read a.b?']],
    ['inherited aliases', 'let inherit (config.a) b; in b.c', ['read a.b.c']],
    ['inherited values', '{ inherit (config.a) b c; }', ['read a.b', 'read a.c']],
    ['a scope', 'with config.a; b', ['read a']],
    ['a computed name', 'config.a.${config.b}', ['read a', 'read b']],
    ['all of it handed on', 'f { inherit config; }', ['read ']],
    ['all arguments handed on', 'f args', ['read ']],
    ['a name of another meaning', 'map (config: config.a) [ ]', ['read ~a']],
    ['a name that is bound anew', 'let cfg = config.a; in map (cfg: cfg.b) cfg.c', ['read a.c']],
    ['a name that has left its scope', '[ (let cfg = config.a; in 1) cfg.b ]', []],
    ['the configuration of a host', 'self.nixosConfigurations.x.config.a', ['read ~a']],
    ['the configuration around', 'osConfig.a.b', ['read ~a.b']],
    ['arguments by their name', 'args.config.a', ['read a']],
    ['text', "\"${config.a}\" + ''${config.b}''", ['read a', 'read b']],
    ['a path as a list', 'lib.getAttrFromPath [ "a" "b" ] config', ['named ~a.b?', 'read ']],
    ['a submodule', 'lib.types.submodule ({ config, ... }: { x = config.a; })', ['read ~a']],
  ])('finds what is read by %s', (_, text, expected) => {
    const whole = `args@{ config, options, osConfig, lib, ... }: { options.o = ${text}; }`;
    expect(told(whole)).toEqual(expected);
  });

  test('names what an alias of an option is about', () => {
    const text = '{ lib, ... }: { imports = [ (lib.mkRenamedOptionModule [ "a" "b" ] [ "c" ]) ]; }';
    expect(told(text)).toEqual(['named ~a.b?', 'named ~c?']);
  });

  test('gives the place of the names that set and of the expression that reads', () => {
    const text = '{ config, ... }: { a.b = config.c.d; }';
    expect(usesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['a.b', 'config.c.d']);
  });

  test.each([
    [
      'aliases',
      `{ config, ... }: let ${Array.from({ length: 20_000 }, (_, i) => `a${i} = a${i + 1}.x;`).join('')} a20000 = config; in { b = a0; }`,
    ],
    ['calls', `{ b = f${' x'.repeat(20_000)}; }`],
    ['names', `{ ${Array.from({ length: 20_000 }, () => 'a').join('.')} = 1; }`],
    ['joined sets', `{ a = ${Array.from({ length: 900 }, () => '{ }').join(' // ')}; }`],
  ])('reads a file of very many %s with bounded memory', (_, text) => {
    for (const { path } of usesOf(text)) expect(path.length).toBeLessThanOrEqual(64);
  });
});
