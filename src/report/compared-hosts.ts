import { NO_PACKAGES, type HostComparison } from '../base/derivations.js';

/** What the comparison of derivations said about each host; `null` in its place means that hosts were not compared. */
export interface ComparedHosts {
  readonly unchanged: readonly string[];
  /** All others: reordered, different, added, removed, failed. */
  readonly changed: readonly HostComparison[];
}

/** Of more hosts only the line is kept: all of it must fit into an output of a GitHub job (1 MiB). */
const MOST_DETAILED = 40;

/** Hosts that build the very same are told by their names alone. */
export function comparedHosts(hosts: readonly HostComparison[]): ComparedHosts {
  const unchanged = hosts.filter(({ level }) => level === 'identical').map(({ host }) => host);
  const changed = hosts
    .filter(({ level }) => level !== 'identical')
    .map((one, index) => (index < MOST_DETAILED ? one : { ...one, derivations: [], packages: NO_PACKAGES }));
  return { unchanged, changed };
}
