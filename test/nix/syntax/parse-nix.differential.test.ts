import { beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseNix } from '../../../src/nix/syntax/parse-nix.js';
import { errorMessage, isScope, NixParser } from '../../support/nix-parser.js';
import { printNix } from '../../support/nix-print.js';
import { treeOf } from '../../support/nix-tree-on-disk.js';

let nix: NixParser;
beforeAll(async () => {
  nix = await NixParser.find();
});

const exampleRoot = fileURLToPath(new URL('../../../examples/nixos-config', import.meta.url));
const example = readdirSync(exampleRoot, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.nix'));

/** Expressions about which grammars disagree; names are bound so that Nix does not complain about scope. */
const SNIPPETS = [
  'a ++ b ++ c',
  'a // b // c',
  'a + b - c * d / e',
  'a -> b -> c',
  'a || b && !c',
  '!a ? b',
  '- a * b',
  '-a.b',
  'a ? b.c',
  'f a.b or c d',
  'f [ (g a) b.c ]',
  'a == b && c != d',
  'a < b == true',
  '{ a, b, }: a',
  '{ a ? 1, ... }@b: a',
  'b@{ a, ... }: a',
  '{ }: 1',
  '{ ... }: 1',
  '{ }',
  '{ a.b."c".${d} = 1; }',
  '{ inherit a b; inherit (c) d "e"; }',
  'rec { a = b; b = 1; }',
  'let a = 1; b = a; in b',
  'let { body = 1; }',
  'with a; b',
  'assert a; b',
  'if a then b else c',
  'x: y: z: x',
  './a',
  './a/b.nix',
  '../.',
  'a/b',
  '~/a',
  '<nixpkgs>',
  '<nixpkgs/lib>',
  './${a}/b',
  './a${b}c/d',
  'http://example.org/a?b=c',
  '1.5e3',
  '.5',
  '1 - 1',
  'a-b',
  "a'",
  'a -b',
  'a: b',
  'a:b',
  '"a${b}c"',
  '"\\${a} $${b} \\n"',
  "''a ''${b} ''' ''\\n $${c}''",
  "''\n  a\n    b\n''",
  '"$"',
  '"a$"',
  "''$''",
  '[ a -b ]',
  '[ 1 2.5 ./a "b" ]',
  'a.b.c or (d e)',
  'a.or',
  'f or',
  '(a)(b)',
  '{ "a" = 1; ${b} = 2; }',
  'a./b',
  'a?b',
  'if a then b else c + d',
  'a: a + b: b',
  'with a; with b; c',
  '# c\na',
  '/* c */ a',
  'a # c',
  '{ a = 1; /* c */ }',
  'let inherit (a) b; in b',
  '1.',
  '00',
  'a/',
  './a/',
  'a b: c',
  '{ a }: a b',
  'a == b == c',
  'a < b < c',
  '{ a = 1 }',
  '[ a',
  '"a',
  "''a",
  '{ a b }',
  'let a = 1 in a',
  '{ , }: 1',
  '{ a, ..., b }: 1',
  '...',
  'a.',
  '.a',
  'f let { body = 1; }',
  'f let a = 1; in a',
  'a + let b = 1; in b',
  'a@{ b, }: b',
  '{ b, }@a: b',
  'a@{ b }@c: b',
  '{ b ? { c }: c, d ? b }: d',
  '{ or }: 1',
  '{ or = 1; a.or = 2; }',
  'a.or or b',
  'a.b or or',
  '[ a or b ]',
  'or: 1',
  '{ inherit (a) "b"; }',
  '{ inherit (a) "b" c d; inherit; }',
  '{ inherit "${a}"; }',
  '{ inherit ${"a"}; }',
  '{ inherit (a) ${b}; }',
  '__curPos',
  '__curPos.line',
  '{ __proto__ = a; constructor.b = c; }',
  '"\r\n a \r b"',
  "''\r\n  a\r\n''",
  '{\r\n  a = b;\r\n}',
  '# c\r\na',
  '"\\a\\$\\"\\\\"',
  '"$${a}$$${b}"',
  '"a\tb\\t"',
  "''$${a}$$${b}''",
  "''''",
  "'''''''",
  "'' ' '''",
  "''''${a}''\\${b}''\\''",
  "''a'''b'''",
  "''\\t''",
  "''${''${a}''}''",
  '"${"${a}"}"',
  '~/',
  '~/${a}',
  '~',
  '<nixpkgs',
  '<nixpkgs/>',
  '<../a>',
  'a<b>c',
  '/',
  '/a',
  '//a',
  'a//b',
  './.',
  './..a',
  './a${b}/',
  '/${a}',
  'a/${b}.nix',
  'http:a',
  'a:b c',
  'x: a:b',
  'a::b',
  '1.e3',
  '0.5',
  '01.5',
  '1.5e',
  '1a',
  '1.5.2',
  '[ 1.5.2 ]',
  '[ 1 .5 ]',
  '9223372036854775807',
  '9223372036854775808',
  '9.9e400',
  'a?b?c',
  'a ? b or c',
  'a ? "b"."${c}"',
  '!!a',
  '- -a',
  '-!a',
  '!-a',
  'a == !b',
  'a != b == c',
  'a -> b || c -> d',
  'a // b ? c // d',
  'a ++ b + c ++ d',
  'a - -b',
  'a.b.${c}."${d}"',
  '{ a.${b}.c = d; "e${f}" = g; }',
  'rec { inherit a; b = rec { }; }',
  'let in a',
  'let { }',
  'let { body = a; }.b',
  '(a: b) c',
  'f { } [ ] ""',
  'f rec { }',
  'if a then if b then c else d else e',
  'assert a; with b; let c = d; in e',
  'with a; b: c',
  '/**/ a',
  '/* * / */ a',
  '/***/a',
  'a/*b*/c',
  '#',
  '@',
  'a@b: c',
  'if a then b',
  '%',
  '\\',
  'a;',
  '',
  '/* a',
  '{ a = 1; } }',
  '$a',
  '${a}',
  "a '' b",
];
const SCOPE = 'a: b: c: d: e: f: g: ';

/** Small damage at many places: a character removed, doubled, or replaced by one that matters. Deterministic. */
function mutants(source: string, count: number): string[] {
  const replacements = ['', ';', '}', '{', '"', "''", '(', ']', '$', '=', '.', ' or ', '?', ':', '@', '/'];
  return Array.from({ length: count }, (_, i) => {
    const at = Math.floor((source.length * (i + 0.5)) / count);
    return source.slice(0, at) + (replacements[i % replacements.length] ?? '') + source.slice(at + 1);
  });
}

/** What Nix says of many sources, asking again after each that it stops at. */
async function verdicts(sources: readonly string[]): Promise<{ accepted: boolean; text: string }[]> {
  const root = treeOf({});
  const paths = sources.map((source, i) => {
    writeFileSync(join(root, `${i}.nix`), source);
    return join(root, `${i}.nix`);
  });
  const found: { accepted: boolean; text: string }[] = [];
  while (found.length < paths.length) {
    const rest = paths.slice(found.length);
    const { exitCode, stderr } = await nix.parse(rest);
    if (exitCode === 0) rest.forEach(() => found.push({ accepted: true, text: '' }));
    else {
      const bad = [...stderr.matchAll(/\/(\d+)\.nix:\d+:\d+/g)].at(-1)?.[1];
      if (bad === undefined) throw new Error(stderr);
      while (found.length < Number(bad)) found.push({ accepted: true, text: '' });
      found.push({ accepted: false, text: errorMessage(stderr) });
    }
  }
  return found;
}

function disagree(source: string, theirs: { accepted: boolean; text: string } | undefined): boolean {
  return parseNix(source).ok !== theirs?.accepted && !isScope(theirs?.text ?? '');
}

/**
 * The sources that Nix reads differently once our tree is printed with all parentheses. Both go to the same process: Nix 2.8
 * orders the names of formals by where in memory they lie.
 */
async function readDifferently(sources: readonly string[]): Promise<string[]> {
  const root = treeOf({});
  const write = (name: string, text: string): string => {
    writeFileSync(join(root, name), text);
    return join(root, name);
  };
  const paths = sources.flatMap((source, i) => {
    const parsed = parseNix(source);
    return [
      write(`${i}-a.nix`, source),
      write(`${i}-b.nix`, parsed.ok ? printNix(parsed.value.tree, source) : '"rejected"'),
    ];
  });
  const { stdout, exitCode, stderr } = await nix.parse(paths);
  if (exitCode !== 0) throw new Error(stderr);
  const lines = stdout.split('\n');
  return sources.filter((_, i) => lines[2 * i] !== lines[2 * i + 1]);
}

describe('parseNix, compared with nix-instantiate --parse', () => {
  test('reads every file of the example as Nix does', async () => {
    expect(await readDifferently(example.map((path) => readFileSync(join(exampleRoot, path), 'utf8')))).toEqual([]);
  });

  test('accepts and rejects the same snippets', async () => {
    const sources = SNIPPETS.map((snippet) => SCOPE + snippet);
    const theirs = await verdicts(sources);
    const differing = sources.filter((source, i) => disagree(source, theirs[i]));
    expect(differing).toEqual([]);
  });

  test('groups operators of the snippets as Nix does', async () => {
    const sources = SNIPPETS.map((snippet) => SCOPE + snippet);
    const theirs = await verdicts(sources);
    expect(await readDifferently(sources.filter((_, i) => theirs[i]?.accepted === true))).toEqual([]);
  });

  test('accepts and rejects the same mutants of real files', async () => {
    const sources = example.slice(0, 12).flatMap((path) => mutants(readFileSync(join(exampleRoot, path), 'utf8'), 12));
    const theirs = await verdicts(sources);
    const differing = sources.filter((source, i) => disagree(source, theirs[i]));
    expect(differing).toEqual([]);
  });
});
