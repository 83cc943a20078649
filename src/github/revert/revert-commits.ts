import { err, ok, type Result } from '../../base/result.js';
import type { GitFailure } from '../../git/git.js';
import { revertRange } from '../../git/revert-range.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import { REVERTS_TRAILER } from './find-own-ranges.js';

export interface RangeToRevert {
  readonly from: string;
  readonly to: string;
  /** Run of ours that made it, where one is known. */
  readonly runId: string | null;
}

export interface RevertPlan {
  readonly head: string;
  /** Newest first. */
  readonly ranges: readonly RangeToRevert[];
  readonly reason: string;
  readonly atMs: number;
}

export type RevertedHead =
  /** `head` is the plan's own when there was nothing to take back. */
  | { readonly kind: 'done'; readonly head: string }
  | { readonly kind: 'conflict'; readonly range: RangeToRevert; readonly paths: readonly string[] };

/** One revert commit for each range, one on top of the other. Objects only: nothing is pushed. */
export async function revertCommits(
  trusted: TrustedGit,
  { head, ranges, reason, atMs }: RevertPlan,
): Promise<Result<RevertedHead, GitFailure>> {
  let tip = head;
  for (const range of ranges) {
    const { from, to, runId } = range;
    const [one, other] = [from.slice(0, 12), to.slice(0, 12)];
    const reverted = await revertRange(trusted, {
      head: tip,
      from,
      to,
      message: `Revert ${one}..${other}\n\n${reason}`,
      trailers: [...(runId === null ? [] : [['Workflow-Run', runId] as const]), [REVERTS_TRAILER, `${from}..${to}`]],
      atMs,
    });
    if (!reverted.ok) return err(reverted.error);
    if (reverted.value.kind === 'conflict') return ok({ kind: 'conflict', range, paths: reverted.value.paths });
    if (reverted.value.kind === 'reverted') tip = reverted.value.commit;
  }
  return ok({ kind: 'done', head: tip });
}
