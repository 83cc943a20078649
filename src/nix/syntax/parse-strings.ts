import { matchAt, type TokenStream } from './token-stream.js';
import type { NixExpression, NixPath, NixString, StringPart } from './syntax-tree.js';

/** What the rules in this folder's files ask of each other: the tokens, and the rule for any expression. */
export interface Grammar {
  readonly stream: TokenStream;
  readonly expression: () => NixExpression;
}

const PATH_REST = /[a-zA-Z0-9._\-+/]+/y;

const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const DOLLAR = 0x24;
const APOSTROPHE = 0x27;
const BACKSLASH = 0x5c;

interface Escape {
  readonly length: number;
  readonly text: string;
}

/** Reads a string; the current token is its opening `"` or `''`. */
export function parseString(grammar: Grammar): NixString {
  const { stream } = grammar;
  const open = stream.token;
  const indented = open.kind === "''";
  const parts: StringPart[] = [];
  let text = '';
  let textStart = stream.offset;
  let chunkStart = stream.offset;
  const closeText = (end: number): void => {
    text += stream.source.slice(chunkStart, end);
    if (end > textStart) parts.push({ kind: 'text', start: textStart, end, text });
    text = '';
  };
  for (;;) {
    const at = (stream.offset = plainEnd(stream.source, stream.offset, indented));
    if (at >= stream.source.length) {
      const place = textStart === at ? stream.chunkStart : indented ? lastPiece(stream.source, textStart) : textStart;
      stream.fail(`unexpected end of file, expecting ${open.text}`, place);
    }
    const escape = indented ? indentedEscape(stream.source, at) : quotedEscape(stream.source, at);
    if (escape !== null) {
      text += stream.source.slice(chunkStart, at) + escape.text;
      stream.offset = chunkStart = at + escape.length;
    } else if (stream.source.startsWith(open.kind, at)) {
      closeText(at);
      stream.chunkStart = at;
      stream.offset = at + open.kind.length;
      break;
    } else if (stream.source.startsWith('${', at)) {
      closeText(at);
      parts.push(parseInterpolation(grammar));
      textStart = chunkStart = stream.offset;
    } else {
      stream.offset += 1;
    }
  }
  const node: NixString = { kind: 'string', start: open.start, end: stream.offset, indented, parts };
  stream.advance();
  return node;
}

/** Where the text that is surely nothing but text ends. */
function plainEnd(source: string, offset: number, indented: boolean): number {
  const { length } = source;
  for (let end = offset; end < length; end += 1) {
    const code = source.charCodeAt(end);
    if (code === DOLLAR) return end;
    if (indented ? code === APOSTROPHE : code === QUOTE || code === BACKSLASH || code === CARRIAGE_RETURN) return end;
  }
  return Math.max(offset, length);
}

/** Reads a path; the current token is its literal beginning. */
export function parsePath(grammar: Grammar): NixPath {
  const { stream } = grammar;
  const { start, end, text } = stream.token;
  const parts: StringPart[] = [{ kind: 'text', start, end, text }];
  stream.hasPaths = true;
  stream.offset = end;
  while (stream.source.startsWith('${', stream.offset)) {
    parts.push(parseInterpolation(grammar));
    const at = stream.offset;
    const rest = matchAt(PATH_REST, stream.source, at);
    if (rest !== null) {
      stream.chunkStart = at;
      stream.offset += rest.length;
      parts.push({ kind: 'text', start: at, end: stream.offset, text: rest });
    }
  }
  if (stream.source[stream.offset - 1] === '/') stream.fail('a path must not end with a slash', start);
  const node: NixPath = { kind: 'path', start, end: stream.offset, parts, text: parts.length === 1 ? text : null };
  stream.advance();
  return node;
}

/** Reads `${ … }` from raw text and leaves the stream behind the brace, still in raw text. */
function parseInterpolation(grammar: Grammar): StringPart {
  const { stream } = grammar;
  const start = stream.offset;
  stream.offset += 2;
  stream.advance();
  const expression = grammar.expression();
  if (stream.token.kind !== '}') stream.unexpected("'}'");
  stream.offset = stream.token.end;
  return { kind: 'interpolation', start, end: stream.offset, expression };
}

/** The pieces in which Nix's lexer reads an indented string. */
const INDENTED_PIECE = /(?:[^$']|\$[^{']|'[^'$])+|''\$|'''|''\\[^]|[$']/y;

/** Where the last piece of an indented string that never ends begins. */
function lastPiece(source: string, textStart: number): number {
  let last = textStart;
  // the opening quotes take the rest of their line with them when it is blank
  const opening = source.startsWith("''", textStart - 2) ? (matchAt(/ *\n/y, source, textStart)?.length ?? 0) : 0;
  for (let at = textStart + opening; at < source.length;) {
    last = at;
    at += Math.max(1, matchAt(INDENTED_PIECE, source, at)?.length ?? 0);
  }
  return last;
}

/** `\n`, `\"` … in a quoted string; `$$` is two dollars and starts no interpolation; every line ending is a line feed. */
function quotedEscape(source: string, at: number): Escape | null {
  if (source.startsWith('$$', at)) return dollars(source, at);
  if (source[at] === '\r') return { length: source[at + 1] === '\n' ? 2 : 1, text: '\n' };
  if (source[at] !== '\\') return null;
  const char = source[at + 1] ?? '';
  const named: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
  return { length: 2, text: named[char] ?? char };
}

/** `''$`, `'''` and `''\x` in an indented string. */
function indentedEscape(source: string, at: number): Escape | null {
  if (source.startsWith('$$', at)) return dollars(source, at);
  if (source.startsWith("''$", at)) return { length: 3, text: '$' };
  if (source.startsWith("'''", at)) return { length: 3, text: "''" };
  if (source.startsWith("''\\", at)) return { length: 4, text: source[at + 3] ?? '' };
  return null;
}

/** Nix's lexer takes dollars in pairs, so only the brace after an odd one opens an interpolation. */
function dollars(source: string, at: number): Escape {
  return { length: 2, text: source.slice(at, at + 2) };
}
