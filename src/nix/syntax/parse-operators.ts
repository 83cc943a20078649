import { parseAttrPath, parseBindings } from './parse-bindings.js';
import { parsePath, parseString, type Grammar } from './parse-strings.js';
import type { NixAttrSet, NixExpression } from './syntax-tree.js';

/** Left and right binding power; `chains` is false for operators that do not associate (`a == b == c` is an error). */
interface Power {
  readonly left: number;
  readonly right: number;
  readonly chains: boolean;
}

const power = (left: number, right: number, chains = true): Power => ({ left, right, chains });

/** From the operator table of the Nix manual (language/operators), loosest first. */
const BINARY: ReadonlyMap<string, Power> = new Map([
  ['<|', power(1, 0)],
  ['|>', power(2, 3)],
  ['->', power(5, 4)],
  ['||', power(6, 7)],
  ['&&', power(8, 9)],
  ['==', power(10, 11, false)],
  ['!=', power(10, 11, false)],
  ['<', power(12, 13, false)],
  ['>', power(12, 13, false)],
  ['<=', power(12, 13, false)],
  ['>=', power(12, 13, false)],
  ['//', power(15, 14)],
  ['+', power(18, 19)],
  ['-', power(18, 19)],
  ['*', power(20, 21)],
  ['/', power(20, 21)],
  ['++', power(23, 22)],
  ['?', power(24, 25)],
]);
const NOT_POWER = 16;
const NEGATE_POWER = 26;

const STARTS = new Set(['id', 'int', 'float', 'uri', 'search-path', 'path', '"', "''", '(', '[', 'rec', '{', 'let']);

/** Reads operators that bind at least as tightly as `minimum`, by precedence climbing. */
export function parseOperators(grammar: Grammar, minimum: number): NixExpression {
  const { stream } = grammar;
  stream.enter();
  let left = parseUnary(grammar);
  for (;;) {
    const operator = stream.token.kind;
    const binding = BINARY.get(operator);
    if (binding === undefined || binding.left < minimum) break;
    stream.advance();
    const { start } = left;
    if (operator === '?') {
      const path = parseAttrPath(grammar);
      left = { kind: 'has-attr', start, end: stream.previousEnd, expression: left, path };
    } else {
      const right = parseOperators(grammar, binding.right);
      left = { kind: 'binary', operator, start, end: stream.previousEnd, left, right };
    }
    if (!binding.chains && BINARY.get(stream.token.kind)?.left === binding.left) stream.unexpected();
  }
  stream.leave();
  return left;
}

function parseUnary(grammar: Grammar): NixExpression {
  const { stream } = grammar;
  const { kind, start } = stream.token;
  if (kind !== '!' && kind !== '-') return parseApplication(grammar);
  stream.advance();
  const expression = parseOperators(grammar, kind === '!' ? NOT_POWER : NEGATE_POWER);
  return { kind: kind === '!' ? 'not' : 'negate', start, end: stream.previousEnd, expression };
}

function parseApplication(grammar: Grammar): NixExpression {
  const { stream } = grammar;
  let applied = parseSelect(grammar);
  while (STARTS.has(stream.token.kind)) {
    const argument = parseSelect(grammar);
    applied = { kind: 'apply', start: applied.start, end: stream.previousEnd, function: applied, argument };
  }
  return applied;
}

function parseSelect(grammar: Grammar): NixExpression {
  const { stream } = grammar;
  const expression = parseSimple(grammar);
  const { start } = expression;
  if (stream.token.kind === '.') {
    stream.advance();
    const path = parseAttrPath(grammar);
    let fallback = null;
    if (stream.token.text === 'or') {
      stream.advance();
      stream.enter();
      fallback = parseSelect(grammar);
      stream.leave();
    }
    return { kind: 'select', start, end: stream.previousEnd, expression, path, fallback };
  }
  if (stream.token.kind !== 'id' || stream.token.text !== 'or') return expression;
  // `or` was not always a keyword: after anything but a selection it is a variable that the expression is applied to
  const or = stream.advance();
  const argument: NixExpression = { kind: 'variable', start: or.start, end: or.end, name: 'or' };
  return { kind: 'apply', start, end: or.end, function: expression, argument };
}

function parseSimple(grammar: Grammar): NixExpression {
  const { stream } = grammar;
  const { kind, start, end, text } = stream.token;
  switch (kind) {
    case 'id':
      if (text === 'or') stream.unexpected();
      stream.advance();
      return { kind: 'variable', start, end, name: text };
    case 'int':
    case 'float':
    case 'uri':
    case 'search-path':
      stream.advance();
      return { kind, start, end, text };
    case 'path':
      return parsePath(grammar);
    case '"':
    case "''":
      return parseString(grammar);
    case '(': {
      stream.advance();
      const expression = grammar.expression();
      return { kind: 'parenthesis', start, end: stream.expect(')').end, expression };
    }
    case '[':
      return parseList(grammar);
    case 'rec':
      stream.advance();
      return parseAttrSet(grammar, true, start);
    case 'let': {
      stream.advance();
      const { bindings, end: close } = parseAttrSet(grammar, true, start);
      return { kind: 'legacy-let', start, end: close, bindings };
    }
    case '{':
      return parseAttrSet(grammar, false, start);
    default:
      return stream.unexpected();
  }
}

function parseList(grammar: Grammar): NixExpression {
  const { stream } = grammar;
  const { start } = stream.advance();
  const items: NixExpression[] = [];
  stream.enter();
  while (stream.token.kind !== ']') items.push(parseSelect(grammar));
  stream.leave();
  return { kind: 'list', start, end: stream.advance().end, items };
}

function parseAttrSet(grammar: Grammar, recursive: boolean, start: number): NixAttrSet {
  const { stream } = grammar;
  stream.expect('{');
  stream.enter();
  const bindings = parseBindings(grammar, '}');
  stream.leave();
  return { kind: 'attr-set', start, end: stream.expect('}').end, recursive, bindings };
}
