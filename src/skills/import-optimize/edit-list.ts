import { posix } from 'node:path';
import type { NixFile } from '../../nix/nix-tree.js';
import { pathLiteral } from '../../nix/path-literal.js';
import type { NixList, Span } from '../../nix/syntax/syntax-tree.js';
import type { TextEdit } from '../file-change.js';
import type { EntryChange } from './shorten-list.js';

/**
 * The edits for changed entries of a list. An entry that goes takes its line with it, and a comment that stands behind it alone on
 * that line; an entry that is replaced such a comment too. All other comments and lines stay.
 */
export function editList(file: NixFile, list: NixList, changes: readonly EntryChange[]): TextEdit[] {
  const folder = posix.dirname(file.path);
  const { text } = file;
  const replacements = changes.flatMap((change) => {
    if (change.kind !== 'replace') return [];
    const line = lineAround(text, change.item);
    const isAlone = isOnlyOne(text, line, { item: change.item, list });
    const literal = pathLiteral(folder, posix.dirname(change.by));
    return [{ start: change.item.start, end: isAlone ? line.contentEnd : change.item.end, text: literal }];
  });
  const drops = changes.flatMap((change) => (change.kind === 'drop' ? rangeOf(text, change.item, list) : []));
  return [...replacements, ...merged(drops).map((range) => withBlankLine(text, range))];
}

interface Line extends Span {
  /** Where the line ends but for blanks and its line ending. */
  readonly contentEnd: number;
}

function lineAround(text: string, item: Span): Line {
  const start = text.lastIndexOf('\n', item.start - 1) + 1;
  const feed = text.indexOf('\n', item.end);
  const end = feed === -1 ? text.length : feed + 1;
  const blanks = /\s*$/.exec(text.slice(item.end, end))?.[0].length ?? 0;
  return { start, end, contentEnd: end - blanks };
}

/** Nothing but an entry, blanks and a comment up to the end is on its line. */
function isOnlyOne(text: string, line: Line, { item, list }: { readonly item: Span; readonly list: NixList }): boolean {
  const before = text.slice(line.start, item.start);
  const after = text.slice(item.end, line.contentEnd).trim();
  const isComment = after === '' || after.startsWith('#') || /^\/\*(?:(?!\*\/).)*\*\/$/.test(after);
  return before.trim() === '' && isComment && line.start > list.start && line.end < list.end;
}

/** What is cut out with an entry: its line, else the entry and the blanks before it. */
function rangeOf(text: string, item: Span, list: NixList): Span {
  const line = lineAround(text, item);
  if (isOnlyOne(text, line, { item, list })) return { start: line.start, end: line.end };
  const before = text.slice(line.start, item.start);
  if (before.trim() !== '') return { start: line.start + before.trimEnd().length, end: item.end };
  const blanks = /^[ \t]*/.exec(text.slice(item.end, line.end))?.[0].length ?? 0;
  return { start: item.start, end: item.end + blanks };
}

function merged(ranges: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const range of ranges) {
    const last = all.at(-1);
    if (last?.end === range.start) all[all.length - 1] = { start: last.start, end: range.end };
    else all.push(range);
  }
  return all;
}

/** Lines between two blank ones, or between a blank one and the end of the list, leave with one of them. */
function withBlankLine(text: string, { start, end }: Span): TextEdit {
  const isWhole = (start === 0 || text[start - 1] === '\n') && text[end - 1] === '\n';
  const before = /(?:^|\n)([ \t]*\r?\n)$/.exec(text.slice(Math.max(0, start - 200), start))?.[1];
  const isBlankAfter = /^[ \t]*(?:\r?\n|\])/.test(text.slice(end, end + 200));
  return { start: isWhole && before !== undefined && isBlankAfter ? start - before.length : start, end, text: '' };
}
