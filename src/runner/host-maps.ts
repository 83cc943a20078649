import type { DerivationMap, Evaluated, HostComparison } from '../base/derivations.js';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import { readHosts, type CheckWorld } from './run-checks.js';
import type { CommitPair } from './effects.js';
import type { WorkspaceShelf } from './workspace-shelf.js';

/** What the commits of one run build: each is evaluated once, on a clean checkout of it. */
export class HostMaps {
  readonly #maps = new Map<string, DerivationMap>();

  constructor(
    private readonly shelf: WorkspaceShelf,
    private readonly world: CheckWorld,
  ) {}

  /** The failure: the tree is no flake, Nix is missing, or it was stopped. A host that does not evaluate is part of the map. */
  async of(
    commit: string,
    { signal, onOutput }: { readonly signal: AbortSignal; readonly onOutput: (chunk: Buffer) => void },
  ): Promise<Result<DerivationMap, Failure>> {
    const known = this.#maps.get(commit);
    if (known !== undefined) return ok(known);
    const acquired = await this.shelf.acquire(commit);
    if (!acquired.ok) return acquired;
    try {
      const hosts = await readHosts({ dir: acquired.value.root, signal, onOutput }, this.world);
      if (hosts === null) return err({ reason: 'internal', message: 'hosts', stack: '' });
      const map = {
        hosts: Object.fromEntries(Object.entries(hosts).map(([n, drvPath]) => [n, { drvPath }])),
        checks: {},
      };
      this.#maps.set(commit, map);
      return ok(map);
    } finally {
      this.shelf.release(acquired.value);
    }
  }

  /** Each host of one commit against the same host of another. */
  async compare(
    { before, after }: CommitPair,
    watch: { readonly signal: AbortSignal; readonly onOutput: (chunk: Buffer) => void },
  ): Promise<Result<readonly HostComparison[], Failure>> {
    const from = await this.of(before, watch);
    if (!from.ok) return from;
    const to = await this.of(after, watch);
    if (!to.ok) return to;
    const names = [...new Set([...Object.keys(from.value.hosts), ...Object.keys(to.value.hosts)])].sort();
    return ok(names.map((host) => compareOne(host, from.value.hosts[host], to.value.hosts[host])));
  }
}

function compareOne(host: string, a: Evaluated | undefined, b: Evaluated | undefined): HostComparison {
  const same = a !== undefined && b !== undefined && 'drvPath' in a && 'drvPath' in b && a.drvPath === b.drvPath;
  return { host, level: same ? 'identical' : 'different', what: '', derivations: [], derivationCount: 0, packages: [] };
}
