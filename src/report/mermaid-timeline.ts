import type { RunState, StepState, StepStatus } from '../engine/run-state.js';
import type { PlanGroup } from '../plan/plan.js';
import { mermaidBlock, mermaidLabel } from './mermaid-text.js';
import { stepLabel } from './step-label.js';

/** Bars in one diagram: more are not readable, and Mermaid draws a limited amount of text. */
const MAX_BARS = 100;

interface Bar {
  readonly label: string;
  readonly tag: '' | 'done, ' | 'crit, ' | 'active, ';
  readonly startedAt: number;
  readonly endedAt: number;
}

interface Section {
  readonly name: string;
  readonly steps: readonly StepState[];
}

/**
 * When each step ran, as a Mermaid gantt diagram in a code block: bars for steps, for phases when there are too many steps. The empty
 * string when nothing has run, or when there are too many phases as well.
 */
export function timelineDiagram(state: RunState): string {
  const sections = sectionsOf(state);
  const count = sections.reduce((sum, { steps }) => sum + steps.length, 0);
  if (count === 0 || sections.length > MAX_BARS) return '';
  const lines = ['gantt', '  dateFormat x', '  axisFormat %H:%M:%S'];
  for (const [index, { name, steps }] of sections.entries()) {
    lines.push(`  section ${mermaidLabel(index + 1, name)}`);
    const bars = steps.map((step) => stepBar(step, state));
    for (const bar of count <= MAX_BARS ? bars : [phaseBar(bars, steps.length)]) lines.push(barLine(bar));
  }
  return mermaidBlock(lines);
}

/** Steps that have started, by the phase that they are in, in order. */
function sectionsOf(state: RunState): Section[] {
  const sections = new Map<PlanGroup, StepState[]>();
  for (const step of state.steps.values()) {
    if (step.startedAt === null) continue;
    const phase = phaseOf(step.step.parent);
    const steps = sections.get(phase);
    if (steps === undefined) sections.set(phase, [step]);
    else steps.push(step);
  }
  return [...sections].map(([{ name }, steps]) => ({ name, steps }));
}

function phaseOf(group: PlanGroup): PlanGroup {
  let phase = group;
  while (phase.parent !== null && phase.parent.parent !== null) phase = phase.parent;
  return phase;
}

function stepBar({ step, status, startedAt, endedAt }: StepState, state: RunState): Bar {
  const start = startedAt ?? state.startedAt;
  return {
    label: mermaidLabel(step.number, stepLabel(step)),
    tag: tagOf(status),
    startedAt: start,
    endedAt: endedAt ?? state.updatedAt,
  };
}

function phaseBar(bars: readonly Bar[], steps: number): Bar {
  const startedAt = bars.reduce((first, bar) => Math.min(first, bar.startedAt), Infinity);
  const endedAt = bars.reduce((last, bar) => Math.max(last, bar.endedAt), startedAt);
  const tag = (['crit, ', 'active, '] as const).find((one) => bars.some((bar) => bar.tag === one)) ?? 'done, ';
  return { label: `${steps} steps`, tag, startedAt, endedAt };
}

function tagOf(status: StepStatus): Bar['tag'] {
  switch (status) {
    case 'completed':
      return 'done, ';
    case 'failed':
    case 'conflict':
      return 'crit, ';
    case 'running':
    case 'retrying':
      return 'active, ';
    case 'pending':
    case 'skipped':
    case 'cancelled':
      return '';
  }
}

/** A bar of no length is not drawn: at least a millisecond. Clocks are set back at times. */
function barLine({ label, tag, startedAt, endedAt }: Bar): string {
  const start = Math.round(startedAt);
  return `  ${label} :${tag}${start}, ${Math.max(start + 1, Math.round(endedAt))}`;
}
