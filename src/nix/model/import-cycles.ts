import type { ImportEdge } from './import-edge.js';

/**
 * The circles among files that import each other. Only `imports` and `modules` count: the module system reads those at once,
 * while Nix evaluates an `import` when its value is asked for, and may never come round. One circle for each edge that leads
 * back (depth first), which is enough to break them all. Linear; uses no call stack.
 */
export function importCycles(
  files: readonly string[],
  importsOf: (path: string) => readonly ImportEdge[],
): (readonly ImportEdge[])[] {
  const done = new Set<string>();
  const cycles: ImportEdge[][] = [];
  for (const start of files) {
    /** The way from the start: each file with the edge that led to it and those still to be followed. */
    const way: { path: string; by: ImportEdge | null; edges: ImportEdge[] }[] = [];
    const depth = new Map<string, number>();
    const enter = (path: string, by: ImportEdge | null): void => {
      depth.set(path, way.length);
      way.push({ path, by, edges: moduleEdges(importsOf(path)).reverse() });
    };
    if (!done.has(start)) enter(start, null);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const edge = top.edges.pop();
      if (edge === undefined) {
        done.add(top.path);
        depth.delete(top.path);
        way.pop();
        continue;
      }
      const back = depth.get(edge.to);
      if (back !== undefined) cycles.push([...way.slice(back + 1).flatMap(({ by }) => by ?? []), edge]);
      else if (!done.has(edge.to)) enter(edge.to, edge);
    }
  }
  return cycles;
}

function moduleEdges(edges: readonly ImportEdge[]): ImportEdge[] {
  return edges.filter(({ literal }) => literal.via === 'imports' || literal.via === 'modules');
}
