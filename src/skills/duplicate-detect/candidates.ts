import type { CodeLine } from './code-lines.js';

/** A module with what is compared of it. */
export interface ComparedModule {
  readonly path: string;
  readonly lines: readonly CodeLine[];
}

/** Lines of more files than this tell nothing about two of them: `{ config, lib, pkgs, ... }:`. */
const MOST_FILES_OF_A_LINE = 50;

/**
 * The pairs of modules that can reach a share of common lines, so that only those are compared line by line. An index of all
 * masked lines counts what two files share; lines that very many files have are counted in favour of every pair. Pairs that
 * share no other lines at all are left out.
 */
export function candidatePairs(
  modules: readonly ComparedModule[],
  least: number,
): (readonly [ComparedModule, ComparedModule])[] {
  const filesOf = new Map<string, number[]>();
  modules.forEach(({ lines }, file) => {
    for (const { masked } of lines) {
      const files = filesOf.get(masked);
      if (files === undefined) filesOf.set(masked, [file]);
      else files.push(file);
    }
  });
  const frequent = modules.map(() => 0);
  const shared = new Map<number, number>();
  for (const files of filesOf.values()) {
    const counts = countEach(files);
    if (counts.size > MOST_FILES_OF_A_LINE)
      counts.forEach((count, file) => (frequent[file] = (frequent[file] ?? 0) + count));
    else addPairs(shared, [...counts], modules.length);
  }
  return [...shared]
    .sort(([a], [b]) => a - b)
    .flatMap(([key, count]) => {
      const [i, j] = [Math.floor(key / modules.length), key % modules.length];
      const [a, b] = [modules[i], modules[j]];
      if (a === undefined || b === undefined) return [];
      const most = count + Math.min(frequent[i] ?? 0, frequent[j] ?? 0);
      return most >= least * Math.max(a.lines.length, b.lines.length) ? [[a, b] as const] : [];
    });
}

function countEach(files: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const file of files) counts.set(file, (counts.get(file) ?? 0) + 1);
  return counts;
}

function addPairs(
  shared: Map<number, number>,
  counts: readonly (readonly [file: number, count: number])[],
  width: number,
): void {
  counts.forEach(([a, inA], i) => {
    for (const [b, inB] of counts.slice(i + 1)) {
      const key = a * width + b;
      shared.set(key, (shared.get(key) ?? 0) + Math.min(inA, inB));
    }
  });
}
