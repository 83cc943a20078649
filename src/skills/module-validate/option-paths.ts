/** A set of paths in the tree of options, asked by what lies at, above and below a path. Each question costs the length of the path. */
export class OptionPaths {
  readonly #root: Node = { isPath: false, below: new Map() };

  constructor(paths: Iterable<readonly string[]>) {
    for (const path of paths) this.#add(path);
  }

  /** Whether the path itself, one above or one below it is in the set. */
  touches(path: readonly string[]): boolean {
    let node = this.#root;
    for (const name of path) {
      if (node.isPath) return true;
      const next = node.below.get(name);
      if (next === undefined) return false;
      node = next;
    }
    return node.isPath || node.below.size > 0;
  }

  /** The names directly below a path in the set; none when no path goes there. */
  namesBelow(path: readonly string[]): string[] {
    let node: Node | undefined = this.#root;
    for (const name of path) node = node?.below.get(name);
    return [...(node?.below.keys() ?? [])];
  }

  /** The path up to its first name that no path of the set has there. */
  unknownPart(path: readonly string[]): readonly string[] {
    let node: Node | undefined = this.#root;
    const end = path.findIndex((name) => (node = node?.below.get(name)) === undefined);
    return end === -1 ? path : path.slice(0, end + 1);
  }

  #add(path: readonly string[]): void {
    let node = this.#root;
    for (const name of path) {
      const next = node.below.get(name) ?? { isPath: false, below: new Map<string, Node>() };
      node.below.set(name, next);
      node = next;
    }
    node.isPath = true;
  }
}

interface Node {
  isPath: boolean;
  readonly below: Map<string, Node>;
}
