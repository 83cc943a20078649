import { z } from 'zod';
import { err, ok, type Result } from '../../base/result.js';
import { REVIEW_MARKER, type ReviewIssue, type ReviewIssues } from './report-command.js';
import { restProblem, type GitHubRest, type RestFailure } from '../api/rest.js';

/** Only people who may triage can put a label on an issue: with it a stranger's issue is not taken for ours. */
const LABEL = 'workflow-runner';

const issueSchema = z.object({
  number: z.number().int().positive(),
  html_url: z.string(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
  pull_request: z.unknown().optional(),
});

type Issue = z.infer<typeof issueSchema>;

/** The issues of the repository, as far as the review needs them. */
export function openReviewIssues(rest: GitHubRest): ReviewIssues {
  return {
    findIssue: async (marker) => {
      const found = await oldestOpen(rest, marker);
      if (!found.ok) return err(restProblem(found.error, 'look for the issue of the review', '`issues: write`'));
      return ok(found.value === null ? null : reviewIssue(found.value));
    },
    createIssue: async ({ title, body }) => {
      const created = await rest.request({
        route: 'POST /repos/{owner}/{repo}/issues',
        parameters: { title, body, labels: [LABEL] },
        answer: issueSchema,
        whenUnknown: () => oldestOpen(rest, REVIEW_MARKER),
      });
      return created.ok
        ? ok(reviewIssue(created.value))
        : err(restProblem(created.error, 'open the issue of the review', '`issues: write`'));
    },
    updateIssue: async (number, { body }) => {
      const updated = await rest.request({
        route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
        parameters: { issue_number: number, body },
        answer: issueSchema,
      });
      return updated.ok
        ? ok(reviewIssue(updated.value))
        : err(restProblem(updated.error, 'update the issue of the review', '`issues: write`'));
    },
  };
}

async function oldestOpen(rest: GitHubRest, marker: string): Promise<Result<Issue | null, RestFailure>> {
  const issues = await rest.list({
    route: 'GET /repos/{owner}/{repo}/issues',
    parameters: { state: 'open', labels: LABEL },
    element: issueSchema,
  });
  if (!issues.ok) return issues;
  const ours = issues.value.filter((one) => one.pull_request == null && one.body.includes(marker));
  return ok(ours.sort((a, b) => a.number - b.number)[0] ?? null);
}

function reviewIssue({ number, html_url, body }: Issue): ReviewIssue {
  return { number, url: html_url, body };
}
