import {
  blankEnd,
  digitsEnd,
  isDigit,
  isPathCharacter,
  isUriCharacter,
  nameEnd,
  pathNameEnd,
  schemeEnd,
  startsName,
} from './characters.js';
import { commentEnd, KEYWORDS } from './look-ahead.js';
import { positionAt, type Position } from './position.js';
import type { NixComment } from './syntax-tree.js';

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

/**
 * How deep expressions may nest. Each level costs a handful of stack frames; at this depth the descent needs about a
 * quarter of Node's default stack, and no hand-written file comes near.
 */
const MAX_DEPTH = 1_000;

/**
 * Where a run of characters that may begin a path or an address ends, and whether it is one. `a+a+a+…` is one run and many
 * tokens, so both are remembered: looking again for each token would take quadratic time.
 */
class Run {
  #start = 0;
  #end = -1;
  #continues = false;

  constructor(
    private readonly endOf: (source: string, offset: number) => number,
    private readonly continuesAt: (source: string, end: number) => boolean,
  ) {}

  /** Whether the run from this offset goes on as the token that it is looked at for. */
  continues(source: string, offset: number): boolean {
    if (offset < this.#start || offset >= this.#end) {
      this.#start = offset;
      this.#end = this.endOf(source, offset);
      this.#continues = this.continuesAt(source, this.#end);
    }
    return this.#continues;
  }
}

const CODE = { plus: 0x2b, minus: 0x2d, dot: 0x2e, slash: 0x2f, colon: 0x3a, less: 0x3c, tilde: 0x7e };

function isPathAt(source: string, end: number): boolean {
  if (source.charCodeAt(end) !== CODE.slash) return false;
  return isPathCharacter(source.charCodeAt(end + 1)) || source.startsWith('${', end + 1);
}

function isUriAt(source: string, end: number): boolean {
  return source.charCodeAt(end) === CODE.colon && isUriCharacter(source.charCodeAt(end + 1));
}

/** Sticky patterns; as in Nix's own lexer the longest match wins. */
const PATTERN = {
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

/** By the code of their first character, longer operators before their prefixes. */
const OPERATORS = new Map<number, readonly string[]>();
for (const operator of "... -> // ++ && || == != <= >= |> <| ${ '' { } [ ] ( ) : ; , . = @ ? + - * / ! < > \"".split(
  ' ',
)) {
  const code = operator.charCodeAt(0);
  OPERATORS.set(code, [...(OPERATORS.get(code) ?? []), operator]);
}

/** What can be longer than what a token of this character is at first sight. */
const NAME_PATTERNS: readonly PatternName[] = ['id', 'path', 'pathBeforeInterpolation', 'uri'];
const NUMBER_PATTERNS: readonly PatternName[] = ['int', 'float', 'path', 'pathBeforeInterpolation'];
const SIGN_PATTERNS: ReadonlyMap<number, readonly PatternName[]> = new Map([
  [CODE.dot, ['float', 'path', 'pathBeforeInterpolation']],
  [CODE.slash, ['path', 'pathBeforeInterpolation']],
  [CODE.minus, ['path', 'pathBeforeInterpolation']],
  [CODE.plus, ['path', 'pathBeforeInterpolation']],
  [CODE.tilde, ['homePath', 'homeBeforeInterpolation']],
  [CODE.less, ['searchPath']],
]);

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

/** So many digits may be more than 64 bits. */
const MANY_DIGITS = 19;

/** Nix's integers have 64 bits, its floats are those of JavaScript. */
function isTooLarge(kind: string, text: string): boolean {
  if (kind === 'int') {
    const digits = text.replace(/^0+/, '');
    return digits.length > MANY_DIGITS || (digits.length === MANY_DIGITS && BigInt(digits) >= 2n ** 63n);
  }
  return kind === 'float' && !Number.isFinite(Number(text));
}

/** How a token is called in a message. */
function describeToken(token: Token): string {
  return token.kind === 'eof' ? 'end of file' : `'${token.text}'`;
}

/** The tokens of one Nix source with one token of look-ahead. Inside strings the parser reads raw text by `offset`. */
export class TokenStream {
  readonly comments: NixComment[] = [];
  /** A path literal has been read. */
  hasPaths = false;
  token: Token = { kind: 'eof', start: 0, end: 0, text: '' };
  /** Where the token before `token` ended. */
  previousEnd = 0;
  /** Where the next token is looked for. Setting it moves the stream. */
  offset = 0;
  /** Where the last token, blank, comment or piece of a string began: Nix puts an unexpected end of file there. */
  chunkStart = 0;
  #depth = 0;
  readonly #pathRun = new Run(pathNameEnd, isPathAt);
  readonly #uriRun = new Run(schemeEnd, isUriAt);

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

  /** A rule begins that may be inside itself; a source nested too deep is a syntax error. */
  enter(): void {
    if (this.#depth >= MAX_DEPTH) this.fail(`expressions are nested more than ${MAX_DEPTH} deep`);
    this.#depth += 1;
  }

  /** The rule that was entered last has ended. */
  leave(): void {
    this.#depth -= 1;
  }

  #skipBlanks(): void {
    const { source } = this;
    for (;;) {
      const start = this.offset;
      const blank = blankEnd(source, start);
      const end = commentEnd(source, blank);
      if (end > blank) {
        this.chunkStart = blank;
        this.comments.push({ start: blank, end, text: source.slice(blank, end) });
      } else if (blank > start) this.chunkStart = start;
      else return;
      this.offset = end;
    }
  }

  #read(): Token {
    const { source, offset: start } = this;
    if (start >= source.length) return { kind: 'eof', start: this.chunkStart, end: start, text: '' };
    this.chunkStart = start;
    const code = source.charCodeAt(start);
    if (startsName(code)) return this.#readName(start);
    if (isDigit(code)) return this.#readNumber(start);
    return (
      (this.#mayBeLonger(start, code) ? this.#readLongest(start, SIGN_PATTERNS.get(code) ?? []) : null) ??
      this.#readOperator(start, code)
    );
  }

  /** A sign that may begin a path, a number or the like: most of them stand for themselves. */
  #mayBeLonger(start: number, code: number): boolean {
    if (code === CODE.tilde || code === CODE.less) return true;
    if (code !== CODE.dot && code !== CODE.slash && code !== CODE.minus && code !== CODE.plus) return false;
    return this.#pathRun.continues(this.source, start) || isDigit(this.source.charCodeAt(start + 1));
  }

  /** Most names are followed by what can belong to no path and no address. */
  #readName(start: number): Token {
    const { source } = this;
    const end = nameEnd(source, start);
    const next = source.charCodeAt(end);
    const mayGoOn = next === CODE.dot || next === CODE.slash || next === CODE.colon || next === CODE.plus;
    const goesOn = mayGoOn && (this.#pathRun.continues(source, start) || this.#uriRun.continues(source, start));
    const longest = goesOn ? this.#readLongest(start, NAME_PATTERNS) : null;
    if (longest !== null && longest.kind !== 'id') return longest;
    const text = source.slice(start, end);
    return { kind: KEYWORDS.has(text) ? text : 'id', start, end, text };
  }

  #readNumber(start: number): Token {
    const { source } = this;
    const end = digitsEnd(source, start);
    const next = source.charCodeAt(end);
    const isPlain = next !== CODE.slash && !isPathCharacter(next);
    const longest = isPlain && end - start < MANY_DIGITS ? null : this.#readLongest(start, NUMBER_PATTERNS);
    return longest ?? { kind: 'int', start, end, text: source.slice(start, end) };
  }

  /** As in Nix's own lexer the longest match wins, and of equal ones the first. */
  #readLongest(start: number, patterns: readonly PatternName[]): Token | null {
    const { source } = this;
    let kind = '';
    let text = '';
    for (const name of patterns) {
      if ((name === 'path' || name === 'pathBeforeInterpolation') && !this.#pathRun.continues(source, start)) continue;
      if (name === 'uri' && !this.#uriRun.continues(source, start)) continue;
      const match = matchAt(PATTERN[name], source, start);
      if (match !== null && match.length > text.length) {
        text = match;
        kind = TOKEN_KIND[name] ?? name;
      }
    }
    if (text === '') return null;
    if (isTooLarge(kind, text)) this.fail(`invalid number '${text}'`, start);
    return { kind, start, end: start + text.length, text };
  }

  #readOperator(start: number, code: number): Token {
    for (const operator of OPERATORS.get(code) ?? [])
      if (this.source.startsWith(operator, start))
        return { kind: operator, start, end: start + operator.length, text: operator };
    return this.fail(`unexpected character ${JSON.stringify(this.source[start])}`, start);
  }
}
