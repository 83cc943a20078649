import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseCheckpoints } from '../../../src/github/checkpoint/choose-checkpoints.js';

const stored = (name: string, id = 1) => ({ id, name, bytes: 1, createdAtMs: null, digest: null });
const names = (found: readonly { artifact: { name: string } }[]) => found.map(({ artifact }) => artifact.name);
const main = [
  'workflow-runner.w.main.1.9',
  'workflow-runner.w.main.1.10',
  'workflow-runner.w.main.2.3',
  'workflow-runner.w.main.2.3.2',
];

test('the newest is of the highest attempt, then sequence, then copy, in whatever order the service lists', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(main, { minLength: main.length }), (listed) => {
      const chosen = chooseCheckpoints(
        listed.map((name) => stored(name)),
        { workflow: 'w', firstAttempt: 1 },
      );
      expect(names(chosen.main)).toEqual([main[3], main[2], main[1], main[0]]);
    }),
  );
});

test('attempts before the first are left out', () => {
  const listed = main.map((name) => stored(name));
  expect(names(chooseCheckpoints(listed, { workflow: 'w', firstAttempt: 2 }).main)).toEqual([main[3], main[2]]);
});

test('other workflows and other artifacts are left out', () => {
  const listed = ['workflow-runner.v.main.1.1', 'coverage', 'workflow-runner.w.step.1.1'].map((name) => stored(name));
  expect(chooseCheckpoints(listed, { workflow: 'w', firstAttempt: 1 })).toEqual({ main: [], steps: new Map() });
});

test('step lines are apart, each newest first', () => {
  const listed = [
    'workflow-runner.w.step.b-00000000.1.5',
    'workflow-runner.w.step.a-00000000.1.5',
    'workflow-runner.w.step.a-00000000.1.6',
  ].map((name) => stored(name));
  const { steps } = chooseCheckpoints(listed, { workflow: 'w', firstAttempt: 1 });
  expect([...steps].map(([line, found]) => [line, names(found)])).toEqual([
    ['step.a-00000000', ['workflow-runner.w.step.a-00000000.1.6', 'workflow-runner.w.step.a-00000000.1.5']],
    ['step.b-00000000', ['workflow-runner.w.step.b-00000000.1.5']],
  ]);
});
