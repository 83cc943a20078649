import { evaluateCondition } from '../definition/evaluate-condition.js';
import type { ConditionContext } from '../definition/condition.js';
import type { PlanCondition, PlanGroup, PlanNode } from '../plan/plan.js';
import { conclusion } from './conclusion.js';
import type { RunState } from './run-state.js';

/**
 * The completed steps, in file order, that would not have run if these had failed: their condition, or that of a group around
 * them, needs the success of one of them, or of a step that does. What only comes after them in the file does not depend on them.
 */
export function dependantsOf(state: RunState, leftOut: ReadonlySet<string>): string[] {
  const out = new Set(leftOut);
  const failedGroups = new Set<string>();
  for (const id of out) noteFailedGroups(state, id, failedGroups);
  const found: string[] = [];
  for (const step of state.plan.steps) {
    if (out.has(step.id) || state.steps.get(step.id)?.status !== 'completed') continue;
    if (!conditionsAround(step).some((condition) => needs(state, condition, { out, failedGroups }))) continue;
    found.push(step.id);
    out.add(step.id);
    noteFailedGroups(state, step.id, failedGroups);
  }
  return found;
}

interface Without {
  readonly out: ReadonlySet<string>;
  readonly failedGroups: ReadonlySet<string>;
}

/** Whether it held, and would not have held without them. Whether anything else had failed does not matter. */
function needs(state: RunState, { condition, prefix }: PlanCondition, { out, failedGroups }: Without): boolean {
  if (!condition.mentions.some((name) => out.has(prefix + name) || failedGroups.has(prefix + name))) return false;
  const before = (name: string): ReturnType<ConditionContext['lookUp']> => ended(state, prefix + name);
  const without = (name: string): ReturnType<ConditionContext['lookUp']> =>
    out.has(prefix + name) || failedGroups.has(prefix + name)
      ? { status: 'failure', outputs: {} }
      : ended(state, prefix + name);
  return [false, true].some(
    (failed) =>
      evaluateCondition(condition, { failed, cancelled: false, lookUp: before }) &&
      !evaluateCondition(condition, { failed, cancelled: false, lookUp: without }),
  );
}

function ended(state: RunState, name: string): ReturnType<ConditionContext['lookUp']> {
  const step = state.steps.get(name);
  const status = conclusion(step?.status ?? state.groups.get(name)?.status ?? 'pending');
  return status === null ? null : { status, outputs: step?.result?.outputs ?? {} };
}

/** A group in which a step fails has failed, unless that is tolerated. */
function noteFailedGroups(state: RunState, id: string, failedGroups: Set<string>): void {
  const step = state.plan.stepsById.get(id);
  if (step === undefined || step.action.continueOnError) return;
  for (let group: PlanGroup | null = step.parent; group !== null && group.path !== ''; group = group.parent) {
    failedGroups.add(group.path);
    if (group.continueOnError) return;
  }
}

function conditionsAround(node: PlanNode): PlanCondition[] {
  const found: PlanCondition[] = [];
  for (let at: PlanNode | null = node; at !== null; at = at.parent) if (at.condition !== null) found.push(at.condition);
  return found;
}
