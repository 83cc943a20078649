import { expect, test } from '@jest/globals';
import { errorKind } from '../../src/nix/error-kind.js';

test('a path that Nix 2.8 cannot make an address of is told with the way out', () => {
  const { code, help } = errorKind("'file:///home/jos\u00e9/my cache/check1' is not a valid URL");
  expect([code, help]).toEqual(['nix-path-not-supported', expect.stringContaining('XDG_CACHE_HOME')]);
});

test.each([
  ["unsupported tarball input attribute 'lastModified'", 'nix-lock-format'],
  ["program 'git' failed with exit code 128", 'nix-network'],
  ['Package ‘x-1’ in /nix/store/y is marked as insecure, refusing to evaluate.', 'nix-package-refused'],
  ["Cannot build '/nix/store/x.drv'.\nReason: required system or feature not available", 'nix-other-system'],
  ['expected a list but found a set: { _type = "if"; }', 'nix-value-type'],
])('errorKind of "%s" is %s', (text, code) => {
  expect(errorKind(text)).toEqual({ code, help: code === 'nix-value-type' ? null : expect.any(String) });
});

test('an address in the flake that is none stays an error of the flake', () => {
  expect(errorKind("'nixpkgs:::' is not a valid URL").code).toBe('nix-error');
});
