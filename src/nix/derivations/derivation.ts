/** A store derivation: one step of building, as Nix keeps it in a `.drv` file. */
export interface Derivation {
  /** Output name, such as `out`, to its store path; the path is empty where it depends on the content. */
  readonly outputs: ReadonlyMap<string, DerivationOutput>;
  /** Path of the `.drv` to the names of its outputs that are used. */
  readonly inputs: ReadonlyMap<string, readonly string[]>;
  /** Store paths that are no derivation's output: files of the repository, mostly. */
  readonly sources: readonly string[];
  readonly system: string;
  readonly builder: string;
  readonly args: readonly string[];
  readonly env: ReadonlyMap<string, string>;
}

export interface DerivationOutput {
  readonly path: string;
  /** Hash of what a fixed-output derivation gives, with its algorithm; empty for all others. */
  readonly hash: string;
}

/** Reads one `.drv`; null when it is not in the store (any more) or not readable as a derivation. */
export type ReadDerivation = (drvPath: string) => Promise<Derivation | null>;

/** `<store>/<32 characters of base-32 without e, o, t, u>-`: what comes before the name. */
const HASH_PART = /^(.*\/)?[0-9a-df-np-sv-z]{32}-/;

/** What a store path is called, without its hash and without `.drv`: `firefox-120.0`. */
export function nameOfPath(path: string): string {
  return path.replace(HASH_PART, '').replace(/\.drv$/, '');
}

/** Name and version as Nix divides them: the version begins after the first `-` that no letter follows (manual: `parseDrvName`). */
export function nameAndVersion(name: string): { readonly name: string; readonly version: string | null } {
  const dash = /-(?![A-Za-z])/.exec(name);
  if (dash === null || dash.index === 0 || dash.index === name.length - 1) return { name, version: null };
  return { name: name.slice(0, dash.index), version: name.slice(dash.index + 1) };
}
