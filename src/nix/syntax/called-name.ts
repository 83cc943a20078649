import type { NixApply, NixExpression } from './syntax-tree.js';
import { staticPath, withoutParentheses } from './walk.js';

/** The last name of a function as it is written: `mkOption` of `lib.mkOption` and of `mkOption`; null for anything computed. */
export function functionName(expression: NixExpression): string | null {
  const inner = withoutParentheses(expression);
  if (inner.kind === 'variable') return inner.name;
  return inner.kind === 'select' ? (staticPath(inner.path)?.at(-1) ?? null) : null;
}

/** A call with all its arguments: `f a b` is one call of `f`. */
export interface NixCall {
  readonly name: string | null;
  readonly function: NixExpression;
  readonly arguments: readonly NixExpression[];
}

/** The call that an application is the outermost part of. */
export function callOf(apply: NixApply): NixCall {
  const values: NixExpression[] = [];
  let node: NixExpression = apply;
  while (node.kind === 'apply') {
    values.push(node.argument);
    node = withoutParentheses(node.function);
  }
  return { name: functionName(node), function: node, arguments: values.reverse() };
}
