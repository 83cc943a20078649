import type { NixAttrName, NixBinding, NixExpression, StringPart } from './syntax-tree.js';

/** Every expression below and including the given one, parents before children, in source order. Uses no call stack. */
export function* walkExpressions(root: NixExpression): Generator<NixExpression> {
  const pending: NixExpression[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    pushChildren(node, pending);
  }
}

/** Puts the expressions directly inside an expression on a stack, so that the first is taken first. */
export function pushChildren(node: NixExpression, stack: NixExpression[]): void {
  const bottom = stack.length;
  addChildren(node, stack);
  for (let low = bottom, high = stack.length - 1; low < high; low += 1, high -= 1) {
    const lower = stack[low] as NixExpression;
    stack[low] = stack[high] as NixExpression;
    stack[high] = lower;
  }
}

/** The expressions directly inside an expression, in source order. */
export function childExpressions(node: NixExpression): NixExpression[] {
  const children: NixExpression[] = [];
  addChildren(node, children);
  return children;
}

/** Adds to a list instead of making one: trees have many more nodes than there is need for lists. */
function addChildren(node: NixExpression, into: NixExpression[]): void {
  switch (node.kind) {
    case 'variable':
    case 'int':
    case 'float':
    case 'uri':
    case 'search-path':
      return;
    case 'path':
    case 'string':
      addParts(node.parts, into);
      return;
    case 'list':
      for (const item of node.items) into.push(item);
      return;
    case 'attr-set':
    case 'legacy-let':
    case 'let':
      for (const binding of node.bindings) addBinding(binding, into);
      if (node.kind === 'let') into.push(node.body);
      return;
    case 'parenthesis':
    case 'not':
    case 'negate':
      into.push(node.expression);
      return;
    case 'function':
      for (const { fallback } of node.formals?.names ?? []) if (fallback !== null) into.push(fallback);
      into.push(node.body);
      return;
    case 'apply':
      into.push(node.function, node.argument);
      return;
    case 'select':
    case 'has-attr':
      into.push(node.expression);
      addNames(node.path, into);
      if (node.kind === 'select' && node.fallback !== null) into.push(node.fallback);
      return;
    case 'binary':
      into.push(node.left, node.right);
      return;
    case 'if':
      into.push(node.condition, node.consequent, node.alternative);
      return;
    case 'assert':
      into.push(node.condition, node.body);
      return;
    case 'with':
      into.push(node.scope, node.body);
  }
}

/** `a.b."c"` as its names; null when a part is computed. */
export function staticPath(path: readonly NixAttrName[]): string[] | null {
  const names = path.map(staticName);
  return names.every((name) => name !== null) ? names : null;
}

/** The text of an attribute name that is not computed, else null. */
export function staticName(name: NixAttrName): string | null {
  switch (name.kind) {
    case 'name':
      return name.name;
    case 'string':
      return staticText(name.parts);
    case 'dynamic':
      return null;
  }
}

/** The first names that a binding gives, but for computed ones: those of `inherit`, or the first of `a.b = …`. */
export function firstNames(binding: NixBinding): string[] {
  const names = binding.kind === 'bind' ? binding.path.slice(0, 1) : binding.attributes;
  return names.flatMap((name) => staticName(name) ?? []);
}

/** The text of a string without interpolation, else null. */
export function staticText(parts: readonly StringPart[]): string | null {
  const texts = parts.map((part) => (part.kind === 'text' ? part.text : null));
  return texts.every((text) => text !== null) ? texts.join('') : null;
}

/** The expression inside any number of parentheses. */
export function withoutParentheses(expression: NixExpression): NixExpression {
  let inner = expression;
  while (inner.kind === 'parenthesis') inner = inner.expression;
  return inner;
}

function addBinding(binding: NixBinding, into: NixExpression[]): void {
  if (binding.kind === 'bind') {
    addNames(binding.path, into);
    into.push(binding.value);
  } else {
    if (binding.from !== null) into.push(binding.from);
    addNames(binding.attributes, into);
  }
}

function addNames(names: readonly NixAttrName[], into: NixExpression[]): void {
  for (const name of names) {
    if (name.kind === 'dynamic') into.push(name.expression);
    else if (name.kind === 'string') addParts(name.parts, into);
  }
}

function addParts(parts: readonly StringPart[], into: NixExpression[]): void {
  for (const part of parts) if (part.kind === 'interpolation') into.push(part.expression);
}
