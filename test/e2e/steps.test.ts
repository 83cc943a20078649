import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* What a step may do, and what becomes of it: retries, limits, conditions, evidence, scope. */

afterAll(removeFolders);

const make = (steps: string): RunnerRepository =>
  RunnerRepository.make({ w: `workflow: w\ntype: sequential\nsteps:\n${steps}` });

interface Progress {
  readonly steps: readonly { step_id: string; status: string; attempts: number; error?: { reason: string } }[];
}

function progress(repository: RunnerRepository): Progress['steps'] {
  return (JSON.parse(readFileSync(repository.stateFile('w', 'progress.json'), 'utf8')) as Progress).steps;
}

const statuses = (repository: RunnerRepository): string[] => progress(repository).map((step) => step.status);

describe('a step that fails at first', () => {
  test('is tried again after its delay until it succeeds', async () => {
    const retry = 'on_failure: { retry: 3, backoff: constant, delay_seconds: 0.05 }';
    const repository = make(
      `  - id: a\n    run: |\n      echo x >> /COUNT\n      test $(wc -l < /COUNT) -ge 3; echo a > a\n    ${retry}\n`,
    );
    const text = readFileSync(repository.path('.claude/workflows/w.yaml'), 'utf8');
    const count = `${repository.home}/count`;
    execFileSync('sh', ['-c', `cat > '${repository.path('.claude/workflows/w.yaml')}'`], {
      input: text.replaceAll('/COUNT', count),
    });
    repository.git('commit', '-qam', 'count');
    expect((await repository.run('w')).code).toBe(0);
    const times = repository.events('w').flatMap((one) => (one.type === 'step-started' ? [one.at] : []));
    expect([progress(repository)[0]?.attempts, (times[1] ?? 0) - (times[0] ?? 0) >= 50]).toEqual([3, true]);
  });

  test('with continue_on_error does not fail the workflow, and its changes are left out', async () => {
    const repository = make(
      '  - { id: a, run: "echo a > a; exit 1", continue_on_error: true }\n  - { id: b, run: echo b > b }\n',
    );
    expect((await repository.run('w')).code).toBe(0);
    expect([statuses(repository), existsSync(repository.path('a'))]).toEqual([['failed', 'completed'], false]);
  });
});

describe('a step that takes too long', () => {
  test('is ended with the daemon it left that ignores SIGTERM', async () => {
    const mark = `7${process.pid}.${Date.now() % 100_000}`;
    const repository = make(
      `  - id: a\n    run: |\n      (trap '' TERM; setsid sh -c "trap '' TERM; sleep ${mark}" &)\n      sleep 60\n    timeout_minutes: 0.01\n`,
    );
    const { code, durationMs } = await repository.run('w');
    expect([code, progress(repository)[0]?.error?.reason, durationMs < 10_000]).toEqual([1, 'timed-out', true]);
    const alive = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
    expect(alive.split('\n').filter((line) => line.includes(mark))).toEqual([]);
  });
});

describe('conditions', () => {
  test('run steps after a failure with failure() and always(), and nothing else', async () => {
    const repository = make(`  - { id: a, run: "false" }
  - { id: b, run: "true" }
  - { id: c, run: "true", condition: failure() }
  - { id: d, run: "true", condition: always() }
  - { id: e, run: "true", condition: 'a.status == "success"' }
  - { id: f, run: "true", condition: 'failure() && a.status == "failure"' }
`);
    expect((await repository.run('w')).code).toBe(1);
    expect(statuses(repository)).toEqual(['failed', 'skipped', 'completed', 'completed', 'skipped', 'completed']);
  });
});

describe('the evidence of a step', () => {
  test('that fails fails the step and keeps its work under a ref', async () => {
    const repository = make('  - { id: a, run: echo paid > a, validation: ["grep -q free a"] }\n');
    expect((await repository.run('w')).code).toBe(1);
    expect(progress(repository)[0]?.error?.reason).toBe('validation-failed');
    const { 'a.failed-1': kept = '' } = repository.ownRefs();
    expect(repository.git('show', `${kept}:a`)).toBe('paid');
  });

  test('sees new files as committed, and not what is changed after the look', async () => {
    const repository = make(
      '  - { id: a, run: echo a > a, validation: ["test -z \\"$(git status --porcelain)\\"", "echo b > b"] }\n',
    );
    const { code } = await repository.run('w');
    expect([code, existsSync(repository.path('a')), existsSync(repository.path('b'))]).toEqual([0, true, false]);
  });
});

describe('a step that goes too far', () => {
  test.each([
    [
      'leaves its scope',
      '{ id: a, run: "mkdir -p x; echo 1 > x/in; echo 2 > out", writes: ["x/**"] }',
      'outside-writes',
    ],
    ['leaves a repository in the tree', '{ id: a, run: "git init -q sub; echo 1 > sub/file" }', 'nested-repository'],
    ['makes a link out of the tree', '{ id: a, run: "ln -s ../../../etc/passwd link" }', 'link-escapes'],
    ['makes an absolute link', '{ id: a, run: "ln -s /etc/passwd link" }', 'link-escapes'],
    ['makes a link into .git', '{ id: a, run: "ln -s .git/config link" }', 'link-escapes'],
  ])('because it %s fails', async (_, step, reason) => {
    const repository = make(`  - ${step}\n`);
    const before = repository.snapshot();
    expect((await repository.run('w')).code).toBe(1);
    expect([progress(repository)[0]?.error?.reason, repository.snapshot()]).toEqual([reason, before]);
  });
});

describe('a thousand steps', () => {
  test('run one after another and end', async () => {
    const steps = Array.from({ length: 1000 }, (_, at) => `  - { id: s${at}, run: "true" }\n`).join('');
    const repository = make(steps);
    const { code, stdout } = await repository.run('w');
    expect([code, stdout.includes('1000 completed')]).toEqual([0, true]);
  });
});
