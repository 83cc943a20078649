import { describe, expect, test } from '@jest/globals';
import { NO_PACKAGES, type HostComparison } from '../../src/base/derivations.js';
import { bytesText } from '../../src/report/bytes-text.js';
import { hostLine, hostLines, hostsLine } from '../../src/report/hosts-text.js';

const changed: HostComparison = {
  host: 'atlas',
  level: 'different',
  what: 'system-path differs',
  derivations: ['system-path'],
  derivationCount: 1,
  packages: {
    added: [{ name: 'my-script', version: '' }],
    removed: [{ name: 'htop', version: '3.2' }],
    changed: [{ name: 'firefox', from: '120.0', to: '121.0' }],
    count: 5,
  },
  sizes: { before: 2 * 1024 ** 3, after: 1.5 * 1024 ** 3 },
};

describe('hosts in words', () => {
  test('the line of a host tells packages as diff-closures does, how many there are, and the size', () => {
    expect(hostLine(changed)).toBe(
      'atlas: system-path differs; firefox: 120.0 → 121.0, my-script: ∅ → ε, htop: 3.2 → ∅, … (5 packages); ' +
        'closure 2.0 GiB → 1.5 GiB (-512 MiB)',
    );
  });

  test('the line of a host without changed packages or sizes is about derivations alone', () => {
    expect(hostLine({ ...changed, packages: NO_PACKAGES, sizes: null })).toBe('atlas: system-path differs');
  });

  test('the line of all hosts leaves packages and sizes out', () => {
    expect(hostsLine([changed])).toBe('atlas: system-path differs');
  });

  test('the lines of a host name each package and derivation, and count what is cut', () => {
    expect(hostLines({ ...changed, derivationCount: 3, sizes: { before: 500, after: 500 } })).toEqual([
      'atlas: system-path differs',
      '  package firefox: 120.0 → 121.0',
      '  package my-script: ∅ → ε',
      '  package htop: 3.2 → ∅',
      '  … and 2 more packages',
      '  closure 500 B, as before',
      '  derivation system-path',
      '  … and 2 more',
    ]);
  });
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 KiB'],
  [1023.6 * 1024, '1.0 MiB'],
  [150 * 1024 ** 2, '150 MiB'],
  [-1.25 * 1024 ** 3, '-1.3 GiB'],
  [5000 * 1024 ** 4, '5000 TiB'],
])('bytesText tells %d bytes as %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
