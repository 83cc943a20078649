import { chmodSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { git, removeFolders, valueOf } from '../../support/git-repository.js';
import type { FakeGitHub } from '../../support/github/api-github.js';
import { BRANCH, newJob, openBed, ownCommit, ownTree, publishIt, REPOSITORY, tipOf } from './publish-bed.js';

let github: FakeGitHub;
beforeEach(async () => {
  github = await openBed();
});
afterEach(async () => {
  expect(github.unknownRoutes).toEqual([]);
  expect(github.refChanges.filter(({ forced, via }) => forced && via === 'api')).toEqual([]);
  await github.close();
});
afterAll(removeFolders);

const push = { mode: 'push' } as const;

describe('a push to the base branch', () => {
  test('is a fast-forward, and its range is told for a revert', async () => {
    const job = await newJob(github);
    const { sha } = job.world.facts;
    const result = await ownCommit(job, { 'hosts/a.nix': 'new\n' });
    expect(valueOf(await publishIt(job, { result, request: push }))).toEqual({ kind: 'landed', from: sha, to: result });
    expect(tipOf(github, 'main')).toBe(result);
    expect(job.outputs.get('landed')).toBe('true');
    expect(job.outputs.get('pushed-range')).toBe(`${sha}..${result}`);
  });

  test('that was done by an earlier attempt is told with the same range', async () => {
    const job = await newJob(github);
    const { sha } = job.world.facts;
    const result = await ownCommit(job, { 'hosts/a.nix': 'new\n' });
    valueOf(await publishIt(job, { result, request: push }));
    github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'x\n' } });
    expect(valueOf(await publishIt(job, { result, request: push }))).toEqual({ kind: 'landed', from: sha, to: result });
  });

  test('is told to the caller when the base has moved', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, { 'hosts/a.nix': 'new\n' });
    const tip = github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'x\n' } });
    expect(valueOf(await publishIt(job, { result, request: push }))).toEqual({ kind: 'base-moved', tip });
    expect(tipOf(github, 'main')).toBe(tip);
  });

  test('that loses a race is told as a moved base', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, { 'hosts/a.nix': 'new\n' });
    let tip = '';
    const happens = (): void => {
      tip = github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'x\n' } });
    };
    github.injectFault({ method: 'POST', path: 'git-receive-pack', fault: { kind: 'meanwhile', happens } });
    expect(valueOf(await publishIt(job, { result, request: push }))).toEqual({ kind: 'base-moved', tip });
  });

  test('becomes a pull request when the caller wants that for a moved base', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, { 'hosts/a.nix': 'new\n' });
    github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'x\n' } });
    const published = await publishIt(job, { result, request: { ...push, whenBaseMoved: 'pull-request' } });
    expect(valueOf(published)).toMatchObject({ kind: 'pull-request', operation: 'created' });
  });

  test('to a protected branch becomes a pull request that says so', async () => {
    github.changeSettings(REPOSITORY, { protectedBranches: ['main'] });
    const job = await newJob(github);
    const result = await ownCommit(job, { 'hosts/a.nix': 'new\n' });
    expect(valueOf(await publishIt(job, { result, request: push }))).toMatchObject({
      kind: 'pull-request',
      branch: BRANCH,
    });
    expect(github.people.pull(REPOSITORY, 1).body).toContain('instead of a push');
  });
});

describe('a signed commit', () => {
  const settings = { commitSigning: true };

  test('has the tree of the result: modes, links and removals too; and is verified', async () => {
    const job = await newJob(github);
    git(job.root, 'rm', '-q', 'hosts/b.nix', 'flake.nix');
    writeFileSync(join(job.root, 'run.sh'), '#!/bin/sh\n');
    chmodSync(join(job.root, 'run.sh'), 0o755);
    symlinkSync('hosts/a.nix', join(job.root, 'link'));
    writeFileSync(join(job.root, 'ümlaut.bin'), Buffer.from([0, 255, 13, 10]));
    git(job.root, 'add', '-A');
    const result = await ownTree(job, { parents: [job.world.facts.sha], run: 'run-1', message: 'Step' });
    const published = valueOf(await publishIt(job, { result, settings }));
    const tip = tipOf(github, BRANCH) ?? '';
    expect(published).toMatchObject({ kind: 'pull-request', commit: tip });
    const bare = github.bare(REPOSITORY);
    expect(bare.treeOf(tip)).toBe(git(job.root, 'rev-parse', `${result}^{tree}`));
    expect(bare.run(['cat-file', 'commit', tip])).toContain('gpgsig');
    expect(bare.run(['log', '-1', '--format=%(trailers:key=Workflow-Run,valueonly)', tip]).trim()).toBe('run-1');
  });

  test('of a next run goes on top, and of the same tree adds none', async () => {
    const one = await newJob(github);
    valueOf(await publishIt(one, { result: await ownCommit(one, { 'hosts/a.nix': 'new\n' }), settings }));
    const first = tipOf(github, BRANCH) ?? '';
    const two = await newJob(github);
    const result = await ownCommit(two, { 'hosts/a.nix': 'newer\n' }, { run: 'run-2' });
    valueOf(await publishIt(two, { result, run: 'run-2', settings }));
    const second = tipOf(github, BRANCH) ?? '';
    expect(github.bare(REPOSITORY).isAncestor(first, second)).toBe(true);
    valueOf(await publishIt(two, { result, run: 'run-2', settings }));
    expect(tipOf(github, BRANCH)).toBe(second);
    expect(github.pulls(REPOSITORY)).toHaveLength(1);
  });

  test('never replaces a commit of a person', async () => {
    const one = await newJob(github);
    valueOf(await publishIt(one, { result: await ownCommit(one, { 'hosts/a.nix': 'new\n' }), settings }));
    const human = github.people.commit(REPOSITORY, { branch: BRANCH, files: { 'hosts/b.nix': 'by hand\n' } });
    const two = await newJob(github);
    const result = await ownCommit(two, { 'hosts/a.nix': 'newer\n' }, { run: 'run-2' });
    expect(valueOf(await publishIt(two, { result, run: 'run-2', settings }))).toMatchObject({ branch: `${BRANCH}-2` });
    expect(tipOf(github, BRANCH)).toBe(human);
  });

  test('after a merge does not take back what came to the base since', async () => {
    const one = await newJob(github);
    const began = one.world.facts.sha;
    valueOf(await publishIt(one, { result: await ownCommit(one, { 'hosts/a.nix': 'new\n' }), settings }));
    github.people.mergePull(REPOSITORY, 1);
    const late = await newJob(github);
    const result = await ownCommit(late, { 'hosts/b.nix': 'late\n' }, { run: 'run-2', parent: began });
    valueOf(await publishIt(late, { result, base: began, run: 'run-2', settings }));
    const changed = github.bare(REPOSITORY).run(['diff', '--name-only', 'main...refs/heads/' + BRANCH]);
    expect(changed).toBe('hosts/b.nix');
  });

  test('is pushed to the base branch as one', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, { 'hosts/a.nix': 'new\n' });
    const published = valueOf(await publishIt(job, { result, settings, request: push }));
    const tip = tipOf(github, 'main');
    expect(published).toEqual({ kind: 'landed', from: job.world.facts.sha, to: tip });
    expect(tip).not.toBe(result);
  });
});
