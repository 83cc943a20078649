import { moduleSet } from './module-body.js';
import type { NixAttrSet, NixExpression, NixList } from './syntax-tree.js';
import { firstNames, staticPath, withoutParentheses } from './walk.js';

export interface ModuleShape {
  /** `module`: a NixOS module by shape; `package`: a function of named arguments that makes something else; `value`: neither. */
  readonly kind: 'module' | 'package' | 'value';
  readonly hasOptions: boolean;
  readonly hasConfig: boolean;
  /** The list after `imports =`, when it is written as a list. */
  readonly imports: NixList | null;
}

/** Arguments that only a module gets, or that modules are commonly given through `specialArgs`. */
const MODULE_ARGUMENTS = new Set(['config', 'options', 'modulesPath', 'specialArgs', '_class']);

/** `lib` functions whose result is a module when the whole body is such a call. */
const MODULE_CALLS = new Set([
  'mkIf',
  'mkMerge',
  'setDefaultModuleLocation',
  'mkRenamedOptionModule',
  'mkRemovedOptionModule',
  'mkAliasOptionModule',
]);

/** What kind of file this is, by its top level alone. */
export function moduleShape(tree: NixExpression): ModuleShape {
  const top = withoutParentheses(tree);
  const body = moduleSet(top);
  if (body === null)
    return { kind: looksLikeModuleCall(top) ? 'module' : 'value', hasOptions: false, hasConfig: false, imports: null };
  const names = new Set(body.bindings.flatMap(firstNames));
  const shape = { hasOptions: names.has('options'), hasConfig: names.has('config'), imports: importsList(body) };
  const marked = shape.hasOptions || shape.hasConfig || names.has('imports');
  if (top.kind !== 'function') return { ...shape, kind: 'module' };
  if (top.formals === null) return { ...shape, kind: marked ? 'module' : 'value' };
  const moduleLike =
    marked || top.formals.open || top.formals.names.some((formal) => MODULE_ARGUMENTS.has(formal.name));
  return { ...shape, kind: moduleLike ? 'module' : 'package' };
}

function looksLikeModuleCall(top: NixExpression): boolean {
  if (top.kind !== 'function' || top.formals === null) return false;
  let node = withoutParentheses(top.body);
  while (node.kind === 'let' || node.kind === 'with' || node.kind === 'assert' || node.kind === 'apply') {
    node = withoutParentheses(node.kind === 'apply' ? node.function : node.body);
  }
  const name =
    node.kind === 'select' ? staticPath(node.path)?.at(-1) : node.kind === 'variable' ? node.name : undefined;
  return name !== undefined && MODULE_CALLS.has(name);
}

function importsList(body: NixAttrSet): NixList | null {
  for (const binding of body.bindings) {
    if (binding.kind !== 'bind' || staticPath(binding.path)?.join('.') !== 'imports') continue;
    const value = withoutParentheses(binding.value);
    if (value.kind === 'list') return value;
  }
  return null;
}
