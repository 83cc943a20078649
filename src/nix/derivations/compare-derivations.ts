import {
  NO_PACKAGES,
  type DerivationMap,
  type Evaluated,
  type HostComparison,
  type PackageChanges,
} from '../../base/derivations.js';
import { compareText } from '../../base/diagnostic.js';
import type { DerivationStore } from './derivation-store.js';
import type { ReadDerivation } from './derivation.js';
import { differingDerivations, type Difference, type Differences } from './differing-derivations.js';

const MOST_NAMES = 20;
const LONGEST_NAME = 120;

/** Files whose first match wins, or that are run from top to bottom: another order can mean something else. */
const ORDER_MATTERS =
  /sshd?[-_.]?config|sshd|\.pam$|\bpam|sudoers|polkit|nftables|iptables|firewall|nsswitch|resolv|dnsmasq|unbound|nginx|caddy|haproxy|udev|tmpfiles|sysctl|fstab|crontab|ruleset/i;

/** Every host of the two maps, sorted by name. Equal paths are equal systems; of others the derivations are read and compared. */
export async function compareDerivations(
  before: DerivationMap,
  after: DerivationMap,
  store: DerivationStore,
): Promise<HostComparison[]> {
  const hosts = [...new Set([...Object.keys(before.hosts), ...Object.keys(after.hosts)])].sort(compareText);
  const compared: HostComparison[] = [];
  for (const host of hosts) {
    const [old, now] = [own(before.hosts, host), own(after.hosts, host)];
    compared.push({ host, ...nothing, ...(await compareHost(old, now, store.read)) });
  }
  return withSizes(compared, [before, after], store);
}

/** With the sizes of the hosts that differ, where both systems are built already. */
async function withSizes(
  compared: readonly HostComparison[],
  maps: readonly [DerivationMap, DerivationMap],
  { read, closureSizes }: DerivationStore,
): Promise<HostComparison[]> {
  const outputs = new Map<string, readonly (string | null)[]>();
  for (const { host, level } of compared) {
    if (level !== 'reordered' && level !== 'different') continue;
    outputs.set(host, await Promise.all(maps.map(({ hosts }) => outputOf(own(hosts, host), read))));
  }
  const both = [...outputs.values()].filter((paths) => !paths.includes(null));
  const sizes = await closureSizes(both.flat().filter((path) => path !== null));
  return compared.map((one) => {
    const [before, after] = (outputs.get(one.host) ?? []).map((path) => (path === null ? undefined : sizes.get(path)));
    return before === undefined || after === undefined ? one : { ...one, sizes: { before, after } };
  });
}

/** Where the system lies, or would lie, in the store; null when that is not known. */
async function outputOf(evaluated: Evaluated | null, read: ReadDerivation): Promise<string | null> {
  if (evaluated === null || 'error' in evaluated) return null;
  const path = (await read(evaluated.drvPath))?.outputs.get('out')?.path ?? '';
  return path === '' ? null : path;
}

type Compared = Pick<HostComparison, 'level' | 'what'> & Partial<HostComparison>;

const nothing = {
  level: 'identical',
  what: '',
  derivations: [],
  derivationCount: 0,
  packages: NO_PACKAGES,
  sizes: null,
} as const;

function own(hosts: DerivationMap['hosts'], host: string): Evaluated | null {
  return Object.hasOwn(hosts, host) ? (hosts[host] ?? null) : null;
}

async function compareHost(before: Evaluated | null, after: Evaluated | null, read: ReadDerivation): Promise<Compared> {
  if (after === null) return { level: 'removed', what: 'no longer there' };
  if ('error' in after) {
    const asBefore = before !== null && 'error' in before;
    return { level: 'failed', what: `${asBefore ? 'still does' : 'does'} not evaluate: ${after.error}` };
  }
  if (before === null) return { level: 'added', what: 'new' };
  if ('error' in before) return { level: 'different', what: `evaluates now; before: ${before.error}` };
  if (before.drvPath === after.drvPath) return { level: 'identical', what: '' };
  return compareSystems(await differingDerivations(before.drvPath, after.drvPath, read));
}

function compareSystems({ own: differences, packages, gap, isSameOutput }: Differences): Compared {
  if (isSameOutput) return { level: 'identical', what: '' };
  const ordered = mostTellingFirst(differences);
  const isReordered = gap === null && ordered.length > 0 && ordered.every(({ relation }) => relation === 'reordered');
  const facts = {
    derivations: ordered.slice(0, MOST_NAMES).map(({ name }) => name.slice(0, LONGEST_NAME)),
    derivationCount: ordered.length,
    packages: bounded(packages),
  };
  return isReordered
    ? { ...facts, level: 'reordered', what: reorderedText(ordered) }
    : { ...facts, level: 'different', what: differentText(ordered, gap) };
}

function bounded({ added, removed, changed, count }: PackageChanges): PackageChanges {
  const short = <T extends object>(list: readonly T[]): T[] =>
    list
      .slice(0, MOST_NAMES)
      .map(
        (one) =>
          Object.fromEntries(Object.entries(one).map(([key, text]) => [key, String(text).slice(0, LONGEST_NAME)])) as T,
      );
  return { added: short(added), removed: short(removed), changed: short(changed), count };
}

function reorderedText(differences: readonly Difference[]): string {
  const touchy = differences.filter(({ name }) => ORDER_MATTERS.test(name));
  const said = `the same in another order in ${list(differences)}`;
  return touchy.length === 0 ? said : `${said}; order can matter in ${list(touchy)}`;
}

function differentText(differences: readonly Difference[], gap: Differences['gap']): string {
  const changed = differences.filter(({ relation }) => relation === 'different');
  if (gap === 'not-in-store' && changed.length === 0)
    return 'another system; its derivations are not in the store, so what differs is not known';
  if (changed.length === 0) return 'another system, by more derivations than can be compared';
  return `${list(changed)} ${changed.length === 1 ? 'differs' : 'differ'}`;
}

/** `a, b, c and 4 more`. */
function list(differences: readonly Difference[]): string {
  const names = differences.slice(0, 3).map(({ name }) => name.slice(0, LONGEST_NAME));
  const more = differences.length - names.length;
  return more === 0 ? names.join(', ') : `${names.join(', ')} and ${more} more`;
}

/** Changed before reordered, causes before what is built from them, files in which order matters before others, near the top first. */
function mostTellingFirst(differences: readonly Difference[]): Difference[] {
  const rank = ({ name, relation, hasDifferingInputs }: Difference): number =>
    (relation === 'different' ? 0 : 4) + (hasDifferingInputs ? 2 : 0) + (ORDER_MATTERS.test(name) ? 0 : 1);
  return differences
    .map((difference, index) => ({ difference, index }))
    .sort((a, b) => rank(a.difference) - rank(b.difference) || a.index - b.index)
    .map(({ difference }) => difference);
}
