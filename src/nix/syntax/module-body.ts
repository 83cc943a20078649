import type { NixAttrSet, NixExpression } from './syntax-tree.js';
import { staticPath, withoutParentheses } from './walk.js';

/** The set that a module evaluates to, inside functions, `let`, `with` and `assert`; null when it is computed in another way. */
export function moduleSet(tree: NixExpression): NixAttrSet | null {
  let node = withoutParentheses(tree);
  for (;;) {
    if (node.kind === 'attr-set') return node;
    if (node.kind !== 'function' && node.kind !== 'let' && node.kind !== 'with' && node.kind !== 'assert') return null;
    node = withoutParentheses(node.body);
  }
}

/** What a module sets, as paths of names: below `config` when there is one, else all but `options` and `imports`. Computed names end a path. */
export function moduleSettings(set: NixAttrSet): string[][] {
  const config = set.bindings.find(
    (binding) => binding.kind === 'bind' && staticPath(binding.path)?.join('.') === 'config',
  );
  const body = config?.kind === 'bind' ? settingsSet(config.value) : set;
  const prefixed = set.bindings.flatMap((binding) => writtenPath(binding).filter(([first]) => first === 'config'));
  const paths = body === null ? [] : body.bindings.flatMap(writtenPath);
  const special = new Set(['config', 'options', 'imports', 'disabledModules', 'meta', '_file', '_module', 'key']);
  return [
    ...prefixed.map((path) => path.slice(1)).filter((path) => path.length > 0),
    ...paths.filter(([first]) => body !== set || !special.has(first ?? '')),
  ];
}

/** The set inside `mkIf condition { … }` and the like. */
function settingsSet(value: NixExpression): NixAttrSet | null {
  let node = withoutParentheses(value);
  while (node.kind === 'apply' || node.kind === 'let' || node.kind === 'with') {
    node = withoutParentheses(node.kind === 'apply' ? node.argument : node.body);
  }
  return node.kind === 'attr-set' ? node : null;
}

function writtenPath(binding: NixAttrSet['bindings'][number]): string[][] {
  if (binding.kind === 'inherit')
    return binding.attributes.flatMap((name) => (staticPath([name]) ?? []).map((one) => [one]));
  const names: string[] = [];
  for (const part of binding.path) {
    const [name] = staticPath([part]) ?? [];
    if (name === undefined) break;
    names.push(name);
  }
  return names.length === 0 ? [] : [names];
}
