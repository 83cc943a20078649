import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  artifactName,
  lineSlug,
  nameOfCopy,
  parseArtifactName,
  workflowSlug,
} from '../../../src/github/checkpoint/artifact-name.js';
import type { CheckpointLine } from '../../../src/github/checkpoint/manifest.js';

const main: CheckpointLine = { kind: 'main' };
const step = (child: string): CheckpointLine => ({ kind: 'step', phase: 'p', child });
const nameOf = (workflow: string, line: CheckpointLine = main, attempt = 1, sequence = 7) =>
  artifactName({ workflow, line, workflowRun: { id: '1', attempt }, sequence });

describe('the name of an artifact', () => {
  test('says workflow, line, attempt and sequence', () => {
    expect(nameOf('phase-1-critical', main, 2, 31)).toBe('workflow-runner.phase-1-critical.main.2.31');
  });

  test('of a step has a digest of its id', () => {
    expect(nameOf('w', step('nested/step-1'))).toMatch(/^workflow-runner\.w\.step\.nested-step-1-[0-9a-f]{8}\.1\.7$/);
  });

  test('holds nothing that GitHub refuses, and says again what it was made of', () => {
    const line = fc.oneof(fc.constant(main), fc.string().map(step));
    const count = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(
        fc.string(),
        line,
        count,
        count,
        fc.integer({ min: 1, max: 9 }),
        (workflow, of, attempt, sequence, copy) => {
          const name = nameOfCopy(nameOf(workflow, of, attempt, sequence), copy);
          expect(name).toMatch(/^[a-z0-9._-]{1,200}$/);
          const expected = { workflow: workflowSlug(workflow), line: lineSlug(of), attempt, sequence, copy };
          expect(parseArtifactName(name)).toEqual(expected);
        },
      ),
    );
  });

  test('is never that of another workflow', () => {
    const similar = fc.stringMatching(/^[aA][bB.-]{0,3}$/);
    fc.assert(fc.property(similar, similar, (a, b) => a === b || workflowSlug(a) !== workflowSlug(b)));
  });

  test('of a workflow that looks like one with a digest is not that of the other', () => {
    const digested = workflowSlug('A');
    expect(digested).toMatch(/^a-[0-9a-f]{8}$/);
    expect(workflowSlug(digested)).not.toBe(digested);
  });
});

test.each([
  '',
  'workflow-runner',
  'workflow-runner.w.main.1',
  'workflow-runner.w.main.0.1',
  'workflow-runner.w.main.01.1',
  'workflow-runner.w.main.1.1.1',
  'workflow-runner.w.main.1.9999999999',
  'workflow-runner.W.main.1.1',
  'workflow-runner.w.other.1.1',
  'workflow-runner.w.main.1.1\n',
  'x.workflow-runner.w.main.1.1',
])('%j is not the name of a checkpoint', (name) => {
  expect(parseArtifactName(name)).toBeNull();
});
