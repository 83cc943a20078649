import { expect, test } from '@jest/globals';
import { readHosts } from '../../src/github/published-hosts.js';
import { NO_PACKAGES, type HostComparison } from '../../src/base/derivations.js';
import { comparedHosts } from '../../src/report/compared-hosts.js';

const long = 'x'.repeat(120);
const twenty = <T>(item: T): T[] => Array.from({ length: 20 }, () => item);

/** As large as a comparison gets. */
const changed = (host: string): HostComparison => ({
  host,
  level: 'different',
  what: long,
  derivations: twenty(long),
  derivationCount: 900,
  packages: {
    added: twenty({ name: long, version: long }),
    removed: twenty({ name: long, version: long }),
    changed: twenty({ name: long, from: long, to: long }),
    count: 900,
  },
  sizes: { before: 1, after: 2 },
});

test('readHosts gives back what another job told of its hosts', () => {
  const hosts = comparedHosts([changed('atlas'), { ...changed('desk'), level: 'identical' }]);
  expect(readHosts(JSON.stringify(hosts))).toEqual(hosts);
});

test('comparedHosts keeps any number of hosts below the limit of an output, those beyond it by their line alone', () => {
  const hosts = comparedHosts(Array.from({ length: 400 }, (_, index) => changed(`host${index}`)));
  expect(JSON.stringify(hosts).length).toBeLessThan(1024 * 1024);
  expect(hosts.changed.at(-1)).toMatchObject({ derivations: [], packages: NO_PACKAGES, what: long });
});

test.each([null, '', '{', '[]', '{"unchanged":[],"changed":[{"host":"h"}]}'])(
  'readHosts reads nothing from %j',
  (text) => {
    expect(readHosts(text)).toBeNull();
  },
);
