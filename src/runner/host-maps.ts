import { existsSync } from 'node:fs';
import { isDerivationMap, type DerivationMap, type HostComparison } from '../base/derivations.js';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import { compareDerivations } from '../nix/derivations/compare-derivations.js';
import { evaluateDerivations } from '../nix/derivations/evaluate-derivations.js';
import { derivationStore } from '../nix/derivations/derivation-store.js';
import { redactDeep } from './redact-deep.js';
import type { CheckWorld } from './run-checks.js';
import type { CommitPair } from './effects.js';
import type { TreeMemo } from './tree-memo.js';
import type { WorkspaceShelf } from './workspace-shelf.js';

/** Who waits for an evaluation, and where what Nix prints goes. */
export interface EvaluationWatch {
  readonly signal: AbortSignal;
  readonly onOutput: (chunk: Buffer) => void;
}

/** What the commits of one run build: each tree is evaluated once, on a clean checkout of it. */
export class HostMaps {
  readonly #maps = new Map<string, DerivationMap>();

  /** Without a memo nothing is known from earlier runs, and nothing is kept for later ones. */
  constructor(
    private readonly shelf: WorkspaceShelf,
    private readonly world: CheckWorld,
    private readonly memo: Pick<TreeMemo, 'entry'> | null = null,
  ) {}

  /** The failure: the tree is no flake, Nix is missing, or it was stopped. A host that does not evaluate is part of the map. */
  async of(commit: string, watch: EvaluationWatch): Promise<Result<DerivationMap, Failure>> {
    const { redact } = this.world.tools;
    const map = await this.#evaluate(commit, watch);
    return map.ok ? ok(redactDeep(map.value, redact)) : err(redactDeep(map.error, redact));
  }

  /** As Nix says it: what is compared must not be redacted before. */
  async #evaluate(commit: string, { signal, onOutput }: EvaluationWatch): Promise<Result<DerivationMap, Failure>> {
    const known = this.#maps.get(commit);
    if (known !== undefined) return ok(known);
    const entry = (await this.memo?.entry('derivations', commit)) ?? null;
    const recalled = entry?.recall();
    if (isUsable(recalled)) {
      onOutput(Buffer.from('already evaluated: the derivations of this tree are known\n'));
      this.#maps.set(commit, recalled);
      return ok(recalled);
    }
    const { nix: findNix, runProcess, env } = this.world.tools;
    const nix = await findNix();
    if (!nix.ok) return nix;
    const acquired = await this.shelf.acquire(commit);
    if (!acquired.ok) return acquired;
    try {
      const map = await evaluateDerivations({
        root: acquired.value.root,
        nix: nix.value,
        runProcess,
        env,
        signal,
        onOutput: (text) => onOutput(Buffer.from(text)),
      });
      if (!map.ok) return map;
      this.#maps.set(commit, map.value);
      if (isUsable(map.value)) entry?.remember(map.value);
      return map;
    } finally {
      this.shelf.release(acquired.value);
    }
  }

  /** Each host of one commit against the same host of another. */
  async compare(
    { before, after }: CommitPair,
    watch: EvaluationWatch,
  ): Promise<Result<readonly HostComparison[], Failure>> {
    const { nix: findNix, runProcess, env, redact } = this.world.tools;
    const from = await this.#evaluate(before, watch);
    if (!from.ok) return err(redactDeep(from.error, redact));
    const to = await this.#evaluate(after, watch);
    if (!to.ok) return err(redactDeep(to.error, redact));
    const nix = await findNix();
    if (!nix.ok) return nix;
    const store = derivationStore({ nix: nix.value, runProcess, env, signal: watch.signal });
    return ok(redactDeep(await compareDerivations(from.value, to.value, store), redact));
  }
}

/**
 * Whether a map of anywhere can stand for an evaluation: of its shape, nothing in it failed (memory or the network may have been
 * why), and the derivations are there to be compared: the store's garbage collection takes a file only after all that lead to it.
 */
function isUsable(value: unknown): value is DerivationMap {
  if (!isDerivationMap(value)) return false;
  return [...Object.values(value.hosts), ...Object.values(value.checks)].every(
    (one) => 'drvPath' in one && /^\/[^\0\n]+\.drv$/.test(one.drvPath) && existsSync(one.drvPath),
  );
}
