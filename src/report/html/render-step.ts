import { timestamp } from '../timestamp.js';
import { html, type Html } from './html-text.js';
import { renderHost } from './render-hosts.js';
import { renderProblem } from './render-problem.js';
import type { ChangedFile, DiffReport, Fact, LogReport, StepReport } from './run-report.js';

/** A piece of text is marked up line by line only up to here. */
const MAX_MARKED_LINES = 2000;

/** Everything that is known of a step: why it failed, what it said, changed and printed. */
export function renderPanel(step: StepReport): Html {
  const { number, problem, summary, facts, hosts, diff, log, attempts } = step;
  return html`<div class="panel">
    ${problem === null ? null : html`<div class="bad">${renderProblem(problem, false)}</div>`}
    ${summary === '' ? null : html`<p class="summary">${summary}</p>`}
    <div class="columns">
      <div>${renderPairs(facts)}</div>
      <div>
        ${attempts.length === 0 ? null : renderAttempts(step)}${
          hosts.length === 0
            ? null
            : html`<p class="mini">Hosts after it</p>
                <ul>
                  ${hosts.map(renderHost)}
                </ul>`
        }
      </div>
    </div>
    ${diff === null ? null : renderDiff(diff, number)} ${renderLog(log, `What step ${number} printed`)}
  </div>`;
}

/** Names and values below each other. */
export function renderPairs(facts: readonly Fact[]): Html {
  return html`<dl class="pairs">
    ${facts.map(
      ({ label, value, isCode = false }) =>
        html`<dt>${label}</dt><dd${isCode ? html` class="code"` : null}>${value}</dd>`,
    )}
  </dl>`;
}

/** The end of what was printed; a reader can scroll in it with the keyboard. null: that it printed nothing. */
export function renderLog(log: LogReport | null, label: string): Html {
  if (log === null || log.lines.length === 0) return html`<p class="muted">It printed nothing.</p>`;
  const { lines, dropped } = log;
  const before = dropped === 0 ? null : html`<p class="muted">${dropped} earlier lines are left out.</p>`;
  return html`<div>
    <p class="mini">${label}</p>
    ${before}
    <pre class="out" tabindex="0" role="group" aria-label="${label}">${lines.join('\n')}</pre>
  </div>`;
}

/** A time as the page shows it; the script adds that of the reader's place. Milliseconds since 1970. */
export function renderTime(ms: number): Html {
  const text = timestamp(ms);
  return html`<time datetime="${text}">${text.replace('T', ' ').replace('Z', ' UTC')}</time>`;
}

function renderAttempts({ attempts }: StepReport): Html {
  const rows = attempts.map(
    ({ number, startedAt, duration, outcome, cost }) =>
      html`<tr>
        <td class="n">${number}</td>
        <td>${renderTime(startedAt)}</td>
        <td class="n">${duration}</td>
        <td>${outcome}</td>
        <td class="n">${cost}</td>
      </tr>`,
  );
  return html`<p class="mini">Attempts</p>
    <table class="attempts">
      <thead>
        <tr>
          <th class="n">No.</th>
          <th>Started</th>
          <th class="n">Time</th>
          <th>How it ended</th>
          <th class="n">Cost</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}

function renderDiff({ files, fileCount, patch, rest }: DiffReport, number: number): Html {
  const more = fileCount > files.length ? html`<li class="muted">… and ${fileCount - files.length} more</li>` : null;
  const label = `Changes of step ${number}`;
  const text =
    patch === ''
      ? null
      : html`<details class="fold" ${patch.length < 6000 ? html` open` : null}>
          <summary>Show the changes<span class="sr"> of step ${number}</span></summary>
          <pre class="out wide" tabindex="0" role="group" aria-label="${label}">${markPatch(patch)}</pre>
        </details>`;
  return html`<div>
    <p class="mini">${label}</p>
    <ul class="files">
      ${files.map(renderFile)}${more}
    </ul>
    ${text}${rest === '' ? null : html`<p class="muted">${rest}</p>`}
  </div>`;
}

function renderFile({ path, added, removed }: ChangedFile): Html {
  const lines = added === null || removed === null ? 'binary' : `+${added} −${removed}`;
  return html`<li><span class="lines muted">${lines}</span> <span class="code">${path}</span></li>`;
}

/** Lines of one kind that stand together are one element: a patch of thousands of lines stays light. */
function markPatch(patch: string): Html[] {
  const lines = patch.split('\n');
  const marked: Html[] = [];
  let kind = '';
  let pending: string[] = [];
  const flush = (): void => {
    if (pending.length === 0) return;
    const text = `${pending.join('\n')}\n`;
    if (kind === '+') marked.push(html`<ins>${text}</ins>`);
    else if (kind === '-') marked.push(html`<del>${text}</del>`);
    else if (kind === '@') marked.push(html`<b>${text}</b>`);
    else marked.push(html`${text}`);
    pending = [];
  };
  for (const [index, line] of lines.entries()) {
    const next = index < MAX_MARKED_LINES ? kindOf(line) : '';
    if (next !== kind) flush();
    kind = next;
    pending.push(line);
  }
  flush();
  return marked;
}

function kindOf(line: string): string {
  if (line.startsWith('diff --git ') || line.startsWith('@@')) return '@';
  if (line.startsWith('+++ ') || line.startsWith('--- ')) return '';
  return line.startsWith('+') ? '+' : line.startsWith('-') ? '-' : '';
}
