import { expect, test } from '@jest/globals';
import { errorKind } from '../../src/nix/error-kind.js';

test('a path that Nix 2.8 cannot make an address of is told with the way out', () => {
  const { code, help } = errorKind("'file:///home/jos\u00e9/my cache/check1' is not a valid URL");
  expect([code, help]).toEqual(['nix-path-not-supported', expect.stringContaining('XDG_CACHE_HOME')]);
});

test('an address in the flake that is none stays an error of the flake', () => {
  expect(errorKind("'nixpkgs:::' is not a valid URL").code).toBe('nix-error');
});
