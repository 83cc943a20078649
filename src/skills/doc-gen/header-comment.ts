import { posix } from 'node:path';
import type { NixFile } from '../../nix/nix-tree.js';
import type { NixComment } from '../../nix/syntax/syntax-tree.js';

/** Longer comments are cut where a sentence or a word ends: a list is to be read line by line. */
const MOST_CHARACTERS = 200;

/** What is written for programs or lawyers, and tells nothing of the module. */
const NO_DESCRIPTION =
  /^(?:SPDX-|Copyright\b|\(c\)|vim?:|ex:|-\*-|nixfmt\b|statix\b|deadnix\b|keep-sorted\b|shellcheck\b|TODO\b|FIXME\b)/i;

/**
 * What the comment at the top of a file says, as one line without signs of the comment: its first paragraph. Null when there is no such
 * comment, or it is code that is commented out.
 */
export function headerComment(file: NixFile): string | null {
  const lines: string[] = [];
  let end: number | null = null;
  for (const comment of headComments(file)) {
    const isApart = end !== null && file.text.slice(end, comment.start).split('\n').length > 2;
    if (isApart && lines.length > 0) break;
    end = comment.end;
    for (const line of commentLines(comment)) {
      const isText = /[\p{L}\p{N}]/u.test(line) && !NO_DESCRIPTION.test(line) && !isOwnPath(line, file.path);
      if (lines.length === 0 && /^https?:\/\/\S+$/.test(line)) continue;
      if (isText) lines.push(line);
      else if (lines.length > 0) return described(lines);
    }
  }
  return described(lines);
}

/** The comments between the first lines for the kernel and the first expression. */
export function headComments({ parsed, text }: NixFile): NixComment[] {
  if (!parsed.ok) return [];
  const { comments, tree } = parsed.value;
  const from = afterShebang(text);
  return comments.filter((comment) => comment.start >= from && comment.end <= tree.start);
}

/** Where the line `#! …` that begins a script ends, also a second one of `nix-shell`; 0 without one. */
export function afterShebang(text: string): number {
  let at = 0;
  while (text.startsWith('#!', at)) {
    const end = text.indexOf('\n', at);
    if (end === -1) return text.length;
    at = end + 1;
  }
  return at;
}

/** Without `#`, the stars and the frame that people draw around titles. Only the beginning of a line is looked at. */
function commentLines({ text }: NixComment): string[] {
  const content = text.startsWith('/*') && text.endsWith('*/') ? text.slice(2, -2) : text;
  return content.split(/\r?\n/).map((line) =>
    line
      .trimStart()
      .slice(0, 2 * MOST_CHARACTERS)
      .replace(/^[\s#*]+/, '')
      .replace(/^[=─━-]{2,}\s*/u, '')
      .replace(/[\s#*=─━-]+$/u, ''),
  );
}

/** Many files begin with their own name. */
function isOwnPath(line: string, path: string): boolean {
  const name = line.replace(/^(?:\.\/|\/|File(?:name)?:\s*)/i, '');
  return (
    name === path || path.endsWith(`/${name}`) || (!/\s/.test(name) && posix.basename(name) === posix.basename(path))
  );
}

function described(lines: readonly string[]): string | null {
  const isCode = lines.some((line) => /[;{}[\]]$|^[{}[\]]|^[\w.-]+ = /.test(line));
  const text = lines.join(' ').replaceAll(/\s+/g, ' ').trim();
  return text === '' || isCode ? null : shortened(text);
}

function shortened(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const start = text.slice(0, MOST_CHARACTERS);
  const sentence = start.lastIndexOf('. ');
  if (sentence > 0) return start.slice(0, sentence + 1);
  const word = start.lastIndexOf(' ');
  return `${start.slice(0, word > 0 ? word : MOST_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')} …`;
}
