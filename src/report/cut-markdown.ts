const fence = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** Bytes as UTF-8. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}

/**
 * Markdown of at most `maxBytes` bytes: as it is, or its first lines, with an open code block closed and `note` below. Gives the
 * empty string when not even the note fits.
 */
export function cutMarkdown(markdown: string, maxBytes: number, note: string): string {
  if (utf8Length(markdown) <= maxBytes) return markdown;
  const end = `\n${note}\n`;
  const room = maxBytes - utf8Length(end);
  const kept: string[] = [];
  let used = 0;
  let open: string | null = null;
  for (const line of markdown.split('\n')) {
    const next = fenceAfter(line, open);
    const closing = next === null ? 0 : next.length + 1;
    const size = utf8Length(line) + 1;
    if (used + size + closing > room) break;
    kept.push(line);
    used += size;
    open = next;
  }
  if (room < 0) return '';
  if (open !== null) kept.push(open);
  return kept.map((line) => `${line}\n`).join('') + end;
}

/** The fence that has to come to close the code block that is open after `line`; null when none is open. */
function fenceAfter(line: string, open: string | null): string | null {
  const found = fence.exec(line);
  if (found === null) return open;
  const [, marks = '', rest = ''] = found;
  if (open === null) return marks.startsWith('`') && rest.includes('`') ? null : marks;
  return marks.startsWith(open) && rest.trim() === '' ? null : open;
}
