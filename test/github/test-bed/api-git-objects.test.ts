import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { failureOf, octokitFor, type Octokit } from '../../support/github/api-client.js';
import { openGitHub, type FakeGitHub } from '../../support/github/api-github.js';
import type { Permissions } from '../../support/github/bed.js';

let bed: FakeGitHub;
let at: { owner: string; repo: string };
let name: string;
let count = 0;

beforeAll(async () => {
  bed = await openGitHub();
});
afterAll(async () => {
  await bed.close();
});
beforeEach(() => {
  count += 1;
  at = { owner: 'acme', repo: `objects-${count}` };
  name = `${at.owner}/${at.repo}`;
  bed.createRepository({ name, files: { 'a.nix': '1\n', 'old.nix': 'gone soon\n' } });
});

function client(permissions: Permissions = { contents: 'write' }, login = 'github-actions[bot]'): Octokit {
  return octokitFor(bed, bed.mintToken({ repository: name, permissions, login }));
}

function tip(branch = 'main'): string {
  return bed.bare(name).ref(`refs/heads/${branch}`) ?? '';
}

describe('REST: objects', () => {
  test('blob, tree and commit become one real commit with modes, links and deletions', async () => {
    const { rest } = client();
    const blob = await rest.git.createBlob({
      ...at,
      content: Buffer.from('run').toString('base64'),
      encoding: 'base64',
    });
    const tree = await rest.git.createTree({
      ...at,
      base_tree: bed.bare(name).treeOf(tip()),
      tree: [
        { path: 'bin/run', mode: '100755', type: 'blob', sha: blob.data.sha },
        { path: 'link', mode: '120000', type: 'blob', content: 'a.nix' },
        { path: 'old.nix', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const commit = await rest.git.createCommit({ ...at, message: 'm', tree: tree.data.sha, parents: [tip()] });
    await rest.git.updateRef({ ...at, ref: 'heads/main', sha: commit.data.sha, force: false });
    const listed = bed.bare(name).run(['ls-tree', '-r', '--format=%(objectmode) %(path)', 'main']);
    expect(listed).toBe('100644 a.nix\n100755 bin/run\n120000 link');
  });

  test("a bot's commit without author is verified, and GitHub is its committer", async () => {
    const tree = bed.bare(name).treeOf(tip());
    const { data } = await client().rest.git.createCommit({ ...at, message: 'm', tree, parents: [tip()] });
    expect(data.verification.verified).toBe(true);
    expect(data.committer.name).toBe('GitHub');
    expect(data.author.name).toBe('github-actions[bot]');
  });

  test("a bot's commit in another name is not verified", async () => {
    const tree = bed.bare(name).treeOf(tip());
    const author = { name: 'A', email: 'a@example.org' };
    const { data } = await client().rest.git.createCommit({ ...at, message: 'm', tree, parents: [tip()], author });
    expect(data.verification.verified).toBe(false);
  });

  test('a tree that takes out what is not there is refused', async () => {
    const gone = [{ path: 'none.nix', mode: '100644' as const, type: 'blob' as const, sha: null }];
    const request = client().rest.git.createTree({ ...at, base_tree: bed.bare(name).treeOf(tip()), tree: gone });
    expect((await failureOf(request)).status).toBe(422);
  });

  test('a tree with a workflow needs the right for workflows', async () => {
    const tree = [
      { path: '.github/workflows/x.yml', mode: '100644' as const, type: 'blob' as const, content: 'on: push\n' },
    ];
    const { status, message } = await failureOf(client().rest.git.createTree({ ...at, tree }));
    expect([status, message]).toEqual([403, expect.stringContaining('Resource not accessible by integration')]);
    const allowed = client({ contents: 'write', workflows: 'write' });
    expect((await allowed.rest.git.createTree({ ...at, tree })).status).toBe(201);
  });

  test('a commit with an unknown parent is refused', async () => {
    const tree = bed.bare(name).treeOf(tip());
    const request = client().rest.git.createCommit({ ...at, message: 'm', tree, parents: ['1'.repeat(40)] });
    expect((await failureOf(request)).message).toContain('Parent SHA does not exist or is not a commit object');
  });
});

describe('REST: refs', () => {
  test('a ref is made once', async () => {
    const { rest } = client();
    await rest.git.createRef({ ...at, ref: 'refs/heads/a/b', sha: tip() });
    const again = await failureOf(rest.git.createRef({ ...at, ref: 'refs/heads/a/b', sha: tip() }));
    expect(again.message).toContain('Reference already exists');
    expect((await rest.git.getRef({ ...at, ref: 'heads/a/b' })).data.object.sha).toBe(tip());
  });

  test('a ref to an unknown commit is refused', async () => {
    const request = client().rest.git.createRef({ ...at, ref: 'refs/heads/a', sha: '1'.repeat(40) });
    expect(await failureOf(request)).toEqual({
      status: 422,
      message: expect.stringContaining('Object does not exist'),
    });
  });

  test('a ref moves in a straight line unless forced', async () => {
    const side = bed.people.commit(name, { branch: 'side', files: { 'b.nix': '2\n' } });
    bed.people.commit(name, { branch: 'main', files: { 'c.nix': '3\n' } });
    const { rest } = client();
    const request = rest.git.updateRef({ ...at, ref: 'heads/main', sha: side });
    expect((await failureOf(request)).message).toContain('Update is not a fast forward');
    await rest.git.updateRef({ ...at, ref: 'heads/main', sha: side, force: true });
    expect(bed.refChanges.at(-1)).toMatchObject({ via: 'api', forced: true, new: side });
  });

  test('what is not there cannot be moved or deleted', async () => {
    const { rest } = client();
    const moved = await failureOf(rest.git.updateRef({ ...at, ref: 'heads/none', sha: tip() }));
    const deleted = await failureOf(rest.git.deleteRef({ ...at, ref: 'heads/none' }));
    expect([moved.message, deleted.message]).toEqual([
      expect.stringContaining('Reference does not exist'),
      expect.stringContaining('Reference does not exist'),
    ]);
  });

  test('a protected branch is not moved through the API either', async () => {
    bed.changeSettings(name, { protectedBranches: ['main'] });
    const side = bed.people.commit(name, { branch: 'side', files: { 'b.nix': '2\n' } });
    const { status, message } = await failureOf(client().rest.git.updateRef({ ...at, ref: 'heads/main', sha: side }));
    expect([status, message]).toEqual([422, expect.stringContaining('Changes must be made through a pull request.')]);
    expect(bed.refChanges.at(-1)?.refused).toBe('protected branch hook declined');
  });

  test('a branch that is deleted is gone', async () => {
    bed.people.commit(name, { branch: 'side', files: { 'b.nix': '2\n' } });
    expect((await client().rest.git.deleteRef({ ...at, ref: 'heads/side' })).status).toBe(204);
    expect(bed.bare(name).ref('refs/heads/side')).toBeNull();
  });

  test('refs below a prefix are listed', async () => {
    bed.people.commit(name, { branch: 'topic/a', files: { 'b.nix': '2\n' } });
    bed.people.commit(name, { branch: 'topic/b', files: { 'b.nix': '3\n' } });
    const { data } = await client().rest.git.listMatchingRefs({ ...at, ref: 'heads/topic' });
    expect(data.map(({ ref }) => ref)).toEqual(['refs/heads/topic/a', 'refs/heads/topic/b']);
  });
});

describe('REST: repository', () => {
  test('a branch tells whether it is protected', async () => {
    bed.changeSettings(name, { protectedBranches: ['release/*'] });
    bed.people.commit(name, { branch: 'release/1', files: { 'b.nix': '2\n' } });
    const { rest } = client({ contents: 'read' });
    expect((await rest.repos.getBranch({ ...at, branch: 'release/1' })).data.protected).toBe(true);
    expect((await rest.repos.getBranch({ ...at, branch: 'main' })).data.protected).toBe(false);
  });

  test('the default branch is told without any right but to see the repository', async () => {
    const { data } = await client({}).rest.repos.get(at);
    expect(data).toMatchObject({ default_branch: 'main', full_name: name, has_issues: true });
  });

  test('two diverged branches are compared', async () => {
    bed.people.commit(name, { branch: 'side', files: { 'b.nix': '2\n3\n' } });
    bed.people.commit(name, { branch: 'main', files: { 'c.nix': '3\n' } });
    const { data } = await client().rest.repos.compareCommitsWithBasehead({ ...at, basehead: 'main...side' });
    expect(data).toMatchObject({ status: 'diverged', ahead_by: 1, behind_by: 1 });
    expect(data.files).toEqual([{ filename: 'b.nix', status: 'added', additions: 2, deletions: 0 }]);
  });

  test('a file is read at a branch', async () => {
    const { data } = await client().rest.repos.getContent({ ...at, path: 'a.nix', ref: 'main' });
    expect(data).toMatchObject({ content: Buffer.from('1\n').toString('base64') });
  });
});

describe('REST: tokens', () => {
  test('an unknown token has bad credentials', async () => {
    const request = octokitFor(bed, 'ghs_nobody').rest.repos.get(at);
    expect(await failureOf(request)).toEqual({ status: 401, message: expect.stringContaining('Bad credentials') });
  });

  test('a private repository is not found with a token of another one', async () => {
    const other = octokitFor(bed, bed.mintToken({ repository: 'acme/other', permissions: { contents: 'write' } }));
    expect((await failureOf(other.rest.repos.get(at))).status).toBe(404);
  });

  test('a missing right is forbidden, in words for apps and for people', async () => {
    const wanted = { ...at, ref: 'refs/heads/a', sha: tip() };
    const app = await failureOf(client({ contents: 'read' }).rest.git.createRef(wanted));
    const person = await failureOf(client({ contents: 'read' }, 'alice').rest.git.createRef(wanted));
    expect([app.status, app.message]).toEqual([403, expect.stringContaining('not accessible by integration')]);
    expect(person.message).toContain('not accessible by personal access token');
  });

  test('a route that the bed does not know is answered with 501 and noted', async () => {
    const { status } = await failureOf(client().request('GET /repos/{owner}/{repo}/traffic/views', at));
    expect(status).toBe(501);
    expect(bed.unknownRoutes).toContain(`GET /repos/${name}/traffic/views`);
  });

  test('requests are recorded with body, login and job', async () => {
    const secret = bed.mintToken({ repository: name, permissions: { contents: 'write' }, job: 'publish' });
    await octokitFor(bed, secret).rest.git.createRef({ ...at, ref: 'refs/heads/a', sha: tip() });
    expect(bed.requests.at(-1)).toMatchObject({
      method: 'POST',
      path: `/repos/${name}/git/refs`,
      body: { ref: 'refs/heads/a', sha: tip() },
      login: 'github-actions[bot]',
      job: 'publish',
      status: 201,
    });
  });
});
