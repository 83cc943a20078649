import type { DerivationMap, HostComparison } from '../base/derivations.js';
import type { Failure } from '../base/failure.js';
import { headCommit, type RunState, type StepState } from '../engine/run-state.js';
import { blameText } from './describe-blame.js';
import { describeFailure } from './describe-failure.js';
import type { StateDocument } from './state-schema.js';
import { timestamp } from './timestamp.js';

type ErrorEntry = StateDocument['errors'][number];
type StateHost = NonNullable<StateDocument['hosts']>[number];

/** `state.json` of a run: the fields of the seed and ours. Looks at every step once. */
export function buildState(state: RunState): StateDocument {
  return {
    workflow: state.plan.workflow,
    version: state.plan.version,
    status: state.status,
    started_at: timestamp(state.startedAt),
    updated_at: timestamp(state.updatedAt),
    completed_at: state.endedAt === null ? null : timestamp(state.endedAt),
    current_step: state.currentStep,
    total_steps: state.plan.steps.length,
    errors: buildErrors(state),
    metadata: {
      triggered_by: state.triggeredBy,
      git_commit: state.base.commit,
      base_branch: state.base.branch,
      definition: { ...state.definition },
    },
    run_id: state.runId,
    paused_because: state.pause,
    ended_steps: state.endedSteps,
    cost_usd: roundCost(state.costUsd),
    attempts_of_unknown_cost: state.attemptsOfUnknownCost,
    result_commit: headCommit(state),
    validation: validationOf(state),
    derivations: state.derivations === null ? null : derivationsOf(state.derivations),
    hosts: state.hosts?.compared.map(hostDocument) ?? null,
    landed: state.landed === null ? null : { ...state.landed },
    ...blamedOf(state),
  };
}

function validationOf({ validation }: RunState): StateDocument['validation'] {
  if (validation === null) return null;
  const { commit, checks, known } = validation;
  return { commit, checks: [...checks], known: known === null ? null : { at: timestamp(known.at), run: known.run } };
}

/** The step that broke the check of the result or of a phase; nothing when nobody was looked for. */
function blamedOf(state: RunState): Pick<StateDocument, 'blamed'> {
  if (state.blame === null) return {};
  const { of, blame } = state.blame;
  const { title, details } = blameText(state, blame);
  const step = blame.kind === 'step' ? (state.plan.stepsById.get(blame.step) ?? null) : null;
  return {
    blamed: {
      step: step?.number ?? null,
      id: step?.id ?? null,
      of,
      message: title,
      details: [...details],
      commit: blame.kind === 'step' ? blame.commit : null,
      prefix: blame.kind === 'step' ? blame.prefix : null,
      passes_alone: blame.kind === 'step' ? blame.passesAlone : null,
    },
  };
}

/** A compared host as documents show it. */
export function hostDocument(compared: HostComparison): StateHost {
  const { derivationCount, derivations, packages, ...rest } = compared;
  const { added, removed, changed, count } = packages;
  return {
    ...rest,
    derivations: [...derivations],
    derivation_count: derivationCount,
    packages: { added: [...added], removed: [...removed], changed: [...changed], count },
  };
}

function derivationsOf({ hosts, checks }: DerivationMap): NonNullable<StateDocument['derivations']> {
  const paths = (map: DerivationMap['hosts']): Record<string, string | null> =>
    Object.fromEntries(Object.entries(map).map(([name, one]) => [name, 'drvPath' in one ? one.drvPath : null]));
  return { hosts: paths(hosts), checks: paths(checks) };
}

/** Sums of dollars without the dust of binary fractions: six digits after the point. */
export function roundCost(costUsd: number): number {
  return Math.round(costUsd * 1e6) / 1e6;
}

function buildErrors(state: RunState): ErrorEntry[] {
  const errors: ErrorEntry[] = [];
  for (const step of state.steps.values()) {
    const failure = step.failure ?? conflictOf(step);
    if (failure === null) continue;
    errors.push(entry(failure, { step: step.step.number, id: step.step.id, at: step.endedAt ?? state.updatedAt }));
  }
  for (const group of state.groups.values()) {
    if (group.failure === null) continue;
    errors.push(entry(group.failure, { step: null, id: group.group.path, at: group.endedAt ?? state.updatedAt }));
  }
  if (state.failure !== null) {
    errors.push(entry(state.failure, { step: null, id: null, at: state.endedAt ?? state.updatedAt }));
  }
  return errors;
}

function conflictOf({ status, conflict }: StepState): Failure | null {
  return status === 'conflict' && conflict !== null ? { reason: 'merge-conflict', ...conflict } : null;
}

function entry(failure: Failure, where: { step: number | null; id: string | null; at: number }): ErrorEntry {
  const { title, details, help } = describeFailure(failure);
  return {
    step: where.step,
    id: where.id,
    reason: failure.reason,
    message: title,
    details: [...details],
    help,
    at: timestamp(where.at),
  };
}
