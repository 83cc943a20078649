import type { NixFile } from '../../nix/nix-tree.js';
import { pathLiteral } from '../../nix/path-literal.js';
import type { NixList } from '../../nix/syntax/syntax-tree.js';
import { bytesOf } from '../file-change.js';

/** The file with more entries at the end of its imports list; every other byte stays as it is. */
export function insertImports(file: NixFile, list: NixList, names: readonly string[]): Buffer {
  const { text } = file;
  const { offset, separator } = insertionPoint(text, list);
  const added = names.map((name) => separator + pathLiteral('.', name)).join('');
  return bytesOf(file, text.slice(0, offset) + added + text.slice(offset));
}

interface InsertionPoint {
  readonly offset: number;
  readonly separator: string;
}

function insertionPoint(text: string, list: NixList): InsertionPoint {
  const last = list.items.at(-1);
  if (last === undefined) return { offset: list.start + 1, separator: ' ' };
  const lineStart = text.lastIndexOf('\n', last.start - 1) + 1;
  const before = text.slice(lineStart, last.start);
  if (before.trim() !== '') return { offset: last.end, separator: ' ' };
  const lineEnd = endOfLine(text, last.end);
  const newline = text[lineEnd] === '\r' ? '\r\n' : '\n';
  // a comment behind the last entry belongs to that entry
  const restOfLine = text.slice(last.end, lineEnd).trim();
  const offset = restOfLine === '' || restOfLine.startsWith('#') ? lineEnd : last.end;
  return { offset, separator: newline + before };
}

/** Offset of the line ending (`\n` or `\r\n`) after an offset. */
function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed === -1) return text.length;
  return text[feed - 1] === '\r' ? feed - 1 : feed;
}
