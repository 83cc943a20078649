import { nameAndVersion, nameOfPath } from './derivation.js';
import type { MatchedInputs } from './match-inputs.js';

/** A package that came (`before` is null), went (`after` is null) or has another version. */
export interface PackageChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Sources and patches are named after packages, but are none. */
const NO_PACKAGE =
  /\.(?:tar|tgz|txz|tbz2?|zip|gz|xz|bz2|zst|patch|diff|conf|json|service|timer|socket|sh|deb|rpm|gem|crate|whl)(?:\.\w+)?$/i;

/** The packages among inputs that only one side has. */
export function packageChanges({ pairs, onlyBefore, onlyAfter }: MatchedInputs): PackageChange[] {
  const changed = pairs
    .filter(({ isOtherVersion }) => isOtherVersion)
    .flatMap(({ before, after }) => {
      const [old, now] = [packageOf(before), packageOf(after)];
      return old === null || now === null ? [] : [{ name: now.name, before: old.version, after: now.version }];
    });
  const gone = onlyBefore.flatMap((path) => packageOf(path) ?? []);
  const come = onlyAfter.flatMap((path) => packageOf(path) ?? []);
  return [
    ...changed,
    ...gone.map(({ name, version }) => ({ name, before: version, after: null })),
    ...come.map(({ name, version }) => ({ name, before: null, after: version })),
  ];
}

/** `firefox: 120.0 → 121.0`; `∅` where there is none, as `nix store diff-closures` writes it. */
export function packageText({ name, before, after }: PackageChange): string {
  return `${name}: ${before ?? '∅'} → ${after ?? '∅'}`;
}

function packageOf(path: string): { readonly name: string; readonly version: string } | null {
  const { name, version } = nameAndVersion(nameOfPath(path));
  return version === null || NO_PACKAGE.test(version) ? null : { name, version };
}
