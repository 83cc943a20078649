import type { Fields } from './workflow-document.js';

/** One job of a matrix. */
export type Combination = Readonly<Record<string, unknown>>;

/** The jobs of a `strategy.matrix`, evaluated before: `[null]` without one. Throws, as GitHub fails the job, for an empty one. */
export function expandMatrix(matrix: unknown): readonly (Combination | null)[] {
  if (matrix === undefined || matrix === null) return [null];
  if (typeof matrix !== 'object' || Array.isArray(matrix)) throw new Error('Matrix must be a mapping.');
  const { include, exclude, ...vectors } = matrix as Fields;
  let all: Combination[] = Object.keys(vectors).length === 0 ? [] : [{}];
  for (const [name, values] of Object.entries(vectors)) {
    if (!Array.isArray(values)) throw new Error(`Matrix vector '${name}' is not a list`);
    if (values.length === 0) throw new Error(`Matrix vector '${name}' does not contain any values`);
    all = all.flatMap((one) => values.map((value: unknown) => ({ ...one, [name]: value })));
  }
  const kept = all.filter((one) => !listOf(exclude).some((wrong) => agrees(one, wrong, Object.keys(wrong))));
  const expanded = withIncluded(kept, listOf(include), Object.keys(vectors));
  if (expanded.length === 0) throw new Error('Matrix must define at least one vector');
  if (expanded.length > 256) throw new Error(`Matrix has ${expanded.length} jobs, more than 256.`);
  return expanded;
}

/** Part of a job's default name. */
export function combinationName(combination: Combination): string {
  return Object.values(combination)
    .map((value) => (typeof value === 'string' ? value : JSON.stringify(value)))
    .join(', ');
}

/** An entry extends the jobs whose original values it does not change; when there is none it is a job of its own (docs: expanding matrices). */
function withIncluded(
  original: readonly Combination[],
  included: readonly Combination[],
  vectors: readonly string[],
): readonly Combination[] {
  const all = original.map((one) => ({ original: one, extended: one }));
  const added: Combination[] = [];
  for (const entry of included) {
    const names = Object.keys(entry).filter((name) => vectors.includes(name));
    const fitting = all.filter((one) => agrees(one.original, entry, names));
    for (const one of fitting) one.extended = { ...one.extended, ...entry };
    if (fitting.length === 0) added.push(entry);
  }
  return [...all.map((one) => one.extended), ...added];
}

function agrees(combination: Combination, other: Combination, names: readonly string[]): boolean {
  return names.every((name) => JSON.stringify(combination[name]) === JSON.stringify(other[name]));
}

function listOf(value: unknown): readonly Combination[] {
  return Array.isArray(value) ? (value as Combination[]) : [];
}
