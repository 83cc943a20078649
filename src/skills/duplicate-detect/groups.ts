import { compareText } from '../../base/diagnostic.js';

/** The sets of names that hang together by pairs, each sorted, in the order of their first names. */
export function groupsOf(pairs: readonly (readonly [string, string])[]): string[][] {
  const groupOf = new Map<string, Set<string>>();
  const groupWith = (name: string): Set<string> => {
    const group = groupOf.get(name) ?? new Set([name]);
    groupOf.set(name, group);
    return group;
  };
  for (const [a, b] of pairs) {
    // the smaller joins the larger, so that no name moves more than log n times
    const [small, large] = [groupWith(a), groupWith(b)].sort((one, other) => one.size - other.size);
    if (small === undefined || large === undefined || small === large) continue;
    for (const name of small) groupOf.set(name, large.add(name));
  }
  const groups = [...new Set(groupOf.values())].map((names) => [...names].sort(compareText));
  return groups.sort((a, b) => compareText(a[0] ?? '', b[0] ?? ''));
}
