import type { NixExpression } from '../../nix/syntax/syntax-tree.js';
import { staticPath } from '../../nix/syntax/walk.js';
import { riskAt, type Risk, type RuleId } from './rules.js';
import { literal, literals, type Setting } from './settings.js';

/** Services that are not made for the open network, by their registered or usual port. */
const TCP: ReadonlyMap<number, string> = new Map([
  [111, 'rpcbind'],
  [139, 'Samba'],
  [445, 'Samba'],
  [873, 'rsync'],
  [1433, 'SQL Server'],
  [2379, 'etcd'],
  [2380, 'etcd'],
  [3306, 'MySQL'],
  [3389, 'RDP'],
  [5432, 'PostgreSQL'],
  [5984, 'CouchDB'],
  [8529, 'ArangoDB'],
  [9042, 'Cassandra'],
  [10250, 'kubelet'],
  [11434, 'Ollama'],
]);

/** Those that anybody who reaches the port can use or listen to. */
const TCP_CLEARTEXT: ReadonlyMap<number, string> = new Map([
  [21, 'FTP'],
  [23, 'Telnet'],
  [512, 'rexec'],
  [513, 'rlogin'],
  [514, 'rsh'],
  [2375, 'the Docker daemon'],
  [5900, 'VNC'],
  [5901, 'VNC'],
  [6379, 'Redis'],
  [9200, 'Elasticsearch'],
  [9300, 'Elasticsearch'],
  [11211, 'memcached'],
  [27017, 'MongoDB'],
]);

const UDP: ReadonlyMap<number, string> = new Map([
  [69, 'TFTP'],
  [111, 'rpcbind'],
  [161, 'SNMP'],
  [11211, 'memcached'],
]);

/** More ports than this in one range are no single service. */
const WIDE = 1000;

/** Open ports and ranges of the firewall. What is open on a private interface alone is left to its owner. */
export function portRisks({ path, value }: Setting): Risk[] {
  if (!isFirewall(path)) return [];
  const name = path.at(-1);
  if (name === 'allowedTCPPorts')
    return [...ports(value, TCP, 'exposed-port'), ...ports(value, TCP_CLEARTEXT, 'exposed-cleartext-port')];
  if (name === 'allowedUDPPorts') return ports(value, UDP, 'exposed-port');
  const ranges = path.at(-2);
  if (name === '*' && (ranges === 'allowedTCPPortRanges' || ranges === 'allowedUDPPortRanges'))
    return rangeRisks(value);
  return [];
}

function isFirewall(path: readonly string[]): boolean {
  return path.lastIndexOf('firewall') >= path.length - 3 && path.at(path.lastIndexOf('firewall') - 1) === 'networking';
}

function ports(value: NixExpression, known: ReadonlyMap<number, string>, rule: RuleId): Risk[] {
  if (value.kind !== 'list') return [];
  return literals(value).flatMap(({ value: port, node }) => {
    const service = typeof port === 'number' ? known.get(port) : undefined;
    return service === undefined ? [] : [riskAt(rule, node, `${String(port)}, ${service}`)];
  });
}

function rangeRisks(value: NixExpression): Risk[] {
  if (value.kind !== 'attr-set') return [];
  const port = (name: string): number | null => {
    const found = value.bindings.find((one) => one.kind === 'bind' && staticPath(one.path)?.join('.') === name);
    const number = found?.kind === 'bind' ? literal(found.value) : undefined;
    return typeof number === 'number' ? number : null;
  };
  const from = port('from');
  const to = port('to');
  if (from === null || to === null || to - from < WIDE) return [];
  return [riskAt('wide-port-range', value, `${from} to ${to}`)];
}
