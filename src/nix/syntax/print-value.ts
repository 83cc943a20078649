import type { PlainValue } from './plain-value.js';

/** Words that are no attribute names unless quoted (`or` is one in some places only; quoting it is never wrong). */
const KEYWORDS = new Set(['assert', 'else', 'if', 'in', 'inherit', 'let', 'or', 'rec', 'then', 'with']);

/** A text as a Nix string literal in double quotes that evaluates to exactly that text. */
export function nixString(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('${', '\\${')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/** An attribute name as it is written in a path or a binding: quoted where it must be. */
export function attributeName(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_'-]*$/.test(name) && !KEYWORDS.has(name) ? name : nixString(name);
}

/** `a.b."c d"`. */
export function attributePath(names: readonly string[]): string {
  return names.map(attributeName).join('.');
}

/**
 * A value as a Nix expression, over several lines where it is a list or a set of more than one entry, as `nixfmt` does it;
 * `indent` is the indentation of the line on which it begins. In a list or as an argument, numbers below zero need parentheses:
 * `isOperand` says so.
 */
export function nixValue(value: PlainValue, indent = '', isOperand = false): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return nixString(value);
  if (typeof value === 'number') return isOperand && value < 0 ? `(${nixNumber(value)})` : nixNumber(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item: PlainValue) => nixValue(item, inner, true));
    if (items.length === 0) return '[ ]';
    return items.length === 1 && !items[0]?.includes('\n')
      ? `[ ${items.join('')} ]`
      : `[\n${items.map((item) => `${inner}${item}\n`).join('')}${indent}]`;
  }
  const bindings = Object.entries(value).map(([name, one]) => `${attributeName(name)} = ${nixValue(one, inner)};`);
  if (bindings.length === 0) return '{ }';
  return `{\n${bindings.map((one) => `${inner}${one}\n`).join('')}${indent}}`;
}

/** A decimal point, or an exponent with one, is what makes a float in Nix. */
function nixNumber(value: number): string {
  const text = String(value);
  if (Number.isInteger(value) && !text.includes('e')) return text;
  return /^-?\d+e/.test(text) ? text.replace('e', '.0e').replace('e+', 'e') : text.replace('e+', 'e');
}
