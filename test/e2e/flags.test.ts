import { afterAll, describe, expect, test } from '@jest/globals';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { walkedEvents } from '../../src/commands/dry-run.js';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* Every flag of `run`, by what it does to a real repository. */

afterAll(removeFolders);

const HYBRID = `workflow: w
type: hybrid
phases:
  - name: first
    type: sequential
    steps:
      - { id: a, run: echo a > a }
      - { id: b, run: echo b > b }
  - name: second
    type: parallel
    validation: ["true"]
    steps:
      - { id: c, run: echo c > c }
      - { id: d, run: echo d > d }
  - name: third
    type: sequential
    steps:
      - { id: never, run: echo never > never, condition: a.status == "failure" }
      - { id: e, run: echo e > e }
on_success: ["test -f e"]
`;
const THREE = `workflow: w
type: sequential
steps:
  - { id: a, run: echo a > a }
  - { id: b, run: echo b > b }
  - { id: c, run: echo c > c }
`;

const make = (text: string): RunnerRepository => RunnerRepository.make({ w: text });
const files = (repository: RunnerRepository, commit = 'HEAD'): string[] =>
  repository
    .git('ls-tree', '--name-only', commit)
    .split('\n')
    .filter((name) => name !== '.claude' && name !== 'base.txt');

describe('--dry-run', () => {
  test('writes nothing and foretells what the journal of a real run then holds', async () => {
    const repository = make(HYBRID);
    const before = repository.snapshot();
    const { code, stdout } = await repository.run('w', '--dry-run', '--json');
    expect([code, repository.snapshot(), existsSync(repository.stateFile('w', ''))]).toEqual([0, before, false]);
    expect((await repository.run('w', '--max-concurrent', '1')).code).toBe(0);
    const foretold = (JSON.parse(stdout) as { walk: { event: string; about?: string }[] }).walk;
    const sorted = (walk: readonly object[]): string[] => walk.map((one) => JSON.stringify(one)).sort();
    expect(sorted(foretold)).toEqual(sorted(walkedEvents(repository.events('w'))));
  });
});

describe('--phase', () => {
  test('runs that phase alone and pauses; the rest goes on and lands', async () => {
    const repository = make(HYBRID);
    expect((await repository.run('w', '--phase', 'first')).code).toBe(0);
    expect([repository.state('w')['paused_because'], files(repository)]).toEqual(['phase-done', []]);
    expect((await repository.run('w', '--phase', 'second')).code).toBe(0);
    expect((await repository.run('w', '--resume')).code).toBe(0);
    expect(files(repository)).toEqual(['a', 'b', 'c', 'd', 'e']);
  });
});

describe('--skip-step', () => {
  test('leaves out steps by number and by id, and what follows runs', async () => {
    const repository = make(THREE);
    expect((await repository.run('w', '--skip-step', '1', '--skip-step', 'b')).code).toBe(0);
    expect(files(repository)).toEqual(['c']);
  });

  test('with --resume goes on without the step that failed', async () => {
    const repository = make(THREE.replace('echo b > b', '"false"'));
    expect((await repository.run('w')).code).toBe(1);
    expect((await repository.run('w', '--skip-step', '2', '--resume')).code).toBe(0);
    expect(files(repository)).toEqual(['a', 'c']);
  });
});

describe('--rollback-to-checkpoint', () => {
  test('of a run that has not landed goes back, and --resume goes on after it', async () => {
    const repository = make(THREE.replace('echo c > c', '"false"'));
    expect((await repository.run('w')).code).toBe(1);
    expect((await repository.run('w', '--rollback-to-checkpoint', 'a')).code).toBe(0);
    expect([repository.state('w')['paused_because'], files(repository)]).toEqual(['rolled-back', []]);
    expect((await repository.run('w', '--resume', '--skip-step', 'c')).code).toBe(0);
    const restarted = repository
      .events('w')
      .filter((one) => one.type === 'step-started')
      .map((one) => one.step);
    expect([restarted, files(repository)]).toEqual([
      ['a', 'b', 'c', 'b'],
      ['a', 'b'],
    ]);
  });

  test('of a run that has landed makes a revert commit, and --resume lands again', async () => {
    const repository = make(THREE);
    await repository.run('w');
    const landed = repository.git('rev-parse', 'HEAD');
    expect((await repository.run('w', '--rollback-to-checkpoint', '1')).code).toBe(0);
    expect([repository.git('rev-parse', 'HEAD^'), files(repository)]).toEqual([landed, ['a']]);
    const resumed = await repository.run('w', '--resume');
    expect([resumed.code, resumed.code === 0 ? '' : resumed.stdout]).toEqual([0, '']);
    expect([files(repository), repository.git('status', '--porcelain')]).toEqual([['a', 'b', 'c'], '']);
  });
});

describe('--land', () => {
  test('branch leaves the checkout alone and puts the result on a branch', async () => {
    const repository = make(THREE);
    const before = repository.git('rev-parse', 'HEAD');
    expect((await repository.run('w', '--land', 'branch')).code).toBe(0);
    expect(repository.git('rev-parse', 'HEAD')).toBe(before);
    expect(files(repository, 'workflow-runner/w')).toEqual(['a', 'b', 'c']);
  });

  test('none changes no branch and names the commit', async () => {
    const repository = make(THREE);
    const before = repository.snapshot();
    expect((await repository.run('w', '--land', 'none')).code).toBe(0);
    const { landed } = repository.state('w') as { landed: { commit: string; how: string } };
    expect([repository.snapshot(), landed.how, files(repository, landed.commit)]).toEqual([
      before,
      'kept',
      ['a', 'b', 'c'],
    ]);
  });
});

describe('a dirty checkout', () => {
  test('is refused with exit code 2, and run from its last commit with --allow-dirty', async () => {
    const repository = make(THREE);
    writeFileSync(repository.path('base.txt'), 'mine\n');
    const refused = await repository.run('w');
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--allow-dirty')]);
    expect((await repository.run('w', '--allow-dirty')).code).toBe(0);
    expect(repository.git('status', '--porcelain')).toBe(' M base.txt');
  });
});

describe('--budget-usd', () => {
  test('pauses with exit code 3 before the step that it does not pay for, and goes on with more', async () => {
    const step = (id: string): string => `  - { id: ${id}, agent: writer, task: ${id} }\n`;
    const repository = make(`workflow: w\ntype: sequential\nsteps:\n${step('a')}${step('b')}${step('c')}`);
    const agent = `${repository.home}/agent`;
    writeFileSync(
      agent,
      '#!/bin/sh\ncat > /dev/null\necho x > $WORKFLOW_RUNNER_STEP\necho \'{"status":"done","summary":"x","cost_usd":0.6}\'\n',
    );
    chmodSync(agent, 0o755);
    const paused = await repository.run('w', '--agent-backend', `command:${agent}`, '--budget-usd', '1');
    expect([paused.code, repository.state('w')['paused_because']]).toEqual([3, 'budget']);
    expect(repository.events('w').filter((one) => one.type === 'step-completed')).toHaveLength(2);
    expect((await repository.run('w', '--resume', '--budget-usd', '9')).code).toBe(0);
    expect([repository.state('w')['cost_usd'], files(repository)]).toEqual([1.8, ['a', 'b', 'c']]);
  });
});

describe('a definition that changed since', () => {
  test('stops a resume, naming the file, until --accept-changes', async () => {
    const repository = make(THREE.replace('echo b > b', '"false"'));
    await repository.run('w');
    writeFileSync(repository.path('.claude/workflows/w.yaml'), THREE);
    const stopped = await repository.run('w', '--resume');
    expect([stopped.code, stopped.stderr]).toEqual([2, expect.stringContaining('.claude/workflows/w.yaml')]);
    expect((await repository.run('w', '--resume', '--accept-changes')).code).toBe(0);
    expect(files(repository)).toEqual(['a', 'b', 'c']);
  });
});

describe('--json', () => {
  test.each([
    ['a run that completes', 'w', 0, 'completed'],
    ['a run that fails', 'fails', 1, 'failed'],
  ])('of %s is one document and nothing else', async (_, name, code, status) => {
    const repository = RunnerRepository.make({
      w: THREE,
      fails: THREE.replace('w\n', 'fails\n').replace('echo b > b', '"false"'),
    });
    const done = await repository.run(name, '--json');
    expect([done.code, (JSON.parse(done.stdout) as { status: string }).status]).toEqual([code, status]);
  });

  test('of a refusal is one document that says why', async () => {
    const { code, stdout } = await make(THREE).run('nosuch', '--json');
    expect([code, typeof JSON.parse(stdout)]).toEqual([2, 'object']);
  });
});
