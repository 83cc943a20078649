import { ok, type Result } from '../base/result.js';
import { NO_MODE, SUBMODULE_MODE } from './changes.js';
import type { GitFailure } from './git.js';
import { splitNul } from './path-text.js';
import type { TrustedGit } from './trusted-git.js';

export { readAddedText, type AddedText, type AddedTexts } from './added-text.js';

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

const DEFAULT_LIMIT = 10_000;

/** Commit, parents, author, committer, subject, body, trailers; `-z` ends each commit with another NUL. */
const FIELDS = ['%H', '%P', '%an', '%ae', '%cn', '%ce', '%s', '%b', '%(trailers:only=true,unfold=true)'];

/** The commits of a range, in memory: bounded by `limit`. Ids must be full ones. */
export async function readCommits(trusted: TrustedGit, range: CommitRange): Promise<Result<RangeCommits, GitFailure>> {
  const { from, to, firstParent = false, limit = DEFAULT_LIMIT } = range;
  const answer = await trusted.run({
    args: [
      'log',
      '-z',
      '--topo-order',
      '--no-show-signature',
      '--encoding=UTF-8',
      `--max-count=${limit + 1}`,
      `--format=tformat:${FIELDS.join('%x00')}`,
      ...(firstParent ? ['--first-parent'] : []),
      '--end-of-options',
      to,
      ...(from === null ? [] : [`^${from}`]),
      '--',
    ],
  });
  if (!answer.ok) return answer;
  const fields = splitNul(answer.value.stdout).map((field) => field.toString('utf8'));
  const commits: RangeCommit[] = [];
  for (let at = 0; at < fields.length; at += FIELDS.length) {
    commits.push(commitOf(fields.slice(at, at + FIELDS.length)));
  }
  return ok({ commits: commits.slice(0, limit), truncated: commits.length > limit });
}

/** What differs between the trees of two commits, with sizes. */
export async function changedFiles(
  trusted: TrustedGit,
  from: string,
  to: string,
): Promise<Result<ChangedFile[], GitFailure>> {
  const changes = await trusted.treeChanges(from, to);
  if (!changes.ok) return changes;
  const blobs = changes.value.filter(({ newMode }) => newMode !== NO_MODE && newMode !== SUBMODULE_MODE);
  const sizes = await trusted.blobSizes(blobs.map(({ newId }) => newId));
  if (!sizes.ok) return sizes;
  return ok(
    changes.value.map(({ path, type, oldMode, newMode, newId }) => {
      const size = newMode === NO_MODE || newMode === SUBMODULE_MODE ? null : (sizes.value.get(newId) ?? null);
      return { path, type, oldMode, newMode, newId, size };
    }),
  );
}

/**
 * The best common ancestors: more than one when each side has merged what the other merged too. None when none is known here (in a
 * shallow checkout there may be one all the same).
 */
export async function mergeBases(
  trusted: TrustedGit,
  one: string,
  other: string,
): Promise<Result<readonly string[], GitFailure>> {
  const args = ['merge-base', '--all', '--end-of-options', one, other] as const;
  const answer = await trusted.run({ args, okCodes: [0, 1] });
  return answer.ok ? ok(answer.value.exitCode === 0 ? answer.value.text.split('\n') : []) : answer;
}

function commitOf(fields: readonly string[]): RangeCommit {
  const [id = '', parents = '', ...rest] = fields;
  const [authorName = '', authorEmail = '', committerName = '', committerEmail = '', subject = '', ...texts] = rest;
  const [body = '', trailers = ''] = texts;
  return {
    id,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name: authorName, email: authorEmail },
    committer: { name: committerName, email: committerEmail },
    subject,
    body,
    trailers: trailersOf(trailers),
  };
}

function trailersOf(text: string): Map<string, string[]> {
  const trailers = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon === -1) continue;
    const key = line.slice(0, colon).trim().toLowerCase();
    trailers.set(key, [...(trailers.get(key) ?? []), line.slice(colon + 1).trim()]);
  }
  return trailers;
}
