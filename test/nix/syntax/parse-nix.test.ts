import { describe, expect, test } from '@jest/globals';
import { parseNix } from '../../../src/nix/syntax/parse-nix.js';
import { walkExpressions } from '../../../src/nix/syntax/walk.js';

const DEEP = 10_000;

describe('parseNix', () => {
  test.each([
    ['parentheses', '('.repeat(DEEP)],
    ['attribute sets', '{a='.repeat(DEEP)],
    ['lists', '['.repeat(DEEP)],
    ['strings', '"${'.repeat(DEEP)],
    ['functions', 'a: '.repeat(DEEP)],
    ['negations', '!'.repeat(DEEP)],
    ['formals', '{a?'.repeat(DEEP)],
    ['selections with a fallback', 'a.b or '.repeat(DEEP)],
    ['concatenations', 'a++'.repeat(DEEP)],
    ['let expressions', 'let a = 1; in '.repeat(DEEP)],
  ])('gives an error value for %s nested ten thousand deep', (_, source) => {
    const parsed = parseNix(source);
    expect(parsed.ok ? 'accepted' : parsed.error.message).toContain('nested');
  });

  test('reads a long chain of additions in linear time and walks it without recursion', () => {
    const parsed = parseNix('a+'.repeat(50_000) + 'a');
    expect(parsed.ok && [...walkExpressions(parsed.value.tree)].length).toBe(100_001);
  });

  test('counts lines and columns of an error from 1', () => {
    expect(parseNix('{\n  a = 1\n}')).toEqual({
      ok: false,
      error: { message: "unexpected '}', expecting ';'", offset: 10, line: 3, column: 1 },
    });
  });

  test('keeps the place of every comment', () => {
    const source = '# one\n{ /* two */ }';
    const parsed = parseNix(source);
    expect(parsed.ok && parsed.value.comments.map(({ start, end }) => source.slice(start, end))).toEqual([
      '# one',
      '/* two */',
    ]);
  });

  test('unescapes text and separates interpolations', () => {
    const parsed = parseNix('"a\\n$${b}${c}\\${d}"');
    expect(parsed.ok && parsed.value.tree).toMatchObject({
      kind: 'string',
      parts: [{ kind: 'text', text: 'a\n$${b}' }, { kind: 'interpolation' }, { kind: 'text', text: '${d}' }],
    });
  });

  test('rejects a byte order mark, as Nix does', () => {
    expect(parseNix('\uFEFF{ }').ok).toBe(false);
  });
});
