import { describe, expect, test } from '@jest/globals';
import { flakeModel } from '../../../src/nix/model/flake-model.js';
import { NixTree } from '../../../src/nix/nix-tree.js';
import { treeOf } from '../../support/nix-tree-on-disk.js';

const MODULE = '{ ... }: { config = { }; }';
const TREE = {
  'modules/a/default.nix': MODULE,
  'modules/a/one.nix': MODULE,
  'modules/b.nix': MODULE,
  'modules/c.nix': MODULE,
};

const unreached = (files: Readonly<Record<string, string>>): string[] => {
  const tree = NixTree.read(treeOf({ ...TREE, ...files }));
  const { isPossible } = flakeModel(tree).reachability();
  return [...tree.files.keys()].filter((path) => !isPossible(path));
};

const A = ['modules/a/default.nix', 'modules/a/one.nix'];

describe('reachability', () => {
  test.each<[string, string, string[]]>([
    [
      'a list of modules',
      '{ outputs = _: f { modules = [ ./modules/a ./modules/b.nix ]; }; }',
      ['modules/a/one.nix', 'modules/c.nix'],
    ],
    ['a joined path', '{ outputs = _: import (./. + "/modules/b.nix"); }', [...A, 'modules/c.nix']],
    ['self in a string', '{ outputs = { self }: import "${self}/modules/b.nix"; }', [...A, 'modules/c.nix']],
    ['self added to', '{ outputs = { self }: import (self + "/modules/b.nix"); }', [...A, 'modules/c.nix']],
    ['a computed name', '{ outputs = _: map (n: ./modules/a/${n}.nix) names; }', ['modules/b.nix', 'modules/c.nix']],
    [
      'a computed file that is not Nix',
      '{ outputs = _: map (n: readFile ./modules/${n}.sh) names; }',
      [...A, 'modules/b.nix', 'modules/c.nix'],
    ],
    ['a folder that is read', '{ outputs = _: readDir ./modules/a; }', ['modules/b.nix', 'modules/c.nix']],
    [
      'a folder that is read by its name',
      '{ outputs = _: let d = ./modules/a; in scan d; }',
      ['modules/b.nix', 'modules/c.nix'],
    ],
    [
      'a name that is only joined to',
      '{ outputs = _: let r = ./.; in import (r + "/modules/b.nix"); }',
      [...A, 'modules/c.nix'],
    ],
    [
      'a text that is made a path elsewhere',
      '{ outputs = _: map toPath [ "modules/b.nix" "modules/a" ]; }',
      ['modules/a/one.nix', 'modules/c.nix'],
    ],
    ['an end of a path', '{ outputs = { m }: import "${m}/b.nix"; }', [...A, 'modules/c.nix']],
    [
      'the whole tree as a source',
      '{ outputs = { self }: p.mkDerivation { src = ./.; x = "fmt ${self}"; }; }',
      [...A, 'modules/b.nix', 'modules/c.nix'],
    ],
    ['the whole tree, read', '{ outputs = _: haumea.load { src = ./.; }; }', []],
    ['a framework', '{ inputs.b.url = "github:numtide/blueprint"; outputs = i: i.b { }; }', []],
    ['a flake that does not parse', '{', []],
  ])('follows %s', (_, flake, expected) => {
    expect(unreached({ 'flake.nix': flake })).toEqual(expected);
  });

  test('says nothing of a tree without flake.nix', () => {
    expect(unreached({})).toEqual([]);
  });

  test('begins at files that Nix is started at', () => {
    const files = {
      'flake.nix': '{ }',
      'ci/shell.nix': 'import ../modules/b.nix',
      'x/p.nix': '{ pkgs ? 1 }: ../modules/c.nix',
    };
    expect(unreached(files)).toEqual(A);
  });
});

describe('flakeModel', () => {
  test('finds entries of one list that mean the same file', () => {
    const tree = NixTree.read(treeOf({ ...TREE, 'm.nix': '{ imports = [ ./modules/a ./modules/a/default.nix ]; }' }));
    expect(flakeModel(tree).duplicates.map(({ again }) => again.literal.path)).toEqual(['./modules/a/default.nix']);
  });

  test('does not take conditions for duplicates', () => {
    const text =
      '{ imports = [ (if a then ./modules/b.nix else ./modules/c.nix) (if b then ./modules/b.nix else ./modules/c.nix) ]; }';
    expect(flakeModel(NixTree.read(treeOf({ ...TREE, 'm.nix': text }))).duplicates).toEqual([]);
  });

  test('finds modules that import each other in a circle', () => {
    const files = {
      'a.nix': '{ imports = [ ./b.nix ]; }',
      'b.nix': '{ imports = [ ./c.nix ]; }',
      'c.nix': '{ imports = [ ./b.nix ]; }',
    };
    const { cycles } = flakeModel(NixTree.read(treeOf(files)));
    expect(cycles.map((cycle) => cycle.map(({ from, to }) => `${from} > ${to}`))).toEqual([
      ['b.nix > c.nix', 'c.nix > b.nix'],
    ]);
  });

  test('does not take a folder that a function gets for an import', () => {
    const { broken, importsOf } = flakeModel(NixTree.read(treeOf({ 'default.nix': '{ imports = scan ./.; }' })));
    expect([broken, importsOf('default.nix')]).toEqual([[], []]);
  });

  test('gives the entries of a list at their places', () => {
    const tree = NixTree.read(treeOf({ ...TREE, 'm.nix': '{ imports = [ x ./modules/b.nix ./no.nix ]; }' }));
    expect(
      flakeModel(tree)
        .listsOf('m.nix')
        .map(({ entries }) => entries.map((entry) => entry?.to ?? null)),
    ).toEqual([[null, 'modules/b.nix', null]]);
  });
});
