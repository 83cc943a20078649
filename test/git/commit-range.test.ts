import { execFileSync } from 'node:child_process';
import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  changedFiles,
  mergeBases,
  readAddedText,
  readCommits,
  type AddedTexts,
  type RangeCommits,
} from '../../src/git/commit-range.js';
import { pathOnDisk } from '../../src/git/path-text.js';
import { openTrustedGit, type TrustedGit } from '../../src/git/trusted-git.js';
import { checkout, newOrigin } from '../support/git-origin.js';
import {
  commitFiles,
  errorOf,
  git,
  GIT_PATH,
  newRepository,
  opened,
  productGit,
  removeFolders,
  temporaryFolder,
  userEnvironment,
  valueOf,
  type Files,
} from '../support/git-repository.js';

afterAll(removeFolders);

interface Room {
  root: string;
  base: string;
  trusted: TrustedGit;
}

async function room(files: Files = { a: '1\n' }): Promise<Room> {
  const root = newRepository(files);
  const trusted = await openTrustedGit(productGit(), await opened(root), join(temporaryFolder(), 'cache'));
  return { root, base: git(root, 'rev-parse', 'HEAD'), trusted };
}

/** A commit on top of HEAD with any bytes as message, by anybody. */
function commitAs({ root }: Room, message: string, env: Record<string, string> = {}): string {
  execFileSync(GIT_PATH, ['commit', '-q', '--allow-empty', '--cleanup=verbatim', '-F', '-'], {
    cwd: root,
    env: { ...userEnvironment(), ...env },
    input: message,
  });
  return git(root, 'rev-parse', 'HEAD');
}

/** The bytes of a commit object, one for each character. */
function writeCommit({ root }: Room, content: string): string {
  const args = ['hash-object', '-t', 'commit', '-w', '--stdin'];
  const input = Buffer.from(content, 'latin1');
  return execFileSync(GIT_PATH, args, { cwd: root, env: userEnvironment(), input }).toString().trim();
}

async function range(at: Room, options: { firstParent?: boolean; limit?: number } = {}): Promise<RangeCommits> {
  const to = git(at.root, 'rev-parse', 'HEAD');
  return valueOf(await readCommits(at.trusted, { from: at.base, to, ...options }));
}

describe('readCommits', () => {
  test('gives who made a commit, what they said and its trailers', async () => {
    const at = await room();
    const id = commitAs(at, 'Move it\n\nSome text.\nMore: of it\n\nWorkflow-Run: r-1\nworkflow-run: r-2\nX: a\n b\n', {
      GIT_AUTHOR_NAME: 'Ä <x',
      GIT_COMMITTER_EMAIL: 'workflow-runner@localhost',
    });
    const { commits } = await range(at);
    expect(commits).toEqual([
      {
        id,
        parents: [at.base],
        author: { name: 'Ä x', email: 'a@example.org' },
        committer: { name: 'A', email: 'workflow-runner@localhost' },
        subject: 'Move it',
        body: 'Some text.\nMore: of it\n\nWorkflow-Run: r-1\nworkflow-run: r-2\nX: a\n b\n',
        trailers: new Map([
          ['workflow-run', ['r-1', 'r-2']],
          ['x', ['a b']],
        ]),
      },
    ]);
  });

  test('takes a line in the middle of a message for no trailer', async () => {
    const at = await room();
    commitAs(at, 'x\n\nWorkflow-Run: forged\n\nThe last paragraph is plain text.\n');
    expect((await range(at)).commits[0]?.trailers).toEqual(new Map());
  });

  test('stays whole over an empty message and bytes that are no text', async () => {
    const at = await room();
    const { root, base } = at;
    const people = 'author A\xff <a@example.org> 1 +0000\ncommitter A <a@example.org> 1 +0000';
    const tree = git(root, 'rev-parse', 'HEAD^{tree}');
    const odd = writeCommit(at, `tree ${tree}\nparent ${base}\n${people}\n\nx\xff\n\n\xfe\n`);
    const empty = git(root, 'commit-tree', '-p', odd, '-m', '', tree);
    git(root, 'reset', '-q', '--soft', empty);
    const { commits } = await range(at);
    expect(commits.map(({ id, subject, author }) => [id, subject, author.name])).toEqual([
      [empty, '', 'A'],
      [odd, 'x\ufffd', 'A\ufffd'],
    ]);
  });

  test('gives the newest first, and a merge with both parents or its own line only', async () => {
    const at = await room();
    const side = commitFiles(at.root, { s: '1' }, 'side');
    git(at.root, 'reset', '-q', '--hard', at.base);
    const main = commitFiles(at.root, { m: '1' }, 'main');
    git(at.root, 'merge', '-q', '--no-ff', '-m', 'merge', side);
    const subjects = (commits: RangeCommits): string[] => commits.commits.map(({ subject }) => subject);
    const all = await range(at);
    expect([subjects(all)[0], subjects(all).slice(1).sort()]).toEqual(['merge', ['main', 'side']]);
    expect(all.commits[0]?.parents).toEqual([main, side]);
    expect(subjects(await range(at, { firstParent: true }))).toEqual(['merge', 'main']);
  });

  test('tells that there are more than asked for', async () => {
    const at = await room();
    for (const message of ['one', 'two', 'three']) commitAs(at, message);
    const two = await range(at, { limit: 2 });
    expect([two.commits.map(({ subject }) => subject), two.truncated]).toEqual([['three', 'two'], true]);
    expect((await range(at, { limit: 3 })).truncated).toBe(false);
  });

  test('reads all history without a start, and nothing of an empty range', async () => {
    const at = await room();
    const all = valueOf(await readCommits(at.trusted, { from: null, to: at.base }));
    expect(all.commits.map(({ id, parents }) => [id, parents])).toEqual([[at.base, []]]);
    expect((await range(at)).commits).toEqual([]);
  });

  test('fails for a name that is an option', async () => {
    const at = await room();
    expect(errorOf(await readCommits(at.trusted, { from: null, to: '--output=/tmp/x' })).reason).toBe('command-failed');
  });

  test('reads 10 000 commits', async () => {
    const origin = newOrigin(10_000);
    const trusted = await checkout(origin);
    const [from = '', to = ''] = [origin.commits[0], origin.commits.at(-1)];
    const { commits, truncated } = valueOf(await readCommits(trusted, { from, to }));
    expect([commits.length, truncated, commits[0]?.subject]).toEqual([9_999, false, 'change 9999']);
  });
});

describe('changedFiles', () => {
  test('gives modes and sizes of what differs, at paths of any bytes', async () => {
    const at = await room({ a: '1\n', gone: 'x' });
    const odd = 'odd\nnäme \udcff';
    writeFileSync(pathOnDisk(at.root, odd), '12345');
    git(at.root, 'rm', '-q', 'gone');
    symlinkSync('a', join(at.root, 'link'));
    execFileSync('chmod', ['+x', join(at.root, 'a')]);
    const to = commitFiles(at.root, { 'sub/b': '' });
    const files = valueOf(await changedFiles(at.trusted, at.base, to));
    expect(files.map(({ path, type, oldMode, newMode, size }) => [path, type, oldMode, newMode, size])).toEqual([
      ['a', 'M', '100644', '100755', 2],
      ['gone', 'D', '100644', '000000', null],
      ['link', 'A', '000000', '120000', 1],
      [odd, 'A', '000000', '100644', 5],
      ['sub/b', 'A', '000000', '100644', 0],
    ]);
  });

  test('shows a rename as both its paths, and a submodule without size', async () => {
    const at = await room({ a: 'a rather long line\n' });
    git(at.root, 'mv', 'a', 'b');
    git(at.root, 'update-index', '--add', '--cacheinfo', `160000,${at.base},module`);
    git(at.root, 'commit', '-q', '-m', 'change');
    const files = valueOf(await changedFiles(at.trusted, at.base, git(at.root, 'rev-parse', 'HEAD')));
    expect(files.map(({ path, type, size }) => [path, type, size])).toEqual([
      ['a', 'D', null],
      ['b', 'A', 19],
      ['module', 'A', null],
    ]);
  });
});

describe('mergeBases', () => {
  test('gives the common ancestor, or none for strangers', async () => {
    const at = await room();
    const one = commitAs(at, 'one');
    git(at.root, 'reset', '-q', '--hard', at.base);
    const two = commitAs(at, 'two');
    const stranger = git(at.root, 'commit-tree', '-m', 'x', 'HEAD^{tree}');
    expect(valueOf(await mergeBases(at.trusted, one, two))).toEqual([at.base]);
    expect(valueOf(await mergeBases(at.trusted, one, stranger))).toEqual([]);
  });
});

describe('readAddedText', () => {
  async function added({ root, base, trusted }: Room, maxBytes = 1e6): Promise<AddedTexts> {
    const to = git(root, 'rev-parse', 'HEAD');
    return valueOf(await readAddedText(trusted, { from: base, to, maxBytes }));
  }

  test('gives new lines only', async () => {
    const at = await room({ a: 'old\nkept\n' });
    commitFiles(at.root, { a: 'kept\nnew\nold\n', 'sub/b': 'all\nof it\n' });
    expect((await added(at)).files).toEqual([
      { path: 'a', text: 'new' },
      { path: 'sub/b', text: 'all\nof it\n' },
    ]);
  });

  test('gives what a later commit took away again', async () => {
    const at = await room({ a: 'x\n' });
    commitFiles(at.root, { a: 'x\nsecret\n', b: 'another\n' });
    git(at.root, 'rm', '-q', 'b');
    commitFiles(at.root, { a: 'x\n' });
    expect((await added(at)).files).toEqual([
      { path: 'a', text: 'secret' },
      { path: 'b', text: 'another\n' },
    ]);
  });

  test('gives what came by a merge, and by the merge itself', async () => {
    const at = await room({ a: 'x\n' });
    const side = commitFiles(at.root, { s: 'side\n' });
    git(at.root, 'reset', '-q', '--hard', at.base);
    commitFiles(at.root, { m: 'main\n' });
    git(at.root, 'merge', '-q', '--no-ff', '--no-commit', side);
    writeFileSync(join(at.root, 'a'), 'x\nevil\n');
    commitFiles(at.root, {});
    const { files } = await added(at);
    expect(files.map(({ path, text }) => [path, text]).sort()).toEqual([
      ['a', 'evil'],
      ['m', 'main\n'],
      ['s', 'side\n'],
    ]);
  });

  test('reads links, binary files and paths of any bytes', async () => {
    const at = await room();
    symlinkSync('ghp_target', join(at.root, 'link'));
    writeFileSync(join(at.root, 'binary'), Buffer.from([0, 0xff, 0x41, 0x0a]));
    writeFileSync(pathOnDisk(at.root, 'odd\n\udcff'), 'odd');
    commitFiles(at.root, {});
    expect((await added(at)).files).toEqual([
      { path: 'binary', text: '\0\ufffdA\n' },
      { path: 'link', text: 'ghp_target' },
      { path: 'odd\n\udcff', text: 'odd' },
    ]);
  });

  test('names what it did not read because that would be too much', async () => {
    const at = await room();
    commitFiles(at.root, { big: 'x'.repeat(2000), small: 'y\n' });
    expect(await added(at, 1000)).toEqual({ files: [{ path: 'small', text: 'y\n' }], unread: ['big'] });
  });

  test('has nothing to give of an empty range', async () => {
    expect(await added(await room())).toEqual({ files: [], unread: [] });
  });

  test('runs no text conversion of the repository', async () => {
    const at = await room({ '.gitattributes': '* diff=evil\n', a: '1\n' });
    git(at.root, 'config', 'diff.evil.textconv', 'echo converted #');
    commitFiles(at.root, { a: '2\n' });
    expect((await added(at)).files).toEqual([{ path: 'a', text: '2' }]);
  });
});
