import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { revert } from '../../../src/github/revert/revert-command.js';
import type { RevertTarget } from '../../../src/github/revert/revert-request.js';
import { errorOf, git, removeFolders, valueOf } from '../../support/git-repository.js';
import type { FakeGitHub } from '../../support/github/api-github.js';
import { newJob, openBed, ownCommit, publishIt, REPOSITORY, tipOf, type Job } from '../publish/publish-bed.js';

let github: FakeGitHub;
beforeEach(async () => {
  github = await openBed();
});
afterEach(async () => {
  expect(github.unknownRoutes).toEqual([]);
  expect(github.refChanges.filter(({ forced }) => forced)).toEqual([]);
  await github.close();
});
afterAll(removeFolders);

const run = async (job: Job, target: RevertTarget): ReturnType<typeof revert> =>
  await revert({ trusted: job.trusted, branch: 'main', target, reason: 'nix flake check failed' }, job.world);

const treeOf = (branch: string): string => github.bare(REPOSITORY).treeOf(tipOf(github, branch) ?? '');

interface Pushed {
  readonly job: Job;
  readonly base: string;
  readonly result: string;
}

/** A run of two commits that a push has brought to main. */
async function pushed(): Promise<Pushed> {
  const job = await newJob(github);
  const base = job.world.facts.sha;
  const first = await ownCommit(job, { 'hosts/a.nix': 'one\n' });
  const result = await ownCommit(job, { 'hosts/b.nix': 'two\n' }, { parent: first });
  valueOf(await publishIt(job, { result, request: { mode: 'push' } }));
  return { job, base, result };
}

describe('what a run pushed', () => {
  test('is taken back by one commit on top', async () => {
    const { job, base, result } = await pushed();
    const before = github.bare(REPOSITORY).treeOf(base);
    const reverted = valueOf(await run(job, { kind: 'run', runId: 'run-1', base }));
    const tip = tipOf(github, 'main');
    expect(reverted).toEqual({ kind: 'reverted', commit: tip });
    expect(treeOf('main')).toBe(before);
    expect(github.bare(REPOSITORY).between(result, tip ?? '')).toHaveLength(1);
    expect(job.outputs.get('reverted')).toBe(tip);
    expect(github.bare(REPOSITORY).run(['log', '-1', '--format=%B', tip ?? ''])).toContain(
      `Workflow-Reverts: ${base}..${result}`,
    );
  });

  test('is not taken back twice', async () => {
    const { job, base } = await pushed();
    valueOf(await run(job, { kind: 'run', runId: 'run-1', base }));
    const tip = tipOf(github, 'main');
    const again = await newJob(github);
    expect(valueOf(await run(again, { kind: 'run', runId: 'run-1', base }))).toEqual({ kind: 'nothing' });
    expect(tipOf(github, 'main')).toBe(tip);
  });

  test('is taken back without what people and other runs brought', async () => {
    const { base, result } = await pushed();
    github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'by hand\n' } });
    const job = await newJob(github);
    const other = await ownCommit(job, { 'y.nix': 'other run\n' }, { run: 'run-2' });
    valueOf(await publishIt(job, { result: other, run: 'run-2', request: { mode: 'push' } }));
    valueOf(await run(job, { kind: 'run', runId: 'run-1', base }));
    const tip = tipOf(github, 'main') ?? '';
    expect(github.bare(REPOSITORY).run(['diff', '--name-only', base, tip])).toBe('x.nix\ny.nix');
    expect(github.bare(REPOSITORY).isAncestor(result, tip)).toBe(true);
  });

  test('is taken back when its result was merged with a base that had moved', async () => {
    const job = await newJob(github);
    const base = job.world.facts.sha;
    const result = await ownCommit(job, { 'hosts/a.nix': 'one\n' });
    const human = github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'by hand\n' } });
    git(job.root, 'fetch', '-q', github.bareFolder(REPOSITORY), 'main');
    const tree = valueOf(await job.trusted.mergeTrees(human, result));
    if (tree.kind !== 'clean') throw new Error('conflict');
    const trailers = [['Workflow-Run', 'run-1'] as const];
    const parents = [human, result];
    const merged = valueOf(
      await job.trusted.commit({ tree: tree.tree, parents, message: 'Merge', trailers, atMs: 1_700_000_000_000 }),
    );
    valueOf(await publishIt(job, { result: merged, base, request: { mode: 'push' } }));
    valueOf(await run(job, { kind: 'run', runId: 'run-1', base }));
    expect(treeOf('main')).toBe(github.bare(REPOSITORY).treeOf(human));
  });

  test('is taken back by a pull request where the branch is protected, once', async () => {
    const { job, base } = await pushed();
    github.changeSettings(REPOSITORY, { protectedBranches: ['main'] });
    const reverted = valueOf(await run(job, { kind: 'run', runId: 'run-1', base }));
    expect(reverted).toMatchObject({ kind: 'pull-request', pullRequest: { number: 1 } });
    expect(treeOf('workflow-runner/revert-run-1')).toBe(github.bare(REPOSITORY).treeOf(base));
    expect(job.outputs.get('pull-request-number')).toBe('1');
    const again = await newJob(github);
    expect(valueOf(await run(again, { kind: 'run', runId: 'run-1', base }))).toMatchObject({
      pullRequest: { number: 1 },
    });
    expect(github.pulls(REPOSITORY)).toHaveLength(1);
  });

  test('is left when later changes touch the same lines: the paths are named', async () => {
    const { base } = await pushed();
    github.people.commit(REPOSITORY, { branch: 'main', files: { 'hosts/a.nix': 'three\n' } });
    const tip = tipOf(github, 'main');
    const job = await newJob(github);
    const problem = errorOf(await run(job, { kind: 'run', runId: 'run-1', base }));
    expect(problem.code).toBe('revert-conflict');
    expect(problem.message).toContain('hosts/a.nix');
    expect(problem.help).toContain('git revert');
    expect(tipOf(github, 'main')).toBe(tip);
  });

  test('is taken back on top of what others push meanwhile', async () => {
    const { job, base } = await pushed();
    const happens = (): void => void github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'x\n' } });
    github.injectFault({ method: 'POST', path: 'git-receive-pack', fault: { kind: 'meanwhile', happens }, times: 2 });
    expect(valueOf(await run(job, { kind: 'run', runId: 'run-1', base })).kind).toBe('reverted');
    const tip = tipOf(github, 'main') ?? '';
    expect(github.bare(REPOSITORY).run(['diff', '--name-only', base, tip])).toBe('x.nix');
  });
});

describe('a push event', () => {
  test('is taken back as far as it is ours', async () => {
    const { job, base } = await pushed();
    const after = github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'by hand\n' } });
    valueOf(await run(job, { kind: 'push', before: base, after }));
    const tip = tipOf(github, 'main') ?? '';
    expect(github.bare(REPOSITORY).run(['diff', '--name-only', base, tip])).toBe('x.nix');
  });

  test('of people only is left alone', async () => {
    const before = tipOf(github, 'main') ?? '';
    const after = github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'by hand\n' } });
    const job = await newJob(github);
    expect(valueOf(await run(job, { kind: 'push', before, after }))).toEqual({ kind: 'nothing' });
    expect(job.outputs.get('reverted')).toBe('');
  });
});

test('a range that is named is taken back whoever made it', async () => {
  const from = tipOf(github, 'main') ?? '';
  const to = github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'by hand\n' } });
  const job = await newJob(github);
  expect(valueOf(await run(job, { kind: 'range', from, to })).kind).toBe('reverted');
  expect(treeOf('main')).toBe(github.bare(REPOSITORY).treeOf(from));
});
