import type { NixAttrSet, NixBinding, NixExpression, NixList } from './syntax-tree.js';
import { childExpressions, staticPath, walkExpressions, withoutParentheses } from './walk.js';

export interface ModuleShape {
  /** `module`: a NixOS module by shape; `package`: a function of named arguments that makes something else; `value`: neither. */
  readonly kind: 'module' | 'package' | 'value';
  readonly hasOptions: boolean;
  readonly hasConfig: boolean;
  /** The list after `imports =`, when it is written as a list. */
  readonly imports: NixList | null;
}

/** A path literal that brings in another file: in `imports = […]` or `modules = […]`, after `import` or `callPackage`, or listed. */
export interface NixImport {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** `list`: an entry ending in `.nix` of any other list, such as a list of modules that is bound to a name first. */
  readonly via: 'imports' | 'modules' | 'import' | 'callPackage' | 'list';
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
  const body = moduleBody(top);
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

/** Every import of the file that is written as a literal path, in source order. Other path literals are data (`src = ./.`). */
export function moduleImports(tree: NixExpression): NixImport[] {
  const found: NixImport[] = [];
  for (const node of walkExpressions(tree)) {
    if (node.kind === 'apply') {
      const via = importFunction(node.function);
      if (via !== null) pushPath(found, node.argument, via);
    }
    if (node.kind === 'list') {
      node.items
        .filter((item) => item.kind === 'path' && item.text?.endsWith('.nix') === true)
        .forEach((item) => pushPath(found, item, 'list'));
    }
    if (node.kind === 'attr-set' || node.kind === 'legacy-let' || node.kind === 'let') {
      for (const binding of node.bindings) {
        const via = importKey(binding);
        if (via !== null && binding.kind === 'bind')
          listedPaths(binding.value).forEach((path) => pushPath(found, path, via));
      }
    }
  }
  // what is also an entry of `imports` is named so: the more telling one wins
  const byPlace = new Map(
    found.sort((a, b) => Number(b.via === 'list') - Number(a.via === 'list')).map((one) => [one.start, one]),
  );
  return [...byPlace.values()].sort((a, b) => a.start - b.start);
}

/** The paths written in a list, through `++`, conditions and functions applied to lists (`lib.optionals x [ … ]`). */
function listedPaths(value: NixExpression): NixExpression[] {
  const paths: NixExpression[] = [];
  const pending = [value];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const inner = withoutParentheses(node);
    if (inner.kind === 'path') paths.push(inner);
    else if (
      inner.kind === 'list' ||
      inner.kind === 'binary' ||
      inner.kind === 'if' ||
      inner.kind === 'with' ||
      inner.kind === 'let'
    )
      pending.push(...childExpressions(inner));
    else if (inner.kind === 'apply' && importFunction(inner.function) === null)
      pending.push(inner.function, inner.argument);
  }
  return paths;
}

function pushPath(found: NixImport[], expression: NixExpression, via: NixImport['via']): void {
  const inner = withoutParentheses(expression);
  if (inner.kind === 'path' && inner.text !== null)
    found.push({ path: inner.text, start: inner.start, end: inner.end, via });
}

function importFunction(expression: NixExpression): 'import' | 'callPackage' | null {
  if (expression.kind === 'variable')
    return expression.name === 'import' || expression.name === 'callPackage' ? expression.name : null;
  if (expression.kind !== 'select') return null;
  const last = staticPath(expression.path)?.at(-1);
  return last === 'import' || last === 'callPackage' ? last : null;
}

function importKey(binding: NixBinding): 'imports' | 'modules' | null {
  if (binding.kind !== 'bind') return null;
  const last = staticPath(binding.path)?.at(-1);
  return last === 'imports' || last === 'modules' ? last : null;
}

/** The attribute set that a module evaluates to, inside functions, `let`, `with` and `assert`; null when there is none. */
function moduleBody(top: NixExpression): NixAttrSet | null {
  let node = withoutParentheses(top);
  for (;;) {
    if (node.kind === 'attr-set') return node;
    if (node.kind !== 'function' && node.kind !== 'let' && node.kind !== 'with' && node.kind !== 'assert') return null;
    node = withoutParentheses(node.body);
  }
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

function firstNames(binding: NixBinding): string[] {
  if (binding.kind === 'inherit') return binding.attributes.flatMap((name) => staticPath([name]) ?? []);
  const [first] = binding.path;
  return first === undefined ? [] : (staticPath([first]) ?? []);
}
