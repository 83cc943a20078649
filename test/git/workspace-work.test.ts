import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { WorkspacePool } from '../../src/git/workspace-pool.js';
import {
  git,
  newRepository,
  opened,
  productGit,
  removeFolders,
  temporaryFolder,
  valueOf,
  writeFiles,
} from '../support/git-repository.js';

/* Work that goes from one attempt to the next: kept as a commit, taken over by another workspace, or found after a kill. */

afterAll(removeFolders);

const MESSAGE = { message: 'step', trailers: [], atMs: 1_700_000_000_000 } as const;
const USE = { runId: 'run', step: 'a', attempt: 1 };

async function bench() {
  const root = newRepository({ 'a.nix': '1\n', 'gone.nix': '1\n', '.gitignore': 'ignored\n' });
  const product = productGit();
  const repository = await opened(root, product);
  const cache = join(temporaryFolder(), 'cache');
  const newPool = (): WorkspacePool => new WorkspacePool(product, repository, cache);
  const first = await newPool().workspace('1');
  valueOf(await first.checkout(repository.head));
  const change = (): void => {
    writeFiles(first.root, { 'a.nix': '2\n', 'new/b.nix': 'b\n' });
    rmSync(join(first.root, 'gone.nix'));
  };
  return { root, base: repository.head, newPool, first, change };
}

const KINDS = ['M a.nix', 'D gone.nix', 'A new/b.nix'];

const kinds = (workspaceRoot: string): string[] =>
  git(workspaceRoot, 'status', '--porcelain', '--untracked-files=all')
    .split('\n')
    .map((line) => line.trim().replace(/ +/, ' ').replace('??', 'A'));

describe('Workspace.takeOver', () => {
  test('gives another workspace the files of a kept commit as its own changes', async () => {
    const { base, newPool, first, change } = await bench();
    change();
    const kept = valueOf(await first.commitChanges(MESSAGE));
    const second = await newPool().workspace('2');
    valueOf(await second.checkout(base));
    valueOf(await second.takeOver(kept?.commit ?? ''));
    expect(kinds(second.root)).toEqual(KINDS);
    expect(git(second.root, 'rev-parse', 'HEAD')).toBe(base);
  });

  test('leads to the same tree as the kept commit when nothing more is changed', async () => {
    const { root, base, newPool, first, change } = await bench();
    change();
    const kept = valueOf(await first.commitChanges(MESSAGE));
    const second = await newPool().workspace('2');
    valueOf(await second.checkout(base));
    valueOf(await second.takeOver(kept?.commit ?? ''));
    const again = valueOf(await second.commitChanges(MESSAGE));
    expect([again?.tree, git(root, 'rev-parse', `${again?.commit ?? ''}^`)]).toEqual([kept?.tree, base]);
  });

  test('lets a change be taken back: nothing is left to commit', async () => {
    const { base, newPool, first, change } = await bench();
    change();
    const kept = valueOf(await first.commitChanges(MESSAGE));
    const second = await newPool().workspace('2');
    valueOf(await second.checkout(base));
    valueOf(await second.takeOver(kept?.commit ?? ''));
    writeFiles(second.root, { 'a.nix': '1\n', 'gone.nix': '1\n' });
    rmSync(join(second.root, 'new'), { recursive: true });
    expect(valueOf(await second.commitChanges(MESSAGE))).toBeNull();
  });
});

describe('after a kill', () => {
  test('the workspace that was in use is found, with who was at work there', async () => {
    const { base, newPool, first } = await bench();
    await first.noteUse({ ...USE, base });
    const found = await newPool().abandoned();
    expect(await Promise.all(found.map((workspace) => workspace.lastUse()))).toEqual([{ ...USE, base }]);
  });

  test('one that nobody worked in is not found', async () => {
    const { base, newPool, first } = await bench();
    await first.noteUse({ ...USE, base });
    await first.noteUse(null);
    expect(await newPool().abandoned()).toEqual([]);
  });

  test.each([
    ['in the middle of the work', () => Promise.resolve()],
    [
      'after the work was committed',
      (workspace: Awaited<ReturnType<WorkspacePool['workspace']>>) => workspace.commitChanges(MESSAGE),
    ],
  ])('%s its changes can be committed on the base', async (_, meanwhile) => {
    const { root, base, newPool, first, change } = await bench();
    change();
    await first.noteUse({ ...USE, base });
    await meanwhile(first);
    const [found] = await newPool().abandoned();
    valueOf((await found?.adopt(base)) ?? { ok: false, error: 'nothing found' });
    const committed = valueOf((await found?.commitChanges(MESSAGE)) ?? { ok: false, error: 'nothing found' });
    expect(
      git(root, 'diff', '--name-status', base, committed?.commit ?? '')
        .split('\n')
        .map((l) => l.replace('\t', ' ')),
    ).toEqual(KINDS);
    expect(git(root, 'rev-parse', `${committed?.commit ?? ''}^`)).toBe(base);
  });
});
