import { unreachable } from '../base/unreachable.js';
import type { PlanNode } from '../plan/plan.js';
import type { RunEvent, SkipReason } from './event.js';
import { startOver } from './reopen.js';
import { groupState, type GroupState, type RunState } from './run-state.js';
import { endGroup, goOn, noteChildEnded, noteChildStarted, resultOf } from './settle.js';

type GroupEvent = Extract<RunEvent, { group: string }>;

/** What an event means for its group, and so for what it is in and what is in it. */
export function applyGroupEvent(state: RunState, event: GroupEvent): void {
  const group = state.groups.get(event.group);
  if (group === undefined) return;
  switch (event.type) {
    case 'group-started':
      startGroup(state, group, event.base);
      return goOn(state, group, event.at);
    case 'group-skipped':
      skipBelow(state, group, event);
      return noteChildEnded(state, group.group, event.at);
    case 'group-merged':
      group.head = event.commit;
      group.mergeNext = group.group.children.length;
      return endGroup(state, group, event.at);
    case 'group-validated':
      group.failure = event.failure;
      group.failed = event.failure !== null;
      group.status = group.failed ? 'failed' : 'completed';
      group.endedAt = event.at;
      return noteChildEnded(state, group.group, event.at);
    case 'merge-conflicted': {
      const index = group.group.children.findIndex(
        (child) => (child.node === 'step' ? child.id : child.path) === event.child,
      );
      if (index < 0) return;
      group.head = event.ours;
      group.mergeNext = index;
      const step = state.steps.get(event.child);
      const { ours, theirs, paths } = event;
      if (step !== undefined && step.conflict === null) {
        step.conflict = { ours, theirs, paths };
        step.lastFailure = null;
        step.work = null;
        step.status = 'pending';
        step.failures = 0;
        step.result = null;
        state.endedSteps -= 1;
        group.settled.delete(index);
        group.status = 'rerunning';
        return;
      }
      group.failed = true;
      group.failure = { reason: 'merge-conflict', paths, ours, theirs };
      return endGroup(state, group, event.at);
    }
    default:
      unreachable(event);
  }
}

/**
 * A group that starts again on the same commit goes on with what it has. On another one, that commit has what it did; only
 * not when its failure is tolerated, then it starts over. Results in a parallel group are not merged yet: it keeps their base.
 */
function startGroup(state: RunState, group: GroupState, base: string): void {
  const { children, type, parent, continueOnError } = group.group;
  if (base !== group.base) {
    if (continueOnError) startOver(state, group.group);
    if (type === 'sequential' || !children.some((child) => hasBegun(state, child))) group.base = base;
    group.head = base;
  }
  const above = parent?.type === 'parallel' ? state.groups.get(parent.path) : undefined;
  if (above !== undefined) noteChildStarted(above, above.group.children.indexOf(group.group));
}

function hasBegun(state: RunState, child: PlanNode): boolean {
  return child.node === 'step' ? resultOf(state, child) !== null : groupState(state, child.path).base !== null;
}

/** A skipped group is skipped whole, so that every step below it says so too. */
function skipBelow(state: RunState, group: GroupState, { at, why }: { at: number; why: SkipReason }): void {
  group.status = 'skipped';
  group.endedAt = at;
  for (const child of group.group.children) {
    if (child.node === 'group') {
      const below = state.groups.get(child.path);
      if (below !== undefined) skipBelow(state, below, { at, why });
      continue;
    }
    const step = state.steps.get(child.id);
    if (step?.status !== 'pending') continue;
    step.status = 'skipped';
    step.skipped = why;
    step.endedAt = at;
    state.endedSteps += 1;
  }
}
