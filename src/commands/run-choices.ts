import { resolve } from 'node:path';
import { closestName } from '../base/closest-name.js';
import type { Problem } from '../base/problem.js';
import { err, ok, type Result } from '../base/result.js';
import { BACKEND_NAMES, findBackend } from '../agents/registry.js';
import type { JobChoice } from '../engine/event.js';
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
export function planChoices(flags: RunFlags, plan: Plan, cwd: string): Result<PlannedChoices, Problem> {
  const phase = flags.phase ?? null;
  const phases = plan.root.children.flatMap((child) => (child.node === 'group' ? [child.name] : []));
  if (phase !== null && !phases.includes(phase)) return err(unknown('phase', phase, { names: phases }));
  const skip: string[] = [];
  for (const wanted of flags.skipSteps) {
    const step = findStep(wanted, plan);
    if (step === null && !plan.groups.has(wanted)) return err(unknownStep(wanted, plan));
    skip.push(step?.id ?? wanted);
  }
  const rollbackTo = flags.rollbackTo === undefined ? null : findStep(flags.rollbackTo, plan);
  if (flags.rollbackTo !== undefined && rollbackTo === null) return err(unknownStep(flags.rollbackTo, plan));
  const { land = null, maxConcurrent = null, budgetUsd = null } = flags;
  const backend = chosenBackend(flags, cwd);
  if (!backend.ok) return backend;
  const job = jobOf(flags, plan);
  if (!job.ok) return job;
  const sandbox = flags.sandbox === undefined ? {} : { sandbox: flags.sandbox };
  const choices = {
    land,
    phase,
    skip,
    maxConcurrent,
    budgetUsd,
    agentBackend: backend.value,
    ...sandbox,
    ...(flags.partial === true ? { partial: true } : {}),
    ...job.value,
  };
  return ok({ choices, rollbackTo });
}

/** The child of the chosen phase that this job runs, by its id or number; nothing when no job was asked for. */
function jobOf({ job, phase }: RunFlags, plan: Plan): Result<{ readonly job?: JobChoice }, Problem> {
  if (job === undefined || job.step === null) return ok(job === undefined ? {} : { job: { step: null } });
  const group = plan.root.children.find((child) => child.node === 'group' && child.name === phase);
  if (group?.node !== 'group' || group.type !== 'parallel') {
    return err({
      code: 'step-without-parallel-phase',
      message: `step '${job.step}' can run in a job of its own only when its phase is parallel`,
      help: 'name a parallel phase, or leave the step out to run the whole phase',
      exitCode: 2,
    });
  }
  const names = group.children.map((child) => (child.node === 'step' ? child.id : child.path));
  const wanted = findStep(job.step, plan)?.id ?? job.step;
  return names.includes(wanted) ? ok({ job: { step: wanted } }) : err(unknown('step', job.step, { names }));
}

/** A step by its number or id; null when there is none. */
export function findStep(wanted: string, plan: Plan): PlanStep | null {
  return plan.stepsById.get(wanted) ?? (/^\d+$/.test(wanted) ? (plan.steps[Number(wanted) - 1] ?? null) : null);
}

/** That there is no backend of that name. */
export function unknownBackend(name: string): Problem {
  const near = closestName(name, BACKEND_NAMES);
  return {
    code: 'unknown-backend',
    message: `there is no agent backend '${name}'`,
    help: `${near === null ? '' : `did you mean '${near}'? `}expected one of: ${BACKEND_NAMES.join(', ')}`,
    exitCode: 2,
  };
}

/** The backend that the flags choose, checked; null when they do not say. */
export function chosenBackend(
  { agentBackend, agentPath }: Pick<RunFlags, 'agentBackend' | 'agentPath'>,
  cwd: string,
): Result<string | null, Problem> {
  if (agentBackend === undefined) return ok(null);
  if (!findBackend(agentBackend).ok) return err(unknownBackend(agentBackend));
  if (agentPath === undefined || !agentBackend.startsWith('command:')) return ok(absoluteBackend(agentBackend, cwd));
  return err({
    code: 'invalid-usage',
    message: `--agent-path does not go with --agent-backend ${agentBackend}, which names its program itself`,
    help: 'leave out --agent-path',
    exitCode: 2,
  });
}

/** `command:./agent` is meant from where the user stands, now and when the run is resumed from elsewhere. */
function absoluteBackend(backend: string, cwd: string): string {
  const executable = backend.startsWith('command:') ? backend.slice('command:'.length) : '';
  return executable.includes('/') ? `command:${resolve(cwd, executable)}` : backend;
}

function unknownStep(wanted: string, plan: Plan): Problem {
  return unknown('step', wanted, {
    names: [...plan.stepsById.keys()],
    more: ` or a number from 1 to ${plan.steps.length}`,
  });
}

interface Known {
  readonly names: readonly string[];
  readonly more?: string;
}

function unknown(what: string, wanted: string, { names, more = '' }: Known): Problem {
  const near = closestName(wanted, names);
  const list = names.slice(0, 20).join(', ') + (names.length > 20 ? ', …' : '');
  return {
    code: `unknown-${what}`,
    message: `the workflow has no ${what} '${wanted}'`,
    help: `${near === null ? '' : `did you mean '${near}'? `}expected one of: ${list}${more}`,
    exitCode: 2,
  };
}
