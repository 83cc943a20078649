import { renderDocument } from './document.js';
import { html, shortened, withCode, type Html } from './html-text.js';
import { PAGE_SCRIPT } from './page-script.js';
import { renderGraph } from './render-graph.js';
import { renderHosts } from './render-hosts.js';
import { renderProblems } from './render-problem.js';
import { renderLog, renderTime } from './render-step.js';
import { renderTimeline } from './render-timeline.js';
import { stepsOf, type CostReport, type RunReport, type ValidationReport } from './run-report.js';
import { icon, lookOfRun, lookOfStep, sprite } from './step-look.js';

/** The page of a run: one HTML document that needs nothing else. `sha256` as of `renderDocument`. */
export function renderReportPage(report: RunReport, sha256: (text: string) => string): string {
  const { workflow, status, notes, problems } = report;
  const body = html`${sprite()}
    <a class="skip" href="#steps">Go to the steps</a>
    <div class="page">
      ${renderTop(report)}
      <main>
        ${
          notes.length === 0
            ? null
            : html`<ul class="notes">
                ${notes.map((note) => html`<li>${note}</li>`)}
              </ul>`
        }
        ${renderLead(report)}
        <div class="layout">
          <div>
            ${problems.length === 0 ? null : card('failed', 'What failed', renderProblems(problems))}
            ${renderSteps(report)} ${renderOrder(report)}
          </div>
          <div class="side">
            ${card('validation', 'Validation', renderValidation(report.validation))}
            ${report.hosts === null ? null : card('hosts', 'Hosts', renderHosts(report.hosts))}
            ${renderCosts(report.costs)} ${renderOwnLogs(report)}
          </div>
        </div>
      </main>
      <footer class="foot">
        <p>
          Made by workflow-runner from the journal of run <span class="code">${report.runId}</span>. Times are UTC; text
          of steps is redacted and cut.
        </p>
      </footer>
    </div>`;
  return renderDocument({ title: `${status}: ${shortened(workflow, 80)}`, body, script: PAGE_SCRIPT, sha256 });
}

function renderTop({ workflow, version, description, status }: RunReport): Html {
  const look = lookOfRun(status);
  return html`<header class="top">
    <span class="seal ${look.tone}">${icon(look.icon)}</span>
    <div class="name">
      <h1>${workflow} <span class="version">${version}</span> <span class="badge ${look.tone}">${look.word}</span></h1>
      ${description === '' ? null : html`<p>${shortened(description, 300)}</p>`}
    </div>
    <button type="button" class="button" id="theme" data-script hidden>Colours: system</button>
  </header>`;
}

function renderLead({ tone, headline, landing, facts, next, startedAt, counts, costs }: RunReport): Html {
  const cost =
    costs.total === ''
      ? null
      : html`<div>
          <dt>cost</dt>
          <dd>${costs.total}</dd>
        </div>`;
  const commands = next.map(
    ({ command, why }) =>
      html`<li>
        <code>${words(command)}</code
        ><button type="button" class="button copy" data-script hidden>
          Copy<span class="sr"> the command ${command}</span></button
        ><span class="why">${why}</span>
      </li>`,
  );
  return html`<section class="card lead ${tone}" aria-labelledby="h-lead">
    <div class="said">
      <h2 class="headline" id="h-lead">${withCode(headline)}</h2>
      <p class="landing">${landing}</p>
      ${renderStripe(counts)}
      <dl class="facts">
        <div>
          <dt>started</dt>
          <dd>${renderTime(startedAt)}</dd>
        </div>
        ${facts.map(
          ({ label, value, isCode = false }) =>
            html`<div><dt>${label}</dt><dd${isCode ? html` class="code"` : null}>${shortened(value, 200)}</dd></div>`,
        )}${cost}
      </dl>
    </div>
    ${
      next.length === 0
        ? null
        : html`<div>
            <p class="mini">Next</p>
            <ul class="next">
              ${commands}
            </ul>
          </div>`
    }
  </section>`;
}

/** A command that breaks between its words only, never behind the hyphens of a flag. */
function words(command: string): Html[] {
  return command.split(' ').map((word, index) => html`${index === 0 ? '' : ' '}<span class="w">${word}</span>`);
}

/** How many steps ended how, as a line of pieces and in words. */
function renderStripe(counts: RunReport['counts']): Html {
  const total = Math.max(
    1,
    counts.reduce((sum, { count }) => sum + count, 0),
  );
  let at = 0;
  const pieces = counts.map(({ status, count }) => {
    const x = (at / total) * 100;
    at += count;
    return html`<rect
      class="f-${lookOfStep(status).tone}"
      x="${x.toFixed(3)}%"
      width="${((count / total) * 100).toFixed(3)}%"
      height="100%"
    />`;
  });
  const words = counts.map(({ status, count }) => `${count} ${lookOfStep(status).word}`).join(' · ');
  return html`<div class="stripe"><svg aria-hidden="true">${pieces}</svg></div>
    <p class="words">${words}</p>`;
}

function renderSteps(report: RunReport): Html {
  const { counts } = report;
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const chip = (status: string, label: Html, pressed: boolean): Html =>
    html`<button type="button" class="button chip" data-status="${status}" aria-pressed="${String(pressed)}">
      ${label}
    </button>`;
  return html`<section class="card" id="steps" aria-labelledby="h-steps">
    <header>
      <h2 id="h-steps">Steps</h2>
      <span class="aside">when each ran; open one for what it did</span>
    </header>
    <div class="tools" data-script hidden>
      <label class="sr" for="search">Search steps</label>
      <input
        class="search"
        id="search"
        type="search"
        placeholder="Search steps"
        autocomplete="off"
        spellcheck="false"
      />
      <div role="group" aria-label="Which steps are shown">
        ${chip('', html`All ${total}`, true)}
        ${counts.map(({ status, count }) => {
          const look = lookOfStep(status);
          return html`${chip(status, html`<span class="${look.tone}">${icon(look.icon)}</span> ${look.word} ${count}`, false)} `;
        })}
      </div>
      <span id="found" class="muted" role="status"></span>
      <span class="end"
        ><button type="button" class="button" id="open-all">Open all</button
        ><button type="button" class="button" id="close-all">Close all</button></span
      >
    </div>
    ${renderTimeline(report)}
    <p class="none" id="nothing" hidden>No step is like that. <kbd>Esc</kbd> shows all.</p>
    <p class="keys" data-script hidden>
      <kbd>/</kbd> search · <kbd>↑</kbd> <kbd>↓</kbd> from step to step · <kbd>→</kbd> <kbd>←</kbd> open, close ·
      <kbd>n</kbd> next failure · <kbd>Esc</kbd> back
    </p>
  </section>`;
}

function renderOrder({ nodes }: RunReport): Html | null {
  const graph = stepsOf(nodes).length < 2 ? null : renderGraph(nodes);
  return graph === null ? null : card('graph', 'Order', graph);
}

function renderValidation({ tone, text, checks }: ValidationReport): Html {
  const look = { good: 'check', bad: 'cross', warn: 'pause', busy: 'play', quiet: 'ring' } as const;
  const list = checks.slice(0, 50).map((check) => html`<li><code>${shortened(check, 300)}</code></li>`);
  return html`<p class="${tone}"><span class="toned">${icon(look[tone])}</span> ${text}</p>
    ${
      list.length === 0
        ? null
        : html`<ul class="checks">
            ${list}
          </ul>`
    }`;
}

function renderCosts({ total, budget, byAgent }: CostReport): Html | null {
  if (total === '' && byAgent.length === 0) return null;
  const rows = byAgent.map(
    ({ name, cost, share, detail }) =>
      html`<tr>
        <td>
          ${shortened(name, 80)}<br /><span class="muted">${detail}</span
          ><svg class="meter" aria-hidden="true"><rect width="${share}%" height="100%" /></svg>
        </td>
        <td class="n">${cost}</td>
      </tr>`,
  );
  return card(
    'cost',
    'Cost',
    html`<p>
        ${total === '' ? '$0.00' : total}${budget === '' ? null : html` <span class="muted">of a budget of ${budget}</span>`}
      </p>
      <table>
        <thead>
          <tr>
            <th>Agent</th>
            <th class="n">Cost</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`,
  );
}

function renderOwnLogs({ logs }: RunReport): Html | null {
  if (logs.length === 0) return null;
  const folds = logs.slice(0, 50).map(
    (log) =>
      html`<details class="fold">
        <summary>${shortened(log.name, 80)}</summary>
        ${renderLog(log, `What ${log.name} printed`)}
      </details>`,
  );
  return card('log', 'Log of the runner', html`${folds}`);
}

function card(id: string, title: string, content: Html): Html {
  return html`<section class="card" id="${id}" aria-labelledby="h-${id}">
    <header><h2 id="h-${id}">${title}</h2></header>
    <div class="body">${content}</div>
  </section>`;
}
