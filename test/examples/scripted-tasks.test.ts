import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyExample, flakeCheck, hostDerivations, namesInClosure, removeCopies, type ExampleCopy } from './example-copy.js';
import { boundTasks, performTask } from './perform-task.js';

/* Every task that the workflows of the example ask for, done by its skill or by the scripted agent. */

const READ_ONLY = ['validate-current-state', 'validate-security-structure', 'run-flake-check', 'run-all-tests'];
const RESTRUCTURING = [
  'move-laptop-offload-client',
  'create-module-defaults',
  'refactor-vscode-vscodium',
  'refactor-firefox-brave',
  'split-large-modules',
  'add-module-headers',
  'generate-docs',
  'enhance-documentation',
  'create-usage-examples',
  'add-inline-documentation',
  'create-test-infrastructure',
  'extract-host-modules',
  'enhance-ci',
  'add-development-tools',
  'task-name',
  'task-1',
  'task-2',
  'task-3',
];
/** List options may change their order. */
const REORDERING = ['restructure-security', 'optimize-imports'];

let shipped: Readonly<Record<string, string>>;

beforeAll(() => {
  shipped = hostDerivations(copyExample().root);
});
afterAll(removeCopies);

async function applied(task: string, ...before: readonly string[]): Promise<ExampleCopy> {
  const copy = copyExample();
  for (const one of before) await performTask(copy, one);
  expect((await performTask(copy, task)).status).toBe('done');
  return copy;
}

test('the tasks that are bound to skills are among those that are tried here', () => {
  const tried = new Set([...READ_ONLY, ...RESTRUCTURING, ...REORDERING]);
  expect(boundTasks.filter((task) => !tried.has(task))).toEqual([]);
});

test.each(READ_ONLY)('%s changes nothing and says no-op', async (task) => {
  const copy = copyExample();
  expect((await performTask(copy, task)).status).toBe('no-op');
  expect(copy.git('status', '--porcelain')).toBe('');
});

test('a task that nobody knows is blocked', () => {
  expect(copyExample().runTask('make-coffee').status).toBe('blocked');
});

describe.each(RESTRUCTURING)('%s', (task) => {
  let copy: ExampleCopy;
  let tree: string;

  beforeAll(async () => {
    copy = await applied(task);
    tree = copy.git('write-tree');
  });

  test('keeps the flake check passing', () => {
    expect(flakeCheck(copy.root)).toBe('');
  });

  test('keeps the derivation of every host', () => {
    expect(hostDerivations(copy.root)).toEqual(shipped);
  });

  test('finds nothing left to do the second time', async () => {
    expect((await performTask(copy, task)).status).toBe('no-op');
    expect(copy.git('write-tree')).toBe(tree);
  });
});

test.each(REORDERING)('%s keeps the same derivations by name, and finds nothing left to do the second time', async (task) => {
  const copy = await applied(task, 'create-module-defaults');
  expect(flakeCheck(copy.root)).toBe('');
  const now = hostDerivations(copy.root);
  for (const [host, derivation] of Object.entries(shipped))
    expect(namesInClosure(now[host] ?? '')).toEqual(namesInClosure(derivation));
  expect((await performTask(copy, task)).status).toBe('no-op');
});

test('optimize-performance changes both hosts, once', async () => {
  const copy = await applied('optimize-performance');
  expect(flakeCheck(copy.root)).toBe('');
  const now = hostDerivations(copy.root);
  expect(Object.keys(shipped).filter((host) => now[host] === shipped[host])).toEqual([]);
  expect((await performTask(copy, 'optimize-performance')).status).toBe('no-op');
});
