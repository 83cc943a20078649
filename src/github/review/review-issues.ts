import { err, ok } from '../../base/result.js';
import { changeIssue, findOwnIssues, openOwnIssue, type Issue } from '../api/own-issues.js';
import { restProblem, type GitHubRest } from '../api/rest.js';
import { REVIEW_MARKER, type ReviewIssue, type ReviewIssues } from './report-command.js';

/** The issues of the repository, as far as the review needs them. */
export function openReviewIssues(rest: GitHubRest): ReviewIssues {
  return {
    findIssue: async (marker) => {
      const found = await findOwnIssues(rest, marker);
      if (!found.ok) return err(restProblem(found.error, 'look for the issue of the review', '`issues: write`'));
      const [oldest] = found.value;
      return ok(oldest === undefined ? null : reviewIssue(oldest));
    },
    createIssue: async ({ title, body }) => {
      const created = await openOwnIssue(rest, { title, body, marker: REVIEW_MARKER });
      return created.ok
        ? ok(reviewIssue(created.value))
        : err(restProblem(created.error, 'open the issue of the review', '`issues: write`'));
    },
    updateIssue: async (number, { body }) => {
      const updated = await changeIssue(rest, number, { body });
      return updated.ok
        ? ok(reviewIssue(updated.value))
        : err(restProblem(updated.error, 'update the issue of the review', '`issues: write`'));
    },
  };
}

function reviewIssue({ number, html_url, body }: Issue): ReviewIssue {
  return { number, url: html_url, body };
}
