import { dirname } from 'node:path';
import type { PackageChanges } from '../../base/derivations.js';
import { nameOfPath, type Derivation, type ReadDerivation } from './derivation.js';
import { matchInputs, type InputPair } from './match-inputs.js';
import { PackageDifference } from './package-changes.js';
import { relateDerivations } from './relate-derivations.js';

/** A derivation that differs for itself, not only because of what it is built from. */
export interface Difference {
  readonly name: string;
  readonly relation: 'reordered' | 'different';
  /** Whether something that it is built from differs too. */
  readonly hasDifferingInputs: boolean;
}

export interface Differences {
  /** From the top down: nearest to the whole first. */
  readonly own: readonly Difference[];
  readonly packages: PackageChanges;
  /** Null when everything that differs was read; otherwise why not. */
  readonly gap: 'not-in-store' | 'too-many' | null;
  /** What is built is the very same, by the paths of the outputs: only the way to get sources differs. */
  readonly isSameOutput: boolean;
}

/** More pairs than two whole systems have derivations (about 7,000 to 20,000). */
const MOST_PAIRS = 50_000;

/**
 * Walks down two graphs of derivations from two that stand for each other, reading only where they differ (as nix-diff does). Inputs
 * are matched by name; another version of a package is one difference, whatever it is built from.
 */
export async function differingDerivations(before: string, after: string, read: ReadDerivation): Promise<Differences> {
  const walk = new Walk(read);
  return walk.from({ before, after, isOtherVersion: false });
}

class Walk {
  readonly #read: ReadDerivation;
  readonly #own = new Map<string, Difference>();
  readonly #packages = new PackageDifference();
  readonly #seen = new Set<string>();
  #gap: Differences['gap'] = null;

  constructor(read: ReadDerivation) {
    this.#read = read;
  }

  async from(top: InputPair): Promise<Differences> {
    let isSameOutput = false;
    const queue: InputPair[] = [top];
    // a growing list is a queue: what is appended comes in the order of its distance from the top
    for (const pair of queue) {
      const outcome = await this.#visit(pair);
      if (outcome === 'same-output') isSameOutput ||= pair === top;
      else queue.push(...outcome.filter((next) => this.#isNew(next)));
    }
    return { own: [...this.#own.values()], packages: this.#packages.changes(), gap: this.#gap, isSameOutput };
  }

  #isNew({ before, after }: InputPair): boolean {
    const key = `${before}\n${after}`;
    if (this.#seen.has(key)) return false;
    if (this.#seen.size >= MOST_PAIRS) {
      this.#gap = 'too-many';
      return false;
    }
    this.#seen.add(key);
    return true;
  }

  /** The inputs that are to be compared next. */
  async #visit(pair: InputPair): Promise<readonly InputPair[] | 'same-output'> {
    const name = nameOfPath(pair.after);
    if (pair.isOtherVersion) {
      this.#add({ name, relation: 'different', hasDifferingInputs: false });
      return [];
    }
    const [before, after] = [await this.#read(pair.before), await this.#read(pair.after)];
    if (before === null || after === null) {
      this.#gap ??= 'not-in-store';
      return [];
    }
    if (haveSameOutputPaths(before, after)) return 'same-output';
    const inputs = await matchInputs(before, after, this.#read);
    const relation = relateDerivations({ before, after, inputs, storeDir: dirname(pair.before) });
    this.#packages.add(name, inputs);
    if (relation !== 'same') this.#add({ name, relation, hasDifferingInputs: inputs.pairs.length > 0 });
    return inputs.pairs;
  }

  /** Several of one name are told once, by the one that differs most. */
  #add(difference: Difference): void {
    const known = this.#own.get(difference.name);
    if (known === undefined || (known.relation === 'reordered' && difference.relation === 'different'))
      this.#own.set(difference.name, difference);
  }
}

/** Equal paths of all outputs mean equal outputs: also of fixed-output derivations that get the same from elsewhere, and all built from them. */
function haveSameOutputPaths(before: Derivation, after: Derivation): boolean {
  return (
    before.outputs.size === after.outputs.size &&
    [...before.outputs].every(([name, { path }]) => path !== '' && after.outputs.get(name)?.path === path)
  );
}
