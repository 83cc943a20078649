import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { logOf, openCompiledBed, type CompiledBed } from '../support/github/compiled-bed.js';
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

/** The action on a machine whose long timers ring 200 times too early: the ten minutes of a deadline last three seconds. */
function hurriedAction(): string {
  const entry = join(bed.lib, 'hurried-action.js');
  const source = `const ring = globalThis.setTimeout;
globalThis.setTimeout = (what, ms, ...more) => ring(what, ms > 300_000 ? ms / 200 : ms, ...more);
await import('./action.js');
`;
  writeFileSync(entry, source);
  return entry;
}

test(
  'a phase that its deadline has paused is continued by another workflow run, to the tree of an undisturbed one',
  async () => {
    const slow = bed.gate('slow');
    const { note, look } = bed.ledger();
    const definition = `workflow: long
type: hybrid
phases:
  - name: both
    type: parallel
    steps:
      - { id: a, run: '${note('a')}; echo a > a' }
      - { id: b, run: '${note('b')}; ${slow.wait}; echo b > b' }
  - name: last
    type: sequential
    steps: [{ id: c, run: '${note('c')}; cat a b > c' }]
`;
    const compile = [['long', '--deadline-minutes', '10']];
    const project = bed.project({ files: { '.claude/workflows/long.yaml': definition }, compile });
    const first = await project.dispatch('long', { action: { entry: hurriedAction() } });
    expect(outcomes(first)).toMatchObject({
      both: 'failure',
      last: 'skipped',
      publish: 'skipped',
      continue: 'success',
    });
    expect(logOf(first, 'both')).toContain('paused (deadline)');
    expect(look()).toEqual(['a', 'b']);

    slow.open();
    const asked = bed.github.dispatches.at(-1);
    expect(asked?.inputs).toMatchObject({ 'resume-from': String(first.runId) });
    const second = await project.dispatch('long', { inputs: asked?.inputs ?? {} });
    expect([second.conclusion, look()]).toEqual(['success', ['b', 'c']]);
    expect(bed.published(project, 'long')).toBe(bed.local(project, 'long'));
  },
  LONG_MS,
);

test(
  'the inputs phase, dry-run, skip-step, resume-from, rollback-to-checkpoint and accept-changes mean what the flags mean',
  async () => {
    const { note, look } = bed.ledger();
    const path = '.claude/workflows/pair.yaml';
    const definition = `workflow: pair
type: hybrid
phases:
  - name: one
    type: sequential
    steps:
      - { id: a, run: '${note('a')}; echo a > a' }
      - { id: b, run: '${note('b')}; echo b > b' }
  - name: two
    type: sequential
    steps: [{ id: c, run: '${note('c')}; echo c > c' }]
`;
    const project = bed.project({ files: { [path]: definition }, compile: [['pair']] });
    const { repository } = project;
    const dispatch = (inputs: Readonly<Record<string, string>>) =>
      project.dispatch('pair', { inputs: { publish: 'none', ...inputs } });

    const dry = await dispatch({ 'dry-run': 'true' });
    expect([dry.conclusion, look(), bed.github.results.artifactsOf(repository, dry.runId)]).toEqual([
      'success',
      [],
      [],
    ]);
    const alone = await dispatch({ phase: 'two', 'skip-step': 'b' });
    expect([alone.conclusion, outcomes(alone)['one'], look()]).toEqual(['success', 'skipped', ['c']]);
    const rest = await dispatch({ 'resume-from': String(alone.runId), 'skip-step': 'b' });
    expect([rest.conclusion, look()]).toEqual(['success', ['a']]);
    // `c` was done before `a`, so that going back to it leaves `a` to do.
    const back = await dispatch({ 'resume-from': String(rest.runId), 'rollback-to-checkpoint': 'c' });
    expect([back.conclusion, look()]).toEqual(['success', ['a']]);

    bed.github.people.commit(repository, {
      branch: 'main',
      files: { [path]: definition.replace('echo a > a', 'echo A > a') },
    });
    const from = { 'resume-from': String(back.runId), 'rollback-to-checkpoint': 'c' };
    const refused = await dispatch(from);
    expect([outcomes(refused)['plan'], look()]).toEqual(['failure', []]);
    expect(logOf(refused, 'plan')).toContain('these files have changed since the run started');
    const accepted = await dispatch({ ...from, 'accept-changes': 'true' });
    expect([accepted.conclusion, look()]).toEqual(['success', ['a']]);
  },
  LONG_MS,
);
