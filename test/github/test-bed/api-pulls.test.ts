import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf, octokitFor, type Octokit } from '../../support/github/api-client.js';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';

let bed: FakeGitHub;
let at: { owner: string; repo: string };
let name: string;
let rest: Octokit['rest'];
let count = 0;

beforeAll(async () => {
  bed = await openGitHub();
});
afterAll(async () => {
  await bed.close();
});
beforeEach(() => {
  count += 1;
  at = { owner: 'acme', repo: `pulls-${count}` };
  name = `${at.owner}/${at.repo}`;
  bed.createRepository({ name, files: { 'a.nix': '1\n' }, settings: { collaborators: ['bob'], teams: ['nix'] } });
  bed.people.commit(name, { branch: 'topic', files: { 'b.nix': '2\n' } });
  rest = clientOf('github-actions[bot]').rest;
});

function clientOf(login: string): Octokit {
  const permissions = { contents: 'write', 'pull-requests': 'write', issues: 'write' } as const;
  return octokitFor(bed, bed.mintToken({ repository: name, permissions, login }));
}

async function opened(more: { draft?: boolean; body?: string } = {}): Promise<number> {
  const { data } = await rest.pulls.create({ ...at, title: 'T', head: 'topic', base: 'main', ...more });
  return data.number;
}

async function creation(head: string, base = 'main'): Promise<{ status: number; message: string }> {
  return await failureOf(rest.pulls.create({ ...at, title: 'T', head, base }));
}

describe('pull requests: creating', () => {
  test('one is opened at the tip of its branch, and its head is a ref', async () => {
    const number = await opened({ body: 'B', draft: true });
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    const tip = bed.bare(name).ref('refs/heads/topic');
    expect(data).toMatchObject({ title: 'T', body: 'B', state: 'open', draft: true, mergeable: true, merged: false });
    expect([data.head.sha, bed.bare(name).ref(`refs/pull/${number}/head`)]).toEqual([tip, tip]);
    expect(data.user.login).toBe('github-actions[bot]');
  });

  test('a second for the same branches is refused', async () => {
    await opened();
    expect(await creation('topic')).toEqual({
      status: 422,
      message: expect.stringContaining('A pull request already exists for acme:topic.'),
    });
  });

  test('a branch without commits of its own is refused', async () => {
    bed.people.moveBranch(name, 'same', bed.bare(name).ref('refs/heads/main') ?? '');
    expect((await creation('same')).message).toContain('No commits between main and same');
  });

  test('a branch that does not exist is an invalid head, or base', async () => {
    expect((await creation('none')).message).toContain('"field":"head","code":"invalid"');
    expect((await creation('topic', 'none')).message).toContain('"field":"base","code":"invalid"');
  });

  test('a branch without common history is refused', async () => {
    const { bare } = { bare: bed.bare(name) };
    const author = { name: 'a', email: 'a@example.org' };
    bare.setRef('refs/heads/other', bare.writeCommit({ tree: bare.treeOf('main'), parents: [], message: 'm', author }));
    expect((await creation('other')).message).toContain('has no history in common with main');
  });

  test('a job may not where the setting is off, an app may', async () => {
    bed.changeSettings(name, { canCreatePulls: false });
    expect(await creation('topic')).toEqual({
      status: 403,
      message: expect.stringContaining('GitHub Actions is not permitted to create or approve pull requests.'),
    });
    const wanted = { ...at, title: 'T', head: 'topic', base: 'main' };
    expect((await clientOf('helper[bot]').rest.pulls.create(wanted)).status).toBe(201);
  });

  test('a body over the limit is refused', async () => {
    const request = rest.pulls.create({ ...at, title: 'T', head: 'topic', base: 'main', body: 'x'.repeat(65_537) });
    expect((await failureOf(request)).message).toContain('body is too long (maximum is 65536 characters)');
  });

  test('drafts are refused where the plan has none', async () => {
    bed.changeSettings(name, { draftsSupported: false });
    const request = rest.pulls.create({ ...at, title: 'T', head: 'topic', base: 'main', draft: true });
    expect((await failureOf(request)).message).toContain('Draft pull requests are not supported in this repository.');
  });
});

describe('pull requests: finding', () => {
  test('they are filtered by owner:branch, base and state', async () => {
    const number = await opened();
    bed.people.commit(name, { branch: 'second', files: { 'c.nix': '3\n' } });
    await rest.pulls.create({ ...at, title: 'T', head: 'second', base: 'main' });
    bed.people.closePull(name, number);
    const list = async (query: { head?: string; state?: 'all' | 'closed' | 'open' }): Promise<readonly number[]> =>
      (await rest.pulls.list({ ...at, base: 'main', ...query })).data.map((pull) => pull.number);
    expect(await list({ head: 'acme:topic' })).toEqual([]);
    expect(await list({ head: 'acme:topic', state: 'all' })).toEqual([1]);
    expect(await list({ head: 'acme:second' })).toEqual([2]);
    expect(await list({ state: 'closed' })).toEqual([1]);
  });

  test('a head without its owner does not filter', async () => {
    await opened();
    const { data } = await rest.pulls.list({ ...at, head: 'other-branch' });
    expect(data).toHaveLength(1);
  });

  test('pages are linked', async () => {
    for (const branch of ['p1', 'p2', 'p3']) {
      bed.people.commit(name, { branch, files: { 'c.nix': branch } });
      await rest.pulls.create({ ...at, title: branch, head: branch, base: 'main' });
    }
    const { data, headers } = await rest.pulls.list({ ...at, per_page: 2 });
    expect(data.map(({ title }) => title)).toEqual(['p3', 'p2']);
    expect(headers.link).toMatch(/<[^>]*page=2[^>]*>; rel="next", <[^>]*page=2[^>]*>; rel="last"/);
    const { paginate } = clientOf('github-actions[bot]');
    expect(await paginate('GET /repos/{owner}/{repo}/pulls', { ...at, per_page: 2 })).toHaveLength(3);
  });
});

describe('pull requests: changing', () => {
  test('title and body are replaced', async () => {
    const number = await opened();
    await rest.pulls.update({ ...at, pull_number: number, title: 'New', body: 'Text' });
    expect(bed.people.pull(name, number)).toMatchObject({ title: 'New', body: 'Text' });
  });

  test('a closed one is opened again while its branch goes on in a straight line', async () => {
    const number = await opened();
    bed.people.closePull(name, number);
    const tip = bed.people.commit(name, { branch: 'topic', files: { 'b.nix': '3\n' } });
    const { data } = await rest.pulls.update({ ...at, pull_number: number, state: 'open' });
    expect([data.state, data.head.sha]).toEqual(['open', tip]);
  });

  test.each([
    ['was force-pushed', 'The topic branch was force-pushed or recreated.', forcePush],
    ['was deleted', 'The topic branch has been deleted.', deleteTopic],
  ] as const)('a closed one whose branch %s stays closed', async (_, message, happens) => {
    const number = await opened();
    bed.people.closePull(name, number);
    happens();
    const request = rest.pulls.update({ ...at, pull_number: number, state: 'open' });
    expect((await failureOf(request)).message).toContain(`state cannot be changed. ${message}`);
  });

  test('deleting its branch closes one', async () => {
    const number = await opened();
    deleteTopic();
    expect(bed.people.pull(name, number).state).toBe('closed');
  });

  test('one whose branch is reset to its base is closed and not merged', async () => {
    const number = await opened();
    bed.people.moveBranch(name, 'topic', bed.bare(name).ref('refs/heads/main') ?? '');
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    expect([data.state, data.merged]).toEqual(['closed', false]);
  });

  test('one whose commits are pushed to its base counts as merged', async () => {
    const number = await opened();
    bed.people.moveBranch(name, 'main', bed.bare(name).ref('refs/heads/topic') ?? '');
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    expect([data.state, data.merged]).toEqual(['closed', true]);
  });

  test('draft is switched by GraphQL only', async () => {
    const number = await opened();
    const octokit = clientOf('github-actions[bot]');
    const { node_id: id } = (await rest.pulls.get({ ...at, pull_number: number })).data;
    const mutation = (field: string): string =>
      `mutation($id: ID!) { ${field}(input: {pullRequestId: $id}) { pullRequest { isDraft } } }`;
    await octokit.graphql(mutation('convertPullRequestToDraft'), { id });
    expect(bed.people.pull(name, number).pull.draft).toBe(true);
    await octokit.graphql(mutation('markPullRequestReadyForReview'), { id });
    expect(bed.people.pull(name, number).pull.draft).toBe(false);
  });
});

function forcePush(): void {
  bed.people.moveBranch(name, 'topic', bed.people.commit(name, { branch: 'other', files: { 'z.nix': '9\n' } }));
}

function deleteTopic(): void {
  bed.people.deleteBranch(name, 'topic');
}

describe('pull requests: merging', () => {
  test('a merge is a real commit of both sides', async () => {
    const number = await opened();
    bed.people.commit(name, { branch: 'main', files: { 'c.nix': '3\n' } });
    const { data } = await rest.pulls.merge({ ...at, pull_number: number });
    expect(bed.bare(name).run(['ls-tree', '--name-only', 'main'])).toBe('a.nix\nb.nix\nc.nix');
    expect(bed.bare(name).commit(data.sha).parents).toHaveLength(2);
    expect(bed.people.pull(name, number).pull.mergeCommit).toBe(data.sha);
  });

  test('a conflict is not mergeable', async () => {
    const number = await opened();
    bed.people.commit(name, { branch: 'main', files: { 'b.nix': 'other\n' } });
    const { status } = await failureOf(rest.pulls.merge({ ...at, pull_number: number }));
    expect(status).toBe(405);
  });

  test('a head that moved is a conflict of the request', async () => {
    const number = await opened();
    const request = rest.pulls.merge({ ...at, pull_number: number, sha: '1'.repeat(40) });
    expect((await failureOf(request)).status).toBe(409);
  });

  test('a person merges a protected branch by the button, squashed', async () => {
    bed.changeSettings(name, { protectedBranches: ['main'] });
    const merged = bed.people.mergePull(name, await opened(), { squash: true });
    expect(bed.bare(name).commit(merged).parents).toHaveLength(1);
    expect(bed.bare(name).ref('refs/heads/main')).toBe(merged);
  });
});

describe('pull requests: people and labels', () => {
  test('labels are made on the fly and not twice', async () => {
    const number = await opened();
    await rest.issues.addLabels({ ...at, issue_number: number, labels: ['nix', 'automated'] });
    await rest.issues.addLabels({ ...at, issue_number: number, labels: ['nix'] });
    const { data } = await rest.pulls.get({ ...at, pull_number: number });
    expect(data.labels.map((label) => label.name)).toEqual(['nix', 'automated']);
  });

  test('collaborators and teams are asked for a review', async () => {
    const number = await opened();
    await rest.pulls.requestReviewers({ ...at, pull_number: number, reviewers: ['bob'], team_reviewers: ['nix'] });
    const { pull } = bed.people.pull(name, number);
    expect([[...pull.reviewers], [...pull.teams]]).toEqual([['bob'], ['nix']]);
  });

  test('one stranger among the reviewers refuses all', async () => {
    const number = await opened();
    const request = rest.pulls.requestReviewers({ ...at, pull_number: number, reviewers: ['bob', 'eve'] });
    expect(await failureOf(request)).toEqual({
      status: 422,
      message: expect.stringContaining('Reviews may only be requested from collaborators.'),
    });
    expect(bed.people.pull(name, number).pull.reviewers.size).toBe(0);
  });

  test('the author is not asked', async () => {
    const number = await opened();
    const request = rest.pulls.requestReviewers({ ...at, pull_number: number, reviewers: ['github-actions[bot]'] });
    expect((await failureOf(request)).message).toContain('Review cannot be requested from pull request author.');
  });

  test('a stranger is silently not assigned', async () => {
    const number = await opened();
    const { data } = await rest.issues.addAssignees({ ...at, issue_number: number, assignees: ['bob', 'eve'] });
    expect(data.assignees?.map(({ login }) => login)).toEqual(['bob']);
  });

  test('comments are kept in order and can be changed', async () => {
    const number = await opened();
    bed.people.comment(name, number, 'by hand');
    const { data } = await rest.issues.createComment({ ...at, issue_number: number, body: 'one' });
    await rest.issues.updateComment({ ...at, comment_id: data.id, body: 'two' });
    const listed = await rest.issues.listComments({ ...at, issue_number: number });
    expect(listed.data.map(({ body, user }) => [body, user?.login])).toEqual([
      ['by hand', 'alice'],
      ['two', 'github-actions[bot]'],
    ]);
  });
});
