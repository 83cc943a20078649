/**
 * Texts of strangers inside our markdown. Whatever they contain, they stay where they are put: no HTML, no heading, link, image or table
 * comes out of them; of their own markup only paragraphs, lists, code spans and fenced code are kept.
 */

/** Code in a line, also when it has backticks in it; line breaks become spaces. */
export function inlineCode(text: string): string {
  const line = visible(text).replaceAll(/\s*\n\s*/g, ' ');
  const fence = '`'.repeat(longestRun(line, '`') === 0 ? 1 : longestRun(line, '`') + 1);
  // markdown takes one space off each side when there is one on both
  const pad = /^[` ]|[` ]$/.test(line) || line === '' ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

/** A block of code; its fence is longer than any run of backticks inside. */
export function codeBlock(text: string, language: string): string {
  const content = visible(text).replace(/\n+$/, '');
  const fence = '`'.repeat(Math.max(3, longestRun(content, '`') + 1));
  return `${fence}${language}\n${content}\n${fence}`;
}

/** A description, which authors write in markdown, as blocks that end where the description ends. */
export function markdownText(text: string): string {
  const blocks: string[] = [];
  let paragraph: string[] = [];
  const flush = (): void => {
    if (paragraph.length > 0) blocks.push(paragraphText(paragraph));
    paragraph = [];
  };
  const lines = visible(text).split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const [, fence, language] = /^\s*(`{3,}|~{3,})\s*([A-Za-z0-9+-]*)\s*$/.exec(line) ?? [];
    if (fence !== undefined) {
      flush();
      const code: string[] = [];
      for (index += 1; index < lines.length && lines[index]?.trim() !== fence; index += 1)
        code.push(lines[index] ?? '');
      blocks.push(codeBlock(dedent(code.join('\n')), language ?? ''));
    } else if (line.trim() === '') flush();
    else paragraph.push(line.trim());
  }
  flush();
  return blocks.join('\n\n');
}

/** Text without any markup in it, on one line. */
export function plainLine(text: string): string {
  return escaped(visible(text).replaceAll(/\s+/g, ' ').trim());
}

/** Text on one line, of whose markup only code spans are kept. */
export function markdownLine(text: string): string {
  return inlineText(visible(text).replaceAll(/\s+/g, ' ').trim());
}

/** The text with the least indentation of its lines taken off; the first line, which begins in the middle of one, is left out of that. */
export function dedentRest(text: string): string {
  const [first = '', ...rest] = text.split('\n');
  return rest.length === 0 ? first : `${first}\n${dedent(rest.join('\n'))}`;
}

function dedent(text: string): string {
  const lines = text.split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const least = indents.reduce((a, b) => Math.min(a, b), Infinity);
  return lines.map((line) => (Number.isFinite(least) ? line.slice(least) : '')).join('\n');
}

/** Lines of one paragraph; those that begin as entries of a list are one. */
function paragraphText(lines: readonly string[]): string {
  const parts: { isItem: boolean; text: string }[] = [];
  for (const line of lines) {
    const [, item] = /^[-*] +(.+)$/.exec(line) ?? [];
    const last = parts.at(-1);
    if (item !== undefined) parts.push({ isItem: true, text: item });
    else if (last === undefined) parts.push({ isItem: false, text: line });
    else last.text += `\n${line}`;
  }
  const texts = parts.map(({ isItem, text }) => {
    const safe = inlineText(text);
    return isItem ? `- ${safe.replaceAll('\n', '\n  ')}` : safe;
  });
  const opensWithText = parts[0]?.isItem === false && parts.length > 1;
  return opensWithText ? `${texts[0] ?? ''}\n\n${texts.slice(1).join('\n')}` : texts.join('\n');
}

/** Code spans as they are, everything else without markup. Linear: each run of backticks knows the next of its length. */
function inlineText(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map((match) => ({ start: match.index, length: match[0].length }));
  const next = new Map<number, number>();
  const closes = runs.map(() => -1);
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.length ?? 0;
    closes[index] = next.get(length) ?? -1;
    next.set(length, index);
  }
  const parts: string[] = [];
  let at = 0;
  for (let index = 0; index < runs.length; index += 1) {
    const open = runs[index];
    const close = runs[closes[index] ?? -1];
    if (open === undefined || close === undefined) continue;
    parts.push(escaped(withoutRole(text.slice(at, open.start))));
    parts.push(inlineCode(text.slice(open.start + open.length, close.start).trim()));
    at = close.start + close.length;
    index = closes[index] ?? index;
  }
  return parts.join('') + escaped(text.slice(at));
}

/** `{option}` and the like before a code span is how the manuals of NixOS name what the code is. */
function withoutRole(text: string): string {
  return text.replace(/\{(?:option|file|command|env|var|manpage)\}$/, '');
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>|~#!$]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll(/^(\s*)([-+=:])/gm, '$1\\$2')
    .replaceAll(/^(\s*\d+)([.)])/gm, '$1\\$2');
}

/** Without what a reader cannot see: control characters, and signs that turn the direction of what follows. */
function visible(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '  ')
    .replaceAll(/[^\P{Cc}\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu, '');
}

function longestRun(text: string, sign: string): number {
  let longest = 0;
  let run = 0;
  for (const character of text) {
    run = character === sign ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
