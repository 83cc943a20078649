import { err, ok, type Result } from '../../base/result.js';
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
}

/**
 * Parses one Nix file. It accepts and rejects what `nix-instantiate --parse` does, but for what is no matter of grammar:
 * attributes defined twice and undefined variables. A source nested more than 1,000 levels deep is an error value.
 */
export function parseNix(source: string): Result<NixSource, NixSyntaxError> {
  const stream = new TokenStream(source);
  const grammar: Grammar = { stream, expression: () => stream.nested(() => parseExpression(grammar)) };
  try {
    stream.advance();
    const tree = grammar.expression();
    if (stream.token.kind !== 'eof') stream.unexpected('end of file');
    return ok({ tree, comments: stream.comments });
  } catch (signal) {
    if (signal instanceof SyntaxSignal) return err(signal.error);
    throw signal;
  }
}

function parseExpression(grammar: Grammar): NixExpression {
  switch (grammar.stream.token.kind) {
    case 'id':
      return isNamedFunction(grammar) ? parseNamedFunction(grammar) : parseOperators(grammar, 0);
    case '{':
      return isFormals(grammar) ? parseFormalsFunction(grammar) : parseOperators(grammar, 0);
    case 'assert':
    case 'with':
      return parseScoped(grammar);
    case 'let':
      return grammar.stream.peek(1)[0] === '{' ? parseOperators(grammar, 0) : parseLet(grammar);
    case 'if':
      return parseIf(grammar);
    default:
      return parseOperators(grammar, 0);
  }
}

function isNamedFunction({ stream }: Grammar): boolean {
  if (stream.token.text === 'or') return false;
  const [next] = stream.peek(1);
  return next === ':' || next === '@';
}

/** `{` opens formals or an attribute set; the next three tokens tell. */
function isFormals({ stream }: Grammar): boolean {
  const [first, second, third] = stream.peek(3);
  const functionFollows = (kind: string | undefined): boolean => kind === ':' || kind === '@';
  if (first === '}') return functionFollows(second);
  if (first === '...') return true;
  return first === 'id' && (second === ',' || second === '?' || (second === '}' && functionFollows(third)));
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
