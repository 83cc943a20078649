import { z } from 'zod';
import { ok, type Result } from '../../base/result.js';
import type { GitHubRest, RestFailure } from './rest.js';

/** Only people who may triage can put a label on an issue: with it a stranger's issue is not taken for ours. */
export const OWN_LABEL = 'workflow-runner';

/** What we take from GitHub's answers about an issue. */
export const issueSchema = z.object({
  number: z.number().int().positive(),
  html_url: z.string(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
  pull_request: z.unknown().optional(),
});

export type Issue = z.infer<typeof issueSchema>;

/** The open issues of ours with this marker in their body, oldest first. The token needs `issues: read`. */
export async function findOwnIssues(rest: GitHubRest, marker: string): Promise<Result<readonly Issue[], RestFailure>> {
  const issues = await rest.list({
    route: 'GET /repos/{owner}/{repo}/issues',
    parameters: { state: 'open', labels: OWN_LABEL },
    element: issueSchema,
  });
  if (!issues.ok) return issues;
  const ours = issues.value.filter((one) => one.pull_request == null && one.body.includes(marker));
  return ok(ours.sort((a, b) => a.number - b.number));
}

/** Opens an issue of ours; where it is not known whether the first attempt did, it is looked for by its marker. */
export function openOwnIssue(
  rest: GitHubRest,
  { title, body, marker }: { readonly title: string; readonly body: string; readonly marker: string },
): Promise<Result<Issue, RestFailure>> {
  return rest.request({
    route: 'POST /repos/{owner}/{repo}/issues',
    parameters: { title, body, labels: [OWN_LABEL] },
    answer: issueSchema,
    whenUnknown: async () => {
      const found = await findOwnIssues(rest, marker);
      return found.ok ? ok(found.value[0] ?? null) : found;
    },
  });
}

/** Changes an issue. */
export function changeIssue(
  rest: GitHubRest,
  number: number,
  change: { readonly body: string; readonly state?: 'closed'; readonly state_reason?: 'completed' },
): Promise<Result<Issue, RestFailure>> {
  return rest.request({
    route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
    parameters: { issue_number: number, ...change },
    answer: issueSchema,
  });
}
