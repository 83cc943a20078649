import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Git } from '../../src/git/git.js';
import type { Repository } from '../../src/git/repository.js';
import { WorkspacePool } from '../../src/git/workspace-pool.js';
import type { Workspace } from '../../src/git/workspace.js';
import {
  commitFiles,
  errorOf,
  git,
  newRepository,
  opened,
  productGit,
  removeFolders,
  temporaryFolder,
  valueOf,
  writeFiles,
  type Files,
} from '../support/git-repository.js';

afterAll(removeFolders);

const MESSAGE = { message: 'step', trailers: [], atMs: 1_700_000_000_000 } as const;

interface Room {
  root: string;
  repository: Repository;
  product: Git;
  workspace: Workspace;
}

async function room(files?: Files, prepare?: (root: string) => void): Promise<Room> {
  const root = newRepository(files);
  prepare?.(root);
  const product = productGit();
  const repository = await opened(root, product);
  const pool = new WorkspacePool(product, repository, join(temporaryFolder(), 'cache'));
  const workspace = await pool.workspace('1');
  valueOf(await workspace.checkout(repository.head));
  return { root, repository, product, workspace };
}

describe('Workspace.checkout', () => {
  test('holds the commit, with a .git of its own that is clean', async () => {
    const { workspace, repository } = await room();
    expect(readFileSync(join(workspace.root, 'modules/b.nix'), 'utf8')).toBe('2\n');
    expect(git(workspace.root, 'status', '--porcelain')).toBe('');
    expect(git(workspace.root, 'rev-parse', 'HEAD')).toBe(repository.head);
    expect(git(workspace.root, 'rev-parse', '--absolute-git-dir')).toBe(join(workspace.root, '.git'));
  });

  test('removes everything that is not in the commit', async () => {
    const { workspace, repository, root } = await room({ '.gitignore': 'ignored/\n', 'a.nix': '1', 'd/e.nix': '1' });
    writeFiles(workspace.root, { 'ignored/x': '', 'new/deep/file': '', 'a.nix': '2' });
    mkdirSync(join(workspace.root, 'nested'));
    git(join(workspace.root, 'nested'), 'init', '-q');
    commitFiles(join(workspace.root, 'nested'), { x: '1' });
    rmSync(join(workspace.root, 'd'), { recursive: true });
    symlinkSync(root, join(workspace.root, 'd'));
    valueOf(await workspace.checkout(repository.head));
    expect(readdirSync(workspace.root).sort()).toEqual(['.git', '.gitignore', 'a.nix', 'd']);
    expect(readFileSync(join(workspace.root, 'a.nix'), 'utf8')).toBe('1');
    expect(readFileSync(join(workspace.root, 'd/e.nix'), 'utf8')).toBe('1');
    expect(readFileSync(join(root, 'd/e.nix'), 'utf8')).toBe('1');
  });

  test('restores the folder when a link stands in its place, and leaves the target alone', async () => {
    const { workspace, repository } = await room();
    const victim = temporaryFolder();
    writeFiles(victim, { precious: '1' });
    rmSync(workspace.root, { recursive: true });
    symlinkSync(victim, workspace.root);
    valueOf(await workspace.checkout(repository.head));
    expect(readdirSync(victim)).toEqual(['precious']);
    expect(lstatSync(workspace.root).isDirectory()).toBe(true);
    expect(readFileSync(join(workspace.root, 'a.nix'), 'utf8')).toBe('1\n');
  });

  test('opens folders that a step made unreadable', async () => {
    const { workspace, repository } = await room();
    writeFiles(workspace.root, { 'locked/deep/file': '' });
    chmodSync(join(workspace.root, 'locked/deep'), 0);
    chmodSync(join(workspace.root, 'locked'), 0);
    chmodSync(join(workspace.root, 'modules'), 0o500);
    rmSync(join(workspace.root, 'a.nix'));
    valueOf(await workspace.checkout(repository.head));
    expect(readdirSync(workspace.root).sort()).toEqual(['.git', 'a.nix', 'modules']);
  });

  test('goes back and forth between commits', async () => {
    const { workspace, repository, root } = await room();
    const second = commitFiles(root, { 'c.nix': '3' });
    valueOf(await workspace.checkout(second));
    expect(readFileSync(join(workspace.root, 'c.nix'), 'utf8')).toBe('3');
    valueOf(await workspace.checkout(repository.head));
    expect(readdirSync(workspace.root)).not.toContain('c.nix');
    expect(git(workspace.root, 'status', '--porcelain')).toBe('');
  });

  test('works from a shallow clone without identity, and the commit reaches the clone', async () => {
    const origin = newRepository();
    commitFiles(origin, { 'a.nix': '2\n' });
    const clone = join(temporaryFolder(), 'clone');
    git(origin, 'clone', '-q', '--depth', '1', `file://${origin}`, clone);
    git(clone, 'checkout', '-q', '--detach');
    const repository = await opened(clone);
    const workspace = await new WorkspacePool(productGit(), repository, join(temporaryFolder(), 'c')).workspace('1');
    valueOf(await workspace.checkout(repository.head));
    expect(git(workspace.root, 'log', '--format=%s')).toBe('change');
    writeFiles(workspace.root, { 'b.nix': '1' });
    const { commit } = valueOf(await workspace.commit(MESSAGE));
    expect(git(clone, 'log', '--format=%an %s', commit)).toBe('workflow-runner step\nA change');
  });

  test('works from a linked worktree', async () => {
    const root = newRepository();
    const linked = join(temporaryFolder(), 'linked');
    git(root, 'worktree', 'add', '-q', linked, '-b', 'side');
    const repository = await opened(linked);
    const workspace = await new WorkspacePool(productGit(), repository, join(temporaryFolder(), 'c')).workspace('1');
    valueOf(await workspace.checkout(repository.head));
    writeFiles(workspace.root, { 'b.nix': '1' });
    const { commit } = valueOf(await workspace.commit(MESSAGE));
    expect(git(linked, 'cat-file', '-t', commit)).toBe('commit');
  });

  test('works with SHA-256 objects', async () => {
    const root = join(temporaryFolder(), 'sha256');
    mkdirSync(root);
    git(root, 'init', '-q', '--object-format=sha256');
    commitFiles(root, { a: '1' });
    const repository = await opened(root);
    const workspace = await new WorkspacePool(productGit(), repository, join(temporaryFolder(), 'c')).workspace('1');
    valueOf(await workspace.checkout(repository.head));
    writeFiles(workspace.root, { a: '2' });
    const { commit } = valueOf(await workspace.commit(MESSAGE));
    expect(git(workspace.root, 'status', '--porcelain')).toBe('');
    expect(commit).toHaveLength(64);
  });

  test('stops when it is aborted, and works again afterwards', async () => {
    const { workspace, repository, root } = await room();
    const second = commitFiles(root, { 'c.nix': '3' });
    expect(errorOf(await workspace.checkout(second, AbortSignal.abort()))).toEqual({ reason: 'cancelled' });
    valueOf(await workspace.checkout(repository.head));
    expect(valueOf(await workspace.changes())).toEqual([]);
  });
});

describe('Workspace.changes', () => {
  test('names added, changed and deleted files with their modes', async () => {
    const { workspace } = await room({ keep: '1', change: '1', gone: '1', 'tool.sh': '1' });
    writeFiles(workspace.root, { change: '2', '--flag': 'x', 'new\nline': 'y', 'ü/ñ': 'z' });
    rmSync(join(workspace.root, 'gone'));
    chmodSync(join(workspace.root, 'tool.sh'), 0o755);
    expect(valueOf(await workspace.changes()).map((c) => [c.type, c.path, c.newMode])).toEqual([
      ['A', '--flag', '100644'],
      ['M', 'change', '100644'],
      ['D', 'gone', '000000'],
      ['A', 'new\nline', '100644'],
      ['M', 'tool.sh', '100755'],
      ['A', 'ü/ñ', '100644'],
    ]);
  });

  test('keeps names that are not UTF-8', async () => {
    const { workspace, root } = await room();
    const name = Buffer.from([0x61, 0xff, 0xe9, 0x62]);
    writeFileSync(Buffer.concat([Buffer.from(`${workspace.root}/`), name]), '1');
    expect(valueOf(await workspace.changes()).map((c) => c.path)).toEqual(['a\udcff\udce9b']);
    const { commit } = valueOf(await workspace.commit(MESSAGE));
    expect(git(root, 'ls-tree', '--name-only', commit)).toContain('"a\\377\\351b"');
  });

  test('honours .gitignore, a changed one too', async () => {
    const { workspace } = await room({ '.gitignore': 'result\n' });
    writeFiles(workspace.root, { '.gitignore': 'result\nother\n', other: '1' });
    symlinkSync('/nix/store/x', join(workspace.root, 'result'));
    expect(valueOf(await workspace.changes()).map((c) => c.path)).toEqual(['.gitignore']);
  });

  test('leaves the state folders of workflows out', async () => {
    const { workspace } = await room();
    writeFiles(workspace.root, { '.claude/workflows/x/state.json': '', '.claude/workflows/y.yaml': '' });
    expect(valueOf(await workspace.changes()).map((c) => c.path)).toEqual(['.claude/workflows/y.yaml']);
  });

  test('refuses a link in the place of the whole folder, and writes nothing where it leads', async () => {
    const { workspace } = await room();
    const elsewhere = temporaryFolder();
    writeFiles(elsewhere, { secret: 'not the step’s\n' });
    rmSync(workspace.root, { recursive: true });
    symlinkSync(elsewhere, workspace.root);
    const refused = { reason: 'link-escapes', path: '.', target: elsewhere };
    expect(errorOf(await workspace.changes())).toEqual(refused);
    expect(errorOf(await workspace.commitChanges(MESSAGE))).toEqual(refused);
    expect(readdirSync(elsewhere)).toEqual(['secret']);
  });

  test('tells where links inside the tree point', async () => {
    const { workspace } = await room();
    symlinkSync('../a.nix', join(workspace.root, 'modules/link'));
    expect(valueOf(await workspace.changes())).toEqual([
      { path: 'modules/link', type: 'A', oldMode: '000000', newMode: '120000', linkTarget: '../a.nix' },
    ]);
  });

  test.each([
    ['/etc/passwd', 'link'],
    ['../../outside', 'modules/link'],
    ['.git/hooks', 'link'],
    ['../.GIT/config', 'modules/link'],
  ])('refuses a link to %s', async (target, path) => {
    const { workspace } = await room();
    symlinkSync(target, join(workspace.root, path));
    expect(errorOf(await workspace.changes())).toEqual({ reason: 'link-escapes', path, target });
    expect(errorOf(await workspace.capture())).toEqual({ reason: 'link-escapes', path, target });
  });

  test('refuses a repository inside the tree', async () => {
    const { workspace } = await room();
    mkdirSync(join(workspace.root, 'nested'));
    git(join(workspace.root, 'nested'), 'init', '-q');
    commitFiles(join(workspace.root, 'nested'), { x: '1' });
    expect(errorOf(await workspace.changes())).toEqual({ reason: 'nested-repository', paths: ['nested'] });
    expect(errorOf(await workspace.commit(MESSAGE))).toEqual({ reason: 'nested-repository', paths: ['nested'] });
  });

  test('passes over FIFOs and empty folders', async () => {
    const { workspace } = await room();
    execFileSync('mkfifo', [join(workspace.root, 'pipe')]);
    mkdirSync(join(workspace.root, 'empty'));
    expect(valueOf(await workspace.changes())).toEqual([]);
  });

  test('is exact when a captured change was taken back', async () => {
    const { workspace } = await room();
    writeFiles(workspace.root, { 'a.nix': '2\n', 'new.nix': '1' });
    valueOf(await workspace.capture());
    writeFiles(workspace.root, { 'a.nix': '1\n' });
    expect(valueOf(await workspace.changes()).map((c) => c.path)).toEqual(['new.nix']);
  });

  test('sees a file of the same size and time, changed right after the checkout', async () => {
    const { workspace } = await room({ a: '1' });
    for (const content of ['2', '3', '4', '5', '6', '7', '8']) {
      execFileSync('sh', ['-c', `touch -r a ../stamp; printf ${content} > a; touch -r ../stamp a`], {
        cwd: workspace.root,
      });
      expect(valueOf(await workspace.changes()).map((c) => c.path)).toEqual(['a']);
      valueOf(await workspace.commit(MESSAGE));
      expect(valueOf(await workspace.changes())).toEqual([]);
    }
  });
});

describe('Workspace with submodules', () => {
  async function withSubmodule(): Promise<Room> {
    const other = newRepository({ inner: '1' });
    return await room({ 'a.nix': '1' }, (root) => {
      git(root, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other, 'sub');
      git(root, 'commit', '-q', '-m', 'add submodule');
    });
  }

  test('keeps the link although its folder is empty or gone', async () => {
    const { workspace, root } = await withSubmodule();
    rmSync(join(workspace.root, 'sub'), { recursive: true });
    writeFiles(workspace.root, { 'a.nix': '2' });
    const { commit, changes } = valueOf(await workspace.commit(MESSAGE));
    expect(changes.map((c) => c.path)).toEqual(['a.nix']);
    expect(git(root, 'ls-tree', commit, 'sub')).toMatch(/^160000 commit/);
  });

  test('refuses files in its folder, which git would not see', async () => {
    const { workspace, repository } = await withSubmodule();
    writeFiles(workspace.root, { 'sub/file': '1' });
    expect(errorOf(await workspace.changes())).toEqual({ reason: 'nested-repository', paths: ['sub'] });
    valueOf(await workspace.checkout(repository.head));
    expect(valueOf(await workspace.changes())).toEqual([]);
  });

  test('refuses a file in its place', async () => {
    const { workspace } = await withSubmodule();
    rmSync(join(workspace.root, 'sub'), { recursive: true });
    writeFiles(workspace.root, { sub: '1' });
    expect(errorOf(await workspace.changes())).toEqual({ reason: 'nested-repository', paths: ['sub'] });
  });
});

describe('Workspace.commit', () => {
  test('commits the changes with the runner as author and the given date', async () => {
    const { workspace, root, repository } = await room();
    writeFiles(workspace.root, { 'c.nix': '1' });
    const { commit, tree } = valueOf(
      await workspace.commit({ ...MESSAGE, trailers: [['Workflow-Run', 'r1']], message: 'add c' }),
    );
    expect(git(root, 'log', '-1', '--format=%an <%ae> %at %ct %P %T%n%B', commit)).toBe(
      `workflow-runner <workflow-runner@localhost> 1700000000 1700000000 ${repository.head} ${tree}\nadd c\n\nWorkflow-Run: r1\n`,
    );
  });

  test('leaves the workspace clean at the new commit, for its own git too', async () => {
    const { workspace } = await room();
    writeFiles(workspace.root, { 'c.nix': '1' });
    rmSync(join(workspace.root, 'a.nix'));
    const { commit } = valueOf(await workspace.commit(MESSAGE));
    expect(git(workspace.root, 'rev-parse', 'HEAD')).toBe(commit);
    expect(git(workspace.root, 'status', '--porcelain')).toBe('');
    expect(valueOf(await workspace.changes())).toEqual([]);
  });

  test('commits bytes as they are, whatever attributes the tree brings', async () => {
    const { workspace, root } = await room({ '.gitattributes': '* text eol=crlf\n*.x filter=evil ident\n' });
    writeFiles(workspace.root, { 'a.txt': 'a\r\nb\r\n', 'b.x': '$Id$\n' });
    const { commit } = valueOf(await workspace.commit(MESSAGE));
    expect(git(root, 'cat-file', 'blob', `${commit}:a.txt`)).toBe('a\r\nb\r');
    expect(git(root, 'cat-file', 'blob', `${commit}:b.x`)).toBe('$Id$');
  });

  test('swaps files, folders and links for one another', async () => {
    const { workspace, root } = await room({
      'file-to-folder': '1',
      'folder-to-file/x': '1',
      'folder-to-link/x': '1',
      t: '',
    });
    const at = (path: string): string => join(workspace.root, path);
    for (const path of ['file-to-folder', 'folder-to-file', 'folder-to-link']) rmSync(at(path), { recursive: true });
    writeFiles(workspace.root, { 'file-to-folder/x': '1', 'folder-to-file': '1' });
    symlinkSync('file-to-folder', at('folder-to-link'));
    const { commit, changes } = valueOf(await workspace.commit(MESSAGE));
    expect(git(root, 'ls-tree', '-r', '--name-only', commit).split('\n')).toEqual([
      'file-to-folder/x',
      'folder-to-file',
      'folder-to-link',
      't',
    ]);
    expect(changes).toHaveLength(6);
  });

  test('takes a tracked file that became a FIFO for deleted', async () => {
    const { workspace } = await room();
    rmSync(join(workspace.root, 'a.nix'));
    execFileSync('mkfifo', [join(workspace.root, 'a.nix')]);
    expect(valueOf(await workspace.commit(MESSAGE)).changes.map((c) => [c.type, c.path])).toEqual([['D', 'a.nix']]);
  });

  test('commits the captured tree although the files changed since', async () => {
    const { workspace, root } = await room();
    writeFiles(workspace.root, { 'c.nix': 'validated' });
    const captured = valueOf(await workspace.capture());
    writeFiles(workspace.root, { 'c.nix': 'changed later' });
    const { commit } = valueOf(await workspace.commit({ ...MESSAGE, captured }));
    expect(git(root, 'cat-file', 'blob', `${commit}:c.nix`)).toBe('validated');
    expect(valueOf(await workspace.changes()).map((c) => c.path)).toEqual(['c.nix']);
  });

  test('handles 10,000 changed files', async () => {
    const { workspace, root } = await room();
    for (let at = 0; at < 100; at += 1) {
      mkdirSync(join(workspace.root, `d${at}`));
      for (let n = 0; n < 100; n += 1) writeFileSync(join(workspace.root, `d${at}/f${n}`), `${at}-${n}`);
    }
    const { commit, changes } = valueOf(await workspace.commit(MESSAGE));
    expect(changes).toHaveLength(10_000);
    expect(git(root, 'ls-tree', '-r', '--name-only', commit).split('\n')).toHaveLength(10_002);
  });

  test('ignores commits that the step made itself, and keeps their content', async () => {
    const { workspace, root, repository } = await room();
    commitFiles(workspace.root, { 'c.nix': '1' }, 'spoofed\n\nWorkflow-Run: fake');
    git(workspace.root, 'update-ref', 'refs/heads/main', 'HEAD');
    const { commit } = valueOf(await workspace.commit(MESSAGE));
    expect(git(root, 'rev-parse', `${commit}^`)).toBe(repository.head);
    expect(git(root, 'log', '--format=%s', commit)).toBe('step\nfirst');
    expect(git(root, 'rev-parse', 'main')).toBe(repository.head);
  });
});

describe('Workspace.commitChanges', () => {
  test('commits added, changed and deleted files, and says which they were', async () => {
    const { workspace, root } = await room();
    writeFiles(workspace.root, { 'a.nix': '3\n', 'new/c.nix': '4\n' });
    rmSync(join(workspace.root, 'modules/b.nix'));
    const committed = valueOf(await workspace.commitChanges(MESSAGE));
    expect(committed?.changes.map(({ path }) => path)).toEqual(['a.nix', 'modules/b.nix', 'new/c.nix']);
    expect(git(root, 'ls-tree', '-r', '--name-only', committed?.commit ?? '')).toBe('a.nix\nnew/c.nix');
  });

  test('makes no commit when nothing has changed', async () => {
    const { workspace, repository } = await room();
    expect(valueOf(await workspace.commitChanges(MESSAGE))).toBeNull();
    expect(workspace.commitId).toBe(repository.head);
  });

  test('makes no commit of a captured change that was taken back', async () => {
    const { workspace } = await room();
    writeFiles(workspace.root, { 'a.nix': '3\n' });
    valueOf(await workspace.capture());
    writeFiles(workspace.root, { 'a.nix': '1\n' });
    expect(valueOf(await workspace.commitChanges(MESSAGE))).toBeNull();
  });

  test('refuses a link that leaves the tree, and stays at its commit', async () => {
    const { workspace, repository } = await room();
    symlinkSync('/etc/passwd', join(workspace.root, 'link'));
    expect(errorOf(await workspace.commitChanges(MESSAGE)).reason).toBe('link-escapes');
    expect(workspace.commitId).toBe(repository.head);
  });
});
