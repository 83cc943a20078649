import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { errorOf, git, removeFolders, valueOf } from '../../support/git-repository.js';
import type { FakeGitHub } from '../../support/github/api-github.js';
import { BRANCH, newJob, openBed, ownCommit, ownTree, publishIt, REPOSITORY, tipOf, type Job } from './publish-bed.js';

let github: FakeGitHub;
beforeEach(async () => {
  github = await openBed();
});
afterEach(async () => {
  expect(github.refChanges.filter(({ via }) => via !== 'person')).toEqual([]);
  expect(github.pulls(REPOSITORY)).toEqual([]);
  await github.close();
});
afterAll(removeFolders);

const staged = async (job: Job): Promise<string> =>
  await ownTree(job, { parents: [job.world.facts.sha], run: 'run-1', message: 'Step' });

describe('a result is refused and nothing is pushed', () => {
  test('when it changes or deletes protected paths: each is named', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, { '.github/workflows/ci.yml': null, '.Claude/x.md': 'x\n', 'a.nix': '1\n' });
    const problem = errorOf(await publishIt(job, { result }));
    expect(problem).toMatchObject({ code: 'publication-refused', exitCode: 1 });
    expect(problem.message).toContain('.github/workflows/ci.yml');
    expect(problem.message).toContain('.Claude/x.md');
    expect(problem.message).not.toContain('a.nix');
    expect(problem.help).toContain('gh run download 77');
    expect(job.summaries.join('\n')).toContain('nothing is lost');
    expect(tipOf(github, BRANCH)).toBeNull();
  });

  test.each(['/etc/passwd', '../outside', '.git/hooks', 'hosts/../../x'])(
    'when a link points to %s',
    async (target) => {
      const job = await newJob(github);
      symlinkSync(target, join(job.root, 'link'));
      git(job.root, 'add', 'link');
      const problem = errorOf(await publishIt(job, { result: await staged(job) }));
      expect(problem.message).toContain(`link -> ${target}`);
    },
  );

  test('when it has a submodule', async () => {
    const job = await newJob(github);
    git(job.root, 'update-index', '--add', '--cacheinfo', `160000,${job.world.facts.sha},vendor`);
    const problem = errorOf(await publishIt(job, { result: await staged(job) }));
    expect(problem.message).toContain('submodules: vendor');
  });

  test('when it changes more files, or more bytes, than allowed', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, { 'a.nix': 'x'.repeat(5000), 'b.nix': '2\n' });
    const problem = errorOf(await publishIt(job, { result, settings: { maxFiles: 1, maxKilobytes: 1 } }));
    expect(problem.message).toContain('2 files, more than the 1');
    expect(problem.message).toContain('a.nix (5 KiB)');
  });

  test('when a commit had a secret that a later one removed', async () => {
    const job = await newJob(github, { env: { API_KEY: 'canary-47f1-value' } });
    const first = await ownCommit(job, { 'a.nix': 'key = "canary-47f1-value";\n' });
    const result = await ownCommit(job, { 'a.nix': 'key = "";\n' }, { parent: first });
    const problem = errorOf(await publishIt(job, { result }));
    expect(problem.message).toContain('a.nix: a secret of this job');
    expect(JSON.stringify([problem, job.summaries])).not.toContain('canary');
  });

  test('when a commit message has a secret', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, { 'a.nix': '1\n' }, { message: `Step with ghp_${'a'.repeat(36)}` });
    expect(errorOf(await publishIt(job, { result })).message).toContain('message of commit');
  });

  test('when the name of the branch has a secret', async () => {
    const job = await newJob(github);
    const branch = `workflow-runner/${job.world.token}`;
    const problem = errorOf(
      await publishIt(job, { result: await ownCommit(job, { 'a.nix': '1\n' }), settings: { branch } }),
    );
    expect(problem.message).toContain('name of the branch');
  });

  test('when it does not descend from the commit that the run began at', async () => {
    const job = await newJob(github);
    git(job.root, 'checkout', '-q', '--orphan', 'other');
    const result = await ownTree(job, { parents: [], run: 'run-1', message: 'Root' });
    expect(errorOf(await publishIt(job, { result })).code).toBe('unrelated-result');
  });

  test('when it shares several commits with the base branch, so that one can hide what is taken back of another', async () => {
    const job = await newJob(github);
    const [first, parent] = [job.world.facts.sha, { parent: job.world.facts.sha, run: 'others' }];
    const ours = await ownCommit(job, { 'a.nix': '1\n' }, parent);
    const theirs = await ownCommit(job, { '.github/workflows/ci.yml': 'on: pull_request\n' }, parent);
    git(job.root, 'checkout', '-q', ours);
    git(job.root, 'checkout', theirs, '--', '.github');
    const merge = await ownTree(job, { parents: [ours, theirs], run: 'others', message: 'Merge' });
    github.bare(REPOSITORY).run(['fetch', '-q', job.root, `${merge}:refs/heads/main`]);
    git(job.root, 'checkout', '-q', ours);
    git(job.root, 'commit', '-q', '--allow-empty', '-m', 'x');
    const result = await ownTree(job, { parents: [ours, theirs], run: 'run-1', message: 'Step' });
    const problem = errorOf(await publishIt(job, { result, base: first }));
    expect(problem.code).toBe('unrelated-result');
  });

  test('when its branch is the base branch', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, { 'a.nix': '1\n' });
    expect(errorOf(await publishIt(job, { result, settings: { branch: 'main' } })).code).toBe('branch-is-base');
  });
});

test('a result without any change is no pull request', async () => {
  const job = await newJob(github);
  const published = valueOf(await publishIt(job, { result: job.world.facts.sha }));
  expect(published).toEqual({ kind: 'nothing', closed: null });
});
