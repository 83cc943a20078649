import type { NixFile } from '../../nix/nix-tree.js';
import type { NixAttrSet, NixBinding, NixExpression, Span } from '../../nix/syntax/syntax-tree.js';
import { staticPath, staticText, withoutParentheses } from '../../nix/syntax/walk.js';

/** An attribute of `flake.nix` with all names from its top: `inputs.nixpkgs.url`, however it is nested. */
export interface FlakeAttribute {
  readonly path: readonly string[];
  /** Without parentheses. */
  readonly value: NixExpression;
  /** Of its binding's names. */
  readonly place: Span;
}

/** What `flake.nix` says before it is evaluated: Nix itself reads all but the outputs without evaluating anything. */
export interface FlakeFile {
  readonly file: NixFile;
  /** Sets before what is in them. Those of `outputs` and deeper than inputs of inputs go are left out. */
  readonly attributes: readonly FlakeAttribute[];
  /** Nothing is `inherit`ed or has a computed name. */
  readonly isComplete: boolean;
}

/** `inputs.a.inputs.b.inputs.c…`: as deep as anybody overrides inputs of inputs. */
const MAX_NAMES = 16;

/** Reads a flake file; null when it does not parse or is not a set. */
export function readFlakeFile(file: NixFile): FlakeFile | null {
  const top = file.parsed.ok ? withoutParentheses(file.parsed.value.tree) : null;
  if (top?.kind !== 'attr-set') return null;
  const attributes: FlakeAttribute[] = [];
  let isComplete = true;
  const pending: { readonly set: NixAttrSet; readonly path: readonly string[] }[] = [{ set: top, path: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const binding of next.set.bindings) {
      const attribute = attributeOf(binding, next.path);
      if (attribute === null) {
        isComplete = false;
        continue;
      }
      attributes.push(attribute);
      const { value, path } = attribute;
      if (path[0] === 'inputs' && value.kind === 'attr-set') pending.push({ set: value, path });
    }
  }
  return { file, attributes, isComplete };
}

function attributeOf(binding: NixBinding, around: readonly string[]): FlakeAttribute | null {
  const names = binding.kind === 'bind' ? staticPath(binding.path) : null;
  if (binding.kind !== 'bind' || names === null || around.length + names.length > MAX_NAMES) return null;
  const place = { start: binding.start, end: binding.path.at(-1)?.end ?? binding.end };
  return { path: [...around, ...names], value: withoutParentheses(binding.value), place };
}

/**
 * The names of the inputs, each with the place that names it first: those of `inputs`, and the arguments of `outputs`, which Nix
 * looks up in the registry. `self` is the flake itself.
 */
export function declaredInputs({ attributes }: FlakeFile): Map<string, Span> {
  const names = new Map<string, Span>();
  const add = (name: string | undefined, place: Span): void => {
    if (name !== undefined && name !== 'self' && !names.has(name)) names.set(name, place);
  };
  for (const { path, place } of attributes) if (path[0] === 'inputs') add(path[1], place);
  const outputs = attributes.find(({ path }) => path.length === 1 && path[0] === 'outputs')?.value;
  for (const formal of outputs?.kind === 'function' ? (outputs.formals?.names ?? []) : []) add(formal.name, formal);
  return names;
}

/** The text of a string without computed parts, else null. */
export function plainString(value: NixExpression): string | null {
  return value.kind === 'string' ? staticText(value.parts) : null;
}
