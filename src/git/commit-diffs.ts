import { ok, type Result } from '../base/result.js';
import type { Git, GitFailure } from './git.js';
import { checkoutOf, type Repository } from './repository.js';

/** What is asked about: what changed from one commit to another. Full ids. */
export interface CommitPair {
  readonly from: string;
  readonly to: string;
}

export interface CommitDiff {
  readonly files: readonly { readonly path: string; readonly added: number | null; readonly removed: number | null }[];
  /** The patch, cut at the end of a line; empty when it is too large to be shown at all. */
  readonly patch: string;
  readonly isCut: boolean;
}

export interface CommitDiffLimits {
  /** Characters of one patch. */
  readonly maxPatch: number;
  /** Lines of a change of which the patch is still asked for. */
  readonly maxLines: number;
}

const PLAIN = ['diff-tree', '--stdin', '-r', '--no-color', '--no-ext-diff', '--no-textconv', '--no-renames'] as const;

/**
 * The changes of many pairs of commits, in the order asked, by two processes however many there are; null where nothing changed.
 * Attributes and filters of the repository are not obeyed but for the names of functions in hunks.
 */
export async function commitDiffs(
  { git, repository }: { readonly git: Git; readonly repository: Repository },
  pairs: readonly CommitPair[],
  { maxPatch, maxLines }: CommitDiffLimits,
): Promise<Result<(CommitDiff | null)[], GitFailure>> {
  const ask = (args: readonly string[], asked: readonly CommitPair[]): ReturnType<Git['run']> =>
    git.run({
      args: [...PLAIN, ...args],
      place: checkoutOf(repository),
      cwd: repository.root,
      readOnly: true,
      // git-diff-tree(1): a commit, and after it what is to be taken for its parent.
      input: asked.map(({ from, to }) => `${to} ${from}\n`).join(''),
    });
  if (pairs.length === 0) return ok([]);
  const counted = await ask(['--numstat'], pairs);
  if (!counted.ok) return counted;
  const files = sections(counted.value.text, pairs).map((lines) => lines.flatMap(changedFile));
  const wanted = pairs.filter(
    (_, index) => (files[index]?.length ?? 0) > 0 && lineCount(files[index] ?? []) <= maxLines,
  );
  const asked = await ask(['-p'], wanted);
  if (!asked.ok) return asked;
  const patches = new Map<CommitPair, string>();
  for (const [index, lines] of sections(asked.value.text, wanted).entries()) {
    const pair = wanted[index];
    if (pair !== undefined) patches.set(pair, lines.join('\n'));
  }
  return ok(
    pairs.map((pair, index) => {
      const changed = files[index] ?? [];
      if (changed.length === 0) return null;
      const patch = patches.get(pair);
      const isCut = patch === undefined || patch.length > maxPatch;
      return { files: changed, patch: isCut ? cut(patch ?? '', maxPatch) : patch, isCut };
    }),
  );
}

/** The lines about each pair. A pair without changes has no section; a line of a change never is the bare name of a commit. */
function sections(text: string, pairs: readonly CommitPair[]): string[][] {
  const found: string[][] = pairs.map(() => []);
  let current = -1;
  for (const line of text.split('\n')) {
    if (/^[0-9a-f]{40,64}$/.test(line)) {
      let next = current + 1;
      while (next < pairs.length && pairs[next]?.to !== line) next += 1;
      if (next < pairs.length) {
        current = next;
        continue;
      }
    }
    found[current]?.push(line);
  }
  return found;
}

/** `12<tab>4<tab>path`; `-` for the lines of a binary file. */
function changedFile(line: string): CommitDiff['files'] {
  const [, added, removed, path] = /^(\d+|-)\t(\d+|-)\t(.*)$/.exec(line) ?? [];
  if (added === undefined || removed === undefined || path === undefined) return [];
  return [{ path, added: added === '-' ? null : Number(added), removed: removed === '-' ? null : Number(removed) }];
}

function lineCount(files: CommitDiff['files']): number {
  return files.reduce((sum, { added, removed }) => sum + (added ?? 0) + (removed ?? 0), 0);
}

function cut(patch: string, max: number): string {
  return patch.slice(0, Math.max(0, patch.lastIndexOf('\n', max)));
}
