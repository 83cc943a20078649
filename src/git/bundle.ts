import { err, type Result } from '../base/result.js';
import type { Git, GitFailure } from './git.js';
import type { Remote, RemoteFailure } from './remote.js';
import type { TrustedGit } from './trusted-git.js';

export interface NewBundle {
  /** Absolute path of the file to write; an old one is replaced. */
  readonly file: string;
  /** The commit that the reader can get elsewhere. */
  readonly base: string;
  /** Full ref name -> commit. A commit that `base` contains needs no place in the bundle; the reader is told it all the same. */
  readonly refs: ReadonlyMap<string, string>;
}

export interface BundleImport {
  /** Absolute path; null when there was nothing to put in a bundle: then all of `expected` is obtained from the remote. */
  readonly file: string | null;
  /** Full ref name -> commit, as the manifest says. */
  readonly expected: ReadonlyMap<string, string>;
  /** Where missing prerequisites come from; null: nowhere. */
  readonly remote: Remote | null;
  /** A branch that the base is expected on; see `WantedCommit`. */
  readonly branch?: string;
  /** True to move refs that exist with another commit; else that is refused. */
  readonly replace?: boolean;
  readonly signal?: AbortSignal;
}

/** A refused import changed no ref. */
export type ImportOutcome =
  | { readonly kind: 'imported' }
  | { readonly kind: 'refused'; readonly why: 'corrupt'; readonly detail: string }
  /** Refs that are not expected, not at the expected commit, not below the run's refs, or no valid names. */
  | { readonly kind: 'refused'; readonly why: 'odd-refs'; readonly names: readonly string[] }
  /** Commits that neither the bundle nor the remote has; `failure` when the remote could not be asked. */
  | {
      readonly kind: 'refused';
      readonly why: 'missing-commits';
      readonly commits: readonly string[];
      readonly failure: RemoteFailure | null;
    }
  /** These refs exist here with other commits. */
  | { readonly kind: 'refused'; readonly why: 'moved-refs'; readonly names: readonly string[] }
  | {
      readonly kind: 'refused';
      readonly why: 'object-format';
      readonly bundle: 'sha1' | 'sha256';
      readonly repository: 'sha1' | 'sha256';
    };

/** Writes all commits that `refs` reach and `base` does not, synced. `empty`: there are none, and no file. */
export async function createBundle(
  git: Git,
  trusted: TrustedGit,
  bundle: NewBundle,
): Promise<Result<'written' | 'empty', GitFailure>> {
  return await notYet(git, trusted, bundle);
}

/** Brings the commits of a bundle and exactly the expected refs into the user's repository. The file is hostile. */
export async function importBundle(
  git: Git,
  trusted: TrustedGit,
  bundle: BundleImport,
): Promise<Result<ImportOutcome, GitFailure>> {
  return await notYet(git, trusted, bundle);
}

function notYet(...asked: unknown[]): Promise<Result<never, GitFailure>> {
  return Promise.resolve(err({ reason: 'timed-out', limitMs: asked.length }));
}
