import { functionName } from './called-name.js';
import type { NixExpression, NixPath, StringPart } from './syntax-tree.js';
import { staticPath, withoutParentheses } from './walk.js';

/** A path or a text that may be one, put together from what is written and what is computed. */
export interface JoinedPath {
  /** Null when it cannot be a path of the flake. */
  readonly base: 'file' | 'root' | 'unknown' | null;
  /** The part before the first computed one; without a leading `/`, except for base `file`. */
  readonly path: string;
  readonly computed: boolean;
  /** It is a plain string: nothing in it says that it is a path. */
  readonly isText: boolean;
  /** The computed parts. */
  readonly holes: readonly NixExpression[];
}

type Piece =
  | { readonly kind: 'path'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'self' }
  | { readonly kind: 'hole'; readonly expression: NixExpression };

/** Names that stand for the flake's own tree. */
const SELF = /^(?:inputs\.)?(?:self|flake-self)(?:\.outPath)?$/;

/** A text that can be a path, or the beginning of one. */
const PATH_TEXT = /^[\w.+@/-]*$/;
const MAX_TEXT = 300;

/** Values that are surely no folders of the flake. */
const ELSEWHERE = new Set(['pkgs', 'config', 'cfg', 'lib', 'builtins', 'osConfig', 'stdenv', 'finalAttrs', 'user']);

/**
 * Reads a path, a string or a sum (`./. + "/x"`); null for every other expression. `known` are the names of the file that stand
 * for a path literal.
 */
export function joinedPath(node: NixExpression, known: ReadonlyMap<string, string>): JoinedPath | null {
  const named = node.kind === 'variable' ? known.get(node.name) : undefined;
  if (named !== undefined) return { base: 'file', path: named, computed: false, isText: false, holes: [] };
  if (node.kind !== 'path' && node.kind !== 'string' && !(node.kind === 'binary' && node.operator === '+')) return null;
  const pieces = piecesOf(node, known);
  const holes = pieces.flatMap((piece) => (piece.kind === 'hole' ? piece.expression : []));
  const none: JoinedPath = { base: null, path: '', computed: false, isText: false, holes };
  const [first] = pieces;
  if (first === undefined || isOtherFile(pieces.at(-1))) return none;
  const { written, computed } = writtenBeginning(pieces);
  if (!PATH_TEXT.test(written) || written.length > MAX_TEXT) {
    return first.kind === 'path' ? { ...none, base: 'file', path: first.text } : none;
  }
  const path = written.replace(/^\/+/, '');
  switch (first.kind) {
    case 'path': {
      const isAbsolute = first.text.startsWith('/');
      // `self + path` with `path = /modules/x` somewhere else
      return isAbsolute
        ? { base: 'unknown', path, computed, isText: false, holes }
        : { base: 'file', path: written, computed, isText: false, holes };
    }
    case 'self':
      // alone it is the address of the whole tree in a text, as in `nixfmt --check ${self}`
      return written === '' && !computed
        ? none
        : { base: written.startsWith('/') ? 'root' : null, path, computed, isText: false, holes };
    case 'hole': {
      const isTelling = written.startsWith('/') && path !== '' && !isElsewhere(first.expression);
      return isTelling ? { base: 'unknown', path, computed, isText: false, holes } : none;
    }
    case 'text':
      return mayBePath(written, computed)
        ? { base: written.startsWith('/') ? 'unknown' : 'root', path, computed, isText: true, holes }
        : none;
  }
}

/**
 * Whether a text can be meant as a path of the repository. Absolute ones are mostly places on a machine: only `/a/b` is taken for
 * one, which some join to the flake's root.
 */
function mayBePath(text: string, computed: boolean): boolean {
  if (!/[a-zA-Z0-9]/.test(text)) return false;
  if (text.startsWith('/')) return !computed && (text.endsWith('.nix') || /^\/[^/]+\/[^/]+/.test(text));
  return !computed || text.includes('/');
}

/** It ends in the name of a file that is not Nix: `./${name}.sh`. */
function isOtherFile(last: Piece | undefined): boolean {
  return last?.kind === 'text' && /\.(?!nix$)\w+$/.test(last.text);
}

/** What is written after the first piece when that is a value, else from it on; up to what is computed. */
function writtenBeginning(pieces: readonly Piece[]): { written: string; computed: boolean } {
  let written = '';
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind === 'hole' || piece.kind === 'self') {
      if (i === 0) continue;
      return { written, computed: true };
    }
    if (written.length <= MAX_TEXT) written += piece.text;
  }
  return { written, computed: false };
}

function piecesOf(node: NixExpression, known: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  const pending: NixExpression[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const inner = withoutToString(next);
    if (inner.kind === 'binary' && inner.operator === '+') pending.push(inner.right, inner.left);
    else if (inner.kind === 'path') pieces.push(...pathPieces(inner));
    else if (inner.kind === 'string')
      inner.parts.forEach((part) => pieces.push(pieceOf(part, pieces.length === 0, known)));
    else pieces.push(pieces.length === 0 ? firstPiece(inner, known) : valuePiece(inner));
  }
  return pieces;
}

/** Its first part is always written out. */
function pathPieces({ parts }: NixPath): Piece[] {
  return parts.map((part, i) =>
    part.kind === 'text' ? { kind: i === 0 ? 'path' : 'text', text: part.text } : valuePiece(part.expression),
  );
}

/** A path that a string begins with is what it is about; further ones are printed. */
function pieceOf(part: StringPart, isFirst: boolean, known: ReadonlyMap<string, string>): Piece {
  if (part.kind === 'text') return { kind: 'text', text: part.text };
  return isFirst
    ? firstPiece(withoutToString(part.expression), known)
    : valuePiece(withoutParentheses(part.expression));
}

function firstPiece(inner: NixExpression, known: ReadonlyMap<string, string>): Piece {
  const text = inner.kind === 'path' ? inner.text : inner.kind === 'variable' ? known.get(inner.name) : undefined;
  return typeof text === 'string' ? { kind: 'path', text } : valuePiece(inner);
}

function valuePiece(expression: NixExpression): Piece {
  const name = nameOf(expression);
  return name !== null && SELF.test(name) ? { kind: 'self' } : { kind: 'hole', expression };
}

/** `toString ./.` is the same path, as a text. */
function withoutToString(expression: NixExpression): NixExpression {
  const inner = withoutParentheses(expression);
  return inner.kind === 'apply' && functionName(inner.function) === 'toString'
    ? withoutParentheses(inner.argument)
    : inner;
}

function isElsewhere(expression: NixExpression): boolean {
  const inner = withoutParentheses(expression);
  if (inner.kind === 'apply' || inner.kind === 'string') return true;
  return ELSEWHERE.has(nameOf(inner)?.split('.')[0] ?? '');
}

function nameOf(expression: NixExpression): string | null {
  if (expression.kind === 'variable') return expression.name;
  if (expression.kind !== 'select' || expression.expression.kind !== 'variable') return null;
  const path = staticPath(expression.path);
  return path === null ? null : [expression.expression.name, ...path].join('.');
}
