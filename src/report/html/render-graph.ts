import { html, shortened, type Html } from './html-text.js';
import { stepsOf, type GroupReport, type ReportNode, type StepReport } from './run-report.js';
import { icon, lookOfGroup, lookOfStep } from './step-look.js';

/** More steps are not drawn one by one: the list has them. */
const MAX_STEPS = 120;
const MAX_STAGES = 200;
const MAX_LABEL = 80;

/**
 * What comes after what: phases from left to right, their steps below each other, or side by side where they run in parallel.
 * Lists, so that it reads without seeing it. Empty when there is nothing to draw.
 */
export function renderGraph(nodes: readonly ReportNode[]): Html | null {
  if (nodes.length === 0) return null;
  const isSmall = stepsOf(nodes).length <= MAX_STEPS;
  const shown = nodes.slice(0, MAX_STAGES);
  const rest = nodes.length - shown.length;
  return html`<ol class="graph">
    ${shown.map((node) => renderTop(node, isSmall))}${rest > 0 ? html`<li class="muted">… and ${rest} more</li>` : null}
  </ol>`;
}

function renderTop(node: ReportNode, isSmall: boolean): Html {
  if (node.node === 'step') return html`<li>${renderNode(node)}</li>`;
  return html`<li class="stage">${renderStage(node, isSmall)}</li>`;
}

function renderStage(group: GroupReport, isSmall: boolean): Html {
  const { name, kind, type, condition, children } = group;
  const look = lookOfGroup(group.status);
  const label = kind === 'phase' && name === type ? 'Steps' : shortened(name, MAX_LABEL);
  const facts = [
    type === 'parallel' ? 'side by side' : '',
    condition === '' ? '' : `if ${shortened(condition, MAX_LABEL)}`,
  ].filter((text) => text !== '');
  const head = html`<p class="stage-name"><strong>${label}</strong> ${facts.join(' · ')}</p>`;
  if (!isSmall) {
    return html`${head}
      <p class="node ${look.tone}">${icon(look.icon)}<span>${countsText(group)}</span></p>`;
  }
  const list = type === 'parallel' ? 'par' : 'seq';
  return html`${head}
    <ol class="${list}">
      ${children.map((child) =>
        child.node === 'step'
          ? html`<li>${renderNode(child)}</li>`
          : html`<li class="stage">${renderStage(child, isSmall)}</li>`,
      )}
    </ol>`;
}

function renderNode({ number, name, status, condition }: StepReport): Html {
  const look = lookOfStep(status);
  const when = condition === '' ? null : html`<span class="if">if ${shortened(condition, MAX_LABEL)}</span>`;
  return html`<a class="node ${look.tone}" href="#step-${number}"
    >${icon(look.icon)}<span
      ><span class="sr">${look.word}: </span>${number} ${shortened(name, MAX_LABEL)}${when}</span
    ></a
  >`;
}

/** `140 completed, 2 failed`. */
function countsText(group: GroupReport): string {
  const counts = new Map<string, number>();
  for (const { status } of stepsOf(group.children)) {
    const { word } = lookOfStep(status);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}
