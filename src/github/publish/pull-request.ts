import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { restProblem, type GitHubRest, type RestFailure } from '../api/rest.js';
import { findPullRequests, pullRequestSchema, type PullRequest } from './pull-request-data.js';

export interface WantedPullRequest {
  readonly owner: string;
  readonly head: string;
  readonly base: string;
  /** For a new one. */
  readonly title: string;
  /** Whether `title` also goes to one that exists: only a title that the user gave. Else a title that a person improved stays. */
  readonly replacesTitle: boolean;
  /** The body, from what it is now (empty for a new one). */
  readonly body: (old: string) => string;
  readonly draft: boolean;
  /** The one to update; null: a new one. */
  readonly open: PullRequest | null;
}

export type PullRequestChange =
  | { readonly operation: 'created' | 'updated'; readonly pullRequest: PullRequest }
  /** GitHub sees no difference: everything of the branch is in the base. */
  | { readonly operation: 'none' };

/** GitHub takes no longer title (256 characters). */
const LONGEST_TITLE = 250;

/** Opens a pull request, or updates the open one. A request whose answer was lost makes no second one. */
export async function bringPullRequest(
  rest: GitHubRest,
  wanted: WantedPullRequest,
): Promise<Result<PullRequestChange, RestFailure>> {
  if (wanted.open !== null) return await update(rest, wanted, wanted.open);
  const created = await create(rest, wanted);
  if (created.ok) return ok({ operation: 'created', pullRequest: created.value });
  const said = created.error.reason === 'invalid' ? created.error.messages.join('; ') : '';
  if (/no commits between/i.test(said)) return ok({ operation: 'none' });
  if (!/already exists/i.test(said)) return created;
  const found = await findOpen(rest, wanted);
  if (!found.ok) return found;
  return found.value === null ? created : await update(rest, wanted, found.value);
}

/** Why GitHub let no pull request be opened, in words; `compareUrl` is where a person can open it. */
export function pullRequestProblem(failure: RestFailure, branch: string, compareUrl: string): Problem {
  const problem = restProblem(failure, `open the pull request of ${branch}`);
  const byHand = `The branch ${branch} is pushed: open the pull request at ${compareUrl}, or re-run the failed job.`;
  if (failure.reason === 'forbidden' && /not permitted to create/i.test(failure.message)) {
    return {
      ...problem,
      code: 'pull-requests-not-permitted',
      help:
        'Switch on "Allow GitHub Actions to create and approve pull requests" (Settings, Actions, General, Workflow permissions), ' +
        `or give the token of a GitHub App or of a person in the input \`token\`. ${byHand}`,
    };
  }
  if (failure.reason === 'forbidden' || failure.reason === 'not-found') {
    return { ...problem, help: `Give the job \`pull-requests: write\`. ${byHand}` };
  }
  return { ...problem, help: `${problem.help} ${byHand}` };
}

async function create(rest: GitHubRest, wanted: WantedPullRequest): Promise<Result<PullRequest, RestFailure>> {
  const { head, base, draft } = wanted;
  const parameters = { head, base, draft, title: wanted.title.slice(0, LONGEST_TITLE), body: wanted.body('') };
  const send = async (asDraft: boolean): Promise<Result<PullRequest, RestFailure>> =>
    await rest.request({
      route: 'POST /repos/{owner}/{repo}/pulls',
      parameters: { ...parameters, draft: asDraft },
      answer: pullRequestSchema,
      whenUnknown: async () => await findOpen(rest, wanted),
    });
  const sent = await send(draft);
  // Private repositories of some plans have no drafts; a pull request is better than none.
  const hasNoDrafts = !sent.ok && sent.error.reason === 'invalid' && /draft/i.test(sent.error.messages.join('; '));
  return draft && hasNoDrafts ? await send(false) : sent;
}

async function findOpen(
  rest: GitHubRest,
  { owner, head, base }: WantedPullRequest,
): Promise<Result<PullRequest | null, RestFailure>> {
  const found = await findPullRequests(rest, owner, { head, base });
  return found.ok ? ok(found.value.find(({ state }) => state === 'open') ?? null) : found;
}

async function update(
  rest: GitHubRest,
  wanted: WantedPullRequest,
  open: PullRequest,
): Promise<Result<PullRequestChange, RestFailure>> {
  const title = wanted.replacesTitle ? { title: wanted.title.slice(0, LONGEST_TITLE) } : {};
  const updated = await rest.request({
    route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
    parameters: { pull_number: open.number, body: wanted.body(open.body), ...title },
    answer: pullRequestSchema,
  });
  return updated.ok ? ok({ operation: 'updated', pullRequest: updated.value }) : err(updated.error);
}
