import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { removeFolders, valueOf, errorOf } from '../../support/git-repository.js';
import type { FakeGitHub } from '../../support/github/api-github.js';
import { BRANCH, newJob, openBed, ownCommit, publishIt, REPOSITORY, tipOf, WRITE } from './publish-bed.js';

let github: FakeGitHub;
beforeEach(async () => {
  github = await openBed();
});
afterEach(async () => {
  expect(github.unknownRoutes).toEqual([]);
  await github.close();
});
afterAll(removeFolders);

const change = { 'hosts/a.nix': 'changed\n' };

describe('a first result', () => {
  test('becomes a branch and a pull request', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, change);
    const published = valueOf(await publishIt(job, { result }));
    expect(published).toMatchObject({ kind: 'pull-request', operation: 'created', branch: BRANCH, commit: result });
    expect(tipOf(github, BRANCH)).toBe(result);
    expect(github.pulls(REPOSITORY)).toHaveLength(1);
    expect(Object.fromEntries(job.outputs)).toMatchObject({
      branch: BRANCH,
      'pull-request-number': '1',
      'pull-request-operation': 'created',
      landed: 'false',
      'pushed-range': '',
    });
    expect(github.pulls(REPOSITORY)[0]?.body).toContain(`<!-- workflow-runner:tip=${result} -->`);
  });

  test('gets labels, people and draft; what is unknown is told and stops nothing', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, change);
    const settings = {
      title: 'A title',
      labels: ['bot'],
      reviewers: ['alice', 'nobody'],
      teamReviewers: ['acme/core'],
      assignees: ['bob'],
      draft: true,
    };
    valueOf(await publishIt(job, { result, settings }));
    const [pull] = github.pulls(REPOSITORY);
    expect(pull).toMatchObject({ title: 'A title', labels: new Set(['bot']), assignees: new Set(['bob']) });
    expect(pull?.pull).toMatchObject({ draft: true, reviewers: new Set(['alice']), teams: new Set(['core']) });
    expect(job.summaries.join('\n')).toContain('nobody');
  });

  test('says that no checks run when the token of a job opened it', async () => {
    const job = await newJob(github);
    valueOf(await publishIt(job, { result: await ownCommit(job, change) }));
    expect(job.summaries.join('\n')).toContain('GitHub starts no checks');
  });

  test('is refused when it is not the commit that was validated', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, change);
    const refused = errorOf(await publishIt(job, { result, request: { expectedCommit: 'f'.repeat(40) } }));
    expect(refused.code).toBe('not-the-validated-commit');
    expect(tipOf(github, BRANCH)).toBeNull();
  });

  test('works from a shallow clone', async () => {
    github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'x\n' } });
    const job = await newJob(github, { depth: 1 });
    const result = await ownCommit(job, change);
    expect(valueOf(await publishIt(job, { result }))).toMatchObject({ kind: 'pull-request', commit: result });
  });
});

describe('a next result', () => {
  test('replaces the branch and updates the pull request; what people wrote in it stays', async () => {
    const one = await newJob(github);
    valueOf(await publishIt(one, { result: await ownCommit(one, change) }));
    const pull = github.people.pull(REPOSITORY, 1);
    pull.body = `Please look at this.\n\n${pull.body}\n\nThank you.`;
    pull.title = 'My better title';
    const two = await newJob(github);
    const result = await ownCommit(two, { 'hosts/a.nix': 'again\n' }, { run: 'run-2' });
    const published = valueOf(await publishIt(two, { result, run: 'run-2' }));
    expect(published).toMatchObject({ kind: 'pull-request', operation: 'updated', branch: BRANCH });
    expect(tipOf(github, BRANCH)).toBe(result);
    expect(github.pulls(REPOSITORY)).toHaveLength(1);
    expect(pull.body).toContain('Please look at this.');
    expect(pull.body).toContain('Thank you.');
    expect(pull.body).toContain(`<!-- workflow-runner:tip=${result} -->`);
    expect(pull.title).toBe('My better title');
  });

  test('goes beside a branch with a commit of a person, and says so', async () => {
    const one = await newJob(github);
    valueOf(await publishIt(one, { result: await ownCommit(one, change) }));
    const human = github.people.commit(REPOSITORY, { branch: BRANCH, files: { 'hosts/b.nix': 'by hand\n' } });
    const two = await newJob(github);
    const result = await ownCommit(two, { 'hosts/a.nix': 'again\n' }, { run: 'run-2' });
    const published = valueOf(await publishIt(two, { result, run: 'run-2' }));
    expect(published).toMatchObject({ operation: 'created', branch: `${BRANCH}-2` });
    expect(tipOf(github, BRANCH)).toBe(human);
    expect(github.people.pull(REPOSITORY, 2).body).toContain('#1');
    expect(two.summaries.join('\n')).toContain('not from workflow-runner');
  });

  test('goes beside a commit of ours that a person amended', async () => {
    const one = await newJob(github);
    const first = await ownCommit(one, change);
    valueOf(await publishIt(one, { result: first }));
    const message = 'Step\n\nWorkflow-Run: run-1';
    const base = one.world.facts.sha;
    const amended = github.people.commit(REPOSITORY, {
      branch: BRANCH,
      files: { 'hosts/a.nix': 'amended\n' },
      message,
      parent: base,
    });
    const two = await newJob(github);
    const result = await ownCommit(two, { 'hosts/a.nix': 'again\n' }, { run: 'run-2' });
    valueOf(await publishIt(two, { result, run: 'run-2' }));
    expect(tipOf(github, BRANCH)).toBe(amended);
    expect(tipOf(github, `${BRANCH}-2`)).toBe(result);
  });

  test('replaces a branch that GitHub only merged the base into', async () => {
    const one = await newJob(github);
    valueOf(await publishIt(one, { result: await ownCommit(one, change) }));
    github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'x\n' } });
    const bare = github.bare(REPOSITORY);
    const tree = bare.run(['merge-tree', '--write-tree', BRANCH, 'main']);
    const merge = bare.writeCommit({
      tree,
      parents: [tipOf(github, BRANCH) ?? '', tipOf(github, 'main') ?? ''],
      message: "Merge branch 'main' into workflow-runner/weekly\n",
      author: { name: 'alice', email: 'alice@example.org' },
    });
    github.people.moveBranch(REPOSITORY, BRANCH, merge);
    const two = await newJob(github);
    const result = await ownCommit(two, { 'hosts/a.nix': 'again\n' }, { run: 'run-2' });
    expect(valueOf(await publishIt(two, { result, run: 'run-2' }))).toMatchObject({
      operation: 'updated',
      branch: BRANCH,
    });
  });

  test('after a merge is a new pull request on the same branch name', async () => {
    const one = await newJob(github);
    valueOf(await publishIt(one, { result: await ownCommit(one, change) }));
    github.people.mergePull(REPOSITORY, 1);
    const two = await newJob(github);
    const result = await ownCommit(two, { 'hosts/b.nix': 'next\n' }, { run: 'run-2' });
    expect(valueOf(await publishIt(two, { result, run: 'run-2' }))).toMatchObject({
      operation: 'created',
      branch: BRANCH,
    });
    expect(github.pulls(REPOSITORY)).toHaveLength(2);
  });

  test('with the same tree as a pull request that a person closed is not opened again', async () => {
    const one = await newJob(github);
    valueOf(await publishIt(one, { result: await ownCommit(one, change) }));
    github.people.closePull(REPOSITORY, 1);
    github.people.deleteBranch(REPOSITORY, BRANCH);
    const two = await newJob(github);
    const same = await ownCommit(two, change, { run: 'run-2' });
    expect(valueOf(await publishIt(two, { result: same, run: 'run-2' }))).toMatchObject({
      kind: 'declined',
      pullRequest: { number: 1 },
    });
    expect(tipOf(github, BRANCH)).toBeNull();
    const other = await ownCommit(two, { 'hosts/a.nix': 'other\n' }, { run: 'run-3', parent: two.world.facts.sha });
    expect(valueOf(await publishIt(two, { result: other, run: 'run-3' }))).toMatchObject({ operation: 'created' });
  });

  test('that changes nothing any more closes the pull request and deletes the branch', async () => {
    const one = await newJob(github);
    valueOf(await publishIt(one, { result: await ownCommit(one, change) }));
    const two = await newJob(github);
    const published = valueOf(await publishIt(two, { result: two.world.facts.sha, run: 'run-2' }));
    expect(published).toMatchObject({ kind: 'nothing', closed: { number: 1 } });
    expect(two.outputs.get('pull-request-operation')).toBe('closed');
    expect(github.people.pull(REPOSITORY, 1).state).toBe('closed');
    expect(tipOf(github, BRANCH)).toBeNull();
    const three = await newJob(github);
    const again = await ownCommit(three, change, { run: 'run-3' });
    expect(valueOf(await publishIt(three, { result: again, run: 'run-3' }))).toMatchObject({ operation: 'created' });
  });

  test('for a base that moved says by how many commits', async () => {
    const job = await newJob(github);
    github.people.commit(REPOSITORY, { branch: 'main', files: { 'x.nix': 'x\n' } });
    github.people.commit(REPOSITORY, { branch: 'main', files: { 'y.nix': 'y\n' } });
    valueOf(await publishIt(job, { result: await ownCommit(job, change) }));
    expect(job.summaries.join('\n')).toContain('2 commits have come to main');
  });
});

describe('trouble on the way', () => {
  test('a branch that moves while it is pushed to is looked at again', async () => {
    const one = await newJob(github);
    valueOf(await publishIt(one, { result: await ownCommit(one, change) }));
    const two = await newJob(github);
    const result = await ownCommit(two, { 'hosts/a.nix': 'again\n' }, { run: 'run-2' });
    let human = '';
    const happens = (): void => {
      human = github.people.commit(REPOSITORY, { branch: BRANCH, files: { 'hosts/b.nix': 'by hand\n' } });
    };
    github.injectFault({ method: 'POST', path: 'git-receive-pack', fault: { kind: 'meanwhile', happens } });
    valueOf(await publishIt(two, { result, run: 'run-2' }));
    expect(tipOf(github, BRANCH)).toBe(human);
    expect(tipOf(github, `${BRANCH}-2`)).toBe(result);
  });

  test.each([
    ['an error', { kind: 'done-then-status', status: 500 }],
    ['a cut connection', { kind: 'done-then-reset' }],
  ] as const)('a pull request that was made before %s is found, not made twice', async (_, fault) => {
    const job = await newJob(github);
    github.injectFault({ method: 'POST', path: /\/pulls$/, fault });
    const published = valueOf(await publishIt(job, { result: await ownCommit(job, change) }));
    expect(published).toMatchObject({ kind: 'pull-request', pullRequest: { number: 1 } });
    expect(github.pulls(REPOSITORY)).toHaveLength(1);
  });

  test('a push that the network lost is repeated', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, change);
    github.injectFault({ method: 'POST', path: 'git-receive-pack', fault: { kind: 'done-then-reset' } });
    expect(valueOf(await publishIt(job, { result }))).toMatchObject({ operation: 'created', commit: result });
    expect(github.pulls(REPOSITORY)).toHaveLength(1);
  });

  test('a secondary limit is waited for as long as GitHub says', async () => {
    const job = await newJob(github);
    github.injectFault({ method: 'POST', path: /\/pulls$/, fault: { kind: 'secondary-limit', retryAfterS: 42 } });
    expect(valueOf(await publishIt(job, { result: await ownCommit(job, change) }))).toMatchObject({
      operation: 'created',
    });
    expect(job.sleeps).toContain(42_000);
  });

  test('Actions may not open pull requests: the branch is pushed, and the way on is told', async () => {
    github.changeSettings(REPOSITORY, { canCreatePulls: false });
    const job = await newJob(github);
    const result = await ownCommit(job, change);
    const problem = errorOf(await publishIt(job, { result }));
    expect(problem).toMatchObject({ code: 'pull-requests-not-permitted', exitCode: 1 });
    expect(problem.help).toContain('Allow GitHub Actions to create and approve pull requests');
    expect(job.summaries.join('\n')).toContain(`/acme/config/compare/main...${BRANCH}`);
    expect(tipOf(github, BRANCH)).toBe(result);
    expect(job.outputs.get('branch')).toBe(BRANCH);
    github.changeSettings(REPOSITORY, { canCreatePulls: true });
    expect(valueOf(await publishIt(job, { result }))).toMatchObject({ operation: 'created', branch: BRANCH });
  });

  test('a token that may not write is told as such, and nothing is there', async () => {
    const job = await newJob(github, { permissions: { ...WRITE, contents: 'read' } });
    const problem = errorOf(await publishIt(job, { result: await ownCommit(job, change) }));
    expect(problem.help).toContain('contents: write');
    expect(github.pulls(REPOSITORY)).toEqual([]);
  });

  test('a workflow file that the token may not change is told as such', async () => {
    const job = await newJob(github);
    const result = await ownCommit(job, { '.github/workflows/ci.yml': 'on: []\n' });
    const problem = errorOf(await publishIt(job, { result, settings: { protectedPaths: [] } }));
    expect(problem.code).toBe('push-workflow-permission');
  });
});
