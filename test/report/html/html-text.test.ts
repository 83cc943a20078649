import { describe, expect, test } from '@jest/globals';
import { escapeHtml, html, markup, shortened, withCode } from '../../../src/report/html/html-text.js';

describe('html', () => {
  test.each([
    ['<b>', '&lt;b&gt;'],
    [`"'&`, '&quot;&#39;&amp;'],
    ['a\u001b[31mb\u0000', 'ab'],
    ['\u202egpj', '&lt;U+202E&gt;gpj'],
    ['\ud800', '\ufffd'],
    ['</script>', '&lt;/script&gt;'],
  ])('makes text of %j: %j', (text, expected) => {
    expect(escapeHtml(text)).toBe(expected);
    expect(html`<p title="${text}">${text}</p>`.text).toBe(`<p title="${expected}">${expected}</p>`);
  });

  test('keeps markup of its own, joins lists and leaves null out', () => {
    const list = ['<', 1, null, [html`<i></i>`, markup('<hr>')]];
    expect(html`<b>${list}</b>`.text).toBe('<b>&lt;1<i></i><hr></b>');
  });

  test('leaves indentation of its own out and that of values in', () => {
    const text = '  a\n    b';
    const page = html`<div>
      <pre>${text}</pre>
    </div>`;
    expect(page.text).toBe('<div>\n<pre>  a\n    b</pre>\n</div>');
  });
});

test.each([
  ['run `nix fmt` now', 'run <code>nix fmt</code> now'],
  ['one ` alone', 'one ` alone'],
  ['`<b>`', '<code>&lt;b&gt;</code>'],
])('withCode sets %j as %j', (text, expected) => {
  expect(html`${withCode(text)}`.text).toBe(expected);
});

test.each([
  ['short', 10, 'short'],
  ['one\ntwo\t three', 20, 'one two three'],
  ['abcdef', 4, 'abc…'],
  ['ab😀cd', 4, 'ab…'],
])('shortened makes %j of at most %d characters: %j', (text, max, expected) => {
  expect(shortened(text, max)).toBe(expected);
});
