import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Location } from '../base/diagnostic.js';
import type { DiagnoseContext } from './diagnose-context.js';
import { bindingsWithPaths } from './binding-paths.js';
import { findArgument, findConditionalImports, findDeclaration } from './find-declared.js';
import { findImport } from './find-import.js';
import { findOutput } from './find-output.js';
import { locate } from './locate.js';
import type { NixFile, NixTree } from './nix-tree.js';
import { lineText } from './syntax/position.js';
import { staticText, walkExpressions } from './syntax/walk.js';

/** Answers the questions of `diagnose` from the files of a repository. */
export function treeContext(tree: NixTree): DiagnoseContext {
  return {
    root: tree.root,
    exists: (path) => tree.files.has(path),
    findImport: (path) => findImport(tree, path),
    findBinding: (path, option) => findBinding(tree.files.get(path), option),
    findDeclaration: (option) => findDeclaration(tree, option),
    findArgument: (path, name) => findArgument(tree.files.get(path), name),
    findConditionalImports: () => findConditionalImports(tree),
    findOutput: (names) => {
      const found = findOutput(tree, names);
      return found === null ? null : locate(found.file, found.start, found.end);
    },
    findText: (text) => findText(tree, text),
    isInLock: (text) => readLock(tree.root).includes(text),
    sourceLine: (path, line) => {
      const file = tree.files.get(path);
      return file === undefined ? undefined : lineText(file.text, line);
    },
  };
}

const LARGEST_LOCK = 4 * 1024 * 1024;

/** Empty when there is none, or a link in its place. */
function readLock(root: string): string {
  const path = join(root, 'flake.lock');
  const file = lstatSync(path, { throwIfNoEntry: false });
  return file?.isFile() === true && file.size <= LARGEST_LOCK ? readFileSync(path, 'utf8') : '';
}

/** The binding that sets an option, written in one piece (`a.b.c = …`), nested, or below a `config`. */
function findBinding(file: NixFile | undefined, option: string): Location | null {
  if (file?.parsed.ok !== true) return null;
  const wanted = option.split('.');
  let best: { start: number; end: number; depth: number } | null = null;
  for (const { binding, path } of bindingsWithPaths(file.parsed.value.tree)) {
    const depth = agreement(path, wanted);
    const last = binding.kind === 'bind' ? binding.path.at(-1) : undefined;
    if (last !== undefined && depth > (best?.depth ?? 0)) best = { start: binding.start, end: last.end, depth };
  }
  return best === null ? null : locate(file, best.start, best.end);
}

/**
 * How many names of the wanted option a path of bindings spells out, beginning anywhere in the path; either may be longer.
 * One name in common is no evidence when the option has more.
 */
function agreement(path: readonly string[], wanted: readonly string[]): number {
  for (let start = 0; start < path.length; start += 1) {
    const length = Math.min(path.length - start, wanted.length);
    const agrees = wanted.slice(0, length).every((name, i) => name === path[start + i]);
    if (agrees && length >= Math.min(2, wanted.length)) return length;
  }
  return 0;
}

function findText(tree: NixTree, text: string): Location | null {
  for (const file of tree.files.values()) {
    if (!file.text.includes(text) || !file.parsed.ok) continue;
    for (const node of walkExpressions(file.parsed.value.tree)) {
      if (node.kind === 'string' && staticText(node.parts) === text) return locate(file, node.start, node.end);
    }
  }
  return null;
}
