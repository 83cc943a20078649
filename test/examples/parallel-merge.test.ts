import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyExample, flakeCheck, hostDerivations, removeCopies, type ExampleCopy } from './example-copy.js';

afterAll(removeCopies);

const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

/** Merges the three steps into their base in some order; the tree, or the conflict that git reports. */
function mergedTree(copy: ExampleCopy, base: string, steps: readonly string[]): string {
  let head = base;
  for (const step of steps) {
    const tree = copy.git('merge-tree', '--write-tree', head, step);
    head = copy.git('commit-tree', tree, '-p', head, '-p', step, '-m', 'merge');
  }
  return copy.git('rev-parse', `${head}^{tree}`);
}

// In place of the skill default-nix-create, which built-in-skills.test.ts merges itself.
describe.each([
  ['phase-2-parallel', ['refactor-vscode-vscodium', 'refactor-firefox-brave', 'add-module-headers']],
  ['complete-module-refactor', ['split-large-modules', 'generate-docs', 'create-module-defaults']],
  ['my-parallel-workflow', ['task-1', 'task-2', 'task-3']],
] as const)('the parallel tasks of %s', (_, tasks) => {
  let copy: ExampleCopy;
  let base: string;
  let steps: string[];

  beforeAll(() => {
    copy = copyExample();
    base = copy.git('rev-parse', 'HEAD');
    steps = tasks.map((task) => {
      copy.git('checkout', '--quiet', '--detach', base);
      copy.runTask(task);
      return copy.commit(task);
    });
  });

  test('merge without conflict, in every order, to one tree', () => {
    const trees = ORDERS.map((order) => mergedTree(copy, base, order.map((at) => steps[at] ?? '')));
    expect(new Set(trees).size).toBe(1);
  });

  test('pass the flake check together and keep every host derivation', () => {
    copy.git('checkout', '--quiet', '--detach', base);
    const before = hostDerivations(copy.root);
    copy.git('read-tree', '-u', '--reset', mergedTree(copy, base, steps));
    expect(flakeCheck(copy.root)).toBe('');
    expect(hostDerivations(copy.root)).toEqual(before);
  });
});
