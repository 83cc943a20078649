import type { PackageChanges } from '../../base/derivations.js';
import { compareText } from '../../base/diagnostic.js';
import { nameAndVersion, nameOfPath } from './derivation.js';
import type { MatchedInputs } from './match-inputs.js';

/** Sources and patches are named after packages, but are none. */
const NO_PACKAGE =
  /\.(?:tar|tgz|txz|tbz2?|zip|gz|xz|bz2|zst|patch|diff|conf|json|service|timer|socket|sh|deb|rpm|gem|crate|whl)(?:\.\w+)?$/i;

/** What is built of packages alone: there also a name without a version is one, as that of a script is. */
const OF_PACKAGES = /^(?:system-path|user-environment|home-manager-path)$/;

/** Gathers, derivation by derivation, which packages only one side is built from. */
export class PackageDifference {
  readonly #gone = new Map<string, Set<string>>();
  readonly #come = new Map<string, Set<string>>();

  /** `name` of the derivation that has these inputs. */
  add(name: string, { pairs, onlyBefore, onlyAfter }: MatchedInputs): void {
    const others = pairs.filter(({ isOtherVersion }) => isOtherVersion);
    const isOfPackages = OF_PACKAGES.test(name);
    for (const path of [...onlyBefore, ...others.map(({ before }) => before)]) note(this.#gone, path, isOfPackages);
    for (const path of [...onlyAfter, ...others.map(({ after }) => after)]) note(this.#come, path, isOfPackages);
  }

  /** All of them, as `nix store diff-closures` tells them. A version that left one derivation for another has only moved. */
  changes(): PackageChanges {
    const [added, removed, changed]: [Named[], Named[], PackageChanges['changed'][number][]] = [[], [], []];
    for (const name of [...new Set([...this.#gone.keys(), ...this.#come.keys()])].sort(compareText)) {
      const [old, now] = [this.#gone.get(name) ?? NONE, this.#come.get(name) ?? NONE];
      const from = versions(old, now);
      const to = versions(now, old);
      if (from !== null && to !== null) changed.push({ name, from, to });
      else if (from !== null) removed.push({ name, version: from });
      else if (to !== null) added.push({ name, version: to });
    }
    return { added, removed, changed, count: added.length + removed.length + changed.length };
  }
}

type Named = PackageChanges['added'][number];

const NONE: ReadonlySet<string> = new Set();

function note(versionsOf: Map<string, Set<string>>, path: string, isOfPackages: boolean): void {
  const { name, version } = nameAndVersion(nameOfPath(path));
  if (version === null ? !isOfPackages : NO_PACKAGE.test(version)) return;
  const known = versionsOf.get(name);
  if (known === undefined) versionsOf.set(name, new Set([version ?? '']));
  else known.add(version ?? '');
}

/** Those that the other side has not; null when there are none. */
function versions(own: ReadonlySet<string>, other: ReadonlySet<string>): string | null {
  const left = [...own].filter((version) => !other.has(version)).sort(compareText);
  return left.length === 0 ? null : left.join(', ');
}
