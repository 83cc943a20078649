import { z } from 'zod';
import { isLibrary } from '../../nix/repository-path.js';
import { flakeModel } from '../../nix/model/flake-model.js';
import { NixFile, NixTree } from '../../nix/nix-tree.js';
import { callProblem, defineSkill, type SkillOutcome } from '../define-skill.js';
import type { FileChange } from '../file-change.js';
import { pathInside } from '../own-file.js';
import { isSelected, MODULES_FOLDER, selectTargets, type Selection } from '../select-files.js';
import { withHeader } from './insert-header.js';
import { moduleEntries } from './module-entries.js';
import { optionEntries } from './option-entries.js';
import { referenceChanges } from './reference-changes.js';

const NAME = 'doc-gen';

/** Writes what the modules say of themselves: a comment at their top, and a reference of all modules and options. Never changes an expression. */
export const docGen = defineSkill({
  name: NAME,
  summary: 'Give modules a header comment, and write a markdown reference of all modules and options',
  options: {
    /** Of the modules that the targets name; the reference is always of the whole tree. */
    headers: z.boolean().default(true),
    /** A folder, or a file that ends in `.md`; null for none. */
    reference: z.string().nullable().default('docs/modules'),
  },
  run: ({ root, targets }, { headers, reference }) => {
    const tree = NixTree.read(root);
    const selection = selectTargets(NAME, { root, targets }, tree);
    if (selection.problems.length > 0) return refused(selection.problems);
    const path = reference === null ? null : pathInside(reference);
    if (reference !== null && path === null) {
      const help = 'give a folder of the repository, a file ending in .md, or null';
      return refused([
        callProblem(NAME, `option reference: ${JSON.stringify(reference)} is no path of the repository`, help),
      ]);
    }
    const written = headers ? headersOf(tree, selection) : [];
    return outcomeOf(tree, written, path);
  },
});

function outcomeOf(tree: NixTree, written: readonly NixFile[], reference: string | null): SkillOutcome {
  const changes = written.map((file): FileChange => ({ kind: 'write', path: file.path, bytes: file.bytes }));
  const added = `${written.length} ${written.length === 1 ? 'header' : 'headers'} added`;
  if (reference === null) {
    return { summary: added, changes, diagnostics: [], outputs: { headers: written.length } };
  }
  // a header moves every line below it, and the reference names lines
  const fresh = new Map(written.map((file) => [file.path, file]));
  const files = [...tree.files.values()]
    .filter((file) => !isLibrary(file.path))
    .map((file) => fresh.get(file.path) ?? file);
  const options = files.flatMap(optionEntries);
  const modules = moduleEntries(files, options);
  const plan = referenceChanges(tree.root, reference, { modules, options });
  return {
    summary: `${added}; ${modules.length} modules with ${options.length} options in ${reference}`,
    changes: [...changes, ...plan.changes],
    diagnostics: plan.problems,
    outputs: { headers: written.length, modules: modules.length, options: options.length },
  };
}

/** The selected modules that get a header, with it. */
function headersOf(tree: NixTree, selection: Selection): NixFile[] {
  const model = flakeModel(tree);
  return [...tree.files.values()].flatMap((file) => {
    if (!isSelected(file.path, selection) || isLibrary(file.path)) return [];
    const isImported = model
      .importersOf(file.path)
      .some(({ literal }) => literal.via !== 'import' && literal.via !== 'callPackage');
    if (!isImported && !file.path.startsWith(`${MODULES_FOLDER}/`)) return [];
    const bytes = withHeader(file);
    return bytes === null ? [] : [new NixFile(file.path, bytes)];
  });
}

function refused(diagnostics: SkillOutcome['diagnostics']): SkillOutcome {
  return { summary: 'nothing was written', changes: [], diagnostics, outputs: {} };
}
