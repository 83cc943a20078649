import type { NixComment } from './syntax-tree.js';
import { positionAt, type Position } from './position.js';

export interface Token {
  /** A token class (`id`, `int`, `path`, `eof` …), a keyword, or the operator itself. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface NixSyntaxError extends Position {
  readonly message: string;
}

/** Unwinds the descent on the first error; `parseNix` turns it into a value, so it never leaves this folder. */
export class SyntaxSignal {
  constructor(readonly error: NixSyntaxError) {}
}

interface Mark {
  readonly position: number;
  readonly token: Token;
  readonly previousEnd: number;
  readonly chunkStart: number;
  readonly comments: number;
}

/**
 * How deep expressions may nest. Each level costs a handful of stack frames; at this depth the descent needs about a
 * quarter of Node's default stack, and no hand-written file comes near.
 */
const MAX_DEPTH = 1_000;

const KEYWORDS = new Set(['if', 'then', 'else', 'assert', 'with', 'let', 'in', 'rec', 'inherit']);

/**
 * Where a run of characters that may begin a path or an address ends. `a+a+a+…` is one run and many tokens, so the end
 * is remembered: looking again for each token would take quadratic time.
 */
class Run {
  #start = 0;
  #end = -1;

  constructor(
    private readonly characters: RegExp,
    private readonly continuation: RegExp,
  ) {}

  /** Whether the run from this offset goes on as the token that it is looked at for. */
  continues(source: string, offset: number): boolean {
    if (offset < this.#start || offset >= this.#end) {
      this.#start = offset;
      this.#end = offset + (matchAt(this.characters, source, offset)?.length ?? 0);
    }
    return matchAt(this.continuation, source, this.#end) !== null;
  }
}

/** Sticky patterns; as in Nix's own lexer the longest match wins. */
const PATTERN = {
  blank: /(?:[ \t\r\n]+|#[^\r\n]*|\/\*[\s\S]*?\*\/)/y,
  path: /[a-zA-Z0-9._\-+]*(?:\/[a-zA-Z0-9._\-+]+)+\/?/y,
  pathBeforeInterpolation: /[a-zA-Z0-9._\-+]*\/(?=\$\{)/y,
  homeBeforeInterpolation: /~\/(?=\$\{)/y,
  homePath: /~(?:\/[a-zA-Z0-9._\-+]+)+\/?/y,
  searchPath: /<[a-zA-Z0-9._\-+]+(?:\/[a-zA-Z0-9._\-+]+)*>/y,
  uri: /[a-zA-Z][a-zA-Z0-9+\-.]*:[a-zA-Z0-9%/?:@&=+$,\-_.!~*']+/y,
  id: /[a-zA-Z_][a-zA-Z0-9_'-]*/y,
  float: /(?:[1-9][0-9]*\.[0-9]*|0?\.[0-9]+)(?:[Ee][+-]?[0-9]+)?/y,
  int: /[0-9]+/y,
};
type PatternName = keyof typeof PATTERN;

/** Longer operators before their prefixes. */
const OPERATORS = "... -> // ++ && || == != <= >= |> <| ${ '' { } [ ] ( ) : ; , . = @ ? + - * / ! < > \"".split(' ');

/** Which patterns can match at a character, so that most tokens need one or two tries. */
function candidates(char: string): readonly PatternName[] {
  if (/[a-zA-Z]/.test(char)) return ['id', 'path', 'pathBeforeInterpolation', 'uri'];
  if (char === '_') return ['id', 'path', 'pathBeforeInterpolation'];
  if (/[0-9]/.test(char)) return ['int', 'float', 'path', 'pathBeforeInterpolation'];
  if (char === '.') return ['float', 'path', 'pathBeforeInterpolation'];
  if (char === '/' || char === '-' || char === '+') return ['path', 'pathBeforeInterpolation'];
  if (char === '~') return ['homePath', 'homeBeforeInterpolation'];
  return char === '<' ? ['searchPath'] : [];
}

const TOKEN_KIND: Partial<Record<PatternName, string>> = {
  pathBeforeInterpolation: 'path',
  homePath: 'path',
  homeBeforeInterpolation: 'path',
  searchPath: 'search-path',
};

/** The text of the match of a sticky pattern at an offset, or null. */
export function matchAt(pattern: RegExp, source: string, offset: number): string | null {
  pattern.lastIndex = offset;
  return pattern.exec(source)?.[0] ?? null;
}

/** Nix's integers have 64 bits, its floats are those of JavaScript. */
function isTooLarge(kind: string, text: string): boolean {
  if (kind === 'int') {
    const digits = text.replace(/^0+/, '');
    return digits.length > 19 || (digits.length === 19 && BigInt(digits) >= 2n ** 63n);
  }
  return kind === 'float' && !Number.isFinite(Number(text));
}

/** How a token is called in a message. */
export function describeToken(token: Token): string {
  return token.kind === 'eof' ? 'end of file' : `'${token.text}'`;
}

/** The tokens of one Nix source with one token of look-ahead. Inside strings the parser reads raw text by `offset`. */
export class TokenStream {
  readonly comments: NixComment[] = [];
  token: Token = { kind: 'eof', start: 0, end: 0, text: '' };
  /** Where the token before `token` ended. */
  previousEnd = 0;
  /** Where the next token is looked for. Setting it moves the stream. */
  offset = 0;
  /** Where the last token, blank, comment or piece of a string began: Nix puts an unexpected end of file there. */
  chunkStart = 0;
  #depth = 0;
  readonly #pathRun = new Run(/[a-zA-Z0-9._\-+]*/y, /\/(?:[a-zA-Z0-9._\-+]|\$\{)/y);
  readonly #uriRun = new Run(/[a-zA-Z0-9+\-.]*/y, /:[a-zA-Z0-9%/?:@&=+$,\-_.!~*']/y);

  constructor(readonly source: string) {}

  /** Reads the next token into `token`; returns the one that it replaces. */
  advance(): Token {
    const former = this.token;
    this.previousEnd = this.offset;
    this.#skipBlanks();
    this.token = this.#read();
    this.offset = this.token.end;
    return former;
  }

  expect(kind: string): Token {
    if (this.token.kind !== kind) this.unexpected(kind === 'id' ? 'a name' : `'${kind}'`);
    return this.advance();
  }

  unexpected(wanted?: string): never {
    this.fail(`unexpected ${describeToken(this.token)}${wanted === undefined ? '' : `, expecting ${wanted}`}`);
  }

  fail(message: string, offset = this.token.start): never {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- a signal, not an error: see SyntaxSignal
    throw new SyntaxSignal({ message, ...positionAt(this.source, offset) });
  }

  /** Runs a rule one level deeper; a source nested too deep is a syntax error. */
  nested<T>(rule: () => T): T {
    if (this.#depth >= MAX_DEPTH) this.fail(`expressions are nested more than ${MAX_DEPTH} deep`);
    this.#depth += 1;
    const value = rule();
    this.#depth -= 1;
    return value;
  }

  /** The kinds of the next `count` tokens after the current one, without moving. Stops early at a character that starts no token. */
  peek(count: number): string[] {
    const mark = this.#mark();
    const kinds: string[] = [];
    try {
      while (kinds.length < count) {
        this.advance();
        kinds.push(this.token.kind);
      }
    } catch (signal) {
      if (!(signal instanceof SyntaxSignal)) throw signal;
    }
    this.#restore(mark);
    return kinds;
  }

  #mark(): Mark {
    const { offset, token, previousEnd, chunkStart } = this;
    return { position: offset, token, previousEnd, chunkStart, comments: this.comments.length };
  }

  #restore(mark: Mark): void {
    this.offset = mark.position;
    this.token = mark.token;
    this.previousEnd = mark.previousEnd;
    this.chunkStart = mark.chunkStart;
    this.comments.length = mark.comments;
  }

  #skipBlanks(): void {
    for (let text = this.#blank(); text !== null; text = this.#blank()) {
      const start = (this.chunkStart = this.offset);
      this.offset += text.length;
      if (text.startsWith('#') || text.startsWith('/')) this.comments.push({ start, end: this.offset, text });
    }
  }

  #blank(): string | null {
    return matchAt(PATTERN.blank, this.source, this.offset);
  }

  #read(): Token {
    const start = this.offset;
    const char = this.source[start];
    if (char === undefined) return { kind: 'eof', start: this.chunkStart, end: start, text: '' };
    this.chunkStart = start;
    let kind = '';
    let text = '';
    for (const name of candidates(char)) {
      if ((name === 'path' || name === 'pathBeforeInterpolation') && !this.#pathRun.continues(this.source, start))
        continue;
      if (name === 'uri' && !this.#uriRun.continues(this.source, start)) continue;
      const match = matchAt(PATTERN[name], this.source, start);
      if (match !== null && match.length > text.length) {
        text = match;
        kind = TOKEN_KIND[name] ?? name;
      }
    }
    if (kind === 'id' && KEYWORDS.has(text)) kind = text;
    if (text === '') kind = text = OPERATORS.find((operator) => this.source.startsWith(operator, start)) ?? '';
    if (isTooLarge(kind, text)) this.fail(`invalid number '${text}'`, start);
    if (text === '') this.fail(`unexpected character ${JSON.stringify(char)}`, start);
    return { kind, start, end: start + text.length, text };
  }
}
