import { closureSizes } from './closure-sizes.js';
import type { ReadDerivation } from './derivation.js';
import { derivationReader, type StoreAccess } from './read-derivation.js';

/** What a comparison asks the store. */
export interface DerivationStore {
  readonly read: ReadDerivation;
  /** Bytes of the closures of those of these outputs that are in the store, by path. */
  readonly closureSizes: (outputs: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}

/** The store that this Nix works with. */
export function derivationStore(access: StoreAccess): DerivationStore {
  return { read: derivationReader(access), closureSizes: (outputs) => closureSizes(access, outputs) };
}
