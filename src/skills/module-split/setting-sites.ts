import { functionName } from '../../nix/syntax/called-name.js';
import type { NixAttrSet, NixExpression } from '../../nix/syntax/syntax-tree.js';
import { staticPath, withoutParentheses } from '../../nix/syntax/walk.js';

/** A set of settings that the module system merges with others where it stands. */
export interface SettingSite {
  readonly set: NixAttrSet;
  /** The last telling name of the condition around it: `gpu` of `mkIf cfg.gpu.enable { … }`. */
  readonly hint: string | null;
}

/** The sets in a value of `config`: through `mkIf condition`, `mkMerge [ … ]` and parentheses, in source order. */
export function settingSites(value: NixExpression): SettingSite[] {
  const sites: SettingSite[] = [];
  const pending: { readonly node: NixExpression; readonly hint: string | null }[] = [{ node: value, hint: null }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const node = withoutParentheses(next.node);
    if (node.kind === 'attr-set' && !node.recursive) sites.push({ set: node, hint: next.hint });
    if (node.kind !== 'apply') continue;
    const called = withoutParentheses(node.function);
    if (functionName(called) === 'mkMerge' && node.argument.kind === 'list') {
      const { hint } = next;
      pending.push(...[...node.argument.items].reverse().map((item) => ({ node: item, hint })));
    }
    if (called.kind === 'apply' && functionName(called.function) === 'mkIf') {
      pending.push({ node: node.argument, hint: conditionName(called.argument) });
    }
  }
  return sites;
}

function conditionName(condition: NixExpression): string | null {
  const inner = withoutParentheses(condition);
  const path = inner.kind === 'select' ? (staticPath(inner.path) ?? []) : [];
  return path.findLast((name) => !/^enabled?$/.test(name)) ?? null;
}
