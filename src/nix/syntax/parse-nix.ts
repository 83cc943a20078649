import { err, ok, type Result } from '../../base/result.js';
import { isArgument, isFormals, nextCharacter } from './look-ahead.js';
import { parseBindings, parseFormals } from './parse-bindings.js';
import { parseOperators } from './parse-operators.js';
import type { Grammar } from './parse-strings.js';
import type { NixComment, NixExpression, NixFunction } from './syntax-tree.js';
import { SyntaxSignal, TokenStream, type NixSyntaxError } from './token-stream.js';

export type { NixSyntaxError } from './token-stream.js';

export interface NixSource {
  readonly tree: NixExpression;
  /** In order, block comments included. */
  readonly comments: readonly NixComment[];
  /** A path is written somewhere, as in every file that imports one by name. */
  readonly hasPaths: boolean;
}

/**
 * Parses one Nix file. It accepts and rejects what `nix-instantiate --parse` does, but for what is no matter of grammar:
 * attributes defined twice and undefined variables. A source nested more than 1,000 levels deep is an error value.
 */
export function parseNix(source: string): Result<NixSource, NixSyntaxError> {
  const stream = new TokenStream(source);
  const grammar: Grammar = { stream, expression: () => parseNested(grammar) };
  try {
    stream.advance();
    const tree = grammar.expression();
    if (stream.token.kind !== 'eof') stream.unexpected('end of file');
    return ok({ tree, comments: stream.comments, hasPaths: stream.hasPaths });
  } catch (signal) {
    if (signal instanceof SyntaxSignal) return err(signal.error);
    throw signal;
  }
}

function parseNested(grammar: Grammar): NixExpression {
  grammar.stream.enter();
  const expression = parseExpression(grammar);
  grammar.stream.leave();
  return expression;
}

function parseExpression(grammar: Grammar): NixExpression {
  const { token, source, offset } = grammar.stream;
  switch (token.kind) {
    case 'id':
      return token.text !== 'or' && isArgument(source, offset)
        ? parseNamedFunction(grammar)
        : parseOperators(grammar, 0);
    case '{':
      return isFormals(source, offset) ? parseFormalsFunction(grammar) : parseOperators(grammar, 0);
    case 'assert':
    case 'with':
      return parseScoped(grammar);
    case 'let':
      return nextCharacter(source, offset) === '{' ? parseOperators(grammar, 0) : parseLet(grammar);
    case 'if':
      return parseIf(grammar);
    default:
      return parseOperators(grammar, 0);
  }
}

function parseNamedFunction(grammar: Grammar): NixFunction {
  const { stream } = grammar;
  const { start, text: argument } = stream.advance();
  let formals = null;
  if (stream.token.kind === '@') {
    stream.advance();
    formals = parseFormals(grammar);
  }
  stream.expect(':');
  const body = grammar.expression();
  return { kind: 'function', start, end: stream.previousEnd, argument, formals, body };
}

function parseFormalsFunction(grammar: Grammar): NixFunction {
  const { stream } = grammar;
  const formals = parseFormals(grammar);
  let argument = null;
  if (stream.token.kind === '@') {
    stream.advance();
    argument = stream.expect('id').text;
  }
  stream.expect(':');
  const body = grammar.expression();
  return { kind: 'function', start: formals.start, end: stream.previousEnd, argument, formals, body };
}

function parseScoped(grammar: Grammar): NixExpression {
  const { stream } = grammar;
  const { kind, start } = stream.advance();
  const head = grammar.expression();
  stream.expect(';');
  const body = grammar.expression();
  const end = stream.previousEnd;
  return kind === 'with'
    ? { kind: 'with', start, end, scope: head, body }
    : { kind: 'assert', start, end, condition: head, body };
}

function parseLet(grammar: Grammar): NixExpression {
  const { stream } = grammar;
  const { start } = stream.advance();
  const bindings = parseBindings(grammar, 'in');
  stream.advance();
  const body = grammar.expression();
  return { kind: 'let', start, end: stream.previousEnd, bindings, body };
}

function parseIf(grammar: Grammar): NixExpression {
  const { stream } = grammar;
  const { start } = stream.advance();
  const condition = grammar.expression();
  stream.expect('then');
  const consequent = grammar.expression();
  stream.expect('else');
  const alternative = grammar.expression();
  return { kind: 'if', start, end: stream.previousEnd, condition, consequent, alternative };
}
