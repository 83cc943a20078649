/**
 * How far apart two evaluations of one host are. `reordered`: every derivation that differs says the same in another order, as
 * when list options are joined from imports in another order. `different`: something else is built.
 */
export type ComparisonLevel = 'identical' | 'reordered' | 'different' | 'added' | 'removed' | 'failed';

/** What an expression of the flake evaluates to. */
export type Evaluated =
  | { readonly drvPath: string }
  /** One line: why it does not evaluate. */
  | { readonly error: string };

/** What a tree builds: plain JSON, kept in journals. */
export interface DerivationMap {
  /** `toplevel` of every NixOS configuration, by its name. */
  readonly hosts: Readonly<Record<string, Evaluated>>;
  /** By `SYSTEM.NAME`. */
  readonly checks: Readonly<Record<string, Evaluated>>;
}

/** Packages by name; a version is empty where the package has none, several are joined by commas. Each list is sorted and may be cut. */
export interface PackageChanges {
  readonly added: readonly PackageVersion[];
  readonly removed: readonly PackageVersion[];
  readonly changed: readonly { readonly name: string; readonly from: string; readonly to: string }[];
  /** How many there are in the three lists together, if there are more. */
  readonly count: number;
}

export interface PackageVersion {
  readonly name: string;
  readonly version: string;
}

export const NO_PACKAGES: PackageChanges = { added: [], removed: [], changed: [], count: 0 };

/** Bytes that a system and everything it needs take in the store. */
export interface ClosureSizes {
  readonly before: number;
  readonly after: number;
}

/** One host before and after. Plain JSON, bounded: journals and reports hold it. */
export interface HostComparison {
  readonly host: string;
  readonly level: ComparisonLevel;
  /** One line for a person: what differs; empty when nothing does. */
  readonly what: string;
  /** Names of derivations that differ for themselves, not only because of those that they are built from; the most telling first. */
  readonly derivations: readonly string[];
  /** How many there are, if there are more. */
  readonly derivationCount: number;
  /** Packages that what differs is built from on one side only, or in another version. */
  readonly packages: PackageChanges;
  /** null unless both systems are built and in the store. */
  readonly sizes: ClosureSizes | null;
}

/** What a step promises about the hosts: `{hosts}` names those that may change; the others must be identical. */
export type Expectation = 'same-drv' | 'reordered' | 'any' | { readonly hosts: readonly string[] };

/** The hosts that break the contract, in order. A host that no longer evaluates, that came or that went breaks all but `any`. */
export function breaches(expect: Expectation, hosts: readonly HostComparison[]): HostComparison[] {
  return hosts.filter(({ host, level }) => {
    if (expect === 'any' || level === 'identical') return false;
    if (typeof expect === 'object') return !expect.hosts.includes(host) || level === 'failed';
    return !(expect === 'reordered' && level === 'reordered');
  });
}

/** What a contract allows, in words: for a person and for an agent. */
export function expectText(expect: Expectation): string {
  switch (expect) {
    case 'same-drv':
      return 'every host stays the same derivation';
    case 'reordered':
      return 'every host stays the same but for the order of lists';
    case 'any':
      return 'hosts may change';
    default:
      return `only ${expect.hosts.join(', ')} may change`;
  }
}

/** Whether a JSON value from a journal or a cache is a map: anybody may have written it. */
export function isDerivationMap(value: unknown): value is DerivationMap {
  return isRecord(value) && isEvaluatedRecord(value['hosts']) && isEvaluatedRecord(value['checks']);
}

/** Whether a JSON value from a journal is a comparison. */
export function isHostComparison(value: unknown): value is HostComparison {
  return (
    isRecord(value) &&
    typeof value['host'] === 'string' &&
    typeof value['what'] === 'string' &&
    LEVELS.has(value['level']) &&
    isTexts(value['derivations']) &&
    Number.isFinite(value['derivationCount']) &&
    isPackageChanges(value['packages']) &&
    isSizes(value['sizes'])
  );
}

function isPackageChanges(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const isList = (list: unknown, names: readonly string[]): boolean =>
    Array.isArray(list) && list.every((one) => isRecord(one) && names.every((name) => typeof one[name] === 'string'));
  return (
    isList(value['added'], ['name', 'version']) &&
    isList(value['removed'], ['name', 'version']) &&
    isList(value['changed'], ['name', 'from', 'to']) &&
    Number.isFinite(value['count'])
  );
}

function isSizes(value: unknown): boolean {
  return value === null || (isRecord(value) && Number.isFinite(value['before']) && Number.isFinite(value['after']));
}

const LEVELS: ReadonlySet<unknown> = new Set<ComparisonLevel>([
  'identical',
  'reordered',
  'different',
  'added',
  'removed',
  'failed',
]);

function isEvaluatedRecord(value: unknown): boolean {
  return (
    isRecord(value) &&
    Object.values(value).every(
      (one) => isRecord(one) && (typeof one['drvPath'] === 'string' || typeof one['error'] === 'string'),
    )
  );
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
