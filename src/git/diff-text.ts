import { ok, type Result } from '../base/result.js';
import type { GitFailure } from './git.js';
import type { TrustedGit } from './trusted-git.js';

export interface DiffLimits {
  /** Files in the overview. */
  readonly maxFiles: number;
  /** Characters of the patch. */
  readonly maxPatch: number;
}

export interface CutDiff {
  readonly stat: string;
  readonly patch: string;
  readonly isCut: boolean;
}

/** What differs between two commits as `git diff` shows it to a person; binary files by name only. */
export async function diffText(
  git: TrustedGit,
  [from, to]: readonly [string, string],
  { maxFiles, maxPatch }: DiffLimits,
): Promise<Result<CutDiff, GitFailure>> {
  const plain = ['--no-color', '--no-ext-diff', '--no-textconv', '--find-renames'] as const;
  const overview = ['diff-tree', '-r', ...plain, `--stat=100,60,${maxFiles}`, from, to] as const;
  const stat = await git.run({ args: overview, readOnly: true });
  if (!stat.ok) return stat;
  const patch = await git.run({ args: ['diff-tree', '-r', '-p', ...plain, from, to], readOnly: true });
  if (!patch.ok) return patch;
  const { stdout } = patch.value;
  // A character of UTF-8 has at most four bytes: decoding half a gigabyte for a page would be waste.
  const text = stdout
    .subarray(0, maxPatch * 4)
    .toString('utf8')
    .replace(/\n$/, '');
  const isCut = text.length > maxPatch || stdout.length > maxPatch * 4;
  const shown = isCut ? text.slice(0, text.lastIndexOf('\n', maxPatch) + 1).replace(/\n$/, '') : text;
  return ok({ stat: stat.value.text, patch: shown, isCut });
}
