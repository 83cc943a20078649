import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withoutCommands } from '../../../src/github/runner/workflow-command-text.js';
import { parseCommands } from '../../support/command-parser.js';
import { processorMs } from '../../support/processor-time.js';

const hostile = [
  '::error::x',
  '  \t::add-mask::x',
  '\u00a0::set-output name=a::b',
  '\u3000::error::x',
  '\u0085::error::x',
  '\u200b::error::x',
  ':\u200b:error::x',
  ':\u0001:error::x',
  '\u00ad::stop-commands::x',
  'a\r::add-mask::x',
  'a\u2028::error::x',
  '##[error]x',
  'text ##[add-mask]secret',
  '#\u200b#[group]x',
  '##\ufe0f[group]x',
  '###[error]x',
  ':\u001b[0m:error::x',
  '#\u001b[31m#[error]x',
  ':::error::x',
  ':\u034f:error::x',
  '\u{e0001}::error::x',
  '\u0605::error::x',
  ':\u0605:error::x',
  '#\u070f#[error]x',
  '##\u08e2[error]x',
];

describe('the parser of the runner that these tests use', () => {
  test('honours what the runner honours', () => {
    const names = (text: string): string[] => parseCommands(text, { byCulture: true }).honoured.map(({ name }) => name);
    expect(names('a\r::add-mask::x\n \u00a0::error file=a,line=1::b\nx ##[group]y')).toEqual([
      'add-mask',
      'error',
      'group',
    ]);
    expect(names('\u200b:\u200b:error::x\n#\u200b#[error]x')).toEqual(['error', 'error']);
    expect(names('::stop-commands::t\n::error::a\n::t::\n::error::b')).toEqual(['stop-commands', 't', 'error']);
  });
});

describe('withoutCommands', () => {
  test.each(hostile)('leaves nothing to honour in %j', (text) => {
    const safe = withoutCommands(text);
    expect(parseCommands(safe).honoured).toEqual([]);
    expect(parseCommands(safe, { byCulture: true }).honoured).toEqual([]);
  });

  const piece = fc.constantFrom(
    ...[
      '::',
      ':',
      '##[',
      '#',
      '[',
      ']',
      '\r',
      '\n',
      '\r\n',
      ' ',
      '\t',
      '\u00a0',
      '\u3000',
      '\u0085',
      '\u200b',
      '\ufeff',
      '\u2028',
    ],
    ...[
      '\u001b[0m',
      '\u001b',
      '\u0000',
      '\ufe0f',
      '\u0301',
      '\u0605',
      '\ue000',
      '\ud800',
      'error',
      'add-mask',
      'stop-commands',
      'set-output name=a',
      'x',
    ],
  );
  const ignored = fc.constantFrom('', '', '\u200b', '\u0605', '\u070f', '\u0000', '\u{e0001}', '\u0378', ' ', '\u00a0');
  const nearly = fc
    .tuple(ignored, fc.constantFrom(':', '#'), ignored, ignored, ignored)
    .map(
      ([a, mark, b, c, d]) =>
        `${a}${mark}${b}${mark}${c}${mark === '#' ? '[' : ''}${d}error${mark === '#' ? ']' : '::'}x`,
    );
  const text = fc.oneof(
    nearly,
    fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  test('leaves nothing to honour, whatever the text is', () => {
    fc.assert(
      fc.property(text, (input) => {
        const safe = withoutCommands(input);
        expect([...parseCommands(safe).honoured, ...parseCommands(safe, { byCulture: true }).honoured]).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  test('changes nothing when done twice', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(withoutCommands(withoutCommands(input))).toBe(withoutCommands(input));
      }),
    );
  });

  test.each(['a: b :: c', 'https://x.org', 'std::string', '# [x]', '## heading', 'Größe 漢字 🎉', '  two\n  lines\n'])(
    'leaves honest text as it is: %j',
    (honest) => {
      expect(withoutCommands(honest)).toBe(honest);
    },
  );

  test('takes time in proportion to the length of the text', async () => {
    const ms = await processorMs(() => {
      for (const part of ['#\u0605', ':\u0605', ' ', '#', ':', '\u0301']) withoutCommands(part.repeat(100_000));
    });
    expect(ms).toBeLessThan(5000);
  });
});
