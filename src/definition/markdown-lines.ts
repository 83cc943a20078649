/** One line of a Markdown text, as far as its structure goes. Offsets count from the beginning of the whole text. */
export type MarkdownLine = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
} & (
  | { readonly kind: 'text' }
  | { readonly kind: 'heading'; readonly level: number; readonly title: string }
  /** `language` is the first word after the fence, lower-case; `indent` what stands before it. */
  | { readonly kind: 'fence-open'; readonly language: string; readonly indent: number }
  | { readonly kind: 'code' }
  | { readonly kind: 'fence-close' }
);

interface Fence {
  readonly marker: string;
}

/**
 * The lines of a Markdown text from `offset` on, without their line ends. Headings are only those outside of fenced code and of
 * comments. A fence may be indented, as in a list; one that is never closed goes to the end, as Markdown has it.
 */
export function markdownLines(text: string, offset: number): MarkdownLine[] {
  const lines: MarkdownLine[] = [];
  let fence: Fence | null = null;
  let inComment = false;
  for (let start = offset; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const next = newline === -1 ? text.length : newline + 1;
    const line = text.slice(start, newline === -1 ? text.length : newline).replace(/\r$/, '');
    const place = { start, end: start + line.length, text: line };
    start = next;
    if (fence !== null) {
      const closes = isClose(line, fence);
      lines.push({ ...place, kind: closes ? 'fence-close' : 'code' });
      if (closes) fence = null;
      continue;
    }
    const wasComment = inComment;
    inComment = endsInComment(line, inComment);
    const opened = wasComment ? null : openFence(line);
    if (opened === null) lines.push({ ...place, ...(wasComment ? { kind: 'text' } : headingOrText(line)) });
    else {
      fence = opened.fence;
      lines.push({ ...place, kind: 'fence-open', language: opened.language, indent: opened.indent });
    }
  }
  return lines;
}

function openFence(line: string): { fence: Fence; language: string; indent: number } | null {
  const found = /^([ \t]*)(`{3,}|~{3,})(.*)$/.exec(line);
  const [, indent = '', marker = '', info = ''] = found ?? [];
  // ```code``` on one line is a span of code, not the beginning of a block.
  if (found === null || (marker.startsWith('`') && info.includes('`'))) return null;
  return { fence: { marker }, language: info.trim().split(/\s/)[0]?.toLowerCase() ?? '', indent: indent.length };
}

function isClose(line: string, { marker }: Fence): boolean {
  const trimmed = line.trim();
  return trimmed.startsWith(marker) && trimmed === (marker[0] ?? '').repeat(trimmed.length);
}

function endsInComment(line: string, inComment: boolean): boolean {
  // Only a comment that begins a line: `<!--` elsewhere is more often spoken about than meant.
  if (!inComment && !/^ {0,3}<!--/.test(line)) return false;
  return !line.includes('-->');
}

function headingOrText(line: string): { kind: 'text' } | { kind: 'heading'; level: number; title: string } {
  const [, marks, title = ''] = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line) ?? [];
  if (marks === undefined) return { kind: 'text' };
  return { kind: 'heading', level: marks.length, title: title.trim().replace(/(?:^|[ \t]+)#+$/, '') };
}
