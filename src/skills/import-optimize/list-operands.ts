import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { withoutParentheses } from '../../nix/syntax/walk.js';

/** The operands of a sum of lists, in order: `a ++ (b ++ c)` is three; anything else is its only one. Uses no call stack. */
export function operandsOf(value: NixExpression): NixExpression[] {
  const operands: NixExpression[] = [];
  const pending = [value];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const inner = withoutParentheses(node);
    if (inner.kind === 'binary' && inner.operator === '++') pending.push(inner.right, inner.left);
    else operands.push(inner);
  }
  return operands;
}
