import type { Location } from '../base/diagnostic.js';
import { bindingsWithPaths } from './binding-paths.js';
import { locate } from './locate.js';
import type { NixFile, NixTree } from './nix-tree.js';
import { callOf } from './syntax/called-name.js';
import { moduleSet } from './syntax/module-body.js';
import { staticPath, walkExpressions, withoutParentheses } from './syntax/walk.js';

/** Where an option such as `services.x.port` is declared; for one of a submodule, where the set that lacks it is given. */
export function findDeclaration(tree: NixTree, option: string): Location | null {
  const names = option.split('.');
  return (
    findPath(tree, ['options', ...names]) ??
    findPath(tree, names.slice(0, -1)) ??
    findPath(tree, ['config', ...names.slice(0, -1)])
  );
}

/** The first binding, in any file, that is written with exactly these names around it. */
function findPath(tree: NixTree, names: readonly string[]): Location | null {
  const [last = ''] = names.slice(-1);
  if (names.length < 2) return null;
  for (const file of tree.files.values()) {
    if (!file.text.includes(last) || !file.parsed.ok) continue;
    for (const { binding, path } of bindingsWithPaths(file.parsed.value.tree)) {
      if (path.length !== names.length || !path.every((name, i) => name === names[i])) continue;
      const end = binding.kind === 'bind' ? binding.path.at(-1)?.end : undefined;
      return locate(file, binding.start, end ?? binding.end);
    }
  }
  return null;
}

/** The argument of this name of the first function `{ a, b }:` that has it. */
export function findArgument(file: NixFile | undefined, name: string): Location | null {
  if (file?.parsed.ok !== true) return null;
  for (const node of walkExpressions(file.parsed.value.tree)) {
    if (node.kind !== 'function') continue;
    const formal = node.formals?.names.find((one) => one.name === name);
    if (formal !== undefined) return locate(file, formal.start, formal.start + name.length);
  }
  return null;
}

/** Functions that give no list but a set, which only options understand. */
const CONDITIONS: ReadonlySet<string | null> = new Set(['mkIf', 'mkMerge', 'optionalAttrs']);

/** Every `imports = mkIf …` of a module. */
export function findConditionalImports(tree: NixTree): Location[] {
  return [...tree.files.values()].flatMap((file) => {
    if (!file.text.includes('imports') || !file.parsed.ok) return [];
    const bindings = moduleSet(file.parsed.value.tree)?.bindings ?? [];
    return bindings.flatMap((binding) => {
      if (binding.kind !== 'bind' || staticPath(binding.path)?.join('.') !== 'imports') return [];
      const value = withoutParentheses(binding.value);
      const isConditional = value.kind === 'apply' && CONDITIONS.has(callOf(value).name);
      return isConditional ? [locate(file, binding.start, value.end)] : [];
    });
  });
}
