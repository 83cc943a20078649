import { z } from 'zod';
import { ok, type Result } from '../../base/result.js';
import type { GitHubRest, RestFailure } from '../api/rest.js';
import { CLOSED_MARKER, pullRequestSchema, type PullRequest } from './pull-request-data.js';

/** Closes a pull request whose diff has vanished, and says so in it. The comment may fail; closing may not. */
export async function closePullRequest(
  rest: GitHubRest,
  pullRequest: PullRequest,
  why: string,
): Promise<Result<PullRequest, RestFailure>> {
  const { number, body } = pullRequest;
  const marked = body.includes(CLOSED_MARKER) ? body : `${body}\n\n${CLOSED_MARKER}`;
  const closed = await rest.request({
    route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
    parameters: { pull_number: number, state: 'closed', body: marked },
    answer: pullRequestSchema,
  });
  if (!closed.ok) return closed;
  await rest.request({
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { issue_number: number, body: why },
    answer: z.unknown(),
  });
  return ok(closed.value);
}

/** The body of one that is open again or newly used: without the mark that we closed it. */
export function withoutClosedMarker(body: string): string {
  return body.replaceAll(CLOSED_MARKER, '').trimEnd();
}
