import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeTerminalLine, safeTerminalText } from '../../src/process/terminal-text.js';

/** The parser of actions/runner (ActionCommand.cs), as far as it decides whether a line is a command. */
function honoured(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => {
    const trimmed = line.replace(/^[\s\u0085\u180e]+/, '');
    return (trimmed.startsWith('::') && trimmed.indexOf('::', 2) >= 0) || /##\[[^\]]+\]/.test(line);
  });
}

describe('terminal text', () => {
  test('stays as it is when it is harmless', () => {
    const text = 'error: attribute `a::b` missing\n\tat flake.nix:3:1 – naïve 日本 🎉\n';
    expect(safeTerminalText(text)).toBe(text);
  });

  test.each([
    ['colour', '\x1b[1;31mred\x1b[0m', 'red'],
    ['a window title', '\x1b]0;title\x07x', 'x'],
    ['a link', '\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\', 'link'],
    ['a device string', 'a\x1bPq#1\x1b\\b', 'ab'],
    ['cursor moves', 'a\x1b[2K\x1b[1Gb\x1b[?25l', 'ab'],
    ['eight-bit escapes', 'a\x9b31mb\x9d0;t\x9cc', 'abc'],
    ['an escape without an end', 'a\x1b[31', 'a'],
    ['an unfinished title', 'a\x1b]0;title\nnext', 'a\nnext'],
    ['bells and backspaces', 'a\x07b\x08c\x7f\x00', 'abc'],
    ['carriage returns', 'a\r\nb\rc', 'a\nb\nc'],
    ['text turned around', 'a\u202eb', 'a<U+202E>b'],
    ['a character of no width', 'a\u200bb\ufeff', 'a<U+200B>b<U+FEFF>'],
    ['tag characters', 'a\u{e0041}', 'a<U+E0041>'],
    ['the selector of an emoji', '⚠\ufe0f', '⚠'],
    ['half a character', 'a\ud800b', 'a\ufffdb'],
  ])('loses or shows %s', (_name, text, safe) => {
    expect(safeTerminalText(text)).toBe(safe);
  });

  test.each([
    '::set-output name=a::b',
    '  ::error::x',
    '\u00a0::add-mask::x',
    '\u3000::group::x',
    '\u0085::error::x',
    'x\r::add-mask::y',
    '##[error]x',
    'text ##[add-mask]x',
    '##\x1b[0m[group]x',
    ':\x1b[0m:error::x',
    ':\x00:error::x',
    '\ufeff::error::x',
    '##\u200b[error]x',
    'a\n\n  ::stop-commands::t',
    '###[error]x',
    '::::error::x',
    '\x1b]0;t\x07::error::x',
    '\u2028::error::x',
    '\ufe0f::error::x',
    '#\ufe0f#[error]x',
  ])('%j holds no workflow command any more', (text) => {
    expect(honoured(safeTerminalText(text))).toEqual([]);
  });

  test('of any kind holds no command, and doing it twice changes nothing', () => {
    const piece = fc.constantFrom(
      '::',
      ':',
      '##',
      '#',
      '[',
      ']',
      'error',
      '\x1b',
      '\x1b[',
      'm',
      '\r',
      '\n',
      ' ',
      '\x00',
      '\x9b',
      '\u200b',
      '\ufe0f',
      '\u0085',
      ';',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 2 })), { maxLength: 30 }),
        (pieces) => {
          const safe = safeTerminalText(pieces.join(''));
          expect(honoured(safe)).toEqual([]);
          expect(safeTerminalText(safe)).toBe(safe);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('in one line has no line ends and no tabs', () => {
    expect(safeTerminalLine('a\r\nb\tc\rd')).toBe('a b c d');
  });

  // In quadratic time each would take longer than a test may.
  test.each(['\x1b]', '\x1b[', ' ', '\n', ' \n', ':\n', '##', '\u202e'])('of 500,000 times %j is made safe', (unit) => {
    const safe = safeTerminalText(unit.repeat(500_000));
    expect([safe.includes('\x1b'), safe.includes('\u202e')]).toEqual([false, false]);
  });
});
