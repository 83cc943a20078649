import { expect, test } from '@jest/globals';
import type { Diagnostic } from '../../src/base/diagnostic.js';
import { checkRetry } from '../../src/engine/retry.js';
import { readEvent } from '../../src/engine/read-event.js';
import { nixFailureClass } from '../../src/nix/failure-class.js';

const error = (code: string, severity: Diagnostic['severity'] = 'error'): Diagnostic => ({
  severity,
  code,
  message: '',
  location: { file: 'flake.nix' },
});

test.each([
  ['the network alone', [error('nix-network')], 'transient'],
  ['memory alone', [error('nix-resources')], 'resources'],
  ['the network and memory', [error('nix-network'), error('nix-resources')], 'resources'],
  ['an error that stays, besides the network', [error('nix-network'), error('nix-option-type')], 'deterministic'],
  ['a warning besides the network', [error('nix-network'), error('nix-warning', 'warning')], 'transient'],
  ['nothing that is known', [], 'deterministic'],
] as const)('nixFailureClass of %s', (_, diagnostics, expected) => {
  expect(nixFailureClass(diagnostics)).toBe(expected);
});

test.each([
  [{ transient: 0, resources: 0 }, null],
  [
    { transient: 1, resources: 0 },
    { delayMs: 2_000, alone: false },
  ],
  [
    { transient: 3, resources: 0 },
    { delayMs: 8_000, alone: false },
  ],
  [{ transient: 4, resources: 0 }, null],
  [
    { transient: 0, resources: 1 },
    { delayMs: 0, alone: true },
  ],
  [
    { transient: 1, resources: 1 },
    { delayMs: 2_000, alone: true },
  ],
  [{ transient: 0, resources: 2 }, null],
])('checkRetry after %j', (failures, expected) => {
  expect(checkRetry(failures)).toEqual(expected);
});

test.each([
  [{ at: 1, run: 'run-1' }, true],
  [{ at: 1, run: null }, true],
  [{ at: '1', run: null }, false],
  [{ at: 1e300, run: null }, false],
  ['yes', false],
])('readEvent of a validation that is known by %j: %p', (known, isEvent) => {
  const commit = 'c'.repeat(40);
  const event = { type: 'result-validated', at: 2, commit, checks: ['nix flake check'], failure: null, known };
  expect(readEvent(event) !== null).toBe(isEvent);
});
