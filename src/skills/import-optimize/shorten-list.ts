import { posix } from 'node:path';
import { compareText } from '../../base/diagnostic.js';
import type { ImportEdge, ModuleList } from '../../nix/model/flake-model.js';
import type { Span } from '../../nix/syntax/syntax-tree.js';
import type { InertModules } from './inert-modules.js';
import { nixKey, type ModuleSet, type ModuleSets } from './module-sets.js';

export interface ListRules {
  readonly removeDuplicates: boolean;
  readonly useAggregators: boolean;
  /** Aggregators may bring in further modules, as long as those do nothing until they are enabled. */
  readonly allowMore: boolean;
  /** Whether something may be done about a module, or with an aggregator. */
  readonly isWanted: (path: string) => boolean;
}

/** What lists are looked at with. */
export interface Surroundings {
  readonly sets: ModuleSets;
  readonly inert: InertModules;
  readonly rules: ListRules;
}

/** What becomes of one entry of a list. */
export type EntryChange =
  | { readonly kind: 'drop'; readonly item: Span; readonly target: string }
  | {
      readonly kind: 'replace';
      readonly item: Span;
      readonly target: string;
      /** Path of the aggregator's file. */
      readonly by: string;
      /** Modules that it brings in and that were not there. */
      readonly more: readonly string[];
    };

/** An aggregator that cannot be used in a list, shown at the first of its modules there. */
export interface Skipped {
  readonly item: Span;
  readonly aggregator: string;
  readonly why: string;
}

export interface ShortList {
  readonly changes: readonly EntryChange[];
  readonly skipped: readonly Skipped[];
}

interface Entry {
  readonly item: Span;
  readonly edge: ImportEdge | null;
  /** The aggregator that stands here instead, with what it adds. */
  readonly by?: { readonly path: string; readonly more: readonly string[] };
}

/**
 * Works out which entries can go. The modules that the list brings in stay the same, but for those that `allowMore` adds.
 * `companions` are the modules of lists that are surely loaded together with this one.
 */
export function shortenList(list: ModuleList, companions: ModuleSet, around: Surroundings): ShortList {
  return new ListShortener(list, companions, around).shorten();
}

class ListShortener {
  #entries: Entry[];

  constructor(
    private readonly list: ModuleList,
    private readonly companions: ModuleSet,
    private readonly around: Surroundings,
  ) {
    this.#entries = list.entries.map((edge, i) => ({ item: list.list.items[i] ?? list.list, edge }));
  }

  shorten(): ShortList {
    const { rules } = this.around;
    const skipped = new Map<string, Skipped>();
    if (rules.removeDuplicates) this.#dropRepeated();
    for (let before = -1; before !== this.#entries.length;) {
      before = this.#entries.length;
      if (rules.removeDuplicates) this.#dropCovered();
      if (rules.useAggregators) this.#useAggregators(skipped);
    }
    return { changes: this.#changes(), skipped: [...skipped.values()] };
  }

  /** Only the first of equal entries counts to the module system too, so that no order changes. */
  #dropRepeated(): void {
    const seen = new Set<string>();
    this.#entries = this.#entries.filter(({ edge }) => {
      if (edge === null) return true;
      const isFirst = !seen.has(nixKey(edge));
      seen.add(nixKey(edge));
      return isFirst || !this.around.rules.isWanted(edge.to);
    });
  }

  /** Drops what an aggregator in the list imports already from its own folder; what it has from elsewhere may well be named too. */
  #dropCovered(): void {
    const { sets, rules } = this.around;
    const covered = new Map<string, string>();
    for (const path of this.#aggregators()) {
      const folder = `${posix.dirname(path)}/`;
      for (const [to, key] of sets.behind(path)) if (to.startsWith(folder)) covered.set(to, key);
    }
    this.#entries = this.#entries.filter(
      ({ edge, by }) =>
        edge === null || by !== undefined || covered.get(edge.to) !== nixKey(edge) || !rules.isWanted(edge.to),
    );
  }

  /** Those that the list names, as they are written or by now. */
  #aggregators(): string[] {
    return this.#entries.flatMap(({ edge, by }) => {
      const path = by?.path ?? edge?.to;
      return path !== undefined && this.around.sets.isAggregator(path) ? path : [];
    });
  }

  #useAggregators(skipped: Map<string, Skipped>): void {
    for (const path of this.#candidates()) {
      const behind = this.around.sets.behind(path);
      const named = this.#entries.filter((entry) => behind.has(targetOf(entry) ?? ''));
      const [first] = named;
      if (first === undefined || behind.has(this.list.from)) continue;
      const judged = this.#judge(behind, named);
      if (judged === null) continue;
      if ('why' in judged) {
        skipped.set(path, { item: first.item, aggregator: path, why: judged.why });
      } else {
        skipped.delete(path);
        const gone = new Set(named);
        this.#entries = this.#entries.flatMap((entry) => {
          if (entry === first) return { ...entry, by: { path, more: this.#more(named, judged.more) } };
          return gone.has(entry) ? [] : entry;
        });
      }
    }
  }

  /** What was added by aggregators that this one takes in counts too. */
  #more(named: readonly Entry[], more: readonly string[]): string[] {
    return [...new Set([...named.flatMap(({ by }) => by?.more ?? []), ...more])].sort(compareText);
  }

  /** Categories that list an entry and are not loaded yet; the deepest first, since others may list them. */
  #candidates(): string[] {
    const { sets, rules } = this.around;
    const loaded = new Set([...this.#entries.map(targetOf), ...this.companions.keys()]);
    const found = new Set(this.#entries.flatMap((entry) => sets.categoriesWith(targetOf(entry) ?? '')));
    return [...found]
      .filter((path) => path !== this.list.from && !loaded.has(path) && rules.isWanted(path))
      .sort((a, b) => b.split('/').length - a.split('/').length || compareText(a, b));
  }

  /** Whether an aggregator may stand for the entries that it brings in; null when that is not worth a word. */
  #judge(
    behind: ModuleSet,
    named: readonly Entry[],
  ): { readonly more: readonly string[] } | { readonly why: string } | null {
    const { sets, inert, rules } = this.around;
    const renamed = named.find(
      ({ edge, by }) => by === undefined && edge !== null && behind.get(edge.to) !== nixKey(edge),
    );
    const other = renamed?.edge?.to;
    if (other !== undefined && !sets.isAggregator(other))
      return { why: `it imports ${other} by another path, which Nix takes for another module` };
    const own = this.#broughtIn();
    const modules = [...behind.keys()].filter((path) => !sets.isAggregator(path));
    const notOwn = modules.filter((path) => !own.has(path));
    // one file in the place of another makes nothing shorter: only where the author wants categories whatever they hold
    const isShorter = named.length > 1 || named.some(({ by }) => by !== undefined);
    if (notOwn.length === 0) return isShorter || rules.allowMore ? { more: [] } : null;
    if (named.length < 2) return null;
    const missing = notOwn.filter((path) => !this.companions.has(path));
    if (missing.length === 0) return { more: [] };
    if (!rules.allowMore) return { why: `it also imports ${shown(missing)}, which this list has not` };
    const problem = missing.map((path) => inert.whyNot(path)).find((why) => why !== null);
    return problem === undefined
      ? { more: missing }
      : { why: `it would add a module that is not off by itself: ${problem}` };
  }

  /** Everything that the list brings in by now. */
  #broughtIn(): ReadonlySet<string> {
    const { sets } = this.around;
    const paths = new Set<string>();
    const edges = this.#entries.flatMap(({ edge, by }) => (by === undefined ? (edge ?? []) : sets.importsOf(by.path)));
    for (const path of sets.closureOf(edges).keys()) paths.add(path);
    return paths;
  }

  #changes(): EntryChange[] {
    const left = new Map(this.#entries.map((entry) => [entry.item, entry]));
    return this.list.entries.flatMap((edge, i): EntryChange[] => {
      const item = this.list.list.items[i];
      if (item === undefined || edge === null) return [];
      const entry = left.get(item);
      if (entry === undefined) return [{ kind: 'drop', item, target: edge.to }];
      return entry.by === undefined
        ? []
        : [{ kind: 'replace', item, target: edge.to, by: entry.by.path, more: entry.by.more }];
    });
  }
}

function targetOf({ edge, by }: Entry): string | null {
  return by?.path ?? edge?.to ?? null;
}

/** `modules/a/x.nix, modules/a/y.nix and 3 more`. */
function shown(paths: readonly string[]): string {
  const named = paths.slice(0, 3).map((path) => (posix.basename(path) === 'default.nix' ? posix.dirname(path) : path));
  return paths.length > 3 ? `${named.join(', ')} and ${paths.length - 3} more` : named.join(', ');
}
