import type { ClosureSizes, DerivationMap, HostComparison, PackageChanges } from '../base/derivations.js';
import { bytesText } from './bytes-text.js';
import { counted } from './step-label.js';

/** `2 hosts`. */
export function hostCount({ hosts }: DerivationMap): string {
  return counted(Object.keys(hosts).length, 'host');
}

/** One host in one line: `atlas: unchanged`, `kernelcore: reordered (sshd_config, etc)`, and which packages changed. */
export function hostLine(compared: HostComparison): string {
  const { packages, sizes } = compared;
  const texts = packageTexts(packages).slice(0, 3).join(', ');
  const more = packages.count > 3 ? `, … (${counted(packages.count, 'package')})` : '';
  return [
    levelLine(compared),
    ...(texts === '' ? [] : [`${texts}${more}`]),
    ...(sizes === null ? [] : [sizesText(sizes)]),
  ].join('; ');
}

function levelLine({ host, level, what, derivations }: HostComparison): string {
  if (level === 'identical') return `${host}: unchanged`;
  const named = derivations.slice(0, 3).join(', ') + (derivations.length > 3 ? ', …' : '');
  return `${host}: ${what === '' ? level : what}${named === '' || what.includes(named) ? '' : ` (${named})`}`;
}

/** Each package as `nix store diff-closures` writes it, changed ones first: `firefox: 120.0 → 121.0`, `htop: ∅ → 3.2`; `ε` is no version. */
export function packageTexts({ added, removed, changed }: PackageChanges): string[] {
  return [
    ...changed.map(({ name, from, to }) => `${name}: ${versionText(from)} → ${versionText(to)}`),
    ...added.map(({ name, version }) => `${name}: ∅ → ${versionText(version)}`),
    ...removed.map(({ name, version }) => `${name}: ${versionText(version)} → ∅`),
  ];
}

function versionText(version: string): string {
  return version === '' ? 'ε' : version;
}

/** `closure 1.2 GiB → 1.3 GiB (+98.1 MiB)`. */
export function sizesText({ before, after }: ClosureSizes): string {
  if (before === after) return `closure ${bytesText(after)}, as before`;
  const difference = `${after > before ? '+' : ''}${bytesText(after - before)}`;
  return `closure ${bytesText(before)} → ${bytesText(after)} (${difference})`;
}

/** All hosts in one line; those that are unchanged only by their number when others are not. */
export function hostsLine(hosts: readonly HostComparison[]): string {
  const changed = hosts.filter(({ level }) => level !== 'identical');
  if (hosts.length === 0) return 'no hosts';
  if (changed.length === 0) return `${counted(hosts.length, 'host')} unchanged`;
  const rest = hosts.length - changed.length;
  return [...changed.slice(0, 3).map(levelLine), ...(changed.length > 3 ? [`${changed.length - 3} more`] : [])]
    .concat(rest === 0 ? [] : [`${rest} unchanged`])
    .join('; ');
}

/** A host and each package and derivation that differs, line by line. */
export function hostLines({ host, what, derivations, derivationCount, packages, sizes }: HostComparison): string[] {
  const texts = packageTexts(packages);
  const more = derivationCount > derivations.length ? [`  … and ${derivationCount - derivations.length} more`] : [];
  return [
    `${host}: ${what}`,
    ...texts.map((change) => `  package ${change}`),
    ...(packages.count > texts.length ? [`  … and ${counted(packages.count - texts.length, 'more package')}`] : []),
    ...(sizes === null ? [] : [`  ${sizesText(sizes)}`]),
    ...derivations.map((name) => `  derivation ${name}`),
    ...more,
  ];
}
