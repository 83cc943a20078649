import type { Span } from '../../nix/syntax/syntax-tree.js';
import type { LineIndex } from '../line-index.js';

/** A comment `security-scan: ignore RULE — reason`, for its own line, or, when it stands alone, for the next one with code. */
export interface Suppression {
  readonly start: number;
  readonly end: number;
  readonly rules: readonly string[];
  readonly reason: string;
  /** The line, from 1, whose findings it takes away. */
  readonly line: number;
}

const COMMENT =
  /security-scan:[ \t]*ignore[ \t]+([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)(?:[ \t]*(?:—|–|--?|:)[ \t]*([^\r\n]*))?/;

/** The suppressions among comments, or, in files that are not Nix, among the places that `markedLines` gives. */
export function suppressions(text: string, comments: readonly Span[], lines: LineIndex): Suppression[] {
  return comments.flatMap(({ start, end }) => {
    const match = COMMENT.exec(text.slice(start, end));
    if (match === null) return [];
    const [, rules = '', reason = ''] = match;
    return [
      {
        start,
        end,
        rules: rules.split(',').map((rule) => rule.trim()),
        reason: reason.replace(/\*\/\s*$/, '').trim(),
        line: meantLine({ start, end }, lines),
      },
    ];
  });
}

/** The lines of a text that hold a suppression, from its comment sign on. */
export function markedLines(text: string): Span[] {
  return [...text.matchAll(/(?:#|\/\/|--|;)[ \t]*security-scan:[^\n]*/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function meantLine({ start, end }: Span, lines: LineIndex): number {
  const { line, column } = lines.place(start);
  if (
    lines
      .lineText(line)
      .slice(0, column - 1)
      .trim() !== ''
  )
    return line;
  let next = lines.place(Math.max(start, end - 1)).line + 1;
  while (next < lines.count && /^\s*(?:#.*|\/\/.*)?$/.test(lines.lineText(next))) next += 1;
  return next;
}
