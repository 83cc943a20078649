import { html, shortened, withCode, type Html } from './html-text.js';
import type { Problem } from './run-report.js';

const MAX_SHOWN = 5;
const MAX_LISTED = 200;

/** A failure: where, what, the lines that say so, what to do about it. `withPlace`: also where, with a link to its step. */
export function renderProblem(problem: Problem, withPlace: boolean): Html {
  const { where, step, title, reason, details, help, isBorne, blame } = problem;
  const place =
    step === null ? html`${where}` : html`<a href="#step-${step}">${where}</a>: its log, attempts and changes`;
  return html`<div class="problem">
    ${withPlace ? html`<p class="where">${place}</p>` : null}
    <p class="title">${withCode(title)} <code class="muted">${reason}</code></p>
    ${renderLines(details, `Details of ${where}`)}
    ${
      blame === null
        ? null
        : html`<p class="title">${withCode(blame.title)}</p>
            ${renderLines(blame.details, `What broke ${where}`)}${blame.help === '' ? null : html`<p class="help">${blame.help}</p>`}`
    }
    ${isBorne ? html`<p class="muted">The run went on all the same.</p>` : help === '' ? null : html`<p class="help">${help}</p>`}
  </div>`;
}

/** All failures: those that stopped the run as a whole, then those that it was allowed to go on with, as a list that opens. */
export function renderProblems(problems: readonly Problem[]): Html {
  const stopping = problems.filter(({ isBorne }) => !isBorne);
  const borne = problems.filter(({ isBorne }) => isBorne);
  return html`<div class="bad">
    ${stopping.slice(0, MAX_SHOWN).map((problem) => renderProblem(problem, true))}
    ${renderList(stopping.slice(MAX_SHOWN), 'more failed')}
    ${renderList(borne, 'failed, and the run went on all the same')}
  </div>`;
}

function renderList(problems: readonly Problem[], what: string): Html | null {
  if (problems.length === 0) return null;
  const more = problems.length - MAX_LISTED;
  const items = problems.slice(0, MAX_LISTED).map(({ where, step, title }) => {
    const place = step === null ? html`${where}` : html`<a href="#step-${step}">${shortened(where, 160)}</a>`;
    return html`<li>${place}: ${withCode(shortened(title, 300))}</li>`;
  });
  return html`<details class="fold borne">
    <summary>${problems.length} ${what}</summary>
    <ul>
      ${items}${more > 0 ? html`<li class="muted">… and ${more} more</li>` : null}
    </ul>
  </details>`;
}

function renderLines(lines: readonly string[], label: string): Html | null {
  if (lines.length === 0) return null;
  return html`<pre class="out" tabindex="0" role="group" aria-label="${label.slice(0, 200)}">${lines.join('\n')}</pre>`;
}
