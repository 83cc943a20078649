import { bindingsWithPaths } from './binding-paths.js';
import type { NixFile, NixTree } from './nix-tree.js';
import { walkExpressions } from './syntax/walk.js';
import type { NixExpression, Span } from './syntax/syntax-tree.js';

/** A range of a file. */
export interface WrittenAttribute extends Span {
  readonly file: NixFile;
}

/**
 * Where an attribute of a flake's output is written, for `['checks', 'x86_64-linux', 'ports']`: as `checks.SYSTEM.ports`, or
 * `checks.ports` for every system at once, in flake.nix; as `ports` at the top of a file that the value of `checks` imports; as
 * either of the first in one other file. null when it is not written so, or in several.
 */
export function findOutput(tree: NixTree, names: readonly string[]): WrittenAttribute | null {
  const flake = tree.files.get('flake.nix');
  if (flake === undefined) return null;
  const inFlake = inOutput(flake, names);
  if (inFlake !== null) return inFlake;
  const imported = importedBy(tree, flake, names);
  for (const file of imported) {
    const found = atTop(file, names.at(-1) ?? '');
    if (found !== null) return found;
  }
  const elsewhere = [...tree.files.values()].flatMap((file) => (file === flake ? [] : (inOutput(file, names) ?? [])));
  return elsewhere.length === 1 ? (elsewhere[0] ?? null) : null;
}

function inOutput(file: NixFile, [output = '', system = '', ...rest]: readonly string[]): WrittenAttribute | null {
  const last = rest.at(-1);
  if (last === undefined || !file.text.includes(output) || !file.text.includes(last) || !file.parsed.ok) return null;
  for (const { binding, path } of bindingsWithPaths(file.parsed.value.tree)) {
    const at = path.lastIndexOf(output);
    const below = path.slice(at + 1);
    const short = below[0] === system || below[0] === '?' ? below.slice(1) : below;
    if (at >= 0 && sameNames(short, rest)) return nameOf(file, binding);
  }
  return null;
}

/** The files that the value of the output, as a whole or for one system, brings in. */
function importedBy(tree: NixTree, flake: NixFile, [output = '', system = '']: readonly string[]): NixFile[] {
  if (!flake.parsed.ok) return [];
  const found = new Set<NixFile>();
  for (const { binding, path } of bindingsWithPaths(flake.parsed.value.tree)) {
    const below = path.slice(path.lastIndexOf(output) + 1);
    const isWhole = path.includes(output) && (below.length === 0 || (below.length === 1 && isSystem(below[0], system)));
    if (!isWhole || binding.kind !== 'bind') continue;
    for (const node of walkExpressions(binding.value)) {
      if (node.kind !== 'path' || node.text === null) continue;
      const target = tree.resolve(flake.path, node.text);
      const file = target.kind === 'nix-file' ? tree.files.get(target.path) : undefined;
      if (file !== undefined) found.add(file);
    }
  }
  return [...found];
}

function isSystem(name: string | undefined, system: string): boolean {
  return name === system || name === '?';
}

/** In the set that the file is, or that its function gives: not in one that is only bound to a name. */
function atTop(file: NixFile, name: string): WrittenAttribute | null {
  if (!file.parsed.ok) return null;
  let node: NixExpression = file.parsed.value.tree;
  for (let inner = resultOf(node); inner !== null; inner = resultOf(node)) node = inner;
  for (const { binding, path } of bindingsWithPaths(node)) {
    if (path.length === 1 && path[0] === name) return nameOf(file, binding);
  }
  return null;
}

function resultOf(node: NixExpression): NixExpression | null {
  if (node.kind === 'function' || node.kind === 'let' || node.kind === 'with') return node.body;
  return node.kind === 'parenthesis' ? node.expression : null;
}

function sameNames(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((name, i) => name === others[i]);
}

/** The names of the binding, as one range. */
function nameOf(file: NixFile, binding: { start: number; end: number; path?: readonly Span[] }): WrittenAttribute {
  return { file, start: binding.start, end: binding.path?.at(-1)?.end ?? binding.end };
}
