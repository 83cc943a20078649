import { cutMarkdown } from './cut-markdown.js';
import { secondsText } from './duration-text.js';
import { markdownTable, markdownText } from './markdown-text.js';
import type { Review, ReviewMark, SlowStep, WorkflowReview } from './review.js';
import { totalCostText } from './cost-text.js';
import { counted } from './step-label.js';
import { timestamp } from './timestamp.js';

/** Fits into the body of an issue (65,536 characters) as well as into a job summary. */
const MAX_BYTES = 60_000;
const MAX_ROWS = 200;
const CUT = '_The rest is left out._';

/** The review as markdown, for the job summary and for an issue. */
export function renderReview({ from, to, workflows, slowSteps }: Review): string {
  const runs = workflows.reduce((sum, one) => sum + one.runs, 0);
  const completed = workflows.reduce((sum, one) => sum + one.completed, 0);
  const costUsd = workflows.reduce((sum, one) => sum + one.costUsd, 0);
  const attemptsOfUnknownCost = workflows.reduce((sum, one) => sum + one.attemptsOfUnknownCost, 0);
  const totals = [
    `${counted(runs, 'run')}, ${completed} completed`,
    totalCostText({ costUsd, attemptsOfUnknownCost }) || 'no cost',
    `${day(from)} to ${day(to)}`,
  ];
  const sections: [string, string][] = [
    ['', `## Review of the workflows\n\n${totals.join(' · ')}`],
    ['To look at', marks(workflows)],
    ['Workflows', workflows.length === 0 ? 'No workflow is known here.' : workflowTable(workflows)],
    ['Slow steps', slowSteps.length === 0 ? '' : stepsTable(slowSteps)],
  ];
  const blocks = sections
    .filter(([, text]) => text !== '')
    .map(([title, text]) => (title === '' ? text : `### ${title}\n\n${text}`));
  return cutMarkdown(`${blocks.join('\n\n')}\n`, MAX_BYTES, CUT);
}

function workflowTable(workflows: readonly WorkflowReview[]): string {
  const rows = workflows
    .slice(0, MAX_ROWS)
    .map((one) => [
      markdownText(one.name, { maxLength: 80 }),
      String(one.runs),
      one.runs === 0 ? '' : percent(one.completed / one.runs),
      one.medianSeconds === null ? '' : secondsText(one.medianSeconds),
      one.p95Seconds === null ? '' : secondsText(one.p95Seconds),
      totalCostText(one),
      one.lastRunAt === null ? 'never' : day(one.lastRunAt),
      one.everSuccessRate === null ? '' : `${one.everRuns}, ${percent(one.everSuccessRate)}`,
    ]);
  const more = workflows.length > MAX_ROWS ? `\n\n… and ${workflows.length - MAX_ROWS} more.` : '';
  const head = ['Workflow', 'Runs', 'Completed', 'Median', '95 % within', 'Cost', 'Last run', 'Ever: runs, completed'];
  return `${markdownTable(head, rows)}${more}`;
}

function stepsTable(steps: readonly SlowStep[]): string {
  const rows = steps.map((one) => [
    markdownText(one.workflow, { maxLength: 80 }),
    markdownText(one.step, { maxLength: 80 }),
    secondsText(one.medianSeconds),
    percent(one.share),
    String(one.runs),
    String(one.retries),
  ]);
  return markdownTable(['Workflow', 'Step', 'Median', 'Of the run', 'Runs', 'Retries'], rows);
}

const WORDS: Record<ReviewMark, string> = {
  unused: 'has not run for more than 60 days: marked for removal',
  'never-successful': 'has never completed: marked for removal, or repair it',
  'never-run': 'has not run yet, or its figures are gone',
  'not-defined': 'has figures, but no file any more',
};

function marks(workflows: readonly WorkflowReview[]): string {
  return workflows
    .flatMap(({ name, mark }) => (mark === null ? [] : [`- ${markdownText(name, { maxLength: 80 })} ${WORDS[mark]}`]))
    .slice(0, MAX_ROWS)
    .join('\n');
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const day = (ms: number): string => timestamp(ms).slice(0, 10);
