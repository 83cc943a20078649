import type { Problem } from '../../base/problem.js';
import { err, ok, type Result } from '../../base/result.js';
import { WorkflowFolder } from '../../commands/workflow-folder.js';
import { EXIT } from '../../commands/world.js';
import { metricsSchema } from '../../report/metrics-schema.js';
import { renderReview } from '../../report/review-markdown.js';
import { buildReview } from '../../report/review.js';
import { runHistorySchema } from '../../report/run-history.js';
import { runFiles } from '../../runner/run-files.js';
import type { ActionWorld } from '../action-world.js';
import { historyFile, readDocument } from './run-history-file.js';
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
const MAX_WINDOW_HOURS = 10 * 366 * 24;

/**
 * `report`: the review of what `.claude/workflows/metrics.json` and `run-history.json` of the checkout hold, which the caller has
 * restored, as job summary and as an issue where one is wanted. Resolves with the exit code.
 */
export async function report({ since, workflow, issues }: ReportRequest, world: ActionWorld): Promise<number> {
  const { output, cwd, now } = world;
  const windowMs = parseWindow(since ?? '30d');
  if (!windowMs.ok) return tellProblem(windowMs.error, output);
  const { metrics } = runFiles(cwd, 'none');
  const sums = readDocument(metrics, metricsSchema);
  const history = readDocument(historyFile(cwd), runHistorySchema);
  for (const [name, { damaged }] of Object.entries({ 'metrics.json': sums, 'run-history.json': history })) {
    if (damaged) output.warning(`${name} cannot be read: it is left out of the review`);
  }
  const isMeant = (name: string): boolean => workflow === null || workflow === name;
  const review = buildReview({
    metrics:
      sums.value === null
        ? []
        : [{ ...sums.value, workflows: sums.value.workflows.filter((one) => isMeant(one.name)) }],
    history: history.value === null ? null : { runs: history.value.runs.filter((one) => isMeant(one.workflow)) },
    defined: new WorkflowFolder(cwd).names.filter(isMeant),
    now: now(),
    windowMs: windowMs.value,
  });
  const markdown = renderReview(review);
  await output.summary(markdown);
  if (issues === null) return EXIT.completed;
  const shown = await showInIssue(markdown, issues);
  if (!shown.ok) return tellProblem(shown.error, output);
  output.notice(`the review is in issue ${shown.value.number}: ${shown.value.url}`);
  return EXIT.completed;
}

/** `30d`, `4w`, `12h` in milliseconds. */
function parseWindow(text: string): Result<number, Problem> {
  const [, amount, unit] = /^([1-9]\d{0,5})([dwh])$/.exec(text.trim()) ?? [];
  const hours = Number(amount) * { h: 1, d: 24, w: 7 * 24 }[(unit ?? 'd') as 'h' | 'd' | 'w'];
  if (amount !== undefined && hours <= MAX_WINDOW_HOURS) return ok(hours * 3600 * 1000);
  return err({
    code: 'invalid-window',
    message: `the input 'since' is ${JSON.stringify(text.slice(0, 40))}, which is no time span`,
    help: 'Expected a number with h, d or w, at most ten years: 30d, 4w, 12h.',
    exitCode: EXIT.invalid,
  });
}

async function showInIssue(markdown: string, issues: ReviewIssues): Promise<Result<ReviewIssue, Problem>> {
  const body = `${REVIEW_MARKER}\n\n${markdown}`;
  const found = await issues.findIssue(REVIEW_MARKER);
  if (!found.ok) return found;
  if (found.value === null) return issues.createIssue({ title: TITLE, body });
  return found.value.body === body ? ok(found.value) : issues.updateIssue(found.value.number, { body });
}
