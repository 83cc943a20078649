/**
 * Where each character of a YAML scalar's value stands in its raw text (quotes, escapes, folded lines, block indentation
 * set aside). Returns one offset into `raw` per character of `value`, and one more for its end.
 */
export function scalarOffsets(raw: string, value: string): readonly number[] {
  const offsets: number[] = [];
  let at = bodyStart(raw);
  const doubleQuoted = raw.startsWith('"');
  for (let index = 0; index < value.length; index += 1) {
    const character = value[index] ?? '';
    if (!isSpace(character)) while (at < raw.length && isSpace(raw[at] ?? '')) at += 1;
    offsets.push(Math.min(at, raw.length));
    if (isSpace(character) && !isSpace(raw[at] ?? '')) {
      at += doubleQuoted && raw[at] === '\\' ? escapeLength(raw, at) : 0;
      continue;
    }
    if (doubleQuoted && raw[at] === '\\') at += escapeLength(raw, at);
    else if (raw.startsWith("'") && raw[at] === "'" && raw[at + 1] === "'") at += 2;
    else at += 1;
  }
  offsets.push(Math.min(at, raw.length));
  return offsets;
}

/** Behind the opening quote, or behind the header line of a block scalar. */
function bodyStart(raw: string): number {
  if (raw.startsWith('"') || raw.startsWith("'")) return 1;
  if (raw.startsWith('|') || raw.startsWith('>')) return raw.indexOf('\n') + 1;
  return 0;
}

function escapeLength(raw: string, at: number): number {
  const widths: Record<string, number> = { x: 4, u: 6, U: 10 };
  return widths[raw[at + 1] ?? ''] ?? 2;
}

function isSpace(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}
