import type { RunState, StepStatus } from '../engine/run-state.js';
import type { Plan, PlanGroup, PlanNode } from '../plan/plan.js';
import { mermaidBlock, mermaidLabel } from './mermaid-text.js';
import { stepLabel } from './step-label.js';

const MAX_NODES = 100;

const COLOURS: Record<'done' | 'bad' | 'active' | 'rest', string> = {
  done: 'fill:#dafbe1,stroke:#1a7f37,color:#1f2328',
  bad: 'fill:#ffebe9,stroke:#cf222e,color:#1f2328',
  active: 'fill:#ddf4ff,stroke:#0969da,color:#1f2328',
  rest: 'fill:#f6f8fa,stroke:#8c959f,color:#1f2328',
};

/**
 * The plan as a Mermaid flowchart in a code block, steps coloured by their status; phases only when there are too many steps. The
 * empty string when there are too many phases as well.
 */
export function graphDiagram(state: RunState): string {
  const { plan } = state;
  const size = plan.steps.length + plan.groups.size;
  if (size > MAX_NODES && plan.root.children.length > MAX_NODES) return '';
  const lines = size > MAX_NODES ? phaseLines(state) : allLines(state);
  const classes = Object.entries(COLOURS).map(([name, colours]) => `  classDef ${name} ${colours}`);
  return mermaidBlock(['flowchart LR', ...lines, ...classes]);
}

/** A group and what comes before it on the way down, or its end on the way back. */
type Visit = { readonly node: PlanNode } | { readonly end: PlanGroup };

function allLines({ plan, steps }: RunState): string[] {
  const ids = groupIds(plan);
  const lines: string[] = [];
  const open: Visit[] = [{ node: plan.root }];
  for (let visit = open.pop(); visit !== undefined; visit = open.pop()) {
    if ('end' in visit) {
      lines.push(...arrows(visit.end, ids));
      if (visit.end.parent !== null) lines.push('  end');
    } else if (visit.node.node === 'step') {
      const step = visit.node;
      const status = classOf(steps.get(step.id)?.status ?? 'pending');
      lines.push(`  s${step.number}["${mermaidLabel(step.number, stepLabel(step))}"]:::${status}`);
    } else {
      const group = visit.node;
      const id = idOf(group, ids);
      if (group.parent !== null) lines.push(`  subgraph ${id}["${mermaidLabel(group.kind, group.name)}"]`);
      open.push({ end: group }, ...group.children.map((node) => ({ node })).toReversed());
    }
  }
  return lines;
}

function phaseLines(state: RunState): string[] {
  const { root } = state.plan;
  const ids = groupIds(state.plan);
  const nodes = root.children.map((child, index) => {
    const name = child.node === 'group' ? child.name : stepLabel(child);
    const status = child.node === 'group' ? state.groups.get(child.path)?.status : state.steps.get(child.id)?.status;
    return `  ${idOf(child, ids)}["${mermaidLabel(index + 1, name)}"]:::${classOf(status ?? 'pending')}`;
  });
  return [...nodes, ...arrows(root, ids)];
}

/** From each child of a sequential group to the next. */
function arrows(group: PlanGroup, ids: ReadonlyMap<PlanGroup, string>): string[] {
  if (group.type === 'parallel') return [];
  return group.children
    .slice(1)
    .map((child, index) => `  ${idOf(group.children[index] ?? child, ids)} --> ${idOf(child, ids)}`);
}

function groupIds(plan: Plan): Map<PlanGroup, string> {
  return new Map([...plan.groups.values()].map((group, index) => [group, `g${index}`]));
}

function idOf(node: PlanNode, ids: ReadonlyMap<PlanGroup, string>): string {
  return node.node === 'step' ? `s${node.number}` : (ids.get(node) ?? 'g0');
}

function classOf(status: StepStatus | 'merging' | 'rerunning' | 'validating'): keyof typeof COLOURS {
  switch (status) {
    case 'completed':
      return 'done';
    case 'failed':
    case 'conflict':
      return 'bad';
    case 'running':
    case 'retrying':
    case 'merging':
    case 'rerunning':
    case 'validating':
      return 'active';
    case 'pending':
    case 'skipped':
    case 'cancelled':
      return 'rest';
  }
}
