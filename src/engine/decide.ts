/*
 * Decides what a run does next.
 *
 * Job: from the state (and the time, for retries) to the actions that are possible now. Not its job: doing them, recording
 * them, waiting. Invariants, cited by the tests:
 *  D1  Deciding changes nothing: asked twice, it answers the same.
 *  D2  It looks only at the way from the root to what is in flight, never at the steps that have ended.
 *  D3  In a parallel group at most `max_concurrent` children are started and not ended.
 *  D4  A step starts only when everything before it in its sequential group has ended, and is based on all of it.
 */
import { evaluateCondition } from '../definition/evaluate-condition.js';
import type { PlanCondition, PlanGroup, PlanNode, PlanStep } from '../plan/plan.js';
import { budgetLeft } from './budget.js';
import { conclusion } from './conclusion.js';
import type { SkipReason } from './event.js';
import { isOver } from './reopen.js';
import { groupState, startCommit, stepState, type GroupState, type RunState, type StepState } from './run-state.js';
import type { StepHistory } from './step-history.js';
import { endedAlone, nameOf, runsElsewhere, unmerged } from './settle.js';

export type Action =
  | {
      readonly do: 'start-step';
      readonly step: PlanStep;
      readonly attempt: number;
      readonly base: string;
      readonly history: StepHistory;
    }
  | { readonly do: 'skip-step'; readonly step: PlanStep; readonly why: SkipReason }
  | { readonly do: 'start-group'; readonly group: PlanGroup; readonly base: string }
  | { readonly do: 'skip-group'; readonly group: PlanGroup; readonly why: SkipReason }
  | ({ readonly do: 'merge'; readonly group: PlanGroup } & Merging)
  | { readonly do: 'validate-group'; readonly group: PlanGroup; readonly commit: string }
  /** Nothing can start before this time (ms since 1970): a retry is waiting. */
  | { readonly do: 'wait'; readonly until: number }
  /** The budget does not allow another agent step. */
  | { readonly do: 'pause-for-budget' }
  /** Every step has ended; what follows is validation, hooks and landing. */
  | { readonly do: 'conclude'; readonly outcome: 'success' | 'failure' | 'phase-done' };

/** Merge these commits, made from `base`, into `onto`, in this order. */
export interface Merging {
  readonly base: string;
  readonly onto: string;
  readonly children: readonly Branch[];
}

/** The result of one parallel child, to be merged. */
export interface Branch {
  readonly name: string;
  readonly commit: string;
}

/** What can be done now, in file order. Empty when the run has stopped, or only waits for what is in flight. */
export function decide(state: RunState, nowMs: number): Action[] {
  if (state.status !== 'running') return [];
  const root = groupState(state, '');
  const alone = endedAlone(state);
  if (alone !== null) return [{ do: 'conclude', outcome: alone.failed ? 'failure' : 'phase-done' }];
  if (root.status === 'pending') return [{ do: 'start-group', group: root.group, base: startCommit(state) }];
  if (root.status === 'failed') return [{ do: 'conclude', outcome: 'failure' }];
  if (root.status === 'completed') return [{ do: 'conclude', outcome: leftOver(state) ? 'phase-done' : 'success' }];
  return shareBudget(state, decideGroup(state, root, nowMs));
}

/** Those who start at the same time share what is left; what one does not spend is there for the next. */
function shareBudget(state: RunState, actions: Action[]): Action[] {
  const left = budgetLeft(state);
  if (left === null) return actions;
  const count = actions.filter((action) => action.do === 'start-step' && action.step.asksAgent).length;
  return actions.map((action) =>
    action.do === 'start-step' && action.step.asksAgent
      ? { ...action, history: { ...action.history, budgetUsd: left / count } }
      : action,
  );
}

function decideGroup(state: RunState, group: GroupState, nowMs: number): Action[] {
  const head = group.head ?? group.base ?? startCommit(state);
  switch (group.status) {
    case 'running':
      return group.group.type === 'sequential' ? decideNext(state, group, nowMs) : decideParallel(state, group, nowMs);
    case 'rerunning': {
      const child = group.group.children[group.mergeNext];
      return child === undefined ? [] : decideChild(state, child, { base: head, parent: group, nowMs });
    }
    case 'merging': {
      const children = unmerged(state, group).map(({ child, commit }) => ({ name: nameOf(child), commit }));
      return [{ do: 'merge', group: group.group, base: group.base ?? head, onto: head, children }];
    }
    case 'validating':
      return [{ do: 'validate-group', group: group.group, commit: head }];
    case 'pending':
    case 'completed':
    case 'failed':
    case 'skipped':
      return [];
  }
}

function decideNext(state: RunState, group: GroupState, nowMs: number): Action[] {
  const child = group.group.children[group.next];
  const base = group.head ?? startCommit(state);
  return child === undefined ? [] : decideChild(state, child, { base, parent: group, nowMs });
}

function decideParallel(state: RunState, group: GroupState, nowMs: number): Action[] {
  const base = group.base ?? startCommit(state);
  const at: Turn = { base, parent: group, nowMs };
  const actions: Action[] = [];
  for (const index of group.active) {
    const child = group.group.children[index];
    if (child !== undefined) actions.push(...decideChild(state, child, at));
  }
  const limit = state.choices.maxConcurrent ?? group.group.maxConcurrent;
  let free = limit - group.active.size;
  for (let index = group.next; free > 0 && index < group.group.children.length; index += 1) {
    const child = group.group.children[index];
    if (child === undefined || group.active.has(index) || group.settled.has(index)) continue;
    if (runsElsewhere(state, child)) continue;
    const [action] = decideChild(state, child, at);
    if (action === undefined) continue;
    actions.push(action);
    if (action.do === 'pause-for-budget') break;
    if (action.do !== 'skip-step' && action.do !== 'skip-group') free -= 1;
  }
  return actions;
}

interface Turn {
  readonly base: string;
  readonly parent: GroupState;
  readonly nowMs: number;
}

function decideChild(state: RunState, child: PlanNode, turn: Turn): Action[] {
  return child.node === 'step' ? decideStep(state, child, turn) : decideChildGroup(state, child, turn);
}

function decideChildGroup(state: RunState, child: PlanGroup, turn: Turn): Action[] {
  const group = groupState(state, child.path);
  if (group.status !== 'pending') return decideGroup(state, group, turn.nowMs);
  const why = reasonToSkip(state, child, turn.parent);
  return why === null
    ? [{ do: 'start-group', group: child, base: turn.base }]
    : [{ do: 'skip-group', group: child, why }];
}

function decideStep(state: RunState, planned: PlanStep, turn: Turn): Action[] {
  const step = stepState(state, planned.id);
  if (step.status === 'retrying' && step.retryAt !== null && step.retryAt > turn.nowMs) {
    return [{ do: 'wait', until: step.retryAt }];
  }
  if (step.status !== 'pending' && step.status !== 'retrying') return [];
  if (step.attempt === 0 || step.status === 'pending') {
    const why = reasonToSkip(state, planned, turn.parent);
    if (why !== null) return [{ do: 'skip-step', step: planned, why }];
  }
  const left = budgetLeft(state);
  if (planned.asksAgent && left !== null && left < LEAST_BUDGET_USD) return [{ do: 'pause-for-budget' }];
  return [
    {
      do: 'start-step',
      step: planned,
      attempt: step.attempt + 1,
      base: turn.base,
      history: historyOf(step, turn.base),
    },
  ];
}

/** Less than this buys not one answer of any model; it also hides the rounding of sums. */
const LEAST_BUDGET_USD = 0.0001;

function historyOf(step: StepState, base: string): StepHistory {
  const { session, lastFailure: failure, work, conflict } = step;
  return { session, failure, work: step.base === base ? work : null, conflict, budgetUsd: null };
}

/** GitHub's rule: a condition that asks for no status is behind an unwritten `success() &&`. */
function reasonToSkip(state: RunState, node: PlanNode, parent: GroupState): SkipReason | null {
  const id = node.node === 'step' ? node.id : node.path;
  if (state.choices.skip.includes(id)) return 'asked';
  const failed = parent.group.type === 'sequential' && parent.failed;
  if (failed && node.condition?.condition.callsStatusFunction !== true) return 'earlier-failure';
  return node.condition === null || holds(state, node.condition, failed) ? null : 'condition';
}

function holds(state: RunState, { condition, prefix }: PlanCondition, failed: boolean): boolean {
  return evaluateCondition(condition, {
    failed,
    cancelled: false,
    lookUp: (name) => {
      const step = state.steps.get(prefix + name);
      if (step !== undefined) {
        const status = conclusion(step.status);
        return status === null ? null : { status, outputs: step.result?.outputs ?? {} };
      }
      const status = conclusion(state.groups.get(prefix + name)?.status ?? 'pending');
      return status === null ? null : { status, outputs: {} };
    },
  });
}

/** With `--phase`, whether other phases have not run yet. */
function leftOver(state: RunState): boolean {
  return state.plan.root.children.some((child) => child.node === 'group' && !isOver(groupState(state, child.path)));
}
