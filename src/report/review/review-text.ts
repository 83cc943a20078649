import { totalCostText } from '../cost-text.js';
import type { CleanText, Paint, TextStyle } from '../text-style.js';
import { narrowRows, textTable } from '../text-table.js';
import type { Review, WorkflowReview } from './review.js';
import {
  agentCells,
  arrowOf,
  datesText,
  dayText,
  durationCells,
  factsOf,
  flakyText,
  gapText,
  isForRemoval,
  markText,
  percentText,
  spanText,
  trendCells,
  type Fact,
} from './review-words.js';

export interface ReviewTextOptions {
  readonly clean: CleanText;
  readonly paint: Paint;
  /** Columns of the terminal: names are cut to fit. */
  readonly width: number;
}

/** More are in `--html` and `--json`. */
const MAX_ROWS = 50;

/** The review for a terminal: aligned tables, colour where something became better or worse. */
export function renderReviewText(review: Review, options: ReviewTextOptions): string {
  const { clean, paint } = options;
  const { workflow, workflows } = review;
  const title = workflow === null ? 'Review of the workflows' : `Review of ${clean(workflow)}`;
  const head = ['workflow', 'runs', 'completed', 'median', '95 %', 'last run', 'cost'];
  const sections: [string, string][] = [
    [`${title}, ${datesText(review)}`, factLines(review, paint)],
    ['', gapText(review) ?? ''],
    ['To look at', markLines(workflows, options)],
    ['Workflows', tableOf([head, ...workflowRows(workflows, clean)], 1, options)],
    ...stepTables(review, options),
    ['Agents', agentTable(review, options)],
  ];
  return sections
    .filter(([, content]) => content !== '')
    .map(([heading, content]) => (heading === '' ? content : `${paint('bold', heading)}\n${content}`))
    .join('\n\n');
}

function stepTables({ slowSteps, flakySteps }: Review, options: ReviewTextOptions): [string, string][] {
  const { clean } = options;
  const slow = slowSteps.map((one) => [
    clean(one.workflow),
    clean(one.step),
    ...durationCells(one.durations),
    percentText(one.share),
    String(one.retries),
  ]);
  const flaky = flakySteps.map((one) => [
    clean(one.workflow),
    clean(one.step),
    flakyText(one),
    String(one.retries),
    String(one.failed),
  ]);
  return [
    ['Slowest steps', tableOf([['workflow', 'step', 'median', '95 %', 'of the run', 'retries'], ...slow], 2, options)],
    ['Flakiest steps', tableOf([['workflow', 'step', 'flaky in', 'retries', 'failed'], ...flaky], 2, options)],
  ];
}

function agentTable({ agents }: Review, options: ReviewTextOptions): string {
  const { clean } = options;
  const rows = agents.slice(0, MAX_ROWS).map((one) => [clean(one.name), ...agentCells(one)]);
  return tableOf([['agent', 'steps', 'completed', 'at once', 'median', '95 %', 'cost'], ...rows], 1, options);
}

/** A table with its head, indented; the first `names` columns are names. Without rows the empty string. */
function tableOf(rows: readonly (readonly string[])[], names: number, { paint, width }: ReviewTextOptions): string {
  if (rows.length < 2) return '';
  const [first = '', ...rest] = textTable(narrowRows(rows, names, width - 2));
  return [paint('dim', first), ...rest].map((line) => `  ${line}`).join('\n');
}

const STYLES: Record<NonNullable<Fact['tone']>, TextStyle> = { good: 'success', bad: 'error' };

function factLines(review: Review, paint: Paint): string {
  const facts = factsOf(review);
  const span = spanText(review);
  const lines = textTable(
    facts.map((fact) => [
      `  ${fact.label.toLowerCase()}`,
      arrowOf(fact) || ' ',
      fact.value,
      fact.before === null ? '' : `(${span} before: ${fact.before})`,
    ]),
  );
  return facts
    .map(({ tone }, index) => (tone === null ? (lines[index] ?? '') : paint(STYLES[tone], lines[index] ?? '')))
    .join('\n');
}

function workflowRows(workflows: readonly WorkflowReview[], clean: CleanText): string[][] {
  const rows = workflows
    .slice(0, MAX_ROWS)
    .map((one) => [
      clean(one.name),
      String(one.runs),
      ...trendCells(one),
      one.lastRunAt === null ? 'never' : dayText(one.lastRunAt),
      totalCostText(one),
    ]);
  return workflows.length > MAX_ROWS ? [...rows, [`… and ${workflows.length - MAX_ROWS} more`]] : rows;
}

function markLines(workflows: readonly WorkflowReview[], { clean, paint }: ReviewTextOptions): string {
  return workflows
    .flatMap((one) => {
      const words = markText(one);
      if (words === null) return [];
      return [`  ${clean(one.name)} ${isForRemoval(one) ? paint('warning', words) : words}`];
    })
    .slice(0, MAX_ROWS)
    .join('\n');
}
