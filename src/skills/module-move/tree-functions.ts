import type { NixFile, NixTree } from '../../nix/nix-tree.js';
import { functionName } from '../../nix/syntax/called-name.js';
import type { NixBinding, NixExpression } from '../../nix/syntax/syntax-tree.js';
import { staticName, walkExpressions, withoutParentheses } from '../../nix/syntax/walk.js';
import { PathScope } from './path-value.js';

/** Functions that a repository uses on paths, by the last part of their name. */
export interface TreeFunctions {
  /** They list the folder that they are given, and mostly import what is in it; true when they look into its subfolders too. */
  readonly readers: ReadonlyMap<string, boolean>;
  /** They append a text to this folder: `relativeToRoot = lib.path.append ../.`. */
  readonly appenders: ReadonlyMap<string, string>;
}

/** What lists folders in Nix and nixpkgs, and in the libraries that load whole trees. */
const KNOWN_READERS: readonly (readonly [string, boolean])[] = [
  ['readDir', false],
  ['listFilesRecursive', true],
  ['packagesFromDirectoryRecursive', true],
  ['import-tree', true],
  ['loadEvalTests', true],
  ['load', true],
  ['blueprint', true],
  ['flakelight', true],
];

/** A function that lists folders, called by a function that lists folders, and so on: no repository nests them deeper. */
const MAX_ROUNDS = 4;

interface Definition {
  readonly name: string;
  readonly value: NixExpression;
  readonly file: NixFile;
}

/** Finds the functions of a tree that hand a folder they are given on to one that lists it, and those that append to a folder. */
export function treeFunctions(tree: NixTree, flakeOf: (path: string) => string | null): TreeFunctions {
  const readers = new Map(KNOWN_READERS);
  // what is built on the others is a function of a library, with a name too common to be searched for
  let wanted: ReadonlyMap<string, boolean> = new Map(KNOWN_READERS.slice(0, 4));
  for (let round = 0; round < MAX_ROUNDS && wanted.size > 0; round += 1) {
    const found = [...tree.files.values()].flatMap((file) => definedReaders(file, wanted));
    found.push(...importedReaders(tree, wanted));
    wanted = new Map(found.filter(([name]) => !readers.has(name)));
    wanted.forEach((deep, name) => readers.set(name, deep));
  }
  const appenders = new Map<string, string>();
  for (const file of tree.files.values()) {
    if (!file.text.includes('append')) continue;
    for (const { name, value } of definitions(file)) {
      const call = withoutParentheses(value);
      if (call.kind !== 'apply' || functionName(call.function) !== 'append') continue;
      const folder = new PathScope(file, flakeOf(file.path)).staticOf(call.argument);
      if (folder !== null) appenders.set(name, folder);
    }
  }
  return { readers, appenders };
}

type Reader = readonly [name: string, deep: boolean];

/** Functions in a file that give an argument of theirs to one of these functions. */
function definedReaders(file: NixFile, wanted: ReadonlyMap<string, boolean>): Reader[] {
  if (!mentions(file, wanted)) return [];
  return definitions(file).flatMap(({ name, value }): Reader[] => {
    const alias = functionName(value);
    const deep = alias === null ? handsOn(value, wanted, name) : wanted.get(alias);
    return deep === undefined ? [] : [[name, deep]];
  });
}

/** Files that are such a function themselves, by the names under which others import them. */
function importedReaders(tree: NixTree, wanted: ReadonlyMap<string, boolean>): Reader[] {
  const paths = new Map<string, boolean>();
  for (const file of tree.files.values()) {
    const deep = mentions(file, wanted) && file.parsed.ok ? handsOn(file.parsed.value.tree, wanted, null) : undefined;
    if (deep !== undefined) paths.set(file.path, deep);
  }
  if (paths.size === 0) return [];
  const depthOf = (file: NixFile, literal: string): boolean | undefined => {
    const target = tree.resolve(file.path, literal);
    return target.kind === 'nix-file' ? paths.get(target.path) : undefined;
  };
  return [...tree.files.values()].flatMap((file) => {
    const starts = new Map(file.imports.map(({ path, start }) => [start, depthOf(file, path)]));
    if (![...starts.values()].some((deep) => deep !== undefined)) return [];
    return definitions(file).flatMap(({ name, value }): Reader[] => {
      const deep = starts.get(importedAt(value));
      return deep === undefined ? [] : [[name, deep]];
    });
  });
}

/** Where the path of `import ./x.nix` stands, also with arguments; -1 for other expressions. */
function importedAt(value: NixExpression): number {
  let node = withoutParentheses(value);
  while (node.kind === 'apply' && functionName(node.function) !== 'import') node = withoutParentheses(node.function);
  return node.kind === 'apply' ? withoutParentheses(node.argument).start : -1;
}

function mentions(file: NixFile, names: ReadonlyMap<string, boolean>): boolean {
  return [...names.keys()].some((name) => file.text.includes(name));
}

/**
 * Whether a function calls one of these functions with an argument of its own: undefined when not, else whether subfolders are
 * read too. A function that calls itself is taken to do so.
 */
function handsOn(value: NixExpression, wanted: ReadonlyMap<string, boolean>, name: string | null): boolean | undefined {
  const own = new Set<string>();
  let body = withoutParentheses(value);
  while (body.kind === 'function') {
    if (body.argument !== null) own.add(body.argument);
    body.formals?.names.forEach((formal) => own.add(formal.name));
    body = withoutParentheses(body.body);
  }
  if (own.size === 0) return undefined;
  let deep: boolean | undefined;
  let calledItself = false;
  for (const node of walkExpressions(body)) {
    if (node.kind === 'variable' && node.name === name) calledItself = true;
    if (node.kind !== 'apply') continue;
    const reader = wanted.get(functionName(node.function) ?? '');
    const argument = withoutParentheses(node.argument);
    if (reader !== undefined && argument.kind === 'variable' && own.has(argument.name)) deep = reader || deep === true;
  }
  return deep === undefined ? undefined : deep || calledItself;
}

function definitions(file: NixFile): Definition[] {
  if (!file.parsed.ok) return [];
  const found: Definition[] = [];
  for (const node of walkExpressions(file.parsed.value.tree)) {
    if (node.kind !== 'attr-set' && node.kind !== 'let') continue;
    for (const binding of node.bindings) {
      const name = lastName(binding);
      if (binding.kind === 'bind' && name !== null) found.push({ name, value: binding.value, file });
    }
  }
  return found;
}

function lastName(binding: NixBinding): string | null {
  const last = binding.kind === 'bind' ? binding.path.at(-1) : undefined;
  return last === undefined ? null : staticName(last);
}
