import { closestName } from '../base/closest-name.js';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { findBackend } from '../agents/registry.js';
import type { Plan, PlanStep } from '../plan/plan.js';
import type { ChoiceChanges } from '../runner/start-run.js';
import type { RunFlags } from './run-flags.js';

/** The flags, with steps and phase looked up in the plan. */
export interface PlannedChoices {
  readonly choices: ChoiceChanges;
  /** The step to go back to. */
  readonly rollbackTo: PlanStep | null;
}

/** Looks up what the flags name. The problem says what there is. */
export function planChoices(flags: RunFlags, plan: Plan): Result<PlannedChoices, Problem> {
  const phase = flags.phase ?? null;
  const phases = plan.root.children.flatMap((child) => (child.node === 'group' ? [child.name] : []));
  if (phase !== null && !phases.includes(phase)) return err(unknown('phase', phase, phases));
  const skip: string[] = [];
  for (const wanted of flags.skipSteps) {
    const step = findStep(wanted, plan);
    if (step === null && !plan.groups.has(wanted)) return err(unknownStep(wanted, plan));
    skip.push(step?.id ?? wanted);
  }
  const rollbackTo = flags.rollbackTo === undefined ? null : findStep(flags.rollbackTo, plan);
  if (flags.rollbackTo !== undefined && rollbackTo === null) return err(unknownStep(flags.rollbackTo, plan));
  const { land = null, maxConcurrent = null, budgetUsd = null, agentBackend = null } = flags;
  return ok({ choices: { land, phase, skip, maxConcurrent, budgetUsd, agentBackend }, rollbackTo });
}

/** A step by its number or id; null when there is none. */
export function findStep(wanted: string, plan: Plan): PlanStep | null {
  return plan.stepsById.get(wanted) ?? (/^\d+$/.test(wanted) ? (plan.steps[Number(wanted) - 1] ?? null) : null);
}

/** Said before anything is spent: an agent backend that is not there. null when it is, or no agent is asked. */
export function backendProblem(plan: Plan, backend: string, skip: readonly string[]): Problem | null {
  const asked = plan.steps.find(({ id, action }) => action.kind === 'agent' && !skip.includes(id));
  const found = findBackend(backend);
  if (asked === undefined || found.ok || found.error.reason !== 'agent-backend-missing') return null;
  return {
    code: 'agent-backend-missing',
    message: `step ${asked.number} (${asked.id}) needs an agent, and the backend '${backend}' is not available`,
    help: found.error.help,
    exitCode: 2,
  };
}

function unknownStep(wanted: string, plan: Plan): Problem {
  return unknown('step', wanted, [...plan.stepsById.keys()], ` or a number from 1 to ${plan.steps.length}`);
}

function unknown(what: string, wanted: string, names: readonly string[], more = ''): Problem {
  const near = closestName(wanted, names);
  const list = names.slice(0, 20).join(', ') + (names.length > 20 ? ', …' : '');
  return {
    code: `unknown-${what}`,
    message: `the workflow has no ${what} '${wanted}'`,
    help: `${near === null ? '' : `did you mean '${near}'? `}expected one of: ${list}${more}`,
    exitCode: 2,
  };
}
