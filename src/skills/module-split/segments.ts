import type { NixBinding, NixComment, Span } from '../../nix/syntax/syntax-tree.js';

/** The whole lines of one binding with the comments that belong to it: those above, and those behind it on its line. */
export interface Segment extends Span {
  readonly binding: NixBinding;
}

/**
 * Cuts what stands between two brackets (or `let` and `in`) into one segment for each binding, without a rest: comments after the
 * last one go with it. `inside` begins after the opening sign and ends before the closing one. Null when a binding shares a line
 * with another one or with a bracket.
 */
export function segmentsOf(
  text: string,
  { bindings, inside }: { readonly bindings: readonly NixBinding[]; readonly inside: Span },
  comments: readonly NixComment[],
): Segment[] | null {
  const commentEnds = new Map(comments.map((comment) => [comment.start, comment.end]));
  const segments: Segment[] = [];
  let start = skipBlankLine(text, inside.start);
  for (const binding of bindings) {
    const lineStart = text.lastIndexOf('\n', binding.start - 1) + 1;
    if (lineStart < start || lineStart <= inside.start) return null;
    const end = endOfLine(text, binding.end, commentEnds);
    if (end === null || end > inside.end) return null;
    segments.push({ binding, start, end });
    start = end;
  }
  const last = segments.at(-1);
  if (last === undefined) return segments;
  const tail = text.slice(last.end, inside.end);
  if (tail.trim() === '') return segments;
  return [...segments.slice(0, -1), { ...last, end: last.end + tail.lastIndexOf('\n') + 1 }];
}

/** Behind the line end that follows when nothing but blanks is before it. */
function skipBlankLine(text: string, at: number): number {
  const blank = /[ \t]*\r?\n/y;
  blank.lastIndex = at;
  return at + (blank.exec(text)?.[0].length ?? 0);
}

/** Behind the end of the line, over comments; null when code follows on the line. */
function endOfLine(text: string, from: number, commentEnds: ReadonlyMap<number, number>): number | null {
  let at = from;
  for (;;) {
    while (text[at] === ' ' || text[at] === '\t' || text[at] === '\r') at += 1;
    if (text[at] === '\n') return at + 1;
    const commentEnd = commentEnds.get(at);
    if (commentEnd === undefined) return null;
    at = commentEnd;
  }
}
