import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import type { RunEvent } from '../../src/engine/event.js';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* Which step broke the result, and what lands without it: real git, real processes. */

afterAll(removeFolders);

const FIVE = ['a', 'b', 'c', 'd', 'e'];

interface Shape {
  readonly type?: 'sequential' | 'parallel';
  /** Commands in place of `echo <id> > <id>`. */
  readonly commands?: Readonly<Record<string, string>>;
  readonly more?: Readonly<Record<string, string>>;
  readonly validation: string;
  readonly rest?: string;
}

/** Five steps, each writing a file of its name, and a check of the result. */
function workflowOf({ type = 'sequential', commands = {}, more = {}, validation, rest = '' }: Shape): string {
  const steps = FIVE.map(
    (id) => `  - { id: ${id}, run: ${JSON.stringify(commands[id] ?? `echo ${id} > ${id}`)}${more[id] ?? ''} }\n`,
  );
  return `workflow: w\ntype: ${type}\nsteps:\n${steps.join('')}validation: [${JSON.stringify(validation)}]\n${rest}`;
}

const make = (shape: Shape): RunnerRepository => RunnerRepository.make({ w: workflowOf(shape) });

type EventOf<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>;

function ofType<T extends RunEvent['type']>(repository: RunnerRepository, type: T): EventOf<T>[] {
  return repository.events('w').filter((event): event is EventOf<T> => event.type === type);
}

const blamed = (repository: RunnerRepository): unknown => ofType(repository, 'result-blamed').at(-1)?.blame;
const landed = (repository: RunnerRepository, commit = 'HEAD'): string[] =>
  repository
    .git('ls-tree', '--name-only', commit)
    .split('\n')
    .filter((name) => name !== '.claude' && name !== 'base.txt');

describe('a red result is blamed on', () => {
  test.each(['a', 'd'])('step %s, which broke it, with at most ceil(log2 5) + 2 checks (B1, B2)', async (id) => {
    const repository = make({ validation: `test ! -f ${id}` });
    const { code, stdout } = await repository.run('w');
    expect([code, stdout]).toEqual([1, expect.stringContaining(`step ${FIVE.indexOf(id) + 1} (${id}) broke it`)]);
    expect(blamed(repository)).toMatchObject({ kind: 'step', step: id, passesAlone: false });
    expect(ofType(repository, 'blame-searched').length).toBeLessThanOrEqual(5);
  });

  test('a step of a parallel phase, with its diff, the first broken commit under a ref, and state.json', async () => {
    const repository = make({ type: 'parallel', validation: 'test ! -f c' });
    const { stdout } = await repository.run('w');
    expect(stdout).toContain('+c');
    const { commit, prefix } = blamed(repository) as { commit: string; prefix: string };
    expect([landed(repository, prefix), repository.ownRefs()['c.blamed']]).toEqual([['a', 'b', 'c'], prefix]);
    expect(repository.state('w')['blamed']).toMatchObject({ step: 3, id: 'c', commit, passes_alone: false });
  });

  test('the later one of two that only break together, which passes alone', async () => {
    const repository = make({ type: 'parallel', validation: 'test ! -f b || test ! -f d' });
    const { stdout } = await repository.run('w');
    expect(blamed(repository)).toMatchObject({ kind: 'step', step: 'd', passesAlone: true });
    expect(stdout).toContain('together with steps before it');
  });

  test('nobody when it fails on the base too', async () => {
    const repository = make({ validation: 'test ! -f base.txt' });
    const { stdout } = await repository.run('w');
    expect(blamed(repository)).toMatchObject({ kind: 'base' });
    expect([stdout, ofType(repository, 'blame-searched').length]).toEqual([
      expect.stringContaining('no step broke it'),
      1,
    ]);
  });

  test('the hooks when they broke what had passed', async () => {
    const repository = make({ validation: 'test ! -f hook', rest: 'on_success: ["touch hook"]\n' });
    expect((await repository.run('w')).code).toBe(1);
    expect(blamed(repository)).toMatchObject({ kind: 'hooks' });
  });

  test('the step, by the command that failed alone: one before it asks for what a later step makes', async () => {
    const repository = RunnerRepository.make({
      w: workflowOf({ validation: 'test -f e' }).replace(/\n$/, '').replace(/\]$/, ', "test ! -f b"]\n'),
    });
    await repository.run('w');
    expect(blamed(repository)).toMatchObject({ kind: 'step', step: 'b' });
  });

  test('a step of a phase whose own validation failed', async () => {
    const phase = (name: string, ids: readonly string[], rest: string): string =>
      `  - name: ${name}\n    type: sequential\n${rest}    steps:\n${ids.map((id) => `      - { id: ${id}, run: echo ${id} > ${id} }\n`).join('')}`;
    const text = `workflow: w\ntype: hybrid\nphases:\n${phase('one', ['a'], '')}${phase('two', ['b', 'c', 'd'], '    validation: ["test ! -f c"]\n')}`;
    const repository = RunnerRepository.make({ w: text });
    const { stdout } = await repository.run('w');
    expect(ofType(repository, 'result-blamed')).toMatchObject([{ of: 'two', blame: { kind: 'step', step: 'c' } }]);
    expect(stdout).toContain('step 3 (c) broke it');
  });
});

describe('--partial', () => {
  test('lands the others: the tree is that of a run without the step, the messages are theirs, the exit code is 1', async () => {
    const repository = make({ validation: 'test ! -f c' });
    const { code, stdout } = await repository.run('w', '--partial');
    expect([code, landed(repository)]).toEqual([1, ['a', 'b', 'd', 'e']]);
    expect(stdout).toContain('step 3 (c): it breaks the result');
    const without = make({ validation: 'test ! -f c' });
    expect((await without.run('w', '--skip-step', 'c')).code).toBe(0);
    expect(repository.git('rev-parse', 'HEAD^{tree}')).toBe(without.git('rev-parse', 'HEAD^{tree}'));
    const said = (of: RunnerRepository): string =>
      of.git('log', '--format=%s|%an|%(trailers:key=Workflow-Step,valueonly)', '-4');
    expect(said(repository)).toBe(said(without));
    expect(landed(repository, repository.ownRefs()['c'])).toEqual(['a', 'b', 'c']);
  });

  test('on a resume goes on from a red run, and the resume after it runs the step again on top', async () => {
    const repository = make({
      validation: 'test ! -f c || test -f ok',
      commands: { c: 'echo c > c; test ! -f ../ok' },
    });
    await repository.run('w');
    expect((await repository.run('w', '--resume', '--partial')).code).toBe(1);
    expect(landed(repository)).toEqual(['a', 'b', 'd', 'e']);
    const first = repository.git('rev-parse', 'HEAD');
    const text = workflowOf({ validation: 'test ! -f c || test -f ok', commands: { c: 'echo c > c; touch ok' } });
    writeFileSync(repository.path('.claude/workflows/w.yaml'), text);
    const resumed = await repository.run('w', '--resume', '--accept-changes', '--allow-dirty');
    expect([resumed.code, landed(repository)]).toEqual([0, ['a', 'b', 'c', 'd', 'e', 'ok']]);
    expect(repository.git('rev-parse', 'HEAD^')).toBe(first);
    const started = ofType(repository, 'step-started').map(({ step }) => step);
    expect(started).toEqual(['a', 'b', 'c', 'd', 'e', 'c']);
  });

  test('leaves out what touches the same lines and what needs the step, and says so', async () => {
    const commands = { c: 'echo c > c; echo c > shared', d: 'echo d > shared' };
    const repository = make({
      validation: 'test ! -f c',
      commands,
      more: { e: ', condition: \'c.status == "success"\'' },
    });
    const { code, stdout } = await repository.run('w', '--partial');
    expect([code, landed(repository)]).toEqual([1, ['a', 'b']]);
    expect(stdout).toContain('step 4 (d): it touches the same lines');
    expect(stdout).toContain('step 5 (e): it needs a step that is left out');
  });

  test('lands what had completed when a step fails, and a resume goes on with the rest', async () => {
    const ok = '../ok';
    const repository = make({ validation: 'true', commands: { c: `test -f ${ok} && echo c > c` } });
    const { code } = await repository.run('w', '--partial');
    expect([code, landed(repository), repository.state('w')['status']]).toEqual([1, ['a', 'b'], 'failed']);
    writeFileSync(repository.path('.claude/workflows/w.yaml'), workflowOf({ validation: 'true' }));
    const resumed = await repository.run('w', '--resume', '--accept-changes', '--allow-dirty');
    expect([resumed.code, landed(repository)]).toEqual([0, FIVE]);
  });

  test('lands the siblings of a step that failed in a parallel phase', async () => {
    const repository = make({ type: 'parallel', validation: 'true', commands: { c: 'exit 1' } });
    expect((await repository.run('w', '--partial')).code).toBe(1);
    expect(landed(repository)).toEqual(['a', 'b', 'd', 'e']);
  });

  test('lands nothing when what is left is red for no step', async () => {
    const repository = make({ validation: 'test ! -f base.txt' });
    const before = repository.snapshot();
    expect((await repository.run('w', '--partial')).code).toBe(1);
    expect(repository.snapshot()).toEqual(before);
  });

  test('leaves out one step after another until the rest is valid', async () => {
    const repository = make({ validation: 'test ! -f b && test ! -f d' });
    await repository.run('w', '--partial');
    expect(landed(repository)).toEqual(['a', 'c', 'e']);
  });
});

test('--skip-step of a completed step with --resume lands the run without it, as completed', async () => {
  const repository = make({ validation: 'test ! -f c' });
  await repository.run('w');
  const { code } = await repository.run('w', '--skip-step', '3', '--resume');
  expect([code, landed(repository), repository.state('w')['status']]).toEqual([0, ['a', 'b', 'd', 'e'], 'completed']);
});

test('a search that is interrupted pauses the run, and a resume finds the step', async () => {
  const hold = 'if [ -f c ]; then exit 1; fi; if [ ! -f "$HOME/../go" ] && [ -f a ]; then sleep 30; fi';
  const repository = make({ validation: hold });
  const started = repository.start('w');
  while (ofType(repository, 'blame-searched').length < 2) await new Promise((resolve) => setTimeout(resolve, 50));
  started.child.kill('SIGINT');
  expect((await started.ended).code).toBe(3);
  expect(existsSync(repository.path('a'))).toBe(false);
  writeFileSync(`${repository.home}/../go`, '');
  expect((await repository.run('w', '--resume')).code).toBe(1);
  expect(blamed(repository)).toMatchObject({ kind: 'step', step: 'c' });
});
