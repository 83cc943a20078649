import { html, shortened, type Html } from './html-text.js';
import { renderPanel } from './render-step.js';
import {
  stepsOf,
  type Activity,
  type Axis,
  type Bar,
  type GroupReport,
  type ReportNode,
  type RunReport,
  type StepReport,
} from './run-report.js';
import { icon, lookOfGroup, lookOfStep } from './step-look.js';

/** Of more steps only those on the screen are laid out. */
const MAX_LAID_OUT = 150;
const MAX_LABEL = 160;

/** The steps as rows on one axis of time, by phase; each row opens to everything that is known of its step. */
export function renderTimeline({ axis, nodes, activities }: RunReport): Html {
  return html`<div class="timeline${stepsOf(nodes).length > MAX_LAID_OUT ? ' many' : ''}">
    ${renderGrid(axis)}
    <div class="rows">
      ${renderAxis(axis)} ${nodes.map((node) => renderNode(node))}
      ${activities.length === 0 ? null : renderActivities(activities)}
    </div>
  </div>`;
}

function renderAxis({ ticks, breaks }: Axis): Html {
  const labels = ticks.map(({ at, label }) => {
    const anchor = at < 3 ? 'start' : at > 95 ? 'end' : 'middle';
    return html`<g><text x="${at}%" y="0.85rem" text-anchor="${anchor}">${label}</text></g>`;
  });
  const gaps = breaks.map(({ label }) => html`<span class="sr">${label}. </span>`);
  return html`<div class="axis">
      <span></span><span>Step</span><svg aria-hidden="true">${labels}</svg><span class="right">Time</span
      ><span class="right">Cost</span>
    </div>
    ${gaps}`;
}

function renderGrid({ ticks, breaks }: Axis): Html {
  return html`<div class="grid" aria-hidden="true">
    <svg>
      ${ticks.map(({ at }) => html`<line x1="${at}%" x2="${at}%" y1="0" y2="100%" />`)}${breaks.map(
        ({ from, to, label }) =>
          html`<rect x="${from}%" width="${to - from}%" y="0" height="100%"><title>${label}</title></rect>`,
      )}
    </svg>
  </div>`;
}

function renderNode(node: ReportNode): Html {
  return node.node === 'step' ? renderStep(node) : renderGroup(node);
}

function renderGroup(group: GroupReport): Html {
  const { kind, name, type, maxConcurrent, status, bar, duration, children, stepCount, condition } = group;
  const look = lookOfGroup(status);
  const how = type === 'parallel' ? `parallel, ${maxConcurrent} at a time` : 'one after another';
  const only = kind === 'phase' && name === type;
  const facts = [
    ...(only ? [] : [kind]),
    ...(stepCount < 2 ? [] : [how, `${stepCount} steps`]),
    ...(condition === '' ? [] : [`if ${shortened(condition, 120)}`]),
  ];
  return html`<section class="group">
    <div class="row">
      <h3>
        <span class="${look.tone}"
          ><span class="toned">${icon(look.icon)}</span><span class="sr">${look.word}: </span></span
        >
        ${only ? 'Steps' : shortened(name, MAX_LABEL)} <span class="kind">${facts.join(' · ')}</span>
      </h3>
      ${renderSpan(bar)}<span class="took">${duration}</span><span class="cost"></span>
    </div>
    ${children.map((child) => renderNode(child))}
  </section>`;
}

function renderSpan(bar: Bar | null): Html {
  if (bar === null) return html`<span></span>`;
  return html`<svg class="bar" aria-hidden="true">
    <rect class="b-span" x="${bar.from}%" width="${width(bar)}%" y="44%" height="3" rx="1.5">
      <title>${bar.label}</title>
    </rect>
  </svg>`;
}

function renderStep(step: StepReport): Html {
  const { number, id, name, performer, status, bars, duration, cost, remark, problem } = step;
  const look = lookOfStep(status);
  const find = `${id} ${step.kind} ${look.word} ${problem?.title.slice(0, 300) ?? ''}`;
  const by = performer === '' ? null : html` <span class="by">${shortened(performer, 80)}</span>`;
  const note = remark === '' ? null : html` <span class="remark">${remark}</span>`;
  return html`<details class="step" id="step-${number}" data-status="${status}" data-find="${find}">
    <summary class="row ${look.tone}">
      <span class="num">${number}</span
      ><span class="who"
        >${icon(look.icon)}<span
          ><span class="sr">${look.word}: </span
          ><span class="name">${shortened(name, MAX_LABEL)}</span>${by}${note}</span
        ></span
      ><svg class="bar" aria-hidden="true">${bars.map(renderBar)}</svg><span class="took">${duration}</span
      ><span class="cost">${cost}</span>
    </summary>
    ${renderPanel(step)}
  </details>`;
}

function renderBar(bar: Bar): Html {
  const { from, to, kind, label } = bar;
  if (kind === 'wait')
    return html`<line class="b-wait" x1="${from}%" x2="${to}%" y1="50%" y2="50%"><title>${label}</title></line>`;
  return html`<rect class="b-${kind}" x="${from}%" width="${width(bar)}%" y="12%" height="76%" rx="2"
    ><title>${label}</title></rect
  >`;
}

/** A bar can be seen however short it was: its edge has a width of its own. */
function width({ from, to }: Bar): number {
  return Math.max(0.05, Math.round((to - from) * 1000) / 1000);
}

function renderActivities(activities: readonly Activity[]): Html {
  return html`<section class="group activity">
    <div class="row">
      <h3>Runner <span class="kind">merging, checks, hooks, landing</span></h3>
      <span></span><span></span><span></span>
    </div>
    ${activities.map(
      ({ what, outcome, tone, bar, duration }) =>
        html`<div class="row activity ${tone}">
          <span class="num"></span
          ><span class="who"
            >${icon(tone === 'bad' ? 'cross' : 'check')}<span
              ><span class="name">${shortened(what, MAX_LABEL)}</span>
              <span class="remark">${shortened(outcome, 200)}</span></span
            ></span
          ><svg class="bar" aria-hidden="true">${renderBar(bar)}</svg><span class="took">${duration}</span
          ><span class="cost"></span>
        </div>`,
    )}
  </section>`;
}
