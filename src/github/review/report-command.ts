import type { Problem } from '../../base/problem.js';
import { ok, type Result } from '../../base/result.js';
import { readReviewSources } from '../../commands/review-sources.js';
import { EXIT } from '../../commands/world.js';
import { buildReview } from '../../report/review/build-review.js';
import { renderReview } from '../../report/review/review-markdown.js';
import { parseTimeSpan, TIME_SPANS } from '../../report/review/time-span.js';
import type { ActionWorld } from '../action-world.js';
import { tellProblem } from '../tell-problem.js';

/** The issue that shows the review; there is at most one that is open. */
export interface ReviewIssues {
  /** The oldest open issue of ours with this marker in its body; null for none. */
  readonly findIssue: (marker: string) => Promise<Result<ReviewIssue | null, Problem>>;
  readonly createIssue: (issue: { title: string; body: string }) => Promise<Result<ReviewIssue, Problem>>;
  readonly updateIssue: (number: number, change: { body: string }) => Promise<Result<ReviewIssue, Problem>>;
}

export interface ReviewIssue {
  readonly number: number;
  readonly url: string;
  readonly body: string;
}

export interface ReportRequest {
  /** How far to look back: a number with `d`, `w` or `h`; null for 30 days. */
  readonly since: string | null;
  /** Only this workflow; null for all. */
  readonly workflow: string | null;
  /** null: no issue is wanted. */
  readonly issues: ReviewIssues | null;
}

/** In the body of the issue, so that the next review finds it. */
export const REVIEW_MARKER = '<!-- workflow-runner:review -->';
const TITLE = 'Review of the workflows';

/**
 * `report`: the review of what the files of all runs in the checkout hold, which the caller has restored, as job summary and as an
 * issue where one is wanted. Resolves with the exit code.
 */
export async function report({ since, workflow, issues }: ReportRequest, world: ActionWorld): Promise<number> {
  const { output, cwd } = world;
  const windowMs = parseTimeSpan(since ?? '30d');
  if (windowMs === null) return tellProblem(noTimeSpan(since ?? ''), output);
  const now = world.now();
  const { notes, ...sources } = readReviewSources(cwd, now - 2 * windowMs);
  for (const note of notes) output.warning(note);
  const markdown = renderReview(buildReview({ ...sources, workflow, now, windowMs }));
  await output.summary(markdown);
  if (issues === null) return EXIT.completed;
  const shown = await showInIssue(markdown, issues);
  if (!shown.ok) return tellProblem(shown.error, output);
  output.notice(`the review is in issue ${shown.value.number}: ${shown.value.url}`);
  return EXIT.completed;
}

function noTimeSpan(since: string): Problem {
  return {
    code: 'invalid-window',
    message: `the input 'since' is ${JSON.stringify(since.slice(0, 40))}, which is no time span`,
    help: TIME_SPANS,
    exitCode: EXIT.invalid,
  };
}

async function showInIssue(markdown: string, issues: ReviewIssues): Promise<Result<ReviewIssue, Problem>> {
  const body = `${REVIEW_MARKER}\n\n${markdown}`;
  const found = await issues.findIssue(REVIEW_MARKER);
  if (!found.ok) return found;
  if (found.value === null) return issues.createIssue({ title: TITLE, body });
  return found.value.body === body ? ok(found.value) : issues.updateIssue(found.value.number, { body });
}
