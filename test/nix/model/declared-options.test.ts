import { describe, expect, test } from '@jest/globals';
import { declaredOptions, writtenText } from '../../../src/nix/model/declared-options.js';
import { parseNix } from '../../../src/nix/syntax/parse-nix.js';

const optionsOf = (text: string): ReturnType<typeof declaredOptions> => {
  const parsed = parseNix(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return declaredOptions(parsed.value.tree);
};

const names = (text: string): (string | null)[] => optionsOf(text).map(({ path }) => path?.join('.') ?? null);

describe('declaredOptions', () => {
  test.each<[string, string, (string | null)[]]>([
    ['a nested set', '{ lib, ... }: { options = { a = { b = lib.mkOption { }; }; }; }', ['a.b']],
    ['a dotted name', '{ lib, ... }: { options.a.b = lib.mkOption { }; }', ['a.b']],
    ['names without lib', '{ lib, ... }: with lib; { options.a = mkEnableOption "a"; }', ['a']],
    ['a package', '{ lib, pkgs, ... }: { options.a = lib.mkPackageOption pkgs "a" { }; }', ['a']],
    ['quoted names', '{ lib, ... }: { options."a.b" = lib.mkOption { }; }', ['a.b']],
    ['__proto__ as a name', '{ lib, ... }: { options.__proto__.b = lib.mkOption { }; }', ['__proto__.b']],
    ['a computed name', '{ lib, n, ... }: { options.${n}.b = lib.mkOption { }; }', ['<name>.b']],
    ['sets made by functions', '{ lib }: { options.a = lib.genAttrs xs (x: lib.mkOption { }); }', ['a.<name>']],
    [
      'merged sets',
      '{ lib, ... }: { options.a = { b = lib.mkOption { }; } // lib.optionalAttrs x { c = lib.mkOption { }; }; }',
      ['a.b', 'a.c'],
    ],
    [
      'a submodule',
      '{ lib, ... }: { options.a = lib.mkOption { type = with lib.types; attrsOf (submodule { options.b = lib.mkOption { }; }); }; }',
      ['a', 'a.<name>.b'],
    ],
    [
      'a submodule that is bound to a name',
      '{ lib, ... }: let s = { name, ... }: { options.b = lib.mkOption { }; }; in { options.a = lib.mkOption { type = lib.types.listOf (lib.types.submodule s); }; }',
      ['a.*.b', 'a'],
    ],
    ['an option that is bound to a name', '{ lib, ... }: let o = lib.mkOption { }; in { options.a = o; }', ['a']],
    [
      'an option of a function',
      '{ lib, ... }: let f = d: lib.mkOption { default = d; }; in { options.a = f 1; }',
      [null],
    ],
    [
      'a place that a function computes',
      '{ lib, p, ... }: { options = lib.setAttrByPath p { a = lib.mkOption { }; }; }',
      [null],
    ],
    ['nothing in a module without options', '{ config.a.b = 1; }', []],
  ])('finds %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test('gives the parts of an option as they are written', () => {
    const text =
      '{ lib, ... }: { options.a = lib.mkOption { type = lib.types.str; default = "x"; example = "y"; description = "z"; }; }';
    const [option] = optionsOf(text);
    const slice = (span: { start: number; end: number } | null | undefined): string | null =>
      span ? text.slice(span.start, span.end) : null;
    expect(
      [option?.type, option?.default, option?.defaultText, option?.example, option?.description].map(slice),
    ).toEqual(['lib.types.str', '"x"', null, '"y"', '"z"']);
  });

  test('says what may be there unseen', () => {
    expect(optionsOf('{ options.a = mkOption { inherit type; }; }').map(({ isComplete }) => isComplete)).toEqual([
      false,
    ]);
  });

  test('says which options manuals leave out', () => {
    expect(optionsOf('{ options.a = mkOption { internal = true; }; }').map(({ hidden }) => hidden)).toEqual([true]);
  });

  test('reads a file that goes round in circles', () => {
    expect(names('let a = b; b = a; in { options.x = a; options.y = mkOption { type = a; }; }')).toEqual(['y']);
  });
});

describe('writtenText', () => {
  test.each([
    ['"one line"', 'one line'],
    ["''\n    two\n      lines\n  ''", 'two\n  lines'],
    ['(lib.mdDoc "x")', 'x'],
    ['"a ${b}"', null],
    ['x', null],
  ])('reads %j', (text, expected) => {
    const parsed = parseNix(text);
    expect(parsed.ok && writtenText(parsed.value.tree)).toBe(expected);
  });
});
