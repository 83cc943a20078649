import type { DerivationMap, HostComparison } from '../base/derivations.js';
import { counted } from './step-label.js';

/** `2 hosts`. */
export function hostCount({ hosts }: DerivationMap): string {
  return counted(Object.keys(hosts).length, 'host');
}

/** One host in one line: `atlas: unchanged`, `kernelcore: reordered (sshd_config, etc)`. */
export function hostLine({ host, level, what, derivations }: HostComparison): string {
  if (level === 'identical') return `${host}: unchanged`;
  const named = derivations.slice(0, 3).join(', ') + (derivations.length > 3 ? ', …' : '');
  return `${host}: ${what === '' ? level : what}${named === '' || what.includes(named) ? '' : ` (${named})`}`;
}

/** All hosts in one line; those that are unchanged only by their number when others are not. */
export function hostsLine(hosts: readonly HostComparison[]): string {
  const changed = hosts.filter(({ level }) => level !== 'identical');
  if (hosts.length === 0) return 'no hosts';
  if (changed.length === 0) return `${counted(hosts.length, 'host')} unchanged`;
  const rest = hosts.length - changed.length;
  return [...changed.slice(0, 3).map(hostLine), ...(changed.length > 3 ? [`${changed.length - 3} more`] : [])]
    .concat(rest === 0 ? [] : [`${rest} unchanged`])
    .join('; ');
}

/** A host and each derivation that differs, line by line. */
export function hostLines({ host, what, derivations, derivationCount, packages }: HostComparison): string[] {
  const more = derivationCount > derivations.length ? [`  … and ${derivationCount - derivations.length} more`] : [];
  return [
    `${host}: ${what}`,
    ...packages.map((change) => `  package ${change}`),
    ...derivations.map((name) => `  derivation ${name}`),
    ...more,
  ];
}
