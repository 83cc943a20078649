import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* Landing in a repository whose user does not stand still. */

afterAll(removeFolders);

/** Steps a and b; while b runs, the user commits `mine` on the branch. */
function movingBase(): RunnerRepository {
  const repository = RunnerRepository.make({ w: 'placeholder: 1\n' });
  const git = `git -C ${repository.root} -c user.name=u -c user.email=u@example.org`;
  const commit = `test -f ${repository.root}/mine || { echo mine > ${repository.root}/mine; ${git} add mine; ${git} commit -qm mine; }`;
  const steps = `  - { id: a, run: echo a > a }\n  - id: b\n    run: |\n      echo b > b\n      ${commit}\n`;
  writeFileSync(repository.path('.claude/workflows/w.yaml'), `workflow: w\ntype: sequential\nsteps:\n${steps}`);
  repository.git('commit', '-qam', 'workflow');
  return repository;
}

/** As after a kill between the landing and the record of it. */
function cutJournal(repository: RunnerRepository, workflow: string): void {
  const journal = repository.stateFile(workflow, 'journal.jsonl');
  const lines = readFileSync(journal, 'utf8').split('\n');
  writeFileSync(journal, `${lines.slice(0, -3).join('\n')}\n`);
  expect(repository.events(workflow).at(-1)?.type).toBe('landing-started');
}

const filesOf = (repository: RunnerRepository): string[] =>
  ['a', 'b', 'mine'].filter((name) => existsSync(repository.path(name)));

describe('a result that was merged with a base that moved', () => {
  test('is rolled back without what the user committed meanwhile', async () => {
    const repository = movingBase();
    expect((await repository.run('w')).code).toBe(0);
    expect(filesOf(repository)).toEqual(['a', 'b', 'mine']);
    expect((await repository.run('w', '--rollback-to-checkpoint', 'a')).code).toBe(0);
    expect(filesOf(repository)).toEqual(['a', 'mine']);
  });

  test('is not landed once more when the run was killed before it could say so', async () => {
    const repository = movingBase();
    expect((await repository.run('w')).code).toBe(0);
    const landed = repository.git('rev-parse', 'HEAD');
    cutJournal(repository, 'w');
    expect((await repository.run('w', '--resume')).code).toBe(0);
    expect(repository.git('rev-parse', 'HEAD')).toBe(landed);
  });

  test('is not rolled back on a branch that does not have it', async () => {
    const repository = movingBase();
    await repository.run('w');
    repository.git('checkout', '-q', '-b', 'other', 'HEAD~2');
    const before = repository.snapshot();
    const rolledBack = await repository.run('w', '--rollback-to-checkpoint', 'a');
    expect([rolledBack.code, rolledBack.stderr]).toEqual([1, expect.stringContaining('branch')]);
    expect(repository.snapshot()).toEqual(before);
  });
});

test('a run does not land on another branch than it started on, and lands when that is back', async () => {
  const repository = RunnerRepository.make({ w: 'placeholder: 1\n' });
  const ok = `${repository.home}/ok`;
  const steps = `  - { id: a, run: echo a > a }\n  - { id: b, run: "test -f ${ok}" }\n`;
  writeFileSync(repository.path('.claude/workflows/w.yaml'), `workflow: w\ntype: sequential\nsteps:\n${steps}`);
  repository.git('commit', '-qam', 'workflow');
  const branch = repository.git('branch', '--show-current');
  expect((await repository.run('w')).code).toBe(1);
  writeFileSync(ok, '');
  repository.git('checkout', '-q', '-b', 'other');
  const refused = await repository.run('w', '--resume');
  expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('another branch is checked out')]);
  expect(existsSync(repository.path('a'))).toBe(false);
  repository.git('checkout', '-q', branch);
  expect((await repository.run('w', '--resume')).code).toBe(0);
  expect(existsSync(repository.path('a'))).toBe(true);
});

test('a revert is written down before the checkout is touched, so that a kill in it can be repaired', async () => {
  const repository = movingBase();
  await repository.run('w');
  const before = repository.events('w').length;
  await repository.run('w', '--rollback-to-checkpoint', 'a');
  const added = repository.events('w').slice(before);
  expect(added.map(({ type }) => type)).toEqual(['landing-started', 'rolled-back']);
});

test('a landing that was killed is repaired by a run of another workflow too', async () => {
  const step = (name: string): string =>
    `workflow: ${name}\ntype: sequential\nsteps:\n  - { id: a, run: echo ${name} > ${name}.txt }\n`;
  const repository = RunnerRepository.make({ first: step('first'), second: step('second') });
  const from = repository.git('rev-parse', 'HEAD');
  expect((await repository.run('first')).code).toBe(0);
  const to = repository.git('rev-parse', 'HEAD');
  repository.git('reset', '-q', '--hard', from);
  repository.git('read-tree', '-m', '-u', from, to);
  cutJournal(repository, 'first');
  const claims = repository.path('.git', 'workflow-runner', 'lock');
  for (const name of readdirSync(claims)) {
    const claim = readFileSync(join(claims, name), 'utf8');
    writeFileSync(join(claims, name), claim.replace('"released"', '"held"'));
  }
  const second = await repository.run('second');
  expect([second.code, second.code === 0 ? '' : second.stderr]).toEqual([0, '']);
  expect(['first.txt', 'second.txt'].filter((name) => existsSync(repository.path(name)))).toEqual(['second.txt']);
});
