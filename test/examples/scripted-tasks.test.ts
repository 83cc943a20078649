import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { copyExample, flakeCheck, hostDerivations, namesInClosure, removeCopies, type ExampleCopy } from './example-copy.js';

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

let shipped: Readonly<Record<string, string>>;

beforeAll(() => {
  shipped = hostDerivations(copyExample().root);
});
afterAll(removeCopies);

function applied(task: string): ExampleCopy {
  const copy = copyExample();
  expect(copy.runTask(task).status).toBe('done');
  return copy;
}

test.each(READ_ONLY)('%s changes nothing and says no-op', (task) => {
  const copy = copyExample();
  expect(copy.runTask(task).status).toBe('no-op');
  expect(copy.git('status', '--porcelain')).toBe('');
});

test('validate-current-state finds the faults that the example is about', () => {
  const { follow_ups: findings } = copyExample().runTask('validate-current-state');
  expect(findings.filter((finding) => finding.endsWith('has no default.nix'))).toHaveLength(7);
  expect(findings.filter((finding) => finding.endsWith('has more than 200 lines'))).toHaveLength(3);
  expect(findings[0]).toContain('laptop-offload-client.nix lies at the root');
});

test('a task that nobody knows is blocked', () => {
  expect(copyExample().runTask('make-coffee').status).toBe('blocked');
});

describe.each(RESTRUCTURING)('%s', (task) => {
  let copy: ExampleCopy;
  let tree: string;

  beforeAll(() => {
    copy = applied(task);
    tree = copy.git('write-tree');
  });

  test('keeps the flake check passing', () => {
    expect(flakeCheck(copy.root)).toBe('');
  });

  test('keeps the derivation of every host', () => {
    expect(hostDerivations(copy.root)).toEqual(shipped);
  });

  test('finds nothing left to do the second time', () => {
    expect(copy.runTask(task).status).toBe('no-op');
    expect(copy.git('write-tree')).toBe(tree);
  });
});

test('optimize-imports reorders, with the same derivations by name', () => {
  const copy = applied('optimize-imports');
  expect(flakeCheck(copy.root)).toBe('');
  const now = hostDerivations(copy.root);
  for (const [host, derivation] of Object.entries(shipped)) {
    expect(now[host]).not.toBe(derivation);
    expect(namesInClosure(now[host] ?? '')).toEqual(namesInClosure(derivation));
  }
  expect(copy.runTask('optimize-imports').status).toBe('no-op');
});

test('optimize-performance changes both hosts, once', () => {
  const copy = applied('optimize-performance');
  expect(flakeCheck(copy.root)).toBe('');
  const now = hostDerivations(copy.root);
  expect(Object.keys(shipped).filter((host) => now[host] === shipped[host])).toEqual([]);
  expect(copy.runTask('optimize-performance').status).toBe('no-op');
});

test('the tasks of the four phases, one after another, pass the flake check at every step', () => {
  const copy = copyExample();
  const changing = [...RESTRUCTURING.slice(0, 6), 'enhance-documentation', 'optimize-imports', ...RESTRUCTURING.slice(6), 'optimize-performance'];
  for (const task of changing) {
    const { status } = copy.runTask(task);
    expect({ task, blocked: status === 'blocked', problem: flakeCheck(copy.root) }).toEqual({ task, blocked: false, problem: '' });
    copy.commit(task);
  }
});

test('the phases leave no module of more than 200 lines', () => {
  const copy = copyExample();
  copy.runTask('split-large-modules');
  const { follow_ups: findings } = copy.runTask('validate-current-state');
  expect(findings.filter((finding) => finding.includes('more than 200 lines'))).toEqual([]);
});
