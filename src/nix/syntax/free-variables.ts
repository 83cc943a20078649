import type { NixAttrSet, NixBinding, NixExpression, NixFunction, NixLegacyLet, NixLet } from './syntax-tree.js';
import { childExpressions, firstNames, staticName } from './walk.js';

/** Names bound around an expression. */
interface Scope {
  readonly names: ReadonlySet<string>;
  readonly parent: Scope | null;
}

type Task = readonly [expression: NixExpression, scope: Scope | null];

/**
 * The names that an expression takes from around it, in the order of their first use. Names that only a `with` inside of it
 * may give are among them: whether it does cannot be told from the text. Uses no call stack.
 */
export function freeVariables(root: NixExpression): Set<string> {
  const free = new Set<string>();
  const tasks: Task[] = [[root, null]];
  const use = (name: string, scope: Scope | null): void => {
    for (let around = scope; around !== null; around = around.parent) if (around.names.has(name)) return;
    free.add(name);
  };
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const [node, scope] = task;
    if (node.kind === 'variable') use(node.name, scope);
    const inner = innerScope(node, scope);
    if (node.kind === 'attr-set' || node.kind === 'let' || node.kind === 'legacy-let') {
      inheritedNames(node.bindings).forEach((name) => use(name, scope));
    }
    for (const child of childExpressions(node).reverse()) tasks.push([child, inner]);
  }
  return free;
}

/** The scope of everything directly inside a node. */
function innerScope(node: NixExpression, scope: Scope | null): Scope | null {
  if (node.kind === 'function') return { names: argumentNames(node), parent: scope };
  const binds = node.kind === 'let' || node.kind === 'legacy-let' || (node.kind === 'attr-set' && node.recursive);
  return binds ? { names: boundNames(node), parent: scope } : scope;
}

/** `{ a, b }@c:` binds a, b and c. */
export function argumentNames({ argument, formals }: NixFunction): Set<string> {
  return new Set([...(argument === null ? [] : [argument]), ...(formals?.names ?? []).map(({ name }) => name)]);
}

/** The names that the bindings of a set or `let` make, but for computed ones. */
export function boundNames({ bindings }: Pick<NixAttrSet | NixLet | NixLegacyLet, 'bindings'>): Set<string> {
  return new Set(bindings.flatMap(firstNames));
}

/** `inherit a b;` uses the a and b of outside, also in a `let`. */
function inheritedNames(bindings: readonly NixBinding[]): string[] {
  return bindings.flatMap((binding) =>
    binding.kind === 'inherit' && binding.from === null
      ? binding.attributes.flatMap((name) => staticName(name) ?? [])
      : [],
  );
}
