import type { NixAttrName, NixBinding, NixExpression, StringPart } from './syntax-tree.js';

/** Every expression below and including the given one, parents before children, in source order. Uses no call stack. */
export function* walkExpressions(root: NixExpression): Generator<NixExpression> {
  const pending: NixExpression[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    yield node;
    const children = childExpressions(node);
    for (let i = children.length - 1; i >= 0; i -= 1) pending.push(children[i] as NixExpression);
  }
}

/** The expressions directly inside an expression, in source order. */
export function childExpressions(node: NixExpression): NixExpression[] {
  switch (node.kind) {
    case 'variable':
    case 'int':
    case 'float':
    case 'uri':
    case 'search-path':
      return [];
    case 'path':
    case 'string':
      return partExpressions(node.parts);
    case 'list':
      return [...node.items];
    case 'attr-set':
    case 'legacy-let':
      return node.bindings.flatMap(bindingExpressions);
    case 'let':
      return [...node.bindings.flatMap(bindingExpressions), node.body];
    case 'parenthesis':
    case 'not':
    case 'negate':
      return [node.expression];
    case 'function':
      return [...(node.formals?.names ?? []).flatMap((formal) => formal.fallback ?? []), node.body];
    case 'apply':
      return [node.function, node.argument];
    case 'select':
      return [node.expression, ...node.path.flatMap(nameExpressions), ...(node.fallback ? [node.fallback] : [])];
    case 'has-attr':
      return [node.expression, ...node.path.flatMap(nameExpressions)];
    case 'binary':
      return [node.left, node.right];
    case 'if':
      return [node.condition, node.consequent, node.alternative];
    case 'assert':
      return [node.condition, node.body];
    case 'with':
      return [node.scope, node.body];
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

function bindingExpressions(binding: NixBinding): NixExpression[] {
  if (binding.kind === 'bind') return [...binding.path.flatMap(nameExpressions), binding.value];
  return [...(binding.from ? [binding.from] : []), ...binding.attributes.flatMap(nameExpressions)];
}

function nameExpressions(name: NixAttrName): NixExpression[] {
  switch (name.kind) {
    case 'name':
      return [];
    case 'dynamic':
      return [name.expression];
    case 'string':
      return partExpressions(name.parts);
  }
}

function partExpressions(parts: readonly StringPart[]): NixExpression[] {
  return parts.flatMap((part) => (part.kind === 'interpolation' ? part.expression : []));
}
