import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCompiledBed, type CompiledBed } from '../support/github/compiled-bed.js';
import { outcomes } from '../support/github/compiled-project.js';
import type { WorkflowRequest, WorkflowResult } from '../support/github/workflow-executor.js';

/** Jobs are whole processes with clones and uploads; this is a guard against hangs. */
const LONG_MS = 600_000;

let bed: CompiledBed;

beforeAll(async () => {
  bed = await openCompiledBed();
});

afterAll(async () => {
  await bed.close();
});

/** Resolves when the service has been asked that, and something went wrong. */
async function inTrouble(method: RegExp): Promise<void> {
  const { calls } = bed.github.results;
  const from = calls.length;
  const seen = (): boolean => calls.slice(from).some((call) => call.fault !== null && method.test(call.method));
  while (!seen()) await new Promise((again) => setTimeout(again, 20));
}

test(
  'a run whose jobs were lost or cancelled one after the other ends in the tree of an undisturbed one, and repeats only the steps it was in',
  async () => {
    const [b, c, e] = [bed.gate('b'), bed.gate('c'), bed.gate('e')];
    const { note, look } = bed.ledger();
    const definition = `workflow: three
type: hybrid
phases:
  - name: first
    type: sequential
    steps:
      - { id: a, run: '${note('a')}; echo a > a' }
      - { id: b, run: '${note('b')}; ${b.wait}; echo b > b' }
  - name: second
    type: parallel
    max_concurrent: 2
    steps:
      - { id: c, run: '${note('c')}; ${c.wait}; echo c > c' }
      - { id: d, run: '${note('d')}; echo d > d' }
  - name: third
    type: sequential
    steps:
      - { id: e, run: '${note('e')}; ${e.wait}; cat a b c d > e' }
`;
    const project = bed.project({ files: { '.claude/workflows/three.yaml': definition }, compile: [['three']] });
    const attempts: WorkflowResult[] = [];
    const attempt = async (onJob?: WorkflowRequest['onJob']): Promise<readonly string[]> => {
      const of = attempts.at(-1);
      const rerun = of === undefined ? {} : { rerun: { of, jobs: 'failed' as const } };
      attempts.push(await project.dispatch('three', { ...rerun, ...(onJob === undefined ? {} : { onJob }) }));
      return [attempts.at(-1)?.conclusion ?? '', ...look()];
    };
    // The checkpoint is saved, but the job does not get to know.
    const unheard = { kind: 'reset', when: 'after' } as const;
    bed.github.results.faults.add({ method: /FinalizeArtifact/, name: /\.main\.1\./, fault: unheard });
    const begun = inTrouble(/FinalizeArtifact/);
    const hasBegun = await attempt(({ id }) => (id === 'plan' ? { kind: 'kill', when: { until: begun } } : null));
    expect(hasBegun).toEqual(['failure']);

    const slow = { kind: 'delay', delayMs: 2_000 } as const;
    bed.github.results.faults.add({ method: /FinalizeArtifact/, name: /\.main\.2\.([3-9]|\d\d)$/, fault: slow });
    const saving = inTrouble(/FinalizeArtifact/);
    const whileSaving = await attempt(({ id }) => (id === 'first' ? { kind: 'kill', when: { until: saving } } : null));
    expect(whileSaving).toEqual(['failure', 'a']);

    const inStep = await attempt(({ id }) => (id === 'first' ? { kind: 'kill', when: { output: b.reached } } : null));
    expect(inStep.filter((one) => one !== 'a')).toEqual(['failure', 'b']);
    b.open();
    const inMatrix = await attempt(({ matrix }) =>
      matrix?.['step'] === 'c' ? { kind: 'kill', when: { output: c.reached } } : null,
    );
    expect(inMatrix).toEqual(['failure', 'b', 'c', 'd']);
    c.open();
    const cancelled = await attempt(({ id }) =>
      id === 'third' ? { kind: 'cancel', when: { output: e.reached } } : null,
    );
    expect(cancelled).toEqual(['cancelled', 'c', 'e']);
    e.open();
    expect(await attempt()).toEqual(['success', 'e']);
    expect(bed.published(project, 'three')).toBe(bed.local(project, 'three'));
  },
  LONG_MS,
);

test(
  'the post step of a job that was cancelled in the middle of an upload saves what the main step could not',
  async () => {
    const { note, look } = bed.ledger();
    const definition = `workflow: two
type: hybrid
phases:
  - name: first
    type: sequential
    steps:
      - { id: a, run: '${note('a')}; echo a > a' }
      - { id: b, run: '${note('b')}; cat a > b' }
`;
    const project = bed.project({ files: { '.claude/workflows/two.yaml': definition }, compile: [['two']] });
    // Longer than the runner gives the step to end.
    const fault = { kind: 'delay', delayMs: 11_000 } as const;
    bed.github.results.faults.add({ method: /^blob PUT/, name: /\.two\.main\.1\.([3-9]|\d\d)$/, fault });
    const saving = inTrouble(/blob PUT/);
    const first = await project.dispatch('two', {
      onJob: ({ id }) => (id === 'first' ? { kind: 'cancel', when: { until: saving } } : null),
    });
    expect([outcomes(first)['first'], look()]).toEqual(['cancelled', ['a']]);
    const post = first.jobs['first']?.runs[0]?.steps.find(({ name }) => name === 'Post Run the phase');
    expect(post?.end?.stdout).toContain('Saved the checkpoint');
    const second = await project.dispatch('two', { rerun: { of: first, jobs: 'failed' } });
    expect([second.conclusion, look()]).toEqual(['success', ['b']]);
    expect(bed.published(project, 'two')).toBe(bed.local(project, 'two'));
  },
  LONG_MS,
);
