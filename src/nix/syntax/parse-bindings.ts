import { parseString, type Grammar } from './parse-strings.js';
import type { NixAttrName, NixBinding, NixFormal, NixFormals } from './syntax-tree.js';

/** Reads bindings up to, not including, the closing token (`}` or `in`). */
export function parseBindings(grammar: Grammar, end: string): NixBinding[] {
  const bindings: NixBinding[] = [];
  while (grammar.stream.token.kind !== end) {
    bindings.push(grammar.stream.token.kind === 'inherit' ? parseInherit(grammar) : parseBind(grammar));
  }
  return bindings;
}

/** Reads `a."b".${c}`. */
export function parseAttrPath(grammar: Grammar): NixAttrName[] {
  const path = [parseAttrName(grammar)];
  while (grammar.stream.token.kind === '.') {
    grammar.stream.advance();
    path.push(parseAttrName(grammar));
  }
  return path;
}

/** Reads `{ a, b ? 1, ... }`; the current token must be the brace. */
export function parseFormals(grammar: Grammar): NixFormals {
  const { stream } = grammar;
  const { start } = stream.expect('{');
  const names: NixFormal[] = [];
  let open = false;
  while (stream.token.kind !== '}') {
    if (stream.token.kind === '...') {
      open = true;
      stream.advance();
      break;
    }
    names.push(parseFormal(grammar));
    if (stream.token.kind === ',') stream.advance();
    else if (stream.token.kind !== '}') stream.unexpected("'}' or ','");
  }
  return { start, end: stream.expect('}').end, names, open };
}

function parseFormal(grammar: Grammar): NixFormal {
  const { stream } = grammar;
  if (stream.token.text === 'or') stream.unexpected('a name');
  const name = stream.expect('id');
  let fallback = null;
  if (stream.token.kind === '?') {
    stream.advance();
    fallback = grammar.expression();
  }
  return { start: name.start, end: stream.previousEnd, name: name.text, fallback };
}

function parseAttrName(grammar: Grammar): NixAttrName {
  const { stream } = grammar;
  const { kind, start, end, text } = stream.token;
  switch (kind) {
    case 'id':
      stream.advance();
      return { kind: 'name', start, end, name: text };
    case '"':
      return parseString(grammar);
    case '${': {
      stream.advance();
      const expression = grammar.expression();
      return { kind: 'dynamic', start, end: stream.expect('}').end, expression };
    }
    default:
      return stream.unexpected('an attribute name');
  }
}

function parseInherit(grammar: Grammar): NixBinding {
  const { stream } = grammar;
  const { start } = stream.advance();
  let from = null;
  if (stream.token.kind === '(') {
    stream.advance();
    from = grammar.expression();
    stream.expect(')');
  }
  const attributes: NixAttrName[] = [];
  while (stream.token.kind !== ';') attributes.push(parseAttrName(grammar));
  return { kind: 'inherit', start, end: stream.advance().end, from, attributes };
}

function parseBind(grammar: Grammar): NixBinding {
  const { stream } = grammar;
  const { start } = stream.token;
  const path = parseAttrPath(grammar);
  stream.expect('=');
  const value = grammar.expression();
  return { kind: 'bind', start, end: stream.expect(';').end, path, value };
}
