import { declaredOptions, type DeclaredOption } from '../../nix/model/declared-options.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { moduleSet } from '../../nix/syntax/module-body.js';
import { plainSource } from '../../nix/syntax/plain-value.js';
import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { staticName, staticPath, walkExpressions, withoutParentheses } from '../../nix/syntax/walk.js';
import { foreignName, PLAIN_TYPES } from './self-contained.js';

/** An option that a module surely declares, whatever else is configured. */
export interface OptionFact {
  readonly path: readonly string[];
  /** Its value as Nix text when nobody sets it; null when that cannot be told from the text. */
  readonly expected: string | null;
}

export type ModuleFacts =
  | { readonly options: readonly OptionFact[] }
  /** Why no test can be true of it. */
  | { readonly problem: string };

/** What is true of a module that is evaluated alone, with `lib` and `pkgs` of nixpkgs and nothing else. */
export function moduleFacts(file: NixFile): ModuleFacts {
  if (!file.parsed.ok) return { problem: 'it does not parse' };
  const { tree } = file.parsed.value;
  const set = moduleSet(tree);
  if (set === null) return { problem: 'what it evaluates to is computed' };
  const spine = outerParts(tree);
  if (spine === null) return { problem: 'it asserts something about its arguments' };
  const declarations = set.bindings.flatMap((binding) => {
    if (binding.kind === 'inherit') return binding.from === null ? [] : [binding.from];
    const [first] = binding.path;
    return first !== undefined && staticName(first) === 'options' ? [binding.value] : [];
  });
  const foreign = foreignName(withoutParentheses(tree), [...spine, ...declarations]);
  if (foreign !== null) return { problem: `its options use ${foreign}, which a module alone may not have` };
  return { options: plainOptions(file, set) };
}

/** The scopes of `with` around the module's set; null when an `assert` is there. */
function outerParts(tree: NixExpression): NixExpression[] | null {
  const scopes: NixExpression[] = [];
  let node = withoutParentheses(tree);
  while (node.kind !== 'attr-set') {
    if (node.kind === 'with') scopes.push(node.scope);
    if (node.kind !== 'function' && node.kind !== 'let' && node.kind !== 'with') return null;
    node = withoutParentheses(node.body);
  }
  return scopes;
}

/** Options that are written as nested sets with names, and not below a condition or a function. */
function plainOptions(file: NixFile, set: NixExpression): OptionFact[] {
  if (!file.parsed.ok) return [];
  const declared = new Map(declaredOptions(file.parsed.value.tree).map((option) => [option.call.start, option]));
  const found = new Map<string, OptionFact>();
  const pending: { readonly node: NixExpression; readonly path: readonly string[] }[] = [{ node: set, path: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const option = declared.get(next.node.start);
    if (next.path.length > 1 && option?.call.end === next.node.end) {
      const path = next.path.slice(1);
      found.set(JSON.stringify(path), { path, expected: expectedValue(option, next.node, file.text) });
    } else if (next.node.kind === 'attr-set' && next.path.length < 32) {
      for (const binding of next.node.bindings) {
        const names = binding.kind === 'bind' ? staticPath(binding.path) : null;
        if (binding.kind !== 'bind' || names === null) continue;
        if (next.path.length > 0 || names[0] === 'options') {
          pending.push({ node: withoutParentheses(binding.value), path: [...next.path, ...names] });
        }
      }
    }
  }
  return [...found.values()];
}

function expectedValue(option: DeclaredOption, node: NixExpression, source: string): string | null {
  if (option.via === 'mkEnableOption') return 'false';
  if (option.via !== 'mkOption' || !option.isComplete || option.default === null || option.type === null) return null;
  if (!isPlainType(option.type) || changesValue(node)) return null;
  return plainSource(option.default, source);
}

/** `apply` gives readers of the option something else than was set. */
function changesValue(node: NixExpression): boolean {
  const argument = node.kind === 'apply' ? withoutParentheses(node.argument) : null;
  if (argument?.kind !== 'attr-set') return true;
  return argument.bindings.some((binding) => binding.kind === 'bind' && staticPath(binding.path)?.[0] === 'apply');
}

/** A value that is set to such a type comes out as it went in. */
function isPlainType(type: NixExpression): boolean {
  return [...walkExpressions(type)].every((node) => {
    if (node.kind === 'string') return node.parts.every(({ kind }) => kind === 'text');
    if (node.kind === 'variable') return node.name === 'lib' || node.name === 'types' || PLAIN_TYPES.has(node.name);
    if (node.kind === 'select') {
      return staticPath(node.path)?.every((name) => name === 'types' || PLAIN_TYPES.has(name)) === true;
    }
    return ['apply', 'parenthesis', 'list', 'int', 'negate', 'with'].includes(node.kind);
  });
}
