import type {
  NixAttrName,
  NixBinding,
  NixExpression,
  NixFormals,
  NixString,
  StringPart,
} from '../../src/nix/syntax/syntax-tree.js';

/**
 * Prints a tree with every subexpression in parentheses. Nix must read this as it reads the original source: that is how
 * our reading of precedence, associativity and strings is compared with its own.
 */
export function printNix(node: NixExpression, source: string): string {
  const show = (inner: NixExpression): string => `(${printNix(inner, source)})`;
  const path = (names: readonly NixAttrName[]): string => names.map((name) => printName(name, source)).join('.');
  const bindings = (list: readonly NixBinding[]): string => list.map((one) => printBinding(one, source)).join(' ');
  switch (node.kind) {
    case 'variable':
      return node.name;
    case 'int':
    case 'float':
    case 'uri':
    case 'search-path':
      return ` ${node.text} `;
    case 'path':
      return node.parts.map((part) => printPart(part, source)).join('');
    case 'string':
      return printString(node, source);
    case 'list':
      return `[ ${node.items.map(show).join(' ')} ]`;
    case 'attr-set':
      return `${node.recursive ? 'rec ' : ''}{ ${bindings(node.bindings)} }`;
    case 'legacy-let':
      return `let { ${bindings(node.bindings)} }`;
    case 'let':
      return `let ${bindings(node.bindings)} in ${show(node.body)}`;
    case 'parenthesis':
      return show(node.expression);
    case 'function': {
      const formals = node.formals ? printFormals(node.formals, source) : '';
      const at = node.argument !== null && node.formals ? '@' : '';
      return `${node.argument ?? ''}${at}${formals}: ${show(node.body)}`;
    }
    case 'apply':
      return `${show(node.function)} ${show(node.argument)}`;
    case 'select':
      return `${show(node.expression)}.${path(node.path)}${node.fallback ? ` or ${show(node.fallback)}` : ''}`;
    case 'has-attr':
      return `${show(node.expression)} ? ${path(node.path)}`;
    case 'not':
      return `!${show(node.expression)}`;
    case 'negate':
      return `-${show(node.expression)}`;
    case 'binary':
      return `${show(node.left)} ${node.operator} ${show(node.right)}`;
    case 'if':
      return `if ${show(node.condition)} then ${show(node.consequent)} else ${show(node.alternative)}`;
    case 'assert':
      return `assert ${show(node.condition)}; ${show(node.body)}`;
    case 'with':
      return `with ${show(node.scope)}; ${show(node.body)}`;
  }
}

function printBinding(binding: NixBinding, source: string): string {
  if (binding.kind === 'inherit') {
    const from = binding.from ? ` (${printNix(binding.from, source)})` : '';
    return `inherit${from} ${binding.attributes.map((name) => printName(name, source)).join(' ')};`;
  }
  return `${binding.path.map((name) => printName(name, source)).join('.')} = (${printNix(binding.value, source)});`;
}

function printName(name: NixAttrName, source: string): string {
  switch (name.kind) {
    case 'dynamic':
      return `\${${printNix(name.expression, source)}}`;
    case 'string':
      return printString(name, source);
    case 'name':
      return name.name;
  }
}

/** Quoted strings are written anew from their unescaped text; the text of indented ones, whose indentation is kept, as it is. */
function printString({ indented, parts }: NixString, source: string): string {
  if (indented) return `''${parts.map((part) => printPart(part, source)).join('')}''`;
  const escaped = (text: string): string => text.replaceAll(/[\\"$]/g, '\\$&').replaceAll('\r', '\\r');
  return `"${parts.map((part) => (part.kind === 'text' ? escaped(part.text) : printPart(part, source))).join('')}"`;
}

function printPart(part: StringPart, source: string): string {
  return part.kind === 'text' ? source.slice(part.start, part.end) : `\${${printNix(part.expression, source)}}`;
}

function printFormals(formals: NixFormals, source: string): string {
  const names = formals.names.map((one) =>
    one.fallback ? `${one.name} ? (${printNix(one.fallback, source)})` : one.name,
  );
  return `{ ${[...names, ...(formals.open ? ['...'] : [])].join(', ')} }`;
}
