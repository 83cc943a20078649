import { z } from 'zod';
import type { Result } from '../../base/result.js';
import type { GitHubRest, RestFailure } from '../api/rest.js';

/** What we take from GitHub's answers about a pull request. `body` and `title` are text of strangers. */
export const pullRequestSchema = z.object({
  number: z.number().int().positive(),
  html_url: z.string(),
  state: z.enum(['open', 'closed']),
  title: z.string(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
  merged_at: z.string().nullish(),
  head: z.object({ ref: z.string(), sha: z.string() }),
  user: z.object({ login: z.string() }).nullish(),
});

export type PullRequest = z.infer<typeof pullRequestSchema>;

/** Pull requests from a branch of this repository to another one, open and closed, newest first; at most 100. */
export async function findPullRequests(
  rest: GitHubRest,
  owner: string,
  { head, base }: { readonly head: string; readonly base: string },
): Promise<Result<readonly PullRequest[], RestFailure>> {
  return await rest.list({
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: { head: `${owner}:${head}`, base, state: 'all', sort: 'created', direction: 'desc' },
    element: pullRequestSchema,
    limit: 100,
  });
}

/** We closed it, since its diff had vanished: unlike one that a person closed it may come again. */
export const CLOSED_MARKER = '<!-- workflow-runner:closed -->';
