import { staticName, walkExpressions } from './syntax/walk.js';
import type { NixBinding, NixExpression } from './syntax/syntax-tree.js';

export interface PlacedBinding {
  readonly binding: NixBinding;
  /** The names of all bindings around it, and its own. */
  readonly path: readonly string[];
}

/** Every `a.b = …` of a file, outer ones first, with the names that lead to it; `?` stands for a name that is computed. */
export function* bindingsWithPaths(root: NixExpression): Generator<PlacedBinding> {
  const prefixes = new Map<NixExpression, readonly string[]>();
  for (const node of walkExpressions(root)) {
    const prefix = prefixes.get(node) ?? [];
    if (node.kind === 'attr-set' || node.kind === 'let') {
      for (const binding of node.bindings) {
        if (binding.kind !== 'bind') continue;
        const path = [...prefix, ...binding.path.map((name) => staticName(name) ?? '?')];
        if (path.length <= 64) yield { binding, path };
        prefixes.set(binding.value, path.slice(-64));
      }
    }
    // `mkIf x { … }`, `(…)`, functions and the like hand the names around them on to the set inside
    if (node.kind === 'apply') prefixes.set(node.function, prefix).set(node.argument, prefix);
    if (node.kind === 'parenthesis') prefixes.set(node.expression, prefix);
    if (node.kind === 'function' || node.kind === 'let' || node.kind === 'with') prefixes.set(node.body, prefix);
    if (node.kind === 'list') node.items.forEach((item) => prefixes.set(item, prefix));
  }
}
