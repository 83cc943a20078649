import { z } from 'zod';
import { ok, type Result } from '../../base/result.js';
import type { GitHubRest, RestFailure } from '../api/rest.js';

export interface BranchMove {
  readonly branch: string;
  /** What it is at now; null: it does not exist. */
  readonly expected: string | null;
  /** A descendant of `expected`. */
  readonly to: string;
}

export type BranchMoved = 'moved' | 'lost-lease';

const refSchema = z.object({ object: z.object({ sha: z.string() }) });

/**
 * Moves or makes a branch through the API. Never forced: when the branch has got commits that `to` does not have, or exists where it
 * must not, it is left alone.
 */
export async function moveBranch(rest: GitHubRest, move: BranchMove): Promise<Result<BranchMoved, RestFailure>> {
  const answer = move.expected === null ? await create(rest, move) : await advance(rest, move);
  if (answer.ok) return ok('moved');
  const { error } = answer;
  const said = error.reason === 'invalid' ? error.messages.join('; ') : '';
  const isLost =
    move.expected === null
      ? /already exists/i.test(said)
      : /not a fast.forward|does not exist|cannot lock ref/i.test(said) || error.reason === 'not-found';
  if (!isLost) return answer;
  const now = await tipOf(rest, move.branch);
  return ok(now === move.to ? 'moved' : 'lost-lease');
}

async function create(rest: GitHubRest, { branch, to }: BranchMove): Promise<Result<unknown, RestFailure>> {
  return await rest.request({
    route: 'POST /repos/{owner}/{repo}/git/refs',
    parameters: { ref: `refs/heads/${branch}`, sha: to },
    answer: refSchema,
    // The second time it says "already exists", and then it is looked whose it is.
    whenUnknown: 'repeat',
  });
}

async function advance(rest: GitHubRest, { branch, to }: BranchMove): Promise<Result<unknown, RestFailure>> {
  return await rest.request({
    route: 'PATCH /repos/{owner}/{repo}/git/refs/{ref}',
    parameters: { ref: `heads/${branch}`, sha: to, force: false },
    answer: refSchema,
  });
}

async function tipOf(rest: GitHubRest, branch: string): Promise<string | null> {
  const answer = await rest.request({
    route: 'GET /repos/{owner}/{repo}/git/ref/{ref}',
    parameters: { ref: `heads/${branch}` },
    answer: refSchema,
  });
  return answer.ok ? answer.value.object.sha : null;
}
