import { ok, type Result } from '../base/result.js';
import type { Git, GitFailure } from './git.js';
import { pathsInTheWay } from './paths-in-the-way.js';
import { recoverLanding, type Recovery } from './recover-landing.js';
import { checkoutOf, dirtyPaths, readHead } from './repository.js';
import type { TrustedGit } from './trusted-git.js';

export interface LandingRequest {
  /** What HEAD of the user's checkout must be; `to` descends from it. */
  readonly from: string;
  readonly to: string;
  /** When the landing was recorded in the journal, milliseconds since 1970: locks older than this are not ours. */
  readonly startedAtMs: number;
  /** For the reflog, one line. */
  readonly reason: string;
}

export type LandingOutcome =
  | { readonly kind: 'landed' }
  /** HEAD is elsewhere by now: merge, validate again, land again. Nothing was changed. */
  | { readonly kind: 'base-moved'; readonly head: string }
  /** The user's own changes or untracked files would be overwritten. Nothing was changed. */
  | { readonly kind: 'dirty-paths'; readonly paths: readonly string[] }
  /** Something failed half-way and could not be taken back alone; see `Recovery`. */
  | { readonly kind: 'stuck'; readonly recovery: Recovery };

export interface LandingGit {
  readonly git: Git;
  readonly trusted: TrustedGit;
}

/**
 * Fast-forwards the user's checkout (branch or detached HEAD) to `to`: files and index first, HEAD last, so that a HEAD at
 * `to` means that all is done. Other dirty files stay as they are. The user's line endings and filters apply, as for
 * `git merge`; hooks do not run, a transaction must not execute code of the tree. LFS files arrive as pointers.
 * A kill at any point is repaired by `recoverLanding`; call it at the next start with what the journal recorded.
 */
export async function land(context: LandingGit, request: LandingRequest): Promise<Result<LandingOutcome, GitFailure>> {
  const refused = await refusal(context, request);
  if (!refused.ok || refused.value !== null) return refused as Result<LandingOutcome, GitFailure>;
  const moved = await move(context, request);
  if (moved.ok) return ok({ kind: 'landed' });
  return await takeBack(context, request, moved.error);
}

/** Why the landing must not begin; null when it may. */
async function refusal(
  { git, trusted }: LandingGit,
  { from, to }: LandingRequest,
): Promise<Result<LandingOutcome | null, GitFailure>> {
  const { repository } = trusted;
  const head = await readHead(git, repository);
  if (!head.ok) return head;
  if (head.value.commit === to) return ok({ kind: 'landed' });
  if (head.value.commit !== from) return ok({ kind: 'base-moved', head: head.value.commit });
  const [changes, dirty] = await Promise.all([trusted.treeChanges(from, to), dirtyPaths(git, repository)]);
  if (!changes.ok) return changes;
  if (!dirty.ok) return dirty;
  const touched = new Set(changes.value.map((change) => change.path));
  const blocked = new Set(dirty.value.filter((path) => touched.has(path)));
  for (const path of pathsInTheWay(repository.root, changes.value)) blocked.add(path);
  return ok(blocked.size === 0 ? null : { kind: 'dirty-paths', paths: [...blocked].sort() });
}

/** git checks each path once more before it writes it, under the lock of the user's index. */
async function move({ git, trusted }: LandingGit, request: LandingRequest): Promise<Result<void, GitFailure>> {
  const { repository } = trusted;
  const place = checkoutOf(repository);
  const { from, to, reason } = request;
  const cwd = repository.root;
  const refreshed = await git.run({ args: ['update-index', '-q', '--refresh'], place, cwd, okCodes: [0, 1] });
  if (!refreshed.ok) return refreshed;
  const read = await git.run({ args: ['read-tree', '-m', '-u', from, to], place, cwd });
  if (!read.ok) return read;
  const pointed = await git.run({ args: ['update-ref', '-m', reason, 'HEAD', to, from], place, cwd });
  return pointed.ok ? ok(undefined) : pointed;
}

async function takeBack(
  context: LandingGit,
  request: LandingRequest,
  failure: GitFailure,
): Promise<Result<LandingOutcome, GitFailure>> {
  const recovery = await recoverLanding(context, request);
  if (!recovery.ok) return recovery;
  switch (recovery.value.kind) {
    case 'landed':
      return ok({ kind: 'landed' });
    case 'base-moved':
      return ok({ kind: 'base-moved', head: recovery.value.head });
    case 'undone':
      return { ok: false, error: failure };
    case 'refused':
    case 'locked':
      return ok({ kind: 'stuck', recovery: recovery.value });
  }
}
