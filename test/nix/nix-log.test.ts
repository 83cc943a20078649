import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { diagnose } from '../../src/nix/diagnose.js';
import { NixTree } from '../../src/nix/nix-tree.js';
import { treeContext } from '../../src/nix/tree-context.js';
import { BROKEN_FLAKES, brokenTree } from '../support/broken-flakes.js';

/**
 * What Nix has said of each broken flake, with ROOT for the folder of the checkout: of the lines of the command that failed, those
 * that can be read something from.
 */
function recordedLog(version: string, name: string, root: string): string {
  const path = fileURLToPath(new URL(`../cases/nix-log/${version}/${name}.txt`, import.meta.url));
  return readFileSync(path, 'utf8').replaceAll('ROOT', root);
}

describe.each(['2.26.3', '2.34.8'])('diagnose places by the log of Nix %s', (version) => {
  test.each(BROKEN_FLAKES.map((broken) => [broken.name, broken] as const))('the mistake of %s', (name, broken) => {
    const root = brokenTree(broken);
    const found = diagnose(recordedLog(version, name, root), treeContext(NixTree.read(root)));
    expect(
      found.map(({ code, location: { file, line } }) => `${code} ${file}${line === undefined ? '' : `:${line}`}`),
    ).toEqual(broken.newer ?? broken.found);
    expect(found.map(({ message, help }) => `${message}\n${help ?? ''}`).join('\n')).toContain(broken.says ?? '');
  });
});

test.each([
  "warning: SQLite database '/home/a/.cache/nix/eval-cache-v3/1.sqlite' is busy",
  "error (ignored): error: SQLite database '/home/a/.cache/nix/eval-cache-v3/1.sqlite' is busy",
])('diagnose has nothing to say of a cache that another Nix has open: %s', (msg) => {
  const line = `@nix ${JSON.stringify({ action: 'msg', level: msg.startsWith('error') ? 0 : 1, msg })}\n`;
  const context = treeContext(NixTree.read(brokenTree({ name: 'whole', edit: () => undefined, found: [] })));
  expect(diagnose(line, context)).toEqual([]);
  expect(diagnose(line.replace('SQLite database', 'the database'), context)).toHaveLength(1);
});
