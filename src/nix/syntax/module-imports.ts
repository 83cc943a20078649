import { callOf } from './called-name.js';
import type { NixApply, NixExpression, NixList, Span } from './syntax-tree.js';
import { childExpressions, staticName, withoutParentheses } from './walk.js';

/** A path literal that brings in another file: in `imports = […]` or `modules = […]`, after `import` or `callPackage`, or listed. */
export interface NixImport extends Span {
  readonly path: string;
  /** `list`: an entry ending in `.nix` of any other list, such as a list of modules that is bound to a name first. */
  readonly via: 'imports' | 'modules' | 'import' | 'callPackage' | 'list';
  /** The innermost list around it. */
  readonly list: NixList | null;
  /** It is an entry of that list as it stands, under no condition. */
  readonly isEntry: boolean;
}

interface Visit {
  readonly node: NixExpression;
  readonly list: NixList | null;
  /** Set below a binding of that name, as far as its value is put together from lists, conditions and calls. */
  readonly key: 'imports' | 'modules' | null;
  readonly isEntry: boolean;
}

/** Functions whose result is what they are given, or nothing. */
const HANDED_ON = /^(?:optional|optionals|singleton|mkIf|mkMerge|mkForce|mkDefault|toList)$/;

/**
 * Every import of a file that is written as a literal path, in source order. Other path literals are data (`src = ./.`), and so
 * are folders that a function gets (`imports = scanPaths ./.`): what it makes of them is not known. Linear; uses no call stack.
 */
export function moduleImports(tree: NixExpression): NixImport[] {
  const found: NixImport[] = [];
  const pending: Visit[] = [{ node: tree, list: null, key: null, isEntry: false }];
  for (let visit = pending.pop(); visit !== undefined; visit = pending.pop()) {
    const { node, list, key } = visit;
    switch (node.kind) {
      case 'path': {
        const via = key ?? (visit.isEntry && node.text?.endsWith('.nix') === true ? 'list' : null);
        if (via !== null) push(found, visit, via);
        break;
      }
      case 'apply':
        pushCall(pending, found, { ...visit, node });
        break;
      case 'list':
        for (const item of node.items) pending.push({ node: item, list: node, key, isEntry: true });
        break;
      case 'attr-set':
      case 'legacy-let':
      case 'let':
        pushBindings(pending, { ...visit, node });
        break;
      case 'parenthesis':
        pending.push({ ...visit, node: node.expression });
        break;
      case 'if':
        pending.push({ ...visit, node: node.condition, key: null });
        for (const branch of [node.consequent, node.alternative])
          pending.push({ ...visit, node: branch, isEntry: false });
        break;
      case 'binary':
      case 'with':
        for (const child of childExpressions(node)) pending.push({ ...visit, node: child, isEntry: false });
        break;
      case 'assert':
      case 'float':
      case 'function':
      case 'has-attr':
      case 'int':
      case 'negate':
      case 'not':
      case 'search-path':
      case 'select':
      case 'string':
      case 'uri':
      case 'variable':
        for (const child of childExpressions(node)) pending.push({ node: child, list, key: null, isEntry: false });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function push(found: NixImport[], { node, list, isEntry }: Visit, via: NixImport['via']): void {
  if (node.kind !== 'path' || node.text === null) return;
  found.push({ path: node.text, start: node.start, end: node.end, via, list, isEntry });
}

function pushBindings(
  pending: Visit[],
  { node, list, key }: Visit & { readonly node: Extract<NixExpression, { bindings: unknown }> },
): void {
  const around = node.kind === 'let' ? key : null;
  for (const binding of node.bindings) {
    for (const name of binding.kind === 'bind' ? binding.path : binding.attributes)
      if (name.kind === 'dynamic') pending.push({ node: name.expression, list, key: null, isEntry: false });
    if (binding.kind === 'bind') {
      const last = binding.path.at(-1);
      const name = last === undefined ? null : staticName(last);
      const own = name === 'imports' || name === 'modules' ? name : around;
      pending.push({ node: binding.value, list, key: own, isEntry: false });
    } else if (binding.from !== null) pending.push({ node: binding.from, list, key: null, isEntry: false });
  }
  if (node.kind === 'let') pending.push({ node: node.body, list, key, isEntry: false });
}

function pushCall(pending: Visit[], found: NixImport[], visit: Visit & { readonly node: NixApply }): void {
  const { list, key } = visit;
  const { name, function: called, arguments: values } = callOf(visit.node);
  pending.push({ node: called, list, key: null, isEntry: false });
  values.forEach((value, i) => {
    const inner = withoutParentheses(value);
    const isPath = inner.kind === 'path' && inner.text !== null;
    if (name === 'import' || name === 'callPackage') {
      if (i === 0 && isPath) push(found, { ...visit, node: inner, isEntry: false }, name);
      else pending.push({ node: inner, list, key: null, isEntry: false });
      return;
    }
    const isFolder = isPath && !HANDED_ON.test(name ?? '') && !inner.text.endsWith('.nix');
    pending.push({ node: inner, list, key: isFolder ? null : key, isEntry: false });
  });
}
