import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { removeFolders } from '../support/git-repository.js';
import { program } from '../support/program.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* A run that fails leaves the user's checkout as it was, byte for byte, says how to go on, and goes on when the cause is gone. */

afterAll(removeFolders);

const sequential = (steps: string, rest = ''): string => `workflow: w\ntype: sequential\nsteps:\n${steps}${rest}`;

/** A repository in which the workflow `w` fails until the file `ok` beside the checkout exists. */
function failing(workflow: (ok: string) => string): { repository: RunnerRepository; ok: string } {
  const repository = RunnerRepository.make({ w: 'placeholder: 1\n' }, { 'base.txt': 'base\n', 'other.txt': 'other\n' });
  const ok = `${repository.home}/ok`;
  writeFileSync(repository.path('.claude/workflows/w.yaml'), workflow(ok));
  repository.git('commit', '-qam', 'workflow');
  writeFileSync(repository.path('other.txt'), 'stashed\n');
  repository.git('stash', '-q');
  return { repository, ok };
}

describe.each([
  ['a step fails', (ok: string) => sequential(`  - { id: a, run: echo a > a }\n  - { id: b, run: "test -f ${ok}" }\n`)],
  [
    'the validation fails',
    (ok: string) => sequential(`  - { id: a, run: echo a > a }\n`, `validation: ["test -f ${ok}"]\n`),
  ],
  [
    'a hook fails',
    (ok: string) => sequential(`  - { id: a, run: echo a > a }\n`, `on_success: ["echo x > a", "test -f ${ok}"]\n`),
  ],
])('when %s', (_, workflow) => {
  const { repository, ok } = failing(workflow);

  test('nothing of the user changes, the end says how to resume, and the resume lands', async () => {
    const before = repository.snapshot();
    const failed = await repository.run('w');
    expect([failed.code, failed.stdout]).toEqual([1, expect.stringContaining(`node ${program().cli} w --resume`)]);
    expect(repository.snapshot()).toEqual(before);
    writeFileSync(ok, '');
    const resumed = await repository.run('w', '--resume');
    expect([resumed.code, existsSync(repository.path('a'))]).toEqual([0, true]);
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});

describe('landing', () => {
  test('is refused by a path that the user has changed, and done when it is clean again', async () => {
    const repository = RunnerRepository.make({ w: sequential('  - { id: a, run: echo more >> base.txt }\n') });
    writeFileSync(repository.path('base.txt'), 'mine\n');
    const before = repository.snapshot();
    const refused = await repository.run('w', '--allow-dirty');
    expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('base.txt')]);
    const after = repository.snapshot();
    const kept = Object.keys(after).filter((path) => path.endsWith('refs/heads/workflow-runner/w'));
    expect(kept).toHaveLength(2);
    expect(Object.fromEntries(Object.entries(after).filter(([path]) => !kept.includes(path)))).toEqual(before);
    repository.git('checkout', '-q', 'base.txt');
    expect((await repository.run('w', '--resume')).code).toBe(0);
    expect(readFileSync(repository.path('base.txt'), 'utf8')).toBe('base\nmore\n');
  });

  test('on a branch that moved meanwhile merges, validates again and lands', async () => {
    const repository = RunnerRepository.make({ w: '1\n' });
    const log = `${repository.home}/checks`;
    const move = `cd '${repository.root}' && echo new > moved.txt && git add moved.txt && git -c user.name=U -c user.email=u@e commit -qm moved`;
    const steps = `  - id: a\n    run: |\n      echo a > a.txt\n      (unset GIT_DIR; ${move})\n`;
    writeFileSync(
      repository.path('.claude/workflows/w.yaml'),
      sequential(steps, `validation: ["ls >> '${log}'; echo . >> '${log}'"]\n`),
    );
    repository.git('commit', '-qam', 'workflow');
    const { code, stdout } = await repository.run('w');
    expect([code, stdout]).toEqual([0, expect.stringContaining('completed')]);
    expect(repository.git('show', '--stat', '--format=', 'HEAD^1')).toContain('moved.txt');
    expect(readFileSync(log, 'utf8')).toBe('a.txt\nbase.txt\n.\na.txt\nbase.txt\nmoved.txt\n.\n');
    expect([existsSync(repository.path('a.txt')), repository.git('status', '--porcelain')]).toEqual([true, '']);
  });

  test('on a branch that moved into a conflict keeps the result on a branch and prints the commands', async () => {
    const repository = RunnerRepository.make({ w: '1\n' });
    const move = `cd '${repository.root}' && echo theirs > base.txt && git -c user.name=U -c user.email=u@e commit -qam theirs`;
    const steps = `  - id: a\n    run: |\n      echo ours > base.txt\n      (${move})\n`;
    writeFileSync(repository.path('.claude/workflows/w.yaml'), sequential(steps));
    repository.git('commit', '-qam', 'workflow');
    const { code, stdout } = await repository.run('w');
    expect([code, stdout]).toEqual([1, expect.stringContaining('git merge workflow-runner/w')]);
    expect(repository.git('show', 'workflow-runner/w:base.txt')).toBe('ours');
    expect(readFileSync(repository.path('base.txt'), 'utf8')).toBe('theirs\n');
    expect([repository.git('status', '--porcelain'), repository.git('log', '-1', '--format=%s')]).toEqual([
      '',
      'theirs',
    ]);
  });
});

describe('an untracked file in the way of the result', () => {
  test('is not overwritten', async () => {
    const repository = RunnerRepository.make({ w: sequential('  - { id: a, run: echo a > new.txt }\n') });
    writeFileSync(repository.path('new.txt'), 'mine\n');
    const refused = await repository.run('w', '--allow-dirty');
    expect([refused.code, readFileSync(repository.path('new.txt'), 'utf8')]).toEqual([1, 'mine\n']);
    rmSync(repository.path('new.txt'));
    expect((await repository.run('w', '--resume')).code).toBe(0);
  });
});
