import { lstatSync } from 'node:fs';
import { join, posix } from 'node:path';
import { z } from 'zod';
import { compareText, type Diagnostic } from '../../base/diagnostic.js';
import { NixTree, type NixFile } from '../../nix/nix-tree.js';
import { moduleShape } from '../../nix/syntax/module-shape.js';
import { positionAt } from '../../nix/syntax/position.js';
import { callProblem, defineSkill, type SkillOutcome } from '../define-skill.js';
import type { FileChange } from '../file-change.js';
import { selectTargets } from '../select-files.js';
import { aggregatorText, folderContents, importRanks, inImportOrder, type FolderContents } from './aggregator.js';
import { insertImports } from './insert-imports.js';

const NAME = 'default-nix-create';

/** What is to be done about one folder. */
export interface FolderPlan {
  readonly write: Extract<FileChange, { kind: 'write' }> | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives folders of modules a `default.nix` that imports them all. Existing ones are only changed when asked to, and only added to. */
export const defaultNixCreate = defineSkill({
  name: NAME,
  summary: 'Write a default.nix that imports all modules into every category folder that has none',
  options: {
    /** Also add missing entries to the imports of existing files. */
    update: z.boolean().default(false),
  },
  run: ({ root, targets }, { update }) => {
    const tree = NixTree.read(root);
    const selection = selectTargets(NAME, { root, targets: targets === 'all' ? 'all-categories' : targets }, tree);
    const problems = [...selection.problems, ...notFolders(selection.paths, tree, selection.problems.length)];
    if (problems.length > 0) return outcome([], problems);
    const plans = planFolders(tree, selection.paths, update);
    const diagnostics = plans.flatMap((plan) => plan.diagnostics);
    if (diagnostics.some(({ severity }) => severity === 'error')) return outcome([], diagnostics);
    return outcome(
      plans.flatMap(({ write }) => write ?? []),
      diagnostics,
    );
  },
});

function outcome(changes: NonNullable<FolderPlan['write']>[], diagnostics: readonly Diagnostic[]): SkillOutcome {
  const changed = changes.map(({ path }) => path).sort(compareText);
  const summary = changed.length === 0 ? 'nothing to write' : `${changed.join(', ')}: all modules are imported`;
  return { summary, changes, diagnostics, outputs: { changed } };
}

function notFolders(paths: readonly string[], tree: NixTree, problems: number): Diagnostic[] {
  if (problems > 0) return [];
  return paths
    .filter((path) => !tree.folders.includes(path))
    .map((path) =>
      callProblem(
        NAME,
        `target ${JSON.stringify(path)} is not a folder below the root`,
        'name folders of modules, such as modules/services',
      ),
    );
}

/**
 * What is to be done about folders; with `update` also about those that have a `default.nix`. The deepest come first, so that a
 * subfolder that gets its file in this run is imported by its parent.
 */
export function planFolders(tree: NixTree, paths: readonly string[], update: boolean): FolderPlan[] {
  const folders = [...new Set(paths)].sort((a, b) => b.split('/').length - a.split('/').length || compareText(a, b));
  const planned = new Set<string>();
  const ranks = importRanks(tree);
  return folders.map((folder) => {
    const found = folderContents(tree, folder, ranks);
    const fresh = found.withoutAggregator.filter((path) => planned.has(path));
    const contents: FolderContents = {
      ...found,
      entries: inImportOrder(folder, [...found.entries, ...fresh.map((path) => posix.basename(path))], ranks),
      withoutAggregator: found.withoutAggregator.filter((path) => !planned.has(path)),
    };
    const plan = planFolder(tree, folder, { contents, update });
    if (plan.write !== null) planned.add(folder);
    return plan;
  });
}

function planFolder(
  tree: NixTree,
  folder: string,
  { contents, update }: { contents: FolderContents; update: boolean },
): FolderPlan {
  const path = `${folder}/default.nix`;
  const existing = tree.files.get(path);
  const reached = tree.reachableFrom(path);
  const isReached = (subfolder: string): boolean => [...reached].some((file) => posix.dirname(file) === subfolder);
  const notes = leftOutNotes(folder, {
    ...contents,
    leftOut: contents.leftOut.filter(
      ({ name }) => !reached.has(`${folder}/${name}`) && !reached.has(`${folder}/${name}/default.nix`),
    ),
    withoutAggregator: contents.withoutAggregator.filter((subfolder) => !isReached(subfolder)),
  });
  if (existing !== undefined) {
    const plan = planExisting(tree, existing, { contents, update });
    return { ...plan, diagnostics: [...notes, ...plan.diagnostics] };
  }
  if (lstatSync(join(tree.root, path), { throwIfNoEntry: false }) !== undefined) {
    return {
      write: null,
      diagnostics: [warning('default-nix-unusual', path, { message: 'is no plain file and is left alone' })],
    };
  }
  if (contents.entries.length === 0) {
    return {
      write: null,
      diagnostics: [...notes, warning('nothing-to-import', folder, { message: 'has no modules to import' })],
    };
  }
  const bytes = Buffer.from(aggregatorText(folder, contents.entries));
  return { write: { kind: 'write', path, bytes }, diagnostics: notes };
}

function planExisting(
  tree: NixTree,
  file: NixFile,
  { contents, update }: { contents: FolderContents; update: boolean },
): FolderPlan {
  if (!file.parsed.ok) {
    const { message, line, column } = file.parsed.error;
    return {
      write: null,
      diagnostics: [{ severity: 'error', code: 'nix-syntax', message, location: { file: file.path, line, column } }],
    };
  }
  const folder = posix.dirname(file.path);
  const reached = tree.reachableFrom(file.path);
  const missing = contents.entries.filter(
    (name) => !reached.has(`${folder}/${name}`) && !reached.has(`${folder}/${name}/default.nix`),
  );
  if (missing.length === 0 || file.text.includes('readDir')) return { write: null, diagnostics: [] };
  const { imports } = moduleShape(file.parsed.value.tree);
  // a list that is computed may have them all
  if (imports === null && /\bimports\b/.test(file.text)) return { write: null, diagnostics: [] };
  if (update && imports !== null) {
    return { write: { kind: 'write', path: file.path, bytes: insertImports(file, imports, missing) }, diagnostics: [] };
  }
  const place = imports === null ? {} : positionAt(file.text, imports.start);
  const help =
    imports === null ? 'it has no list `imports = [ … ]` to add them to' : 'add them, or set the option `update: true`';
  const message = `does not import ${missing.join(', ')}`;
  return {
    write: null,
    diagnostics: [
      { ...warning('import-missing', file.path, { message, help }), location: locationOf(file.path, place) },
    ],
  };
}

function locationOf(file: string, place: { readonly line?: number; readonly column?: number }): Diagnostic['location'] {
  return place.line === undefined || place.column === undefined
    ? { file }
    : { file, line: place.line, column: place.column };
}

function leftOutNotes(folder: string, { leftOut, withoutAggregator }: FolderContents): Diagnostic[] {
  return [
    ...leftOut.map(({ name, why }) =>
      warning('not-a-module', `${folder}/${name}`, { message: `is not imported: ${why}` }),
    ),
    ...withoutAggregator.map((path) =>
      warning('folder-not-imported', path, {
        message: 'is not imported: it has no default.nix',
        help: `name ${path} as a target too`,
      }),
    ),
  ];
}

function warning(code: string, file: string, text: Pick<Diagnostic, 'message' | 'help'>): Diagnostic {
  return { severity: 'warning', code, location: { file }, ...text };
}
