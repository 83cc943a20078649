import { err, type Result } from '../base/result.js';
import type { GitFailure } from './git.js';
import type { TrustedGit } from './trusted-git.js';

export interface CommitRange {
  /** Commits that this one contains are left out; null: none are. */
  readonly from: string | null;
  readonly to: string;
  readonly firstParent?: boolean;
  /** At most so many, the newest; default 10 000. */
  readonly limit?: number;
}

export interface Person {
  readonly name: string;
  readonly email: string;
}

/** All texts are data of strangers. */
export interface RangeCommit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly subject: string;
  readonly body: string;
  /** Key in lower case (`workflow-run`) -> its values, in order. */
  readonly trailers: ReadonlyMap<string, readonly string[]>;
}

export interface RangeCommits {
  /** Newest first; no commit before its children. */
  readonly commits: readonly RangeCommit[];
  /** True when there are more than `limit`. */
  readonly truncated: boolean;
}

export interface ChangedFile {
  /** See path-text.ts. A rename is a deletion and an addition. */
  readonly path: string;
  readonly type: 'A' | 'M' | 'D';
  /** git's modes, `000000` on the missing side; see changes.ts. */
  readonly oldMode: string;
  readonly newMode: string;
  /** Id of the new blob (of the commit, for a submodule); all zeros for a deletion. */
  readonly newId: string;
  /** Bytes of the new blob; null for deletions and submodules. */
  readonly size: number | null;
}

export interface AddedText {
  readonly path: string;
  /** The lines that are not in the file of `from`; any bytes, decoded leniently. */
  readonly text: string;
}

export interface AddedTexts {
  /** One for each version of a file that any commit of the range holds: what a later commit removed is pushed all the same. */
  readonly files: readonly AddedText[];
  /** Paths that were not looked at because `maxBytes` was reached. */
  readonly unread: readonly string[];
}

export async function readCommits(trusted: TrustedGit, range: CommitRange): Promise<Result<RangeCommits, GitFailure>> {
  return await notYet(trusted, range);
}

/** What differs between the trees of two commits. */
export async function changedFiles(
  trusted: TrustedGit,
  from: string,
  to: string,
): Promise<Result<ChangedFile[], GitFailure>> {
  return await notYet(trusted, from, to);
}

/** The best common ancestor; null when none is known here (in a shallow checkout there may be one all the same). */
export async function mergeBase(
  trusted: TrustedGit,
  one: string,
  other: string,
): Promise<Result<string | null, GitFailure>> {
  return await notYet(trusted, one, other);
}

/** Added lines of all commits after `from` up to `to`, for a search of secrets. `maxBytes` bounds what is read of files in all. */
export async function readAddedText(
  trusted: TrustedGit,
  range: { readonly from: string; readonly to: string; readonly maxBytes: number },
): Promise<Result<AddedTexts, GitFailure>> {
  return await notYet(trusted, range);
}

function notYet(...asked: unknown[]): Promise<Result<never, GitFailure>> {
  return Promise.resolve(err({ reason: 'timed-out', limitMs: asked.length }));
}
