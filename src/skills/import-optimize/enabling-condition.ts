import { callOf } from '../../nix/syntax/called-name.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { staticPath, withoutParentheses } from '../../nix/syntax/walk.js';

/** What a module's conditions are read with. */
export interface Switches {
  /** Options of the module that are `false` until somebody sets them, as `a.b.enable`. */
  readonly off: ReadonlySet<string>;
  /** What the names of `let` stand for. */
  readonly lets: ReadonlyMap<string, NixExpression>;
}

/** Levels of `mkMerge` and names that stand for names; more is not followed. */
const MOST_STEPS = 8;

/**
 * The first part of a module's `config` that is not surely left out, or null when all of it is behind `mkIf` of such a condition: as
 * a whole, in a `mkMerge`, or setting by setting.
 */
export function conditionalSetting(
  value: NixExpression,
  isOff: (condition: NixExpression) => boolean,
): NixExpression | null {
  const pending: { node: NixExpression; isInside: boolean }[] = [{ node: value, isInside: false }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const node = withoutParentheses(next.node);
    const { isInside } = next;
    if (node.kind === 'let' || node.kind === 'with') {
      pending.push({ node: node.body, isInside });
    } else if (node.kind === 'attr-set' && !isInside) {
      for (const binding of node.bindings.toReversed()) {
        if (binding.kind === 'inherit') return node;
        pending.push({ node: binding.value, isInside: true });
      }
    } else {
      const call = node.kind === 'apply' ? callOf(node) : null;
      const [first] = call?.arguments ?? [];
      const list = first === undefined ? null : withoutParentheses(first);
      if (call?.name === 'mkMerge' && list?.kind === 'list')
        pending.push(...list.items.toReversed().map((item) => ({ node: item, isInside })));
      else if (call?.name !== 'mkIf' || first === undefined || !isOff(first)) return node;
    }
  }
  return null;
}

/** Whether a condition is surely false while the options are as they were declared. */
export function switchedOnBy({ off, lets }: Switches): (condition: NixExpression) => boolean {
  return (condition) => {
    const pending = [condition];
    // of `a && b` one must be off; of `a || b`, which is rarely written, nothing is said
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      const inner = withoutParentheses(node);
      if (inner.kind === 'binary' && inner.operator === '&&') pending.push(inner.right, inner.left);
      const option = optionPath(inner, lets);
      if (option !== null && off.has(option)) return true;
    }
    return false;
  };
}

/** The option that an expression reads: `config.a.b`, or `cfg.b` with `cfg = config.a`. */
function optionPath(expression: NixExpression, lets: ReadonlyMap<string, NixExpression>): string | null {
  let node = expression;
  let names: string[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (node.kind === 'select' && node.fallback === null) {
      const path = staticPath(node.path);
      if (path === null) return null;
      names = [...path, ...names];
      node = withoutParentheses(node.expression);
    }
    if (node.kind !== 'variable') return null;
    const value = lets.get(node.name);
    if (value === undefined) return node.name === 'config' ? names.join('.') : null;
    node = withoutParentheses(value);
  }
  return null;
}
