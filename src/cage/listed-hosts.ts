import { BlockList, isIP } from 'node:net';

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** What a caged process may be connected to. */
export interface AllowedTarget extends Target {
  /** True when the list names the port too: only then may the host be in a private network, or this machine. */
  readonly mayBePrivate: boolean;
}

const HTTPS_PORT = 443;

/** The target that `authority` (`host:port`, `[v6]:port`, as of CONNECT) means; null when it means none. */
export function parseTarget(authority: string): Target | null {
  const match = /^(?:\[([0-9a-f:.]{2,45})\]|([a-z0-9._-]{1,253})):(\d{1,5})$/i.exec(authority);
  if (match === null) return null;
  const [, v6, name, digits] = match;
  const port = Number(digits);
  if (port < 1 || port > 65_535 || (v6 !== undefined && isIP(v6) !== 6)) return null;
  return { host: normalised(v6 ?? name ?? ''), port };
}

/** `target` when `hosts` (see `CageNetwork.hosts`) lists exactly that name and port; else null. Names below a listed one are not. */
export function allowedTarget(target: Target, hosts: readonly string[]): AllowedTarget | null {
  const listed = (text: string): boolean => {
    const one = parseTarget(text);
    return one !== null && one.host === target.host && one.port === target.port;
  };
  if (hosts.some(listed)) return { ...target, mayBePrivate: true };
  const isNamed = target.port === HTTPS_PORT && hosts.some((text) => normalised(text) === target.host);
  return isNamed ? { ...target, mayBePrivate: false } : null;
}

/** A name with a dot at its end means the same host. */
function normalised(host: string): string {
  return host.toLowerCase().replace(/\.$/, '');
}

/** The networks that are not the internet, of IANA's special-purpose registries (RFC 6890, RFC 8190), with clouds' metadata in 169.254. */
const PRIVATE_NETWORKS: ReadonlyArray<readonly [string, number, 'ipv4' | 'ipv6']> = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['::', 96, 'ipv6'],
  ['64:ff9b::', 96, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['fec0::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

const privateList = new BlockList();
for (const [network, prefix, family] of PRIVATE_NETWORKS) privateList.addSubnet(network, prefix, family);

/** True for an address of this machine, of a private network, or of a cloud's metadata; IPv4 written as IPv6 too. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  return family === 0 || privateList.check(address, family === 6 ? 'ipv6' : 'ipv4');
}
