import { err, ok, type Result } from '../../base/result.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { boundNames } from '../../nix/syntax/free-variables.js';
import type { NixSource } from '../../nix/syntax/parse-nix.js';
import type {
  NixAttrSet,
  NixExpression,
  NixFormals,
  NixLet,
  NixString,
  NixWith,
  Span,
} from '../../nix/syntax/syntax-tree.js';
import { staticName, walkExpressions } from '../../nix/syntax/walk.js';
import { segmentsOf, type Segment } from './segments.js';

/** Why a module stays as it is, with the place. */
export interface Refusal {
  readonly span: Span;
  readonly why: string;
}

/** A module of the form `{ arguments }: with …; let … in { … }`, taken apart; `with` and `let` may be missing. */
export interface ModuleLayout {
  readonly file: NixFile;
  readonly source: NixSource;
  readonly strings: readonly NixString[];
  readonly formals: NixFormals;
  /** `args` of `args@{ … }:`. */
  readonly argument: string | null;
  readonly with: NixWith | null;
  readonly let: NixLet | null;
  readonly bindings: readonly Segment[];
  readonly body: NixAttrSet;
  readonly settings: readonly Segment[];
}

/** Takes a module apart, or says what about it is not of that form. */
export function moduleLayout(file: NixFile, source: NixSource): Result<ModuleLayout, Refusal> {
  const top = source.tree;
  if (top.kind !== 'function' || top.formals === null) return refuse(top, 'it is not a function of named arguments');
  const inner = innerParts(top.body);
  if (!inner.ok) return inner;
  const { with: scope, let: letIn, body } = inner.value;
  const unsafe = positionDependent(top);
  if (unsafe !== null) return refuse(unsafe, 'what this gives depends on the file that it stands in');
  const { text } = file;
  const settings = segmentsOf(text, { bindings: body.bindings, inside: insideOf(body) }, source.comments);
  if (settings === null) return refuse(body, 'its settings are not on lines of their own');
  const bindings = letIn === null ? [] : letSegments(text, letIn, source);
  if (letIn !== null && bindings === null)
    return refuse(letIn, 'the bindings of its let are not on lines of their own');
  const computed = letIn?.bindings.find(
    (binding) =>
      binding.kind === 'bind' && (binding.path.length > 1 || binding.path.some((part) => staticName(part) === null)),
  );
  if (computed !== undefined) return refuse(computed, 'a let binding of more than one name cannot be separated');
  return ok({
    ...{ file, source, formals: top.formals, argument: top.argument, with: scope, let: letIn, body, settings },
    bindings: bindings ?? [],
    strings: [...walkExpressions(top)].filter((node) => node.kind === 'string'),
  });
}

/** The range between the brackets of a set. */
export function insideOf({ start, end }: NixAttrSet): Span {
  return { start: start + 1, end: end - 1 };
}

interface InnerParts {
  readonly with: NixWith | null;
  readonly let: NixLet | null;
  readonly body: NixAttrSet;
}

function innerParts(inside: NixExpression): Result<InnerParts, Refusal> {
  let scope: NixWith | null = null;
  let letIn: NixLet | null = null;
  let node = inside;
  while (node.kind === 'with' || node.kind === 'let') {
    if (node.kind === 'with' && scope !== null) return refuse(node, 'it has more than one with around its settings');
    if (node.kind === 'let' && letIn !== null) return refuse(node, 'it has more than one let around its settings');
    if (node.kind === 'with') scope = node;
    else letIn = node;
    node = node.body;
  }
  if (node.kind !== 'attr-set') return refuse(node, 'its settings are not written as one set');
  if (node.recursive) return refuse(node, 'its settings are a rec set: they may use each other');
  return ok({ with: scope, let: letIn, body: node });
}

function letSegments(text: string, letIn: NixLet, { comments }: NixSource): Segment[] | null {
  const last = letIn.bindings.at(-1)?.end ?? letIn.start + 3;
  const between = comments.filter(({ start, end }) => start >= last && end <= letIn.body.start);
  // `in` is the first word behind the last binding that is not in a comment
  let at = last;
  for (;;) {
    const comment = between.find(({ start, end }) => start <= at && at < end);
    if (comment !== undefined) at = comment.end;
    else if (/\s/.test(text[at] ?? '')) at += 1;
    else break;
  }
  return segmentsOf(text, { bindings: letIn.bindings, inside: { start: letIn.start + 3, end: at } }, comments);
}

/** `__curPos` and the positions of attributes name the file; nothing that uses them may move. */
function positionDependent(tree: NixExpression): NixExpression | null {
  for (const node of walkExpressions(tree)) {
    if (node.kind === 'variable' && /^__(?:curPos|unsafeGetAttrPos)$/.test(node.name)) return node;
    if (node.kind === 'select' && node.path.some((part) => staticName(part) === 'unsafeGetAttrPos')) return node;
  }
  return null;
}

/** The names that a segment of a `let` binds. */
export function namesOf({ binding }: Segment): Set<string> {
  return boundNames({ bindings: [binding] });
}

export function refuse(span: Span, why: string): Result<never, Refusal> {
  return err({ span, why });
}
