import { posix } from 'node:path';
import type { NixFile } from '../../nix/nix-tree.js';
import { functionName } from '../../nix/syntax/called-name.js';
import type { NixBinary, NixExpression, NixPath, NixString, StringPart } from '../../nix/syntax/syntax-tree.js';
import { staticName, staticPath, walkExpressions, withoutParentheses } from '../../nix/syntax/walk.js';

/**
 * What is known of a path: texts, and null for each part that is computed. The first part is a text, from the root; it keeps a
 * slash at its end. Paths above the root begin with `..`.
 */
export type PathPattern = readonly [string, ...(string | null)[]];

/** Variables may be defined by variables; who nests deeper than this is not understood. */
const MAX_DEPTH = 8;

/** Works out which path of the tree an expression of one file means, as far as that is written in the file. */
export class PathScope {
  /** Names that `let` binds once in the file; null for names that mean more than one thing. */
  #names: ReadonlyMap<string, NixExpression | null> | null = null;
  readonly #folder: string;

  constructor(
    private readonly file: NixFile,
    /** The folder that `self` means in this file; null when there is no flake. */
    private readonly flake: string | null,
  ) {
    this.#folder = posix.dirname(file.path);
  }

  /** Null when the beginning of the path is not known, or it is no path of the tree. */
  patternOf(expression: NixExpression, depth = 0): PathPattern | null {
    if (depth > MAX_DEPTH) return null;
    const node = withoutParentheses(expression);
    if (node.kind === 'path') return this.#literal(node);
    if (node.kind === 'variable') return this.#variable(node.name, depth);
    if (node.kind === 'string') return this.#string(node, depth);
    if (node.kind === 'binary' && node.operator === '+') return this.#sum(node, depth);
    if (node.kind === 'apply' && isToString(node.function)) return this.patternOf(node.argument, depth + 1);
    if (node.kind !== 'select') return null;
    return this.#isSelf(node) ? this.#self() : null;
  }

  /** The path when every part of it is known. */
  staticOf(expression: NixExpression): string | null {
    const pattern = this.patternOf(expression);
    return pattern?.length === 1 ? withoutSlash(pattern[0]) : null;
  }

  #literal(node: NixPath): PathPattern | null {
    const [first, ...rest] = node.parts.map(partText);
    if (typeof first !== 'string' || /^[/~]/.test(first)) return null;
    return [posix.join(this.#folder, first), ...rest];
  }

  #variable(name: string, depth: number): PathPattern | null {
    const value = this.#bound().get(name);
    if (value === undefined) return name === 'self' ? this.#self() : null;
    return value === null ? null : this.patternOf(value, depth + 1);
  }

  #string({ parts }: NixString, depth: number): PathPattern | null {
    const [first, ...rest] = parts;
    if (first?.kind !== 'interpolation') return null;
    return joined(this.patternOf(first.expression, depth + 1), rest.map(partText));
  }

  #sum(node: NixBinary, depth: number): PathPattern | null {
    const base = this.patternOf(node.left, depth + 1);
    if (base === null) return null;
    const right = withoutParentheses(node.right);
    const parts = right.kind === 'string' || right.kind === 'path' ? right.parts.map(partText) : [null];
    return joined(base, parts);
  }

  #self(): PathPattern | null {
    return this.flake === null ? null : [this.flake];
  }

  /** `self`, `inputs.self`, `self.outPath`. */
  #isSelf(node: NixExpression): boolean {
    if (node.kind === 'variable') return node.name === 'self' && !this.#bound().has('self');
    if (node.kind !== 'select') return false;
    const names = staticPath(node.path) ?? [];
    const rest = names.at(-1) === 'outPath' ? names.slice(0, -1) : names;
    return rest.length === 0 ? this.#isSelf(node.expression) : rest.at(-1) === 'self';
  }

  #bound(): ReadonlyMap<string, NixExpression | null> {
    return (this.#names ??= boundNames(this.file));
  }
}

/** A path without the slash at its end; `.` is the root. */
export function withoutSlash(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/$/, '');
}

/** The text of a part, null for what is computed. */
export function partText(part: StringPart): string | null {
  return part.kind === 'text' ? part.text : null;
}

function joined(base: PathPattern | null, parts: readonly (string | null)[]): PathPattern | null {
  if (base === null) return null;
  const [first, ...rest] = parts;
  if (first === undefined) return base;
  const last = base.at(-1) ?? null;
  // two texts side by side are one; `.` is the root
  if (last === null || first === null) return [...base, first, ...rest];
  const text = base.length === 1 ? posix.normalize(last + first) : last + first;
  return base.length === 1 ? [text, ...rest] : [base[0], ...base.slice(1, -1), text, ...rest];
}

function isToString(called: NixExpression): boolean {
  return ['toString', 'toPath'].includes(functionName(called) ?? '');
}

function boundNames(file: NixFile): Map<string, NixExpression | null> {
  const names = new Map<string, NixExpression | null>();
  if (!file.parsed.ok) return names;
  const bind = (name: string, value: NixExpression | null): void => {
    names.set(name, names.has(name) ? null : value);
  };
  for (const node of walkExpressions(file.parsed.value.tree)) {
    if (node.kind === 'function') {
      // `self` of a flake's outputs, and as it is handed on to modules, is what it is everywhere
      const formals = [...(node.formals?.names ?? []).map(({ name }) => name), node.argument ?? 'self'];
      formals.filter((name) => name !== 'self').forEach((name) => bind(name, null));
    }
    if (node.kind !== 'let' && !(node.kind === 'attr-set' && node.recursive)) continue;
    for (const binding of node.bindings) {
      const [name, ...more] = binding.kind === 'bind' ? binding.path.map(staticName) : [];
      if (binding.kind === 'bind' && typeof name === 'string') bind(name, more.length === 0 ? binding.value : null);
    }
  }
  return names;
}
