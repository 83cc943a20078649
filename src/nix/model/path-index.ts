import { posix } from 'node:path';

/** All paths of a tree, sorted, to be marked one by one or by what they begin with. Marking all costs the same however often it is asked. */
export class MarkedPaths {
  readonly #paths: readonly string[];
  readonly #place: ReadonlyMap<string, number>;
  /** For each place the next one that is not marked, itself included; the end when there is none. */
  readonly #next: Int32Array;

  /** `paths` must be sorted by code unit. */
  constructor(paths: readonly string[]) {
    this.#paths = paths;
    this.#place = new Map(paths.map((path, i) => [path, i]));
    this.#next = Int32Array.from({ length: paths.length + 1 }, (_, i) => i);
  }

  has(path: string): boolean {
    const place = this.#place.get(path);
    return place !== undefined && this.#unmarkedFrom(place) !== place;
  }

  /** Marks a path; true when it was not marked before. Unknown paths are none. */
  mark(path: string): boolean {
    const place = this.#place.get(path);
    if (place === undefined || this.#unmarkedFrom(place) !== place) return false;
    this.#next[place] = place + 1;
    return true;
  }

  /** Marks everything that begins so, and gives what was not marked before. */
  markAll(beginning: string): string[] {
    const marked: string[] = [];
    let place = this.#unmarkedFrom(this.#firstFrom(beginning));
    for (let path = this.#paths[place]; path?.startsWith(beginning) === true; path = this.#paths[place]) {
      this.#next[place] = place + 1;
      marked.push(path);
      place = this.#unmarkedFrom(place);
    }
    return marked;
  }

  #firstFrom(beginning: string): number {
    let low = 0;
    let high = this.#paths.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#paths[middle] ?? '') < beginning) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #unmarkedFrom(place: number): number {
    let root = place;
    while ((this.#next[root] ?? root) !== root) root = this.#next[root] ?? root;
    for (let at = place; at !== root;) {
      const following = this.#next[at] ?? root;
      this.#next[at] = root;
      at = following;
    }
    return root;
  }
}

/** Finds paths by how they end: `services/x.nix` is the end of `modules/services/x.nix`. */
export class PathEnds {
  readonly #byName = new Map<string, string[]>();

  constructor(paths: Iterable<string>) {
    for (const path of paths) {
      const name = posix.basename(path);
      const list = this.#byName.get(name);
      if (list === undefined) this.#byName.set(name, [path]);
      else list.push(path);
    }
  }

  endingWith(end: string): string[] {
    const named = this.#byName.get(posix.basename(end)) ?? [];
    return named.filter((path) => path === end || path.endsWith(`/${end}`));
  }
}
