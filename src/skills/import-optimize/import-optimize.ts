import { posix } from 'node:path';
import { z } from 'zod';
import { compareText, type Diagnostic } from '../../base/diagnostic.js';
import { NixFile, NixTree } from '../../nix/nix-tree.js';
import { planFolders } from '../default-nix-create/default-nix-create.js';
import { defineSkill, type SkillOutcome } from '../define-skill.js';
import type { FileChange } from '../file-change.js';
import { at } from '../finding.js';
import { categories, isSelected, selectTargets } from '../select-files.js';
import { optimizeTree, type OptimizedTree } from './optimize-tree.js';
import type { SkippedAggregator } from './optimize-tree.js';

const NAME = 'import-optimize';

/** Shortens lists of modules. Which modules a list brings in stays the same but for `allow_more`; their order may change. */
export const importOptimize = defineSkill({
  name: NAME,
  summary: 'Replace imports by the default.nix that lists the same modules, and drop what is imported twice',
  options: {
    remove_duplicates: z.boolean().default(true),
    use_aggregators: z.boolean().default(true),
    /** Also use aggregators that bring in further modules which do nothing until they are enabled. */
    allow_more: z.boolean().default(false),
    /** Write a `default.nix` first for targets, or for all categories, that have none. */
    create: z.boolean().default(false),
  },
  run: (context, options) => {
    const tree = NixTree.read(context.root);
    const selection = selectTargets(NAME, context, tree);
    if (selection.problems.length > 0)
      return { summary: 'nothing was changed', changes: [], diagnostics: selection.problems, outputs: {} };
    const files = selection.paths.filter((path) => tree.files.has(path));
    const folders = selection.paths.filter((path) => !tree.files.has(path));
    const named = Array.isArray(context.targets) ? folders : [];
    const created = options.create ? create(tree, context.targets === 'all' ? categories(tree) : folders) : [];
    const result = optimizeTree(tree.withFiles(created), {
      removeDuplicates: options.remove_duplicates,
      useAggregators: options.use_aggregators,
      allowMore: options.allow_more,
      isWanted: (path) => folders.length === 0 || isSelected(path, { paths: folders }),
      isEdited: (path) => files.length === 0 || files.includes(path),
    });
    return outcome(created, result, named);
  },
});

/** The files that default-nix-create would write for folders that have none. */
function create(tree: NixTree, folders: readonly string[]): NixFile[] {
  const lacking = folders.filter((path) => tree.folders.includes(path) && !tree.files.has(`${path}/default.nix`));
  const writes = planFolders(tree, lacking, false).flatMap(({ write }) => write ?? []);
  return writes.map(({ path, bytes }) => new NixFile(path, bytes));
}

function outcome(created: readonly NixFile[], result: OptimizedTree, named: readonly string[]): SkillOutcome {
  const { lists, skipped } = result;
  const written = new Map([...created, ...result.files].map((file) => [file.path, file]));
  const changes = [...written.values()].map(({ path, bytes }): FileChange => ({ kind: 'write', path, bytes }));
  const files = changes.flatMap((change) => (change.kind === 'write' ? change.path : [])).sort(compareText);
  const dropped = lists.reduce((sum, list) => sum + list.dropped.length, 0);
  const aggregators = lists.reduce((sum, list) => sum + list.aggregators.length, 0);
  const isNamed = ({ aggregator }: SkippedAggregator): boolean => named.includes(posix.dirname(aggregator));
  const left =
    skipped.length === 0
      ? ''
      : `; ${skipped.length} aggregators could not be used where some of their modules are imported`;
  const done = `${files.length} files written: ${dropped} imports gone, ${aggregators} aggregators in their place`;
  return {
    summary: (files.length === 0 ? 'nothing to shorten' : done) + left,
    changes,
    diagnostics: [...skipped.filter(isNamed).map(remark), ...unusable(named, result)],
    outputs: {
      files,
      created: created.map(({ path }) => path),
      dropped,
      aggregators,
      skipped: skipped.length,
      lists: lists.map((list) => ({ ...list })),
      twice: result.twice.map((one) => ({ ...one })),
    },
  };
}

function remark({ file, item, aggregator, why }: SkippedAggregator): Diagnostic {
  const message = `${posix.dirname(aggregator)} cannot stand for its modules here: ${why}`;
  return at(file, item, { severity: 'warning', code: 'aggregator-not-used', message });
}

/** Named folders whose `default.nix` is not there, or is more than a list of imports. */
function unusable(named: readonly string[], { tree, isCategory }: OptimizedTree): Diagnostic[] {
  return named.flatMap((folder): Diagnostic[] => {
    const path = `${folder}/default.nix`;
    const hasBelow = [...tree.files.keys()].some((file) => isCategory(file) && file.startsWith(`${folder}/`));
    if (isCategory(path) || (hasBelow && !tree.files.has(path))) return [];
    const isThere = tree.files.has(path);
    return [
      {
        severity: 'warning',
        code: 'no-aggregator',
        message: isThere
          ? 'is more than a list of plain imports from its own folder, so nothing can be replaced by it'
          : 'has no default.nix that could stand for its modules',
        location: { file: isThere ? path : folder },
        ...(isThere ? {} : { help: 'set the option `create: true`, or run default-nix-create' }),
      },
    ];
  });
}
