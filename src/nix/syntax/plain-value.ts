import type { NixExpression } from './syntax-tree.js';

/** A value of JSON: what an option's default is when it is written out. */
export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | { readonly [name: string]: PlainValue };

/** Levels of lists and parentheses beyond which no value is looked for. */
const MOST_LEVELS = 20;

/**
 * The expression's own text, where it is a value that means the same in any file: numbers, strings and lists of them without
 * interpolation, `true`, `false`, `null`, and `{ }`. Null for everything else, paths and filled sets among it. `source` is the text of
 * the file that the expression is of.
 */
export function plainSource(expression: NixExpression, source: string, levels = MOST_LEVELS): string | null {
  if (levels === 0) return null;
  const { kind, start, end } = expression;
  if (kind === 'int' || kind === 'float') return expression.text;
  if (kind === 'string')
    return expression.parts.every((part) => part.kind === 'text') ? source.slice(start, end) : null;
  if (kind === 'variable') return ['true', 'false', 'null'].includes(expression.name) ? expression.name : null;
  if (kind === 'attr-set') return expression.bindings.length === 0 ? '{ }' : null;
  if (kind === 'list') {
    const items = expression.items.map((item) => plainSource(item, source, levels - 1));
    if (items.some((item) => item === null)) return null;
    return items.length === 0 ? '[ ]' : `[ ${items.join(' ')} ]`;
  }
  if (kind !== 'negate' && kind !== 'parenthesis') return null;
  const inner = plainSource(expression.expression, source, levels - 1);
  if (kind === 'negate') return inner !== null && /^[\d.]/.test(inner) ? `-${inner}` : null;
  return inner?.startsWith('-') === true ? `(${inner})` : inner;
}
