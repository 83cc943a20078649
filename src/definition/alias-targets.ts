import { visit, type Alias, type Document, type Node } from 'yaml';

/** What the aliases of a document stand for. `Alias.resolve` of the library walks the whole document each time; this walks it once. */
export class AliasTargets {
  readonly #document: Document;
  #targets: ReadonlyMap<Alias, Node> | null = null;

  constructor(document: Document) {
    this.#document = document;
  }

  /** The last node before the alias, or around it, that has its anchor; undefined when there is none. */
  of(alias: Alias): Node | undefined {
    this.#targets ??= findTargets(this.#document);
    return this.#targets.get(alias);
  }
}

function findTargets(document: Document): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias: (_, alias) => {
      const target = anchors.get(alias.source);
      if (target !== undefined) targets.set(alias, target);
    },
    Value: (_, node) => {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
    },
  });
  return targets;
}
