import { existsSync, statfsSync } from 'node:fs';
import type { DiskReport } from '../../report/doctor-document.js';

const MIB = 1024 * 1024;

/** Where runs write. */
export interface DiskPlaces {
  /** The checkout, which holds the checkpoints; null outside of one. */
  readonly repository: string | null;
  /** Workspaces: a few copies of the checkout. */
  readonly cache: string;
  /** True when a workflow here needs Nix, whose store grows with every build. */
  readonly needsStore: boolean;
}

const STORE = '/nix/store';
const LEAST = { repository: 256 * MIB, cache: 256 * MIB, store: 1024 * MIB } as const;

const HELP = {
  repository: 'Make room on that disk: checkpoints are commits in the repository.',
  cache:
    'Make room there, or set XDG_CACHE_HOME to a folder on another disk. The folder may be deleted while nothing runs.',
  store: 'Make room there: `nix-collect-garbage --delete-older-than 30d` removes what nothing uses any more.',
} as const;

/** Room on the disks that runs write to, each with how to make more. `freeBytes`: of the disk of a path, null when unknown. */
export function diskReports(places: DiskPlaces, freeBytes: (path: string) => number | null = freeOf): DiskReport[] {
  const { repository, cache, needsStore } = places;
  const report = (what: DiskReport['what'], path: string, needed: boolean): DiskReport => {
    const free = freeBytes(path);
    const ready = free === null || free >= LEAST[what];
    return { what, path, needed, ready, free_bytes: free, least_bytes: LEAST[what], help: ready ? null : HELP[what] };
  };
  return [
    ...(repository === null ? [] : [report('repository', repository, true)]),
    report('cache', cache, repository !== null),
    ...(existsSync(STORE) ? [report('store', STORE, needsStore)] : []),
  ];
}

/** What this user may still write, as `df` says it: without the blocks that are kept for root. */
function freeOf(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    return null;
  }
}
