import type { Plan, PlanNode } from '../plan/plan.js';
import type { RunEvent } from './event.js';

/** What became of one child of a parallel phase in a job of its own. */
export interface StepLine {
  /** Id of the step, or path of the nested workflow. */
  readonly child: string;
  /** The whole journal of that job: the records of the run before the phase, then its own. */
  readonly events: readonly RunEvent[];
}

/**
 * The journal of a run whose parallel phase ran in several jobs: what they have in common, then what happened to each child, in
 * file order, so that the same lines give the same journal. The phase has begun then, and the engine goes on with its merge.
 * Only what a line says of its own child counts.
 */
export function joinSteps(plan: Plan, main: readonly RunEvent[], lines: readonly StepLine[]): RunEvent[] {
  const joined = [...main];
  const order = new Map([...namesInOrder(plan)].map((name, index) => [name, index]));
  const known = lines
    .filter(({ child }) => order.has(child))
    .sort((a, b) => (order.get(a.child) ?? 0) - (order.get(b.child) ?? 0));
  const begun = new Set<string>();
  for (const { child, events } of known) {
    const own = events.slice(main.length);
    const node = plan.stepsById.get(child) ?? plan.groups.get(child);
    if (node === undefined) continue;
    joined.push(...beginning(own, node, begun), ...own.filter((event) => isAbout(event, node)));
  }
  return joined;
}

/** How the run was resumed and the groups around the child began: once for all children. */
function beginning(events: readonly RunEvent[], node: PlanNode, begun: Set<string>): RunEvent[] {
  const around = new Set<string>();
  for (let group = node.parent; group !== null; group = group.parent) around.add(group.path);
  return events.filter((event) => {
    const key = event.type === 'group-started' && around.has(event.group) ? event.group : event.type;
    if (event.type !== 'run-resumed' && key === event.type) return false;
    if (begun.has(key)) return false;
    begun.add(key);
    return true;
  });
}

function isAbout(event: RunEvent, node: PlanNode): boolean {
  if (node.node === 'step') return 'step' in event && event.type !== 'rolled-back' && event.step === node.id;
  const isBelow = (name: string): boolean => name === node.path || name.startsWith(`${node.path}/`);
  if ('group' in event) return isBelow(event.group);
  return 'step' in event && event.type !== 'rolled-back' && isBelow(event.step);
}

function* namesInOrder(plan: Plan): Iterable<string> {
  for (const phase of plan.root.children) {
    if (phase.node === 'step') continue;
    for (const child of phase.children) yield child.node === 'step' ? child.id : child.path;
  }
}
