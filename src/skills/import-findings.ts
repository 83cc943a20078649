import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.js';
import type { BrokenImport, FlakeModel, ImportEdge } from '../nix/model/flake-model.js';
import { moduleShape } from '../nix/syntax/module-shape.js';
import { withoutParentheses } from '../nix/syntax/walk.js';
import { at } from './finding.js';

/** Files that look before they leap, or read folders, may name what is not always there, or is no import. */
const LOOKS_ITSELF = /\b(?:pathExists|readDir|listFilesRecursive)\b/;

/** Folders of files that are to be read or copied, not imported. */
export const TO_BE_READ = /(?:^|\/)(?:docs?|documentation|examples?|templates?|archive|attic|old|tests?|skills)\//i;

/** What is wrong with the imports of all files: broken ones, wrong shapes, entries written twice, circles. */
export function importFindings(model: FlakeModel): Diagnostic[] {
  return [
    ...model.broken.flatMap((one) => brokenImport(model, one)),
    ...[...model.tree.files.keys()].flatMap((path) => model.importsOf(path).flatMap((edge) => wrongShape(model, edge))),
    ...model.duplicates.flatMap(({ again }) => duplicate(model, again)),
    ...model.cycles.flatMap((cycle) => circle(model, cycle)),
  ];
}

function brokenImport(model: FlakeModel, { from, literal, target }: BrokenImport): Diagnostic[] {
  const file = model.tree.files.get(from);
  if (file === undefined || target.kind === 'nix-file' || target.kind === 'other') return [];
  const severity = mayBeRead(model, from) && !LOOKS_ITSELF.test(file.text) ? 'error' : 'warning';
  if (target.kind === 'outside') {
    const [message, help] = [`${literal.path} is outside the repository`, 'a flake can only read its own files'];
    return [at(file, literal, { severity, code: 'import-outside', message, help })];
  }
  const isFolder = lstatSync(join(model.tree.root, target.path), { throwIfNoEntry: false })?.isDirectory() === true;
  // a folder in a list of another name may be for a function that reads it
  if (isFolder && (literal.via === 'modules' || literal.via === 'list') && LOOKS_ITSELF.test(file.text)) return [];
  const message = isFolder ? `${literal.path} is a folder without default.nix` : `${literal.path} does not exist`;
  const help = isFolder
    ? `write ${target.path}/default.nix, or name the files of the folder`
    : `there is no ${target.path} in the repository`;
  return [at(file, literal, { severity, code: 'import-missing', message, help })];
}

/**
 * Whether Nix may read the file where it lies, also by a computed path. What nothing can reach may be an example, or be copied to
 * a place where the rest is, as the files of a flake inside of this one may.
 */
function mayBeRead(model: FlakeModel, path: string): boolean {
  if (!model.tree.files.has('flake.nix') || path === 'flake.nix') return true;
  const isNested = folders(path).some((folder) => model.tree.files.has(`${folder}/flake.nix`));
  const isExample = TO_BE_READ.test(path) && model.importersOf(path).length === 0;
  return !isNested && !isExample && model.reachability().isPossible(path);
}

function folders(path: string): string[] {
  const found: string[] = [];
  for (let folder = posix.dirname(path); folder !== '.'; folder = posix.dirname(folder)) found.push(folder);
  return found;
}

function wrongShape({ tree }: FlakeModel, { from, to, literal }: ImportEdge): Diagnostic[] {
  if (literal.via !== 'imports' && literal.via !== 'modules') return [];
  const [file, imported] = [tree.files.get(from), tree.files.get(to)];
  if (file === undefined || imported?.parsed.ok !== true) return [];
  if (moduleShape(imported.parsed.value.tree).kind === 'module') return [];
  const { kind } = withoutParentheses(imported.parsed.value.tree);
  if (!['list', 'string', 'int', 'float', 'uri', 'path', 'search-path'].includes(kind)) return [];
  const help = 'a module is a set, or a function `{ config, lib, pkgs, ... }:` to a set';
  const message = `${literal.path} is a ${kind}, not a module`;
  // an attribute that is called modules may hold anything
  const severity = literal.via === 'imports' ? 'error' : 'warning';
  return kind === 'path' || kind === 'search-path'
    ? []
    : [at(file, literal, { severity, code: 'not-a-module', message, help })];
}

function duplicate({ tree }: FlakeModel, { from, literal }: ImportEdge): Diagnostic[] {
  const file = tree.files.get(from);
  if (file === undefined || literal.via === 'import' || literal.via === 'callPackage') return [];
  const message = `${literal.path} is imported twice in this list`;
  const severity = literal.via === 'imports' ? 'error' : 'warning';
  return [at(file, literal, { severity, code: 'import-duplicate', message, help: 'remove one of the two' })];
}

/** NixOS takes each file once and goes on; module systems without that memory never end. */
function circle({ tree }: FlakeModel, cycle: readonly ImportEdge[]): Diagnostic[] {
  const closing = cycle.at(-1);
  const file = tree.files.get(closing?.from ?? '');
  if (closing === undefined || file === undefined) return [];
  const shown = cycle.length > 8 ? [...cycle.slice(0, 7).map(({ from }) => from), '…'] : cycle.map(({ from }) => from);
  const message = `modules import each other in a circle: ${[...shown, closing.to].join(' → ')}`;
  const help = 'remove one of the imports';
  return [at(file, closing.literal, { severity: 'warning', code: 'import-cycle', message, help })];
}
