import { totalCostText } from '../cost-text.js';
import { renderDocument } from '../html/document.js';
import { html, shortened, type Html } from '../html/html-text.js';
import { PAGE_SCRIPT } from '../html/page-script.js';
import { icon, sprite } from '../html/step-look.js';
import { renderCostPlot, renderRanges, renderRunsPlot, renderStrip } from './review-plots.js';
import { REVIEW_STYLE } from './review-style.js';
import type { AgentReview, Review, RunPoint, StepReview, WorkflowReview } from './review.js';
import {
  agentCells,
  arrowOf,
  changesOf,
  datesText,
  dayText,
  durationCells,
  durationsText,
  factsOf,
  flakyText,
  gapText,
  isForRemoval,
  markText,
  partText,
  rateText,
  spanText,
  type Change,
  type Fact,
} from './review-words.js';

const MAX_ROWS = 500;
const MAX_STRIPS = 12;

/** The page of a review: one HTML document that needs nothing else. `sha256` as of `renderDocument`. */
export function renderReviewPage(review: Review, sha256: (text: string) => string): string {
  const { workflow, total, workflows, slowSteps, flakySteps, agents } = review;
  const title = workflow === null ? 'Review of the workflows' : `Review of ${shortened(workflow, 80)}`;
  const gap = gapText(review);
  const body = html`${sprite()}
    <div class="page">
      <header class="top">
        <div class="name">
          <h1>${title}</h1>
          <p>${datesText(review)}, against the ${spanText(review)} before</p>
        </div>
        <button type="button" class="button" id="theme" data-script hidden>Colours: system</button>
      </header>
      <main>
        ${
          gap === null
            ? null
            : html`<ul class="notes">
                <li>${gap}</li>
              </ul>`
        }
        <section class="card lead ${toneOf(review)}" aria-label="Figures">${renderNumbers(review)}</section>
        <div class="layout">
          <div>
            ${renderLooks(workflows)}
            ${card('runs', 'Runs', total.runs === 0 ? html`<p class="muted">No run ended in this time.</p>` : renderRunsPlot(review))}
            ${card('workflows', 'Workflows', renderWorkflows(workflows))} ${renderStrips(review)}
            ${agents.length === 0 ? null : card('agents', 'Agents', renderAgents(agents))}
          </div>
          <div class="side">
            ${slowSteps.length === 0 ? null : card('slow', 'Slowest steps', renderRanges(slowSteps))}
            ${flakySteps.length === 0 ? null : card('flaky', 'Flakiest steps', renderFlaky(flakySteps))}
            ${total.costUsd === 0 ? null : card('cost', 'Cost', renderCostPlot(review))}
          </div>
        </div>
      </main>
      <footer class="foot">
        <p>
          Made by workflow-runner. Times are UTC. Medians and percentiles are told of five or more; arrows show the
          change against the ${spanText(review)} before.
        </p>
      </footer>
    </div>`;
  return renderDocument({ title, body, script: PAGE_SCRIPT, style: REVIEW_STYLE, sha256 });
}

function toneOf({ total: { successRate } }: Review): string {
  if (successRate === null) return 'quiet';
  return successRate >= 0.9 ? 'good' : successRate >= 0.5 ? 'warn' : 'bad';
}

function card(id: string, title: string, content: Html): Html {
  return html`<section class="card" id="${id}" aria-labelledby="h-${id}">
    <header><h2 id="h-${id}">${title}</h2></header>
    <div class="body">${content}</div>
  </section>`;
}

const CHANGES = { up: 'more than before', down: 'less than before', same: 'as before' } as const;

function renderChange(change: Change): Html | null {
  if (change.change === null) return null;
  return html` <span class="change ${change.tone ?? 'quiet'}"
    ><span aria-hidden="true">${arrowOf(change)}</span><span class="sr">${CHANGES[change.change]}</span></span
  >`;
}

function renderNumbers(review: Review): Html {
  const span = spanText(review);
  const number = (fact: Fact): Html =>
    html`<div>
      <dt>${fact.label}</dt>
      <dd>${fact.value}${renderChange(fact)}</dd>
      <dd class="then">
        ${fact.before === null ? 'nothing is known of the time before' : `${span} before: ${fact.before}`}
      </dd>
    </div>`;
  return html`<dl class="numbers">${factsOf(review).map(number)}</dl>`;
}

/** A table that scrolls in its own box where the page is too narrow for it, with the keyboard too. */
function table(label: string, head: readonly string[], rows: readonly (readonly (string | Html)[])[]): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${label}">
    <table>
      <thead>
        <tr>
          ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderWorkflows(workflows: readonly WorkflowReview[]): Html {
  if (workflows.length === 0) return html`<p class="muted">No workflow is known here.</p>`;
  const rows = workflows.slice(0, MAX_ROWS).map((one) => {
    const { success, duration } = changesOf(one);
    const [typical, most] = durationCells(one.durations);
    return [
      shortened(one.name, 80),
      String(one.runs),
      html`${rateText(one)}${renderChange(success)}`,
      html`${typical}${renderChange(duration)}`,
      most,
      totalCostText(one),
      one.lastRunAt === null ? 'never' : dayText(one.lastRunAt),
      partText(one.everCompleted, one.everRuns),
    ];
  });
  const head = ['Workflow', 'Runs', 'Completed', 'Median', '95 % within', 'Cost', 'Last run', 'Ever completed'];
  const more = workflows.length - rows.length;
  return html`${table('Workflows, to be scrolled', head, rows)}${more > 0 ? html`<p class="muted">… and ${more} more</p>` : null}`;
}

function renderStrips(review: Review): Html | null {
  const runs = new Map<string, RunPoint[]>();
  for (const run of review.runs) {
    if (run.status === 'completed' || run.status === 'failed')
      runs.set(run.workflow, [...(runs.get(run.workflow) ?? []), run]);
  }
  const busiest = review.workflows
    .flatMap(({ name, durations }) => (durations === null || durations.count < 2 ? [] : [{ name, durations }]))
    .sort((a, b) => b.durations.count - a.durations.count)
    .slice(0, MAX_STRIPS);
  if (busiest.length === 0) return null;
  const strips = busiest.map(
    ({ name, durations }) =>
      html`<div>
        <h3>${shortened(name, 80)} <span class="muted">${durationsText(durations)}</span></h3>
        ${renderStrip(review, runs.get(name) ?? [], durations)}
      </div>`,
  );
  return card(
    'durations',
    'Durations',
    html`<div class="strips">${strips}</div>
      <p class="legend" aria-hidden="true">
        <span
          ><svg><circle class="dot" cx="6" cy="6" r="5" /></svg>completed</span
        >
        <span class="bad"><span class="toned">${icon('cross')}</span> failed</span><span>dashed: the median</span>
      </p>`,
  );
}

function renderAgents(agents: readonly AgentReview[]): Html {
  const rows = agents
    .slice(0, MAX_ROWS)
    .map((one) => [shortened(one.name, 80), ...agentCells(one), one.byCode === 0 ? '' : String(one.byCode)]);
  const head = ['Agent', 'Steps', 'Completed', 'At once', 'Median', '95 % within', 'Cost', 'By code'];
  return table('Agents, to be scrolled', head, rows);
}

function renderFlaky(steps: readonly StepReview[]): Html {
  const rows = steps.map(
    (one) =>
      html`<li>
        <strong>${shortened(one.step, 80)}</strong> <span class="muted">${shortened(one.workflow, 80)}</span
        ><br />${flakyText(one)}, ${one.retries === 1 ? '1 retry' : `${one.retries} retries`}, ${one.failed} failed
      </li>`,
  );
  return html`<ul class="flaky">
      ${rows}
    </ul>
    <p class="legend">Completed only after a retry, or failed on a tree on which they also passed.</p>`;
}

function renderLooks(workflows: readonly WorkflowReview[]): Html | null {
  const marked = workflows.flatMap((one) => {
    const words = markText(one);
    if (words === null) return [];
    const tone = isForRemoval(one) ? 'warn' : 'quiet';
    return html`<li>
      <span class="${tone}"><span class="toned">${icon(isForRemoval(one) ? 'cross' : 'ring')}</span></span
      ><span><strong>${shortened(one.name, 80)}</strong> ${words}</span>
    </li>`;
  });
  if (marked.length === 0) return null;
  return card(
    'look',
    'To look at',
    html`<ul class="looks">
      ${marked.slice(0, MAX_ROWS)}
    </ul>`,
  );
}
