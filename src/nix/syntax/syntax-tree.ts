/** A half-open range of UTF-16 offsets into the source text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Any expression of the Nix language. Nodes are plain data and keep their place, so that edits go by position. */
export type NixExpression =
  | NixVariable
  | NixLiteral
  | NixPath
  | NixString
  | NixList
  | NixAttrSet
  | NixLegacyLet
  | NixParenthesis
  | NixFunction
  | NixApply
  | NixSelect
  | NixHasAttr
  | NixUnary
  | NixBinary
  | NixIf
  | NixAssert
  | NixWith
  | NixLet;

export interface NixVariable extends Span {
  readonly kind: 'variable';
  readonly name: string;
}

export interface NixLiteral extends Span {
  readonly kind: 'int' | 'float' | 'uri' | 'search-path';
  readonly text: string;
}

/** `./a/b.nix`, `~/x`, `./${name}.nix`. `text` is null when the path is interpolated. */
export interface NixPath extends Span {
  readonly kind: 'path';
  readonly parts: readonly StringPart[];
  readonly text: string | null;
}

/** `"…"` and `''…''`. Text parts are unescaped; the indentation of `''` strings is kept. */
export interface NixString extends Span {
  readonly kind: 'string';
  readonly indented: boolean;
  readonly parts: readonly StringPart[];
}

export type StringPart =
  | (Span & { readonly kind: 'text'; readonly text: string })
  | (Span & { readonly kind: 'interpolation'; readonly expression: NixExpression });

export interface NixList extends Span {
  readonly kind: 'list';
  readonly items: readonly NixExpression[];
}

export interface NixAttrSet extends Span {
  readonly kind: 'attr-set';
  readonly recursive: boolean;
  readonly bindings: readonly NixBinding[];
}

/** `let { body = …; }`, older than `let … in`. */
export interface NixLegacyLet extends Span {
  readonly kind: 'legacy-let';
  readonly bindings: readonly NixBinding[];
}

export interface NixParenthesis extends Span {
  readonly kind: 'parenthesis';
  readonly expression: NixExpression;
}

export interface NixFunction extends Span {
  readonly kind: 'function';
  /** `x:` or the name beside `@`; null for a bare `{ … }:`. */
  readonly argument: string | null;
  readonly formals: NixFormals | null;
  readonly body: NixExpression;
}

export interface NixFormals extends Span {
  readonly names: readonly NixFormal[];
  /** Ends with `...`. */
  readonly open: boolean;
}

export interface NixFormal extends Span {
  readonly name: string;
  readonly fallback: NixExpression | null;
}

export interface NixApply extends Span {
  readonly kind: 'apply';
  readonly function: NixExpression;
  readonly argument: NixExpression;
}

export interface NixSelect extends Span {
  readonly kind: 'select';
  readonly expression: NixExpression;
  readonly path: NixAttrPath;
  /** After `or`. */
  readonly fallback: NixExpression | null;
}

export interface NixHasAttr extends Span {
  readonly kind: 'has-attr';
  readonly expression: NixExpression;
  readonly path: NixAttrPath;
}

export interface NixUnary extends Span {
  readonly kind: 'not' | 'negate';
  readonly expression: NixExpression;
}

export interface NixBinary extends Span {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: NixExpression;
  readonly right: NixExpression;
}

export interface NixIf extends Span {
  readonly kind: 'if';
  readonly condition: NixExpression;
  readonly consequent: NixExpression;
  readonly alternative: NixExpression;
}

export interface NixAssert extends Span {
  readonly kind: 'assert';
  readonly condition: NixExpression;
  readonly body: NixExpression;
}

export interface NixWith extends Span {
  readonly kind: 'with';
  readonly scope: NixExpression;
  readonly body: NixExpression;
}

export interface NixLet extends Span {
  readonly kind: 'let';
  readonly bindings: readonly NixBinding[];
  readonly body: NixExpression;
}

export type NixBinding =
  | (Span & { readonly kind: 'bind'; readonly path: NixAttrPath; readonly value: NixExpression })
  | (Span & { readonly kind: 'inherit'; readonly from: NixExpression | null; readonly attributes: NixAttrPath });

export type NixAttrPath = readonly NixAttrName[];

export type NixAttrName =
  | (Span & { readonly kind: 'name'; readonly name: string })
  | (Span & { readonly kind: 'dynamic'; readonly expression: NixExpression })
  | NixString;

/** `# …` up to the end of its line, or the whole block comment. */
export interface NixComment extends Span {
  readonly text: string;
}
