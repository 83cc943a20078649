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

/**
 * The lines of a module that say something: without comments, and without lines that are blank or only open and close (`};`),
 * which unrelated files have in common. Empty for a file that does not parse.
 */
export function codeLines(file: NixFile): CodeLine[] {
  if (!file.parsed.ok) return [];
  const own = ownWords(file.path);
  return withoutComments(file.text, file.parsed.value.comments)
    .split('\n')
    .flatMap((text, index) => {
      if (!/[\p{L}\p{N}]/u.test(text)) return [];
      const words = wordsOf(text.trim());
      const masked = words.map((word) => (own.has(word.toLowerCase()) ? OWN_NAME : word)).join('');
      return [{ line: index + 1, words, masked }];
    });
}

/** Names, numbers, and single signs; runs of blanks count as one. */
function wordsOf(text: string): string[] {
  return text.replaceAll(/\s+/g, ' ').match(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_]/gu) ?? [];
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
