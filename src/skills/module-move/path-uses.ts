import { posix } from 'node:path';
import type { NixFile } from '../../nix/nix-tree.js';
import type { NixBinary, NixExpression, NixPath, NixString, Span } from '../../nix/syntax/syntax-tree.js';
import { staticText, walkExpressions, withoutParentheses } from '../../nix/syntax/walk.js';
import { PathRoles, type PathRole } from './path-roles.js';
import { partText, PathScope, type PathPattern } from './path-value.js';
import type { TreeFunctions } from './tree-functions.js';

/** How a path is written, with what an edit of it needs. */
export type PathForm =
  /** A path literal; `head` is its text up to the first interpolation. */
  | { readonly kind: 'literal'; readonly head: Span & { readonly text: string }; readonly whole: boolean }
  /** `./folder + "/name"`. */
  | { readonly kind: 'sum'; readonly literal: NixPath; readonly tail: Tail }
  /** `"${self}/name"`, `self + "/name"`, `relativeToRoot "name"`: a text behind a folder that is known. */
  | { readonly kind: 'tail'; readonly base: string; readonly tail: Tail }
  /** A path behind a computed one; there is nothing to edit. */
  | { readonly kind: 'computed' };

export interface Tail extends Span {
  readonly text: string;
  readonly quote: '"' | "''" | null;
}

/** An expression that means a path of the tree. */
export interface PathUse {
  readonly span: Span;
  readonly pattern: PathPattern;
  readonly role: PathRole;
  readonly form: PathForm;
}

/** A text that may be a path, though what stands before it, or what is made of it, is not known. */
export interface PathHint {
  readonly span: Span;
  readonly text: string;
  /** `tail`: behind something computed; `text`: a string of its own. */
  readonly kind: 'tail' | 'text';
}

export interface FilePaths {
  readonly uses: readonly PathUse[];
  readonly hints: readonly PathHint[];
}

/** Beginnings that lead out of the repository. */
const ELSEWHERE = /\b(?:inputs|pkgs|modulesPath|nixpkgs|sources|config|cfg)\b/;

/** Everything in a file that means a path, or may do so. Empty for a file that does not parse. */
export function filePaths(file: NixFile, flake: string | null, functions: TreeFunctions): FilePaths {
  if (!file.parsed.ok) return { uses: [], hints: [] };
  const reader = new PathReader(file, flake, functions);
  for (const node of walkExpressions(file.parsed.value.tree)) reader.visit(node);
  return reader;
}

class PathReader implements FilePaths {
  readonly uses: PathUse[] = [];
  readonly hints: PathHint[] = [];
  /** Parts of an expression that was understood as a whole. */
  readonly #done = new Set<NixExpression>();
  readonly #scope: PathScope;
  readonly #roles: PathRoles;

  constructor(
    private readonly file: NixFile,
    flake: string | null,
    private readonly functions: TreeFunctions,
  ) {
    this.#scope = new PathScope(file, flake);
    this.#roles = new PathRoles(file, functions.readers);
  }

  visit(node: NixExpression): void {
    if (this.#done.has(node)) return;
    if (node.kind === 'path') this.#literal(node);
    if (node.kind === 'string') this.#string(node);
    if (node.kind === 'binary' && node.operator === '+') this.#sum(node);
  }

  #literal(node: NixPath): void {
    const pattern = this.#scope.patternOf(node);
    const [head] = node.parts;
    if (pattern === null || head?.kind !== 'text') return;
    this.#push(node, pattern, { kind: 'literal', head, whole: node.parts.length === 1 });
  }

  #string(node: NixString): void {
    const [first, second] = node.parts;
    const text = staticText(node.parts);
    if (text !== null) this.#text(node, text);
    if (first?.kind !== 'interpolation' || second?.kind !== 'text') return;
    const base = this.#scope.patternOf(first.expression);
    if (base === null) {
      this.#hint(node, first.expression);
      return;
    }
    if (!second.text.startsWith('/')) return;
    const quote = node.indented ? ("''" as const) : ('"' as const);
    const pattern = this.#scope.patternOf(node);
    // a text that only begins with a path, such as a script, is none
    if (pattern === null || pattern.some((part) => part !== null && /\s/.test(part))) return;
    const tail = { start: second.start, end: second.end, text: second.text, quote };
    this.#push(node, pattern, base.length === 1 ? { kind: 'tail', base: base[0], tail } : { kind: 'computed' });
  }

  /** A string without anything computed: an argument of a function that appends it to a folder, or just a text. */
  #text(node: NixString, text: string): void {
    const base = this.#roles.appendedTo(node, this.functions.appenders);
    const [part] = node.parts;
    if (base === null || part === undefined) {
      if (text.includes('/') || text.includes('.')) this.hints.push({ span: node, text, kind: 'text' });
      return;
    }
    const quote = node.indented ? ("''" as const) : ('"' as const);
    const tail = { start: part.start, end: part.end, text, quote };
    this.#push(node, [posix.join(base, text)], { kind: 'tail', base, tail });
  }

  #sum(node: NixBinary): void {
    const left = withoutParentheses(node.left);
    const right = withoutParentheses(node.right);
    if (right.kind !== 'string' && right.kind !== 'path') return;
    const [first] = right.parts;
    const base = this.#scope.patternOf(node.left);
    if (base === null) {
      this.#hint(right, left);
      return;
    }
    const pattern = this.#scope.patternOf(node);
    if (pattern === null) return;
    this.#done.add(right);
    const quote = right.kind === 'path' ? null : right.indented ? "''" : '"';
    if (first?.kind !== 'text' || base.length > 1) {
      this.#push(node, pattern, { kind: 'computed' });
      return;
    }
    const tail = { start: first.start, end: first.end, text: first.text, quote } as const;
    if (left.kind === 'path') {
      this.#done.add(left);
      this.#push(node, pattern, { kind: 'sum', literal: left, tail });
    } else {
      this.#push(node, pattern, { kind: 'tail', base: base[0], tail });
    }
  }

  #push(node: NixExpression, pattern: PathPattern, form: PathForm): void {
    this.uses.push({ span: node, pattern, role: this.#roles.roleOf(node), form });
  }

  #hint(node: NixString | NixPath, beginning: NixExpression): void {
    const last = node.parts.at(-1);
    const text = last === undefined ? null : partText(last);
    if (text === null || !text.startsWith('/') || /\s/.test(text)) return;
    if (ELSEWHERE.test(this.file.text.slice(beginning.start, beginning.end))) return;
    this.hints.push({ span: node, text, kind: 'tail' });
  }
}
