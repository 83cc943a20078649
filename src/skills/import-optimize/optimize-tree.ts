import { flakeModel, type FlakeModel, type ImportEdge, type ModuleList } from '../../nix/model/flake-model.js';
import { NixFile, type NixTree } from '../../nix/nix-tree.js';
import { positionAt } from '../../nix/syntax/position.js';
import type { NixList, Span } from '../../nix/syntax/syntax-tree.js';
import { applyEdits, bytesOf } from '../file-change.js';
import { companionLists } from './companion-lists.js';
import { editList } from './edit-list.js';
import { InertModules } from './inert-modules.js';
import { loadedLists } from './module-lists.js';
import { ModuleSets, nixKey, type ModuleSet } from './module-sets.js';
import { shortenList, type EntryChange, type ListRules, type ShortList, type Surroundings } from './shorten-list.js';

export interface TreeRules extends ListRules {
  /** Whether the lists of a file may be changed. */
  readonly isEdited: (path: string) => boolean;
}

/** A list that was shortened, with its place in the file as it is then. */
export interface ShortenedList {
  readonly file: string;
  readonly line: number;
  /** Paths of the entries that are gone, those that an aggregator stands for among them. */
  readonly dropped: readonly string[];
  readonly aggregators: readonly string[];
  /** Modules that it brings in now and did not before. */
  readonly more: readonly string[];
}

export interface SkippedAggregator {
  readonly file: NixFile;
  readonly item: Span;
  readonly aggregator: string;
  readonly why: string;
}

/** An entry that a list surely loaded with its own brings in as well: harmless, Nix loads it once. */
export interface ImportedTwice {
  readonly file: string;
  readonly line: number;
  readonly module: string;
}

export interface OptimizedTree {
  readonly tree: NixTree;
  /** The files that differ now. */
  readonly files: readonly NixFile[];
  readonly lists: readonly ShortenedList[];
  readonly skipped: readonly SkippedAggregator[];
  readonly twice: readonly ImportedTwice[];
  readonly isCategory: (path: string) => boolean;
}

/** More rounds than aggregators are ever nested; each but the last shortens a list. */
const MOST_ROUNDS = 100;

/**
 * Shortens all lists, again and again until nothing changes: a list that has become shorter may make another one a sum of
 * aggregators. So a second run has nothing to do.
 */
export function optimizeTree(before: NixTree, rules: TreeRules): OptimizedTree {
  const changed = new Map<string, NixFile>();
  const log = new Map<string, { file: string; ordinal: number; changes: EntryChange[] }>();
  let round = new Round(before, rules);
  for (let count = 0; round.files.length > 0 && count < MOST_ROUNDS; count += 1) {
    for (const { file, ordinal, short } of round.lists) {
      const entry = log.get(`${ordinal} ${file.path}`) ?? { file: file.path, ordinal, changes: [] };
      entry.changes.push(...short.changes);
      if (entry.changes.length > 0) log.set(`${ordinal} ${file.path}`, entry);
    }
    round.files.forEach((file) => changed.set(file.path, file));
    round = new Round(round.model.tree.withFiles(round.files), rules);
  }
  const last = round;
  const lists = [...log.values()].map((entry) => shortened(entry, last.model));
  return {
    tree: last.model.tree,
    files: [...changed.values()],
    lists,
    skipped: last.lists.flatMap(({ file, short }) => short.skipped.map((one) => ({ file, ...one }))),
    twice: last.lists.flatMap((list) => last.importedTwice(list)),
    isCategory: (path) => last.around.sets.isCategory(path),
  };
}

interface RoundList {
  readonly file: NixFile;
  readonly list: ModuleList;
  /** Which of the lists of its file it is; the same in every round, since no list is ever emptied. */
  readonly ordinal: number;
  readonly companions: ModuleSet;
  readonly short: ShortList;
}

/** All lists of a tree, looked at once. */
class Round {
  readonly model: FlakeModel;
  readonly around: Surroundings;
  readonly lists: readonly RoundList[];
  readonly files: readonly NixFile[];

  constructor(tree: NixTree, rules: TreeRules) {
    this.model = flakeModel(tree);
    const sets = new ModuleSets(this.model);
    this.around = { sets, inert: new InertModules(this.model, sets), rules };
    this.lists = [...tree.files.values()]
      .filter(({ path }) => rules.isEdited(path))
      .flatMap((file) => this.#listsOf(file));
    const files = new Set(this.lists.flatMap(({ file, short }) => (short.changes.length > 0 ? file : [])));
    this.files = [...files].map((file) => this.#edited(file));
  }

  importedTwice({ file, list, companions }: RoundList): ImportedTwice[] {
    return list.entries.flatMap((edge) => {
      if (edge === null || companions.get(edge.to) !== nixKey(edge)) return [];
      return [{ file: file.path, line: positionAt(file.text, edge.literal.start).line, module: edge.to }];
    });
  }

  #listsOf(file: NixFile): RoundList[] {
    const loaded = loadedLists(this.model, file);
    if (loaded.length === 0 || !file.parsed.ok) return [];
    const byNode = new Map(loaded.map((one) => [one.list, one]));
    const companionsOf = companionLists(file.parsed.value.tree);
    return loaded.map((list, ordinal) => {
      const companions = this.around.sets.closureOf(edgesOf(companionsOf.get(list.list) ?? [], byNode));
      const short = shortenList(list, companions, this.around);
      return { file, list, ordinal, companions, short };
    });
  }

  #edited(file: NixFile): NixFile {
    const lists = this.lists.filter((one) => one.file === file);
    const edits = lists.flatMap(({ list, short }) => editList(file, list.list, short.changes));
    return new NixFile(file.path, bytesOf(file, applyEdits(file.text, edits)));
  }
}

function edgesOf(lists: readonly NixList[], known: ReadonlyMap<NixList, ModuleList>): ImportEdge[] {
  return lists.flatMap((list) => known.get(list)?.entries ?? []).flatMap((edge) => edge ?? []);
}

function shortened(
  {
    file,
    ordinal,
    changes,
  }: { readonly file: string; readonly ordinal: number; readonly changes: readonly EntryChange[] },
  model: FlakeModel,
): ShortenedList {
  const now = model.tree.files.get(file);
  const list = now === undefined ? undefined : loadedLists(model, now)[ordinal];
  const present = new Set(list?.entries.map((edge) => edge?.to));
  const replaced = changes.flatMap((change) => (change.kind === 'replace' ? change : []));
  return {
    file,
    line: positionAt(now?.text ?? '', list?.list.start ?? 0).line,
    dropped: [...new Set(changes.map(({ target }) => target))].filter((path) => !isAggregatorOf(replaced, path)),
    aggregators: [...new Set(replaced.map(({ by }) => by))].filter((path) => present.has(path)),
    more: [...new Set(replaced.flatMap(({ more }) => more))],
  };
}

/** An aggregator that a later round replaced by one around it was never the author's entry. */
function isAggregatorOf(replaced: readonly { readonly by: string }[], path: string): boolean {
  return replaced.some(({ by }) => by === path);
}
