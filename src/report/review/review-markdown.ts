import { totalCostText } from '../cost-text.js';
import { cutMarkdown } from '../cut-markdown.js';
import { markdownTable, markdownText } from '../markdown-text.js';
import type { AgentReview, Review, StepReview, WorkflowReview } from './review.js';
import {
  agentCells,
  arrowOf,
  datesText,
  dayText,
  durationCells,
  factsOf,
  flakyText,
  gapText,
  markText,
  partText,
  percentText,
  spanText,
  trendCells,
} from './review-words.js';

/** Fits into the body of an issue (65,536 characters) as well as into a job summary. */
const MAX_BYTES = 60_000;
const MAX_ROWS = 200;
const CUT = '_The rest is left out._';

/** The review as markdown, for the terminal, the job summary and an issue. */
export function renderReview(review: Review): string {
  const { workflow, workflows, slowSteps, flakySteps, agents } = review;
  const title = workflow === null ? 'Review of the workflows' : `Review of ${text(workflow)}`;
  const sections: [string, string][] = [
    ['', `## ${title}\n\n${datesText(review)}\n\n${totals(review)}`],
    ['', gapText(review) ?? ''],
    ['To look at', marks(workflows)],
    ['Workflows', workflows.length === 0 ? 'No workflow is known here.' : workflowTable(workflows)],
    ['Slowest steps', slowSteps.length === 0 ? '' : slowTable(slowSteps)],
    ['Flakiest steps', flakySteps.length === 0 ? '' : flakyTable(flakySteps)],
    ['Agents', agents.length === 0 ? '' : agentTable(agents)],
  ];
  const blocks = sections
    .filter(([, content]) => content !== '')
    .map(([heading, content]) => (heading === '' ? content : `### ${heading}\n\n${content}`));
  return cutMarkdown(`${blocks.join('\n\n')}\n`, MAX_BYTES, CUT);
}

const text = (name: string): string => markdownText(name, { maxLength: 80 });

function totals(review: Review): string {
  const span = spanText(review);
  const rows = factsOf(review).map((fact) => [
    fact.label,
    `${fact.value} ${arrowOf(fact)}`.trimEnd(),
    fact.before ?? 'not known',
  ]);
  return markdownTable(['', span, `${span} before`], rows);
}

function workflowTable(workflows: readonly WorkflowReview[]): string {
  const rows = workflows
    .slice(0, MAX_ROWS)
    .map((one) => [
      text(one.name),
      String(one.runs),
      ...trendCells(one),
      totalCostText(one),
      one.lastRunAt === null ? 'never' : dayText(one.lastRunAt),
      partText(one.everCompleted, one.everRuns),
    ]);
  const head = ['Workflow', 'Runs', 'Completed', 'Median', '95 % within', 'Cost', 'Last run', 'Ever completed'];
  return `${markdownTable(head, rows)}${more(workflows)}`;
}

const more = (list: readonly unknown[]): string =>
  list.length > MAX_ROWS ? `\n\n… and ${list.length - MAX_ROWS} more.` : '';

function slowTable(steps: readonly StepReview[]): string {
  const rows = steps.map((one) => [
    text(one.workflow),
    text(one.step),
    ...durationCells(one.durations),
    percentText(one.share),
    String(one.runs),
    String(one.retries),
  ]);
  return markdownTable(['Workflow', 'Step', 'Median', '95 % within', 'Of the run', 'Runs', 'Retries'], rows);
}

function flakyTable(steps: readonly StepReview[]): string {
  const rows = steps.map((one) => [
    text(one.workflow),
    text(one.step),
    flakyText(one),
    String(one.retries),
    String(one.failed),
  ]);
  const what = 'Completed only after a retry, or failed on a tree on which they also passed.';
  return `${what}\n\n${markdownTable(['Workflow', 'Step', 'Flaky in', 'Retries', 'Failed'], rows)}`;
}

function agentTable(agents: readonly AgentReview[]): string {
  const rows = agents
    .slice(0, MAX_ROWS)
    .map((one) => [text(one.name), ...agentCells(one), one.byCode === 0 ? '' : String(one.byCode)]);
  const head = ['Agent', 'Steps', 'Completed', 'At once', 'Median', '95 % within', 'Cost', 'By code'];
  return `${markdownTable(head, rows)}${more(agents)}`;
}

function marks(workflows: readonly WorkflowReview[]): string {
  return workflows
    .flatMap((one) => {
      const words = markText(one);
      return words === null ? [] : [`- ${text(one.name)} ${words}`];
    })
    .slice(0, MAX_ROWS)
    .join('\n');
}
