import type { PlanGroup, PlanNode } from '../plan/plan.js';
import { groupState, stepState, type GroupState, type RunState } from './run-state.js';

/** The cursor passes only what has started or ended: in a journal of an earlier definition the order may be another one. */
export function noteChildStarted(parent: GroupState, index: number): void {
  parent.active.add(index);
  while (parent.active.has(parent.next) || parent.settled.has(parent.next)) parent.next += 1;
}

/** A step or group ended: its parent takes the result over, and ends too when this was its last child. */
export function noteChildEnded(state: RunState, child: PlanNode, at: number): void {
  const parent = child.parent;
  if (parent === null) return;
  const group = groupState(state, parent.path);
  if (group.status === 'rerunning') return rerunEnded(state, group, { child, at });
  if (group.status === 'running') settle(state, group, at);
}

/** Takes over every child that has ended since the last look, in file order; ends the group after its last child. */
export function settle(state: RunState, group: GroupState, at: number): void {
  const ended = group.group.type === 'sequential' ? settleSequential(state, group) : settleParallel(state, group);
  if (!ended) return;
  if (group.group.type === 'parallel' && !group.failed) return mergeChildren(state, group, at);
  endGroup(state, group, at);
}

/** Everything of the group is merged, or it failed: validate it when it wants that, else it is over. */
export function endGroup(state: RunState, group: GroupState, at: number): void {
  if (!group.failed && group.group.validation.length > 0 && !isSkippedWhole(state, group)) {
    group.status = 'validating';
    return;
  }
  group.status = group.failed ? 'failed' : 'completed';
  group.endedAt = at;
  noteChildEnded(state, group.group, at);
}

/**
 * The commit that a child leaves; null when it has none to give (skipped, failed, landed already). A group whose failure fails the run gives
 * what it has done: what runs after it all the same builds on that, so that a resume can go on from both.
 */
export function resultOf(state: RunState, child: PlanNode): string | null {
  if (child.node === 'step') {
    const { status, result, isLanded } = stepState(state, child.id);
    return status === 'completed' && result !== null && !isLanded ? result.commit : null;
  }
  const { status, head } = groupState(state, child.path);
  return status === 'completed' || (status === 'failed' && !child.continueOnError) ? head : null;
}

/** Lets a group that has its base run: on from the step that did not merge, else from what has ended already. */
export function goOn(state: RunState, group: GroupState, at: number): void {
  const next = group.group.children[group.mergeNext];
  const conflicted = next?.node === 'step' ? stepState(state, next.id) : undefined;
  group.status = conflicted?.status === 'pending' && conflicted.conflict !== null ? 'rerunning' : 'running';
  if (group.status === 'running') settle(state, group, at);
}

/** True when `--phase` was given and this phase is another one; in a job, an earlier phase that has begun is not left alone. */
function isDeselected(state: RunState, node: PlanNode): boolean {
  const { phase, job } = state.choices;
  if (phase === null || node.node !== 'group' || node.parent?.path !== '' || node.name === phase) return false;
  return job === undefined || groupState(state, node.path).base === null || isAfter(node, phase);
}

function isAfter({ name, parent }: PlanGroup, phase: string): boolean {
  const names = parent?.children.map((child) => (child.node === 'group' ? child.name : '')) ?? [];
  return names.indexOf(name) > names.indexOf(phase);
}

/** In a job for one step of a parallel phase: true for the other children of that phase. */
export function runsElsewhere(state: RunState, child: PlanNode): boolean {
  const { phase, job } = state.choices;
  if (job === undefined || job.step === null) return false;
  const { parent } = child;
  return parent?.parent?.path === '' && parent.name === phase && nameOf(child) !== job.step;
}

/** How events and choices name a child of a group. */
export function nameOf(node: PlanNode): string {
  return node.node === 'step' ? node.id : node.path;
}

/** The only child that a job runs, once it has ended; null before, and when the job runs more than one. */
export function endedAlone(state: RunState): { readonly failed: boolean } | null {
  const { step } = state.choices.job ?? { step: null };
  const child = step === null ? undefined : (state.plan.stepsById.get(step) ?? state.plan.groups.get(step));
  return child !== undefined && isTerminal(state, child) ? { failed: hasFailed(state, child) } : null;
}

/** The children whose changes are not in the group's head yet, in file order. */
export function unmerged(state: RunState, group: GroupState): { readonly child: PlanNode; readonly commit: string }[] {
  return group.group.children.slice(group.mergeNext).flatMap((child) => {
    const commit = resultOf(state, child);
    return commit === null || commit === group.base ? [] : [{ child, commit }];
  });
}

function settleSequential(state: RunState, group: GroupState): boolean {
  const { children } = group.group;
  for (let child = children[group.next]; child !== undefined; child = children[group.next]) {
    if (!isDeselected(state, child)) {
      if (!isTerminal(state, child)) return false;
      takeOver(state, group, { child, index: group.next });
    }
    group.next += 1;
  }
  return true;
}

function settleParallel(state: RunState, group: GroupState): boolean {
  const { children } = group.group;
  for (const index of group.active) {
    const child = children[index];
    if (child === undefined || !isTerminal(state, child)) continue;
    group.active.delete(index);
    takeOver(state, group, { child, index });
  }
  for (
    let child = children[group.next];
    child !== undefined && isTerminal(state, child);
    child = children[group.next]
  ) {
    takeOver(state, group, { child, index: group.next });
    group.next += 1;
  }
  return group.active.size === 0 && group.next >= children.length;
}

/** Each child counts once, also when a resume looks at it again: a later result must not be lost to an earlier one. */
function takeOver(state: RunState, group: GroupState, { child, index }: { child: PlanNode; index: number }): void {
  if (hasFailed(state, child)) group.failed = true;
  if (group.settled.has(index)) return;
  group.settled.add(index);
  if (group.group.type === 'sequential') group.head = resultOf(state, child) ?? group.head;
}

/** One changed child is the result as it stands, none leaves the base: git is asked only to merge two or more. */
function mergeChildren(state: RunState, group: GroupState, at: number): void {
  const rest = unmerged(state, group);
  const first = rest[0];
  if (first === undefined || (rest.length === 1 && group.head === group.base)) {
    group.head = first?.commit ?? group.head;
    group.mergeNext = group.group.children.length;
    return endGroup(state, group, at);
  }
  group.status = 'merging';
}

function rerunEnded(state: RunState, group: GroupState, { child, at }: { child: PlanNode; at: number }): void {
  const index = group.mergeNext;
  if (group.group.children[index] !== child || child.node !== 'step') return;
  group.active.delete(index);
  group.settled.add(index);
  if (hasFailed(state, child)) {
    group.failed = true;
    return endGroup(state, group, at);
  }
  group.head = resultOf(state, child) ?? group.head;
  group.mergeNext = index + 1;
  const rest = unmerged(state, group);
  if (rest.length === 0) return endGroup(state, group, at);
  group.status = 'merging';
}

function isTerminal(state: RunState, child: PlanNode): boolean {
  if (child.node === 'group') return ['completed', 'failed', 'skipped'].includes(groupState(state, child.path).status);
  return ['completed', 'failed', 'conflict', 'skipped'].includes(stepState(state, child.id).status);
}

function hasFailed(state: RunState, child: PlanNode): boolean {
  if (child.node === 'group') return !child.continueOnError && groupState(state, child.path).status === 'failed';
  const { status } = stepState(state, child.id);
  return !child.action.continueOnError && (status === 'failed' || status === 'conflict');
}

function isSkippedWhole(state: RunState, group: GroupState): boolean {
  const skipped = (child: PlanNode): boolean =>
    child.node === 'step'
      ? stepState(state, child.id).status === 'skipped'
      : groupState(state, child.path).status === 'skipped';
  return (group.group satisfies PlanGroup).children.every(skipped);
}
