import { posix } from 'node:path';
import type { NixFile } from '../../nix/nix-tree.js';

/** One line of code: trimmed, without comments, cut into words and the signs between them. */
export interface CodeLine {
  /** Counts from 1. */
  readonly line: number;
  readonly words: readonly string[];
  /** The words with those of the file's own name blanked, so that lines of twins look alike. */
  readonly masked: string;
}

/** Stands for a word of the file's own name in a masked line; no source can hold it as a word. */
const OWN_NAME = '\u0000';

/** One line as it counts for whether two texts are the same: without comments, and with runs of blanks as one. */
export interface PlainLine {
  /** Counts from 1. */
  readonly line: number;
  readonly text: string;
  /** It does not only open and close (`};`), which unrelated files have in common. */
  readonly isTelling: boolean;
}

/** The lines of a file that are not blank without their comments, in order. Empty for a file that does not parse. */
export function plainLines(file: NixFile): PlainLine[] {
  if (!file.parsed.ok) return [];
  return withoutComments(file.text, file.parsed.value.comments)
    .split('\n')
    .map((text, index) => ({ line: index + 1, text: text.trim().replaceAll(/\s+/g, ' ') }))
    .filter(({ text }) => text !== '')
    .map(({ line, text }) => ({ line, text, isTelling: /[\p{L}\p{N}]/u.test(text) }));
}

/** The lines of a module that say something, cut into words. Empty for a file that does not parse. */
export function codeLines(file: NixFile): CodeLine[] {
  const own = ownWords(file.path);
  return plainLines(file).flatMap(({ line, text, isTelling }) => {
    if (!isTelling) return [];
    const words = wordsOf(text);
    const masked = words.map((word) => (own.has(word.toLowerCase()) ? OWN_NAME : word)).join('');
    return [{ line, words, masked }];
  });
}

/** Names, numbers, and single signs. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_]/gu) ?? [];
}

/** `modules/applications/vscode-secure.nix` is about `vscode` and `secure`; a `default.nix` about its folder. */
function ownWords(path: string): Set<string> {
  const base = posix.basename(path, '.nix');
  const name = base === 'default' ? posix.basename(posix.dirname(path)) : base;
  return new Set(
    wordsOf(name)
      .map((word) => word.toLowerCase())
      .filter((word) => word.length > 2),
  );
}

function withoutComments(text: string, comments: readonly { readonly start: number; readonly end: number }[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of comments) {
    // line ends inside block comments stay, so that lines keep their numbers
    parts.push(text.slice(at, start), text.slice(start, end).replaceAll(/[^\n]/g, ''));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}
