import { expect, test } from '@jest/globals';
import { isHostComparison, NO_PACKAGES, type HostComparison } from '../../src/base/derivations.js';

const whole: HostComparison = {
  host: 'atlas',
  level: 'different',
  what: 'etc differs',
  derivations: ['etc'],
  derivationCount: 1,
  packages: {
    added: [{ name: 'a', version: '' }],
    removed: [],
    changed: [{ name: 'b', from: '1', to: '2' }],
    count: 2,
  },
  sizes: { before: 1, after: 2 },
};

test('isHostComparison takes a comparison with or without sizes', () => {
  expect([whole, { ...whole, sizes: null }].map(isHostComparison)).toEqual([true, true]);
});

test.each<[string, object]>([
  ['packages as mere texts', { packages: ['b: 1 → 2'] }],
  ['a package without a version', { packages: { ...NO_PACKAGES, added: [{ name: 'a' }] } }],
  ['a changed package with one version', { packages: { ...NO_PACKAGES, changed: [{ name: 'b', from: '1' }] } }],
  ['packages without their count', { packages: { ...NO_PACKAGES, count: null } }],
  ['one size', { sizes: { before: 1 } }],
  ['sizes left out', { sizes: undefined }],
  ['a level that is none', { level: 'same' }],
])('isHostComparison refuses %s', (_, wrong) => {
  expect(isHostComparison({ ...whole, ...wrong })).toBe(false);
});
