/**
 * Text of strangers in GitHub's markdown: shown as it was written, and nothing more. No mention, reference (`#1` after a closing
 * keyword closes an issue), link, image, HTML, emoji, heading or list comes of it, and no `<!--` either: that is what the markers
 * of a pull request's body begin with. The rules are those of GitHub Flavored Markdown (cmark-gfm) and of GitHub's own filters after it.
 */
import { safeTerminalLine, safeTerminalText } from '../process/terminal-text.js';

export interface TextLimit {
  /** Characters of the text, before it is escaped. */
  readonly maxLength?: number;
}

export interface BlockLimits {
  readonly maxLines?: number;
  readonly maxLength?: number;
}

/** Comes between two characters that mean something together: no width, and no part of any reference. */
const gap = '&#8203;';

/** One line of text: for a paragraph, a heading, a list item or a cell of a table. Default at most 300 characters. */
export function markdownText(text: string, { maxLength = 300 }: TextLimit = {}): string {
  return escapeLine(cut(oneLine(text), maxLength));
}

/** A code span, in one line; also for a cell of a table. Default at most 200 characters. Empty text gives the empty string. */
export function markdownCode(text: string, { maxLength = 200 }: TextLimit = {}): string {
  const line = cut(withoutComments(oneLine(text)), maxLength);
  if (line === '') return '';
  // In a table a bar would end the cell, and how backslashes before it count differs between parsers.
  if (line.includes('|')) return `<code>${escapeLine(line)}</code>`;
  const marks = '`'.repeat(longestRun(line, '`') + 1);
  const space = /^`|`$|^ .* $/.test(line) ? ' ' : '';
  return `${marks}${space}${line}${space}${marks}`;
}

/**
 * A code block that nothing inside can end. `language` for the colours; default at most 60 lines and 8000 characters, of which
 * the end is kept: that is where a program says why it failed.
 */
export function codeBlock(text: string, language = '', { maxLines = 60, maxLength = 8000 }: BlockLimits = {}): string {
  const lines = withoutComments(safeTerminalText(text)).trimEnd().split('\n');
  const kept = lines.slice(-maxLines).join('\n');
  const short = kept.length > maxLength ? kept.slice(-maxLength).replace(/^[\udc00-\udfff]/, '') : kept;
  const body = short.length < lines.join('\n').length ? `…\n${short}` : short;
  const marks = '`'.repeat(Math.max(3, longestRun(body, '`') + 1));
  return `${marks}${/^[a-z0-9+-]*$/i.test(language) ? language : ''}\n${body}\n${marks}`;
}

/** A table; cells are markdown of one line without bars, as `markdownText` and `markdownCode` give them. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function oneLine(text: string): string {
  return safeTerminalLine(text).replace(/\s+/g, ' ').trim();
}

function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${text.slice(0, maxLength - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function withoutComments(text: string): string {
  return text.replace(/<(?=!-)/g, '< ');
}

function longestRun(text: string, character: string): number {
  let longest = 0;
  let run = 0;
  for (const one of text) {
    run = one === character ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function escapeLine(line: string): string {
  return (
    line
      // The order matters: what a rule brings in must not be touched by a later one.
      .replace(/&/g, '&amp;')
      .replace(/[\\`*[\]~$]/g, String.raw`\$&`)
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/\|/g, '&#124;')
      // Inside of a word an underscore means nothing, and names stay readable (and secrets findable).
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, String.raw`\_`)
      .replace(/^(?:[-+=]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}${gap}` : `\\${start}`))
      .replace(/@|(?<!&)#/g, `$&${gap}`)
      .replace(/(?<![a-z0-9])GH-(?=\d)/gi, `$&${gap}`)
      // An underscore in it is escaped by now.
      .replace(/:(?=\/\/|[\w+\\-]+:)/g, `$&${gap}`)
      .replace(/(?:www|mailto|xmpp)(?=[.:])/gi, `$&${gap}`)
  );
}
