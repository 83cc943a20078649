import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cutMarkdown, utf8Length } from '../../src/report/cut-markdown.js';
import { codeBlock, markdownCode, markdownTable, markdownText } from '../../src/report/markdown-text.js';
import { allNodes, parseMarkdown, referenceIn, type MarkdownNode } from '../support/markdown.js';

const pieces = [
  ...[
    '@user',
    '@org/team',
    '#1',
    'GH-1',
    'gh-12',
    'o/r#1',
    'a@b.c',
    'Closes #1',
    'fixes https://github.com/o/r/issues/1',
  ],
  ...['<b>', '</b>', '<img src=//evil>', '<!--', '-->', '<!- -', '<details>', '&lt;', '&#64;', '&amp;', '&', '<', '>'],
  ...[
    '[a](b)',
    '![a](b)',
    '[a]: b',
    '[x]',
    '[',
    ']',
    '(',
    ')',
    '!',
    '`',
    '``',
    '```',
    '~~~',
    '~',
    '*',
    '**',
    '_',
    '__',
    'a_b',
  ],
  ...[
    '|',
    '\\',
    '\\|',
    '$',
    '$$',
    '$x$',
    ':smile:',
    ':_:',
    ':+1:',
    ':',
    '# h',
    '#',
    '## ',
    '- ',
    '+ ',
    '1. ',
    '12) ',
    '> ',
    '---',
    '===',
  ],
  ...[
    'http://a.b',
    'https://',
    'ftp://a',
    'www.a.b',
    'mailto:x',
    '\n',
    '\n\n',
    '\r',
    '\t',
    ' ',
    '    ',
    'word',
    '0',
    'é',
    '漢',
    '🎉',
  ],
  ...['\u202e', '\u200b', '\u{e0041}', '\u001b[31m', '\u0000', '\ud800', '{{', '}}', '[^1]', '[!NOTE]', '::error::'],
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
);

const textOf = (node: MarkdownNode): string =>
  allNodes(node)
    .map((one) => (one.type === 'html' ? '' : (one.value ?? '')))
    .join('')
    .replaceAll('\u200b', '');

describe('markdownText', () => {
  const nothingElse = new Set(['root', 'paragraph', 'text']);

  test('is nothing but text, and says what it was given', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const line = markdownText(text);
        const root = await parseMarkdown(line);
        const others = allNodes(root).filter(({ type }) => !nothingElse.has(type));
        expect({ line, others }).toEqual({ line, others: [] });
        expect(referenceIn(root)).toBeNull();
        expect(line).not.toMatch(/[\n\r|]/);
        expect(line).not.toContain('<');
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['a_b c-d.e (f) "g": 100%', 'a_b c-d.e (f) "g": 100%'],
    ['ghp_abcdef0123', 'ghp_abcdef0123'],
    ['@user', '@&#8203;user'],
    ['Closes #12', 'Closes #&#8203;12'],
    ['GH-7', 'GH-&#8203;7'],
    ['https://x.y/z', 'https:&#8203;//x.y/z'],
    ['<img src=x>', '&lt;img src=x&gt;'],
    ['a | b', 'a &#124; b'],
    ['two\n  lines', 'two lines'],
    ['\u202eabc', '&lt;U+202E&gt;abc'],
    ['- item', String.raw`\- item`],
    ['1. item', '1&#8203;. item'],
    ['', ''],
  ])('writes %j as %j', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  test('shows the text that it was given', async () => {
    const text = 'a*b* _c_ `d` [e](f) <g> & h | i \\ j $k$ ~l~ #1 @m :n: http://o p_q';
    expect(textOf(await parseMarkdown(markdownText(text)))).toBe(text);
  });

  test('is cut at the length that is asked for, never inside of a character', () => {
    expect(markdownText('abcdef', { maxLength: 4 })).toBe('abc…');
    expect(markdownText('ab🎉cd', { maxLength: 4 })).toBe('ab…');
  });
});

describe('markdownCode', () => {
  test('is one code span with the text in it, in a table too', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const span = markdownCode(text);
        fc.pre(span !== '');
        const table = markdownTable(['a', 'b', 'c'], [['1', span, '2']]);
        const root = await parseMarkdown(table);
        const cells = allNodes(root).filter(({ type }) => type === 'tableCell');
        expect({ span, cells: cells.length }).toEqual({ span, cells: 6 });
        const types = allNodes(cells[4] ?? { type: 'none' }).map(({ type }) => type);
        const asHtml = ['tableCell', 'html', 'text', 'html'];
        expect([['tableCell', 'inlineCode'], asHtml]).toContainEqual(types);
        expect(span).not.toContain('<!-');
      }),
      { numRuns: 1500 },
    );
  });

  test.each([
    ['nix fmt', '`nix fmt`'],
    ['a`b', '``a`b``'],
    ['`x', '`` `x ``'],
    ['a | b', '<code>a &#124; b</code>'],
    ['<!-- x -->', '`< !-- x -->`'],
    ['', ''],
  ])('writes %j as %j', (text, markdown) => {
    expect(markdownCode(text)).toBe(markdown);
  });
});

describe('codeBlock', () => {
  test('is one code block, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const root = await parseMarkdown(`${codeBlock(text, 'console')}\n`);
        expect((root.children ?? []).map(({ type, lang }) => [type, lang])).toEqual([['code', 'console']]);
        expect(codeBlock(text)).not.toContain('<!-');
      }),
      { numRuns: 1000 },
    );
  });

  test('keeps the end of a long text and says that there was more', () => {
    const text = Array.from({ length: 100 }, (_, line) => `line ${line}`).join('\n');
    expect(codeBlock(text, '', { maxLines: 2 })).toBe('```\n…\nline 98\nline 99\n```');
    expect(codeBlock('x'.repeat(50), '', { maxLength: 10 })).toBe('```\n…\nxxxxxxxxxx\n```');
  });

  test('has no language but a word', () => {
    expect(codeBlock('a', '`js\n')).toBe('```\na\n```');
  });
});

describe('cutMarkdown', () => {
  const parts = fc.array(
    fc.constantFrom('text', '```', '````', '~~~', '```js', '``` a`b', '', '# h', '| a |', 'é🎉'.repeat(20)),
    { maxLength: 30 },
  );

  test('never gives more bytes than asked for, and leaves no code block open', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 0, max: 600 }), async (lines, maxBytes) => {
        const markdown = lines.join('\n');
        const cut = cutMarkdown(markdown, maxBytes, 'The rest is left out.');
        expect(utf8Length(cut)).toBeLessThanOrEqual(maxBytes);
        if (cut === markdown || cut === '') return;
        const last = (await parseMarkdown(cut)).children?.at(-1);
        expect(last?.type).toBe('paragraph');
      }),
      { numRuns: 500 },
    );
  });

  test('gives short markdown as it is', () => {
    expect(cutMarkdown('a\nb', 3, 'note')).toBe('a\nb');
    expect(cutMarkdown('a\nb', 2, 'note')).toBe('');
  });
});
