import type { NixExpression } from './syntax-tree.js';
import { pushChildren, staticName } from './walk.js';

/**
 * What the names of `let` mean in a file: the value of each name that one `let` binding of the file gives. A name that is bound
 * twice is left out, since only its place would tell which one is meant.
 */
export function letBindings(tree: NixExpression): ReadonlyMap<string, NixExpression> {
  const values = new Map<string, NixExpression | null>();
  const pending: NixExpression[] = [tree];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    pushChildren(node, pending);
    if (node.kind !== 'let') continue;
    for (const binding of node.bindings) {
      const [first, ...rest] = binding.kind === 'bind' ? binding.path : [];
      const name = first === undefined ? null : staticName(first);
      if (binding.kind !== 'bind' || name === null) continue;
      values.set(name, rest.length > 0 || values.has(name) ? null : binding.value);
    }
  }
  return new Map([...values].flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
