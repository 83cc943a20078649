import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removeFolders } from '../support/git-repository.js';
import { seeded } from '../support/runner-crash.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* Things that happen at the same time: runs of one repository, steps of one phase, readers of the state files. */

afterAll(removeFolders);

describe('ten runs at once', () => {
  test('are one that runs and nine that are refused, naming it', async () => {
    const repository = RunnerRepository.make({
      w: 'workflow: w\ntype: sequential\nsteps:\n  - { id: a, run: "sleep 9; echo a > a" }\n',
    });
    const started = Array.from({ length: 10 }, () => repository.start('w'));
    const refused = await Promise.all(
      started.map(async ({ ended, pid }) =>
        Promise.race([ended.then((result) => ({ ...result, pid })), sleep(8_000, null)]),
      ),
    );
    const losers = refused.filter((one) => one !== null);
    const runner = started.find((_, at) => refused[at] === null);
    const [run] = repository.events('w');
    const runId = run?.type === 'run-started' ? run.runId : 'none';
    expect(losers.map(({ code }) => code)).toEqual(Array.from({ length: 9 }, () => 4));
    expect(
      losers.filter(({ stderr }) => !stderr.includes(runId) || !stderr.includes(`process ${runner?.pid ?? 0}`)),
    ).toEqual([]);
    expect((await runner?.ended)?.code).toBe(0);
  });

  test('one that comes second is told while the first is at work', async () => {
    const gate = join(mkdtempSync(join(tmpdir(), 'at-once-')), 'open');
    const repository = RunnerRepository.make({
      w: `workflow: w\ntype: sequential\nsteps:\n  - { id: a, run: "until test -e ${gate}; do sleep 0.1; done; echo a > a" }\n`,
    });
    const first = repository.start('w');
    while (repository.events('w').length < 2) await sleep(50);
    expect((await repository.run('w')).code).toBe(4);
    writeFileSync(gate, '');
    expect((await first.ended).code).toBe(0);
  });
});

/** Steps that write their own files and note when they began and ended. */
function noisy(log: string, seed: number): string {
  const random = seeded(seed);
  const steps = Array.from({ length: 30 }, (_, at) => {
    const pause = (0.005 + random() * 0.035).toFixed(3);
    const run = `date +"%s%N + ${at}" >> '${log}'; sleep ${pause}; echo ${at} > file-${at}; date +"%s%N - ${at}" >> '${log}'`;
    return `  - id: s${at}\n    run: |\n      ${run}\n`;
  });
  return `workflow: w\ntype: parallel\nmax_concurrent: 3\nsteps:\n${steps.join('')}`;
}

function mostAtOnce(log: string): number {
  const lines = readFileSync(log, 'utf8').trim().split('\n').sort();
  let now = 0;
  return Math.max(...lines.map((line) => (now += line.includes('+') ? 1 : -1)));
}

describe('thirty parallel steps with max_concurrent 3', () => {
  test('are never more than three at once, and have one result in whatever order they end', async () => {
    const repository = RunnerRepository.make({ w: noisy('/dev/null', 0) });
    const results = new Set<string>();
    for (let seed = 1; seed <= 4; seed += 1) {
      const log = `${repository.home}/log-${seed}`;
      writeFileSync(repository.path('.claude/workflows/w.yaml'), noisy(log, seed));
      const { code, stdout } = await repository.run('w', '--allow-dirty', '--land', 'none');
      const { result_commit: commit } = repository.state('w') as { result_commit: string };
      expect([code, mostAtOnce(log), code === 0 ? '' : stdout]).toEqual([0, 3, '']);
      results.add(repository.git('rev-parse', `${commit}^{tree}`));
    }
    expect(results.size).toBe(1);
  });
});

describe('two parallel steps that change the same line', () => {
  const make = (second: string): RunnerRepository =>
    RunnerRepository.make({
      w: `workflow: w\ntype: parallel\nsteps:\n  - { id: one, run: echo one >> base.txt }\n  - id: two\n    run: |\n      ${second}\n`,
    });

  test('are merged by running the later once more on the merged result', async () => {
    const repository = make('echo two >> base.txt');
    expect((await repository.run('w')).code).toBe(0);
    expect(readFileSync(repository.path('base.txt'), 'utf8')).toBe('base\none\ntwo\n');
  });

  test('end in a conflict when the later fails on the merged result, both results kept', async () => {
    const repository = make('if grep -q one base.txt; then exit 1; fi; echo two >> base.txt');
    const { code } = await repository.run('w');
    const progress = JSON.parse(readFileSync(repository.stateFile('w', 'progress.json'), 'utf8')) as {
      steps: { status: string }[];
    };
    expect([code, progress.steps.map(({ status }) => status)]).toEqual([1, ['completed', 'conflict']]);
    const refs = repository.ownRefs();
    expect(repository.git('show', `${refs['two.conflict-ours'] ?? ''}:base.txt`)).toBe('base\none');
    expect(repository.git('show', `${refs['two.conflict-theirs'] ?? ''}:base.txt`)).toBe('base\ntwo');
    expect(readFileSync(repository.path('base.txt'), 'utf8')).toBe('base\n');
  });
});
