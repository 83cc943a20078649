import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reviewSchema, type ReviewDocument } from '../../src/report/review/review-schema.js';
import { removeFolders } from '../support/git-repository.js';
import { RunnerRepository } from '../support/runner-repository.js';

/* `report --since`, over two runs of the same commit: the first fails, the second passes. */

afterAll(removeFolders);

let repository: RunnerRepository;
let history: string;

beforeAll(async () => {
  repository = RunnerRepository.make({
    w: 'workflow: w\ntype: sequential\nsteps: [{ id: check, run: test -f "$HOME/ready" }]\n',
  });
  history = repository.path('.claude/workflows/run-history.json');
  expect((await repository.run('w')).code).toBe(1);
  writeFileSync(`${repository.home}/ready`, '');
  expect((await repository.run('w')).code).toBe(0);
});

const review = async (): Promise<ReviewDocument> => {
  const { stdout, code } = await repository.run('report', '--since', '1d', '--json');
  expect(code).toBe(0);
  return reviewSchema.parse(JSON.parse(stdout));
};

const EXPECTED = {
  total: { runs: 2, completed: 1, failed: 1, success_rate: 0.5 },
  before: null,
  missing_runs: 0,
  flakiest_steps: [{ workflow: 'w', step: 'check', runs: 2, failed: 1, flaky_runs: 1 }],
  workflows: [{ name: 'w', ever_runs: 2, ever_completed: 1, mark: null }],
};

describe('report --since', () => {
  test('counts the runs of the checkout, and sees that a step came out differently on the same tree', async () => {
    expect(await review()).toMatchObject(EXPECTED);
    expect(repository.git('status', '--porcelain', '--untracked-files=all')).toBe('');
  });

  test('tells the same from the journals alone, for runs that died before they were counted', async () => {
    renameSync(history, `${repository.home}/history`);
    expect(await review()).toMatchObject(EXPECTED);
    renameSync(`${repository.home}/history`, history);
  });

  test('leaves out a history that is damaged, and says so; the next run keeps it aside and begins another', async () => {
    const before = readFileSync(history, 'utf8');
    writeFileSync(history, before.slice(0, -20));
    const { code, stderr } = await repository.run('report', '--since', '1d');
    expect([code, stderr]).toEqual([0, 'note: run-history.json cannot be read: it is left out of the review\n']);
    expect((await repository.run('w')).code).toBe(0);
    expect(readFileSync(`${history}.damaged`, 'utf8')).toBe(before.slice(0, -20));
    expect((await review()).total).toMatchObject({ runs: 3 });
    rmSync(`${history}.damaged`);
  });

  test('writes markdown where the output is no terminal, and a page with --html', async () => {
    const { stdout } = await repository.run('report', 'w', '--since', '4w');
    expect(stdout).toMatch(/^## Review of w\n[^]*\| check \|/);
    const written = await repository.run('report', '--since', '4w', '--html', '../review.html');
    expect([written.code, written.stdout]).toEqual([0, expect.stringContaining('open it in a browser')]);
    expect(readFileSync(repository.path('../review.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });

  test.each([
    ['a time that is none', ['report', '--since', 'yesterday'], '30d, 4w, 12h'],
    ['a workflow that is not there', ['report', 'nothing', '--since', '4w'], "there is no workflow 'nothing'"],
    ['a file that is no report', ['report', '--since', '4w', '--html', 'base.txt'], 'it is left as it is'],
    ['two documents', ['report', '--since', '4w', '--html', '-', '--json'], ''],
  ])('refuses %s', async (_what, args, words) => {
    const { code, stderr } = await repository.run(...args);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
    expect(readFileSync(repository.path('base.txt'), 'utf8')).toBe('base\n');
  });
});
