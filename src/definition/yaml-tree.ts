import { isAlias, isMap, isPair, isScalar, isSeq, type Document, type Node, type Pair, type YAMLMap } from 'yaml';
import { AliasTargets } from './alias-targets.js';
import type { Span } from './source-text.js';

/** Keys and indices from the root to a value. */
export type Path = readonly (string | number)[];

/** The node tree of a YAML document, asked for places by path. */
export class YamlTree {
  readonly #document: Document;
  readonly #text: string;
  readonly #aliases: AliasTargets;
  /** Pairs by key of the mappings asked for so far: one with many keys is asked for many. */
  readonly #pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(document: Document, text: string) {
    this.#document = document;
    this.#text = text;
    this.#aliases = new AliasTargets(document);
  }

  /** Where the value at `path` stands: of a block collection its first line. The nearest place above when it is not there. */
  valueSpan(path: Path): Span {
    const node = this.#nodeAt(path);
    if (node?.range && isEmpty(node) && typeof path.at(-1) === 'number') {
      // An empty list item has no extent: the dash before it is shown.
      return { start: node.range[0] - 1, end: node.range[0] };
    }
    if (node !== null && isEmpty(node)) return this.keySpan(path);
    if (node?.range) return { start: node.range[0], end: node.range[1] };
    return path.length === 0 ? { start: 0, end: 1 } : this.valueSpan(path.slice(0, -1));
  }

  /** Where the key of the value at `path` stands; of a list item, the item. */
  keySpan(path: Path): Span {
    const last = path.at(-1);
    if (last === undefined) return { start: 0, end: 1 };
    const parent = this.#nodeAt(path.slice(0, -1));
    if (typeof last === 'string' && isMap(parent)) {
      const key = this.#pair(parent, last)?.key as Node | undefined;
      if (key?.range) return { start: key.range[0], end: key.range[1] };
    }
    const node = this.#nodeAt(path);
    if (node?.range && !isEmpty(node)) return { start: node.range[0], end: node.range[1] };
    return this.valueSpan(path.slice(0, -1));
  }

  /** Whether nothing stands at `path`, not even an empty value. */
  isAbsent(path: Path): boolean {
    return this.#nodeAt(path) === null;
  }

  /** The first key of the mapping at `path`: where to say that a key is missing. */
  startSpan(path: Path): Span {
    const node = this.#nodeAt(path);
    const first = isMap(node) ? keyText(node.items[0]?.key) : null;
    return first === null ? this.valueSpan(path) : this.keySpan([...path, first]);
  }

  /** Raw text of the scalar at `path` as written, with its quotes, and where it begins; null when it is no scalar. */
  rawScalar(path: Path): { readonly raw: string; readonly start: number } | null {
    const node = this.#nodeAt(path);
    if (!isScalar(node) || !node.range) return null;
    return { raw: this.#text.slice(node.range[0], node.range[1]), start: node.range[0] };
  }

  #pair(map: YAMLMap, key: string): Pair | undefined {
    let pairs = this.#pairs.get(map);
    if (pairs === undefined) {
      // Of duplicate keys the first counts: the later ones are reported where they stand.
      const entries = map.items.toReversed().map((pair) => [keyText(pair.key) ?? '', pair] as const);
      pairs = new Map(entries);
      this.#pairs.set(map, pairs);
    }
    return pairs.get(key);
  }

  #nodeAt(path: Path): Node | null {
    let node: unknown = this.#document.contents;
    for (const part of path) {
      const holder = isAlias(node) ? this.#aliases.of(node) : node;
      if (isMap(holder)) node = this.#pair(holder, String(part))?.value;
      else if (isSeq(holder)) node = holder.items[Number(part)];
      else return null;
      if (isPair(node)) return null;
    }
    return (node as Node | null | undefined) ?? null;
  }
}

/** The text of a mapping's key; null for a key that is no scalar. */
export function keyText(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function isEmpty(node: Node): boolean {
  return isScalar(node) && node.value === null && node.range?.[0] === node.range?.[1];
}
