import { expect, test } from '@jest/globals';
import { NO_PACKAGES } from '../../src/base/derivations.js';
import { renderTreeCheck, type TreeCheck } from '../../src/report/tree-check.js';

const COMMIT = 'a'.repeat(40);
const good: TreeCheck = { commit: COMMIT, definitions: [], checks: ['nix flake check'], failure: null, hosts: null };

test('a tree that passed is valid, with its checks and without what was not looked at', () => {
  expect(renderTreeCheck(good)).toBe(
    '## Validation of `aaaaaaa`: ✅ valid\n\nDefinitions: no findings.\n\nChecks: `nix flake check`\n\n',
  );
});

test('an error in a definition makes a tree that passed not valid, and a warning does not', () => {
  const found = (severity: 'error' | 'warning') =>
    renderTreeCheck({ ...good, definitions: [{ severity, code: 'c', message: 'm', location: { file: 'f.yaml' } }] });
  expect([found('error'), found('warning')].map((text) => text.includes('❌ not valid'))).toEqual([true, false]);
});

test('what failed, and hosts that differ, are told with text of strangers escaped', () => {
  const text = renderTreeCheck({
    ...good,
    failure: { reason: 'validation-failed', command: 'x', exitCode: 1, outputTail: '```\n@org', diagnostics: [] },
    hosts: {
      unchanged: ['laptop'],
      changed: [
        {
          host: '@org/team',
          level: 'added',
          what: 'new',
          derivations: [],
          derivationCount: 0,
          packages: NO_PACKAGES,
          sizes: null,
        },
      ],
    },
  });
  expect(text).toContain('❌ not valid');
  expect(text).toContain('(`validation-failed`)');
  expect(text).toContain('- unchanged (1): laptop');
  expect(text).not.toContain('- @org/team');
});
