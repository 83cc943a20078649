import { closestName } from '../../base/closest-name.js';
import type { Diagnostic } from '../../base/diagnostic.js';
import type { DeclaredOption } from '../../nix/model/declared-options.js';
import type { FlakeModel } from '../../nix/model/flake-model.js';
import type { OptionUse } from '../../nix/model/option-uses.js';
import type { NixFile } from '../../nix/nix-tree.js';
import { attributePath } from '../../nix/syntax/print-value.js';
import { at } from '../finding.js';
import { TO_BE_READ } from '../import-findings.js';
import { OptionPaths } from './option-paths.js';
import { ownNamespaces, submoduleFiles } from './own-namespaces.js';

interface Declared {
  readonly file: NixFile;
  readonly option: DeclaredOption;
  readonly path: readonly string[];
}

interface Used {
  readonly file: NixFile;
  readonly use: OptionUse;
}

/** All that a flake says of options, and the first names of those that only it declares. */
interface FlakeOptions {
  readonly model: FlakeModel;
  readonly own: ReadonlySet<string>;
  readonly declared: readonly Declared[];
  readonly used: readonly Used[];
}

/**
 * Warnings about options below names that only this flake declares options for: those that no Nix file reads, and those that are
 * set or read and that no file declares. Nothing is said when a file cannot be read, nor where the sources leave it open.
 */
export function optionFindings(model: FlakeModel): Diagnostic[] {
  const files = [...model.tree.files.values()];
  if (files.some(({ parsed }) => !parsed.ok)) return [];
  const others = submoduleFiles(model);
  const declared = files.flatMap((file) =>
    model
      .optionsOf(file.path)
      .flatMap((option) => (option.path === null ? [] : [{ file, option, path: withoutElements(option.path) }])),
  );
  const rooted = declared.filter(({ file }) => !others.has(file.path));
  const own = ownNamespaces(
    model,
    rooted.map(({ path }) => path),
  );
  if (own.size === 0) return [];
  const used = files.flatMap((file) =>
    model.usesOf(file.path).map((use) => ({ file, use: others.has(file.path) ? { ...use, isSure: false } : use })),
  );
  const options = { model, own, declared, used };
  return [
    ...unused(
      options,
      rooted.filter(({ path }) => own.has(path[0] ?? '')),
    ),
    ...undeclared(options),
  ];
}

function unused({ model, used }: FlakeOptions, candidates: readonly Declared[]): Diagnostic[] {
  const reads = used.flatMap(({ use }) => (use.kind === 'set' ? [] : [use]));
  const isHandedOn = reads.some(({ path }) => path.length === 0);
  const named = reads.filter(({ path }) => path.length > 0);
  const read = new OptionPaths(named.map(({ path }) => path));
  const elsewhere = new OptionPaths(named.filter(({ isSure }) => !isSure).map(({ path }) => path));
  const silent = candidates.filter(({ option, path, file }) => {
    // what users choose names for is read by walking over it
    if (option.hidden || path.length !== option.path?.length || TO_BE_READ.test(file.path)) return false;
    return !read.touches(path) && !path.some((_, i) => i > 0 && elsewhere.touches(path.slice(i)));
  });
  const words = isHandedOn ? countWords(model, new Set(silent.map(({ path }) => path.at(-1) ?? ''))) : null;
  const sets = countSets(used);
  return silent.flatMap(({ file, option, path }) => {
    // whoever gets all of `config` has to write the name somewhere: only where it is declared and set is not enough
    const expected = 1 + (sets.get(keyOf(path)) ?? 0);
    if (words !== null && (words.get(path.at(-1) ?? '') ?? 0) > expected) return [];
    const message = `no Nix file reads the option ${JSON.stringify(attributePath(path))}`;
    const help = 'use it where it should have an effect, or remove it';
    return [at(file, option.function, { severity: 'warning', code: 'option-unused', message, help })];
  });
}

function undeclared({ model, own, declared, used }: FlakeOptions): Diagnostic[] {
  const open = [...model.tree.files.keys()].flatMap((path) => model.declarationsOf(path).open);
  const renamed = used.filter(({ use }) => use.kind === 'named').map(({ use }) => use.path);
  const known = new OptionPaths([...declared.map(({ path }) => path), ...open, ...renamed]);
  const { isPossible } = model.reachability();
  const asked = askedByFile(used);
  const told = new Set<string>();
  return used.flatMap(({ file, use }) => {
    const { kind, path, isSure, isOptional } = use;
    if (kind === 'named' || !isSure || isOptional || !own.has(path[0] ?? '') || known.touches(path)) return [];
    if (TO_BE_READ.test(file.path) || !isPossible(file.path) || asked.get(file.path)?.touches(path) === true) return [];
    // one for each group of options that is not there
    const missing = known.unknownPart(path);
    const key = `${file.path}\0${kind}\0${keyOf(missing)}`;
    if (told.has(key)) return [];
    told.add(key);
    const message = `the option ${JSON.stringify(attributePath(path))} is ${kind === 'set' ? 'set' : 'read'}, but no file declares it`;
    const meant = closestName(missing.at(-1) ?? '', known.namesBelow(missing.slice(0, -1)));
    const right = meant === null ? null : attributePath([...missing.slice(0, -1), meant]);
    const help = right === null ? 'declare it, or remove this' : `did you mean ${right}?`;
    return [at(file, use, { severity: 'warning', code: 'option-undeclared', message, help })];
  });
}

/** The options of which a file asks whether they, or what they are in, are there. */
function askedByFile(used: readonly Used[]): Map<string, OptionPaths> {
  const byFile = new Map<string, (readonly string[])[]>();
  for (const { file, use } of used) {
    if (!use.isOptional) continue;
    const paths = byFile.get(file.path);
    if (paths === undefined) byFile.set(file.path, [use.path]);
    else paths.push(use.path);
  }
  return new Map([...byFile].map(([file, paths]) => [file, new OptionPaths(paths)]));
}

function countWords({ tree }: FlakeModel, wanted: ReadonlySet<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of tree.files.values())
    for (const [word] of text.matchAll(/[\w'-]+/g)) if (wanted.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function countSets(used: readonly Used[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { use } of used) {
    const key = keyOf(use.path);
    if (use.kind === 'set') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** Up to the first name that users choose, or that stands for elements of a list. */
function withoutElements(path: readonly string[]): readonly string[] {
  const first = path.findIndex((name) => name === '<name>' || name === '*');
  return first === -1 ? path : path.slice(0, first);
}
