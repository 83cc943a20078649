import type { Expr } from '@actions/expressions/ast';
import { ErrorType, ExpressionError } from '@actions/expressions/errors';
import { Lexer, TokenType, type Token } from '@actions/expressions/lexer';
import { Parser } from '@actions/expressions/parser';
import { err, ok, type Result } from '../base/result.js';
import { didYouMean, quoted } from './suggest.js';
import type { Finding } from './source-text.js';

/** A finding about a part of the condition's text: `offset` and `length` in UTF-16 units. */
export interface ConditionProblem {
  readonly offset: number;
  readonly length: number;
  readonly finding: Finding;
}

/** The syntax tree, with a way from its tokens back to the text as the user wrote it. */
export interface ConditionSyntax {
  readonly expression: Expr;
  readonly offsetOf: (token: Token) => number;
}

/** The evaluator calls itself once per operator of a chain: this bounds it far below the stack's size. */
const maxLength = 2000;

/** Functions of GitHub's `if:`, which `@actions/expressions` leaves to its caller. */
export const statusFunctions = ['success', 'failure', 'always', 'cancelled'] as const;

/** Parses the expression language of GitHub Actions, with `"…"` as a second way to write text. Names are not checked here. */
export function parseConditionSyntax(text: string): Result<ConditionSyntax, ConditionProblem> {
  const inner = stripBraces(text);
  if (text.length > maxLength)
    return err(problem(0, 1, 'the condition is longer than 2000 characters', 'split it over several steps'));
  if (inner.text.trim() === '')
    return err(problem(0, 1, 'the condition is empty', 'remove the key, or write for example `success()`'));
  const braces = inner.text.indexOf('${{');
  if (braces !== -1) {
    return err(
      problem(
        inner.offset + braces,
        3,
        '`${{` inside a condition',
        'write the whole condition as one expression, without `${{ }}`',
      ),
    );
  }
  const rewritten = singleQuoted(inner.text);
  const back = (offset: number): number => inner.offset + (rewritten.offsets[offset] ?? inner.text.length);
  const tokens = lex(rewritten.text);
  if (!tokens.ok) return err(lexProblem(rewritten.text, tokens.error, back));
  const lineStarts = [0, ...[...rewritten.text.matchAll(/\n/g)].map((match) => match.index + 1)];
  const offsetOf = (token: Token): number => back((lineStarts[token.range.start.line] ?? 0) + token.range.start.column);
  return parse(tokens.value, offsetOf);
}

function parse(tokens: Token[], offsetOf: (token: Token) => number): Result<ConditionSyntax, ConditionProblem> {
  // Every name is offered as a context: the walk over the tree reports all unknown ones, the parser only the first.
  const names = tokens.filter((token) => token.type === TokenType.IDENTIFIER).map((token) => token.lexeme);
  const functions = statusFunctions.map((name) => ({ name, minArgs: 0, maxArgs: 0 }));
  try {
    return ok({ expression: new Parser(tokens, names, functions).parse(), offsetOf });
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return err(syntaxProblem(error, offsetOf));
  }
}

/** `${{ x }}` is `x`, as in GitHub's `if:`. */
function stripBraces(text: string): { text: string; offset: number } {
  const match = /^\s*\$\{\{([\s\S]*)\}\}\s*$/.exec(text);
  return match === null ? { text, offset: 0 } : { text: match[1] ?? '', offset: text.indexOf('{{') + 2 };
}

/** Rewrites `"…"` outside of `'…'` as `'…'`. `offsets`: for each character of the result its place in `text`. */
function singleQuoted(text: string): { text: string; offsets: readonly number[] } {
  const characters: string[] = [];
  const offsets: number[] = [];
  let quote: string | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const opensOrCloses = quote === null ? character === '"' || character === "'" : character === quote;
    if (opensOrCloses) quote = quote === null ? character : null;
    const written = character === '"' && opensOrCloses ? "'" : character === "'" && quote === '"' ? "''" : character;
    for (const part of written) {
      characters.push(part);
      offsets.push(at);
    }
  }
  return { text: characters.join(''), offsets };
}

function lex(text: string): Result<Token[], number> {
  const lexer = new Lexer(text);
  try {
    const { tokens } = lexer.lex();
    // The lexer of @actions/expressions 0.3.61 undoes only the first doubled quote of a text.
    for (const token of tokens) {
      if (token.type === TokenType.STRING) token.value = token.lexeme.slice(1, -1).replaceAll("''", "'");
    }
    return ok(tokens);
  } catch {
    // The lexer throws plain errors with the place in prose; its private field has the same number.
    const start: unknown = Reflect.get(lexer, 'start');
    return err(typeof start === 'number' ? start : 0);
  }
}

function lexProblem(text: string, start: number, back: (offset: number) => number): ConditionProblem {
  const word = /^[^\s()[\],.!<>=&|]+/.exec(text.slice(start))?.[0] ?? text[start] ?? '';
  const length = Math.max(1, word.length);
  const rest = text.slice(start);
  if (rest.startsWith("'"))
    return problem(back(start), 1, 'the quote is never closed', 'close it; a quote inside the text is doubled');
  if (/^=[^=]/.test(rest)) return problem(back(start), 1, '`=` is no operator', 'compare with `==`');
  if (/^[&|]/.test(rest))
    return problem(back(start), 1, `\`${rest.charAt(0)}\` is no operator`, `write \`${rest.charAt(0).repeat(2)}\``);
  if (/^\d/.test(word)) {
    return problem(
      back(start),
      length,
      `${quoted(word)} is neither a number nor a name`,
      `write \`steps['${word}']\` for a name that begins with a digit`,
    );
  }
  return problem(
    back(start),
    length,
    `unexpected ${quoted(word)}`,
    'text needs quotes; names are letters, digits, `-` and `_`',
  );
}

function syntaxProblem(error: ExpressionError, offsetOf: (token: Token) => number): ConditionProblem {
  const token = Reflect.get(error, 'tok') as Token;
  const kind = Reflect.get(error, 'typ') as ErrorType;
  const offset = offsetOf(token);
  const length = Math.max(1, token.lexeme.length);
  const word = quoted(token.lexeme);
  if (kind === ErrorType.ErrorUnrecognizedFunction) return unknownFunction(token.lexeme, offset);
  if (wrongArguments.includes(kind)) {
    const help = 'see https://docs.github.com/actions/reference/workflows-and-actions/expressions';
    return problem(offset, length, `${word} is called with the wrong number of arguments`, help);
  }
  if (kind === ErrorType.ErrorExceededMaxDepth) {
    return problem(offset, length, 'the condition is nested too deeply', 'split it over several steps');
  }
  if (token.type === TokenType.EOF || kind === ErrorType.ErrorUnexpectedEndOfExpression) {
    return problem(offset, length, 'the condition ends too early', 'something is missing at its end: a value, or `)`');
  }
  const help = 'an operator (`==`, `!=`, `&&`, `||`) or the end of the condition was expected';
  return problem(offset, length, `unexpected ${word}`, help);
}

const wrongArguments: readonly ErrorType[] = [
  ErrorType.ErrorTooFewParameters,
  ErrorType.ErrorTooManyParameters,
  ErrorType.ErrorEvenParameters,
];

const allFunctions = [
  ...statusFunctions,
  'contains',
  'startsWith',
  'endsWith',
  'format',
  'join',
  'toJSON',
  'fromJSON',
  'case',
];

/** Whether there is such a function; letter case does not count. */
export function isFunction(name: string): boolean {
  return allFunctions.some((known) => known.toLowerCase() === name.toLowerCase());
}

export function unknownFunction(name: string, offset: number): ConditionProblem {
  return {
    offset,
    length: name.length,
    finding: {
      code: 'unknown-function',
      message: `unknown function ${quoted(name)}`,
      help: didYouMean(name, allFunctions),
    },
  };
}

function problem(offset: number, length: number, ...[message, help]: readonly [string, string]): ConditionProblem {
  return { offset, length, finding: { code: 'condition-syntax', message, help } };
}
