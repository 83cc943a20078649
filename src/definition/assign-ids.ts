/** What a step's id is made from: the `id:` of the file, or else its task, skill or workflow name. */
export interface IdEntry {
  readonly given: string | null;
  readonly fallback: string;
}

/** Names that conditions use for something else. */
export const reservedIds: readonly string[] = ['steps', 'phases'];

/** One id per entry, in order. Given ids stay as they are; derived ones give way with `-2`, `-3` … to those and to names of phases. */
export function assignIds(entries: readonly IdEntry[], phaseNames: readonly string[]): string[] {
  const taken = new Set([
    ...reservedIds,
    ...phaseNames,
    ...entries.flatMap(({ given }) => (given === null ? [] : [given])),
  ]);
  const counts = new Map<string, number>();
  return entries.map(({ given, fallback }) => {
    if (given !== null) return given;
    const base = idFrom(fallback);
    let count = counts.get(base) ?? 1;
    let id = count === 1 ? base : `${base}-${count}`;
    while (taken.has(id)) {
      count += 1;
      id = `${base.slice(0, 58)}-${count}`;
    }
    counts.set(base, count);
    taken.add(id);
    return id;
  });
}

/** A name as an id: lower case, every other character a `-`, at most 64 long. */
function idFrom(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+/, '')
    .slice(0, 64);
  return id === '' ? 'step' : id;
}
