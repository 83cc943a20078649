import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { performTask } from './perform-task.js';
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

// create-module-defaults is the skill default-nix-create, as the third step names it itself.
describe.each([
  ['phase-2-parallel', ['refactor-vscode-vscodium', 'refactor-firefox-brave', 'add-module-headers']],
  ['complete-module-refactor', ['split-large-modules', 'generate-docs', 'create-module-defaults']],
  ['my-parallel-workflow', ['task-1', 'task-2', 'task-3']],
] as const)('the parallel tasks of %s', (_, tasks) => {
  let copy: ExampleCopy;
  let base: string;
  let steps: string[];

  beforeAll(async () => {
    copy = copyExample();
    base = copy.git('rev-parse', 'HEAD');
    steps = [];
    for (const task of tasks) {
      copy.git('checkout', '--quiet', '--detach', base);
      await performTask(copy, task);
      steps.push(copy.commit(task));
    }
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
