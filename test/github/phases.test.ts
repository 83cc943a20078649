import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openCompiledBed, type CompiledBed } from '../support/github/compiled-bed.js';
import { outcomes } from '../support/github/compiled-project.js';

/** Jobs are whole processes with clones and uploads; this is a guard against hangs. */
const LONG_MS = 600_000;

let bed: CompiledBed;

beforeAll(async () => {
  bed = await openCompiledBed();
});

afterAll(async () => {
  await bed.close();
});

test(
  'two parallel phases in a row, with a nested workflow, a conflict, a retry and a tolerated failure, give the tree of a local run',
  async () => {
    const { note, look } = bed.ledger();
    const tried = bed.gate('tried');
    const files = {
      '.claude/workflows/inner.yaml': `workflow: inner
type: sequential
steps:
  - { id: i, run: '${note('i')}; echo i > i' }
  - { id: j, run: '${note('j')}; cat i > j' }
`,
      '.claude/workflows/outer.yaml': `workflow: outer
type: hybrid
phases:
  - name: one
    type: parallel
    max_concurrent: 2
    steps:
      - { id: nested, workflow: inner }
      - { id: x, run: '${note('x')}; echo x >> shared' }
      - { id: y, run: '${note('y')}; echo y >> shared' }
  - name: two
    type: parallel
    max_concurrent: 1
    steps:
      - id: p
        run: '${note('p')}; ${tried.once}; cat shared i > p'
        on_failure: { retry: 2, backoff: constant, delay_seconds: 0 }
      - { id: q, run: '${note('q')}; echo q > q; exit 7', continue_on_error: true }
      - { id: r, run: '${note('r')}; cat j > r', condition: 'x.status == "success"' }
`,
    };
    const project = bed.project({ files, compile: [['outer']] });
    const result = await project.dispatch('outer');
    expect([result.conclusion, outcomes(result)]).toEqual([
      'success',
      expect.objectContaining({ one: 'success', two: 'success', result: 'success', publish: 'success' }),
    ]);
    expect(look()).toEqual(['i', 'j', 'p', 'p', 'q', 'r', 'x', 'y', 'y']);
    expect(bed.published(project, 'outer')).toBe(bed.local(project, 'outer'));
  },
  LONG_MS,
);

test(
  'after a failed phase only those run whose condition asks for it, and they build on what was done',
  async () => {
    const { note, look } = bed.ledger();
    const mended = bed.gate('mended');
    const files = {
      '.claude/workflows/failing.yaml': `workflow: failing
type: hybrid
phases:
  - name: work
    type: sequential
    steps:
      - { id: a, run: '${note('a')}; echo a > a' }
      - { id: b, run: '${note('b')}; ${mended.fail}; cat a > b' }
  - name: more
    type: sequential
    steps: [{ id: c, run: '${note('c')}; cat a > c' }]
  - name: mourn
    type: sequential
    condition: failure()
    steps: [{ id: d, run: '${note('d')}; cat a > d' }]
  - name: tidy
    type: parallel
    condition: always()
    steps:
      - { id: e, run: '${note('e')}; cat a > e' }
      - { id: f, run: '${note('f')}; cat a > f' }
`,
    };
    const project = bed.project({ files, compile: [['failing']] });
    const first = await project.dispatch('failing');
    expect(first.conclusion).toBe('failure');
    expect(outcomes(first)).toMatchObject({
      work: 'failure',
      more: 'skipped',
      validate: 'skipped',
      publish: 'skipped',
    });
    expect(look()).toEqual(['a', 'b', 'd', 'e', 'f']);
    mended.open();
    const second = await project.dispatch('failing', { rerun: { of: first, jobs: 'failed' } });
    expect(second.conclusion).toBe('success');
    expect(look()).toEqual(['b', 'c']);
  },
  LONG_MS,
);
