import type { Expectation } from '../base/derivations.js';
import type { PlanGroup, PlanNode, PlanStep } from '../plan/plan.js';
import { hookTexts, type PlanView, type PrerequisiteState } from './plan-text.js';

/** A plan: snake_case as in the workflow files; times in seconds, money in US dollars. */
export interface PlanDocument {
  readonly workflow: string;
  readonly version: string;
  /** Empty when the workflow has none. */
  readonly description: string;
  readonly total_steps: number;
  readonly prerequisites: readonly PrerequisiteState[];
  readonly phases: readonly PlannedNode[];
  /** Shell commands that check the result. */
  readonly validation: readonly string[];
  readonly on_success: readonly string[];
  readonly on_failure: readonly string[];
  readonly timeout_seconds: number | null;
  readonly budget_usd: number | null;
  /** The files that the plan was made from, the workflow's own first. */
  readonly files: readonly string[];
}

export type PlannedNode = PlannedGroup | PlannedStep;

/** A phase, or a nested workflow. */
export interface PlannedGroup {
  readonly kind: 'phase' | 'workflow';
  readonly name: string;
  /** Unique: the names from the top joined by `/`. */
  readonly path: string;
  readonly type: 'sequential' | 'parallel';
  readonly max_concurrent: number;
  readonly condition: string | null;
  /** False when only another phase was asked for. */
  readonly selected: boolean;
  /** Of parallel groups only. */
  readonly sync_point?: 'all-complete';
  readonly validation: readonly string[];
  readonly steps: readonly PlannedNode[];
}

/** What each step says, and what it is done by. */
export type PlannedStep = PlannedStepBase & (PlannedAgent | PlannedSkill | PlannedCommand);

export interface PlannedStepBase {
  /** Counts from 1 over the whole plan. */
  readonly number: number;
  readonly id: string;
  readonly name: string;
  /** What it will do, for a person. */
  readonly description: string;
  readonly condition: string | null;
  /** Left out with `--skip-step`. */
  readonly skipped: boolean;
  readonly checkpoint: boolean;
  readonly validation: readonly string[];
  readonly expect: Expectation | null;
  /** Globs of the files that it may change; null means any. */
  readonly writes: readonly string[] | null;
  readonly retry: {
    readonly times: number;
    readonly backoff: 'exponential' | 'linear' | 'constant';
    readonly delay_seconds: number | null;
    readonly max_delay_seconds: number | null;
  } | null;
  readonly timeout_seconds: number | null;
  readonly continue_on_error: boolean;
}

export interface PlannedAgent {
  readonly kind: 'agent';
  readonly agent: string;
  readonly task: string;
  readonly config: Readonly<Record<string, unknown>>;
}

export interface PlannedSkill {
  readonly kind: 'skill';
  readonly skill: string;
  readonly targets: 'all' | 'all-categories' | readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly input: string | null;
}

export interface PlannedCommand {
  readonly kind: 'command';
  readonly run: string;
}

/** The plan as one JSON document. */
export function planDocument(view: PlanView): PlanDocument {
  const { plan } = view;
  return {
    workflow: plan.workflow,
    version: plan.version,
    description: plan.description,
    total_steps: plan.steps.length,
    prerequisites: view.prerequisites,
    phases: plan.root.children.map((node) => nodeDocument(node, view)),
    validation: plan.validation,
    on_success: hookTexts(plan.onSuccess),
    on_failure: hookTexts(plan.onFailure),
    timeout_seconds: seconds(plan.timeoutMs),
    budget_usd: plan.budgetUsd,
    files: plan.files,
  };
}

function nodeDocument(node: PlanNode, view: PlanView): PlannedNode {
  return node.node === 'step' ? stepDocument(node, view) : groupDocument(node, view);
}

function groupDocument(group: PlanGroup, view: PlanView): PlannedGroup {
  return {
    kind: group.kind,
    name: group.name,
    path: group.path,
    type: group.type,
    max_concurrent: group.type === 'parallel' ? (view.maxConcurrent ?? group.maxConcurrent) : 1,
    condition: group.condition?.condition.text ?? null,
    selected: view.phase === null || group.parent?.path !== '' || group.name === view.phase,
    ...(group.type === 'parallel' ? { sync_point: 'all-complete' } : {}),
    validation: group.validation,
    steps: group.children.map((child) => nodeDocument(child, view)),
  };
}

function stepDocument(step: PlanStep, view: PlanView): PlannedStep {
  const { action } = step;
  return {
    ...performer(step),
    number: step.number,
    id: step.id,
    name: step.name,
    description: view.describe(step),
    condition: step.condition?.condition.text ?? null,
    skipped: view.skip.includes(step.id),
    checkpoint: action.checkpoint,
    validation: action.validation,
    expect: action.expect,
    writes: action.writes,
    retry:
      action.retry === null
        ? null
        : {
            times: action.retry.times,
            backoff: action.retry.backoff,
            delay_seconds: seconds(action.retry.delayMs),
            max_delay_seconds: seconds(action.retry.maxDelayMs),
          },
    timeout_seconds: seconds(action.timeoutMs),
    continue_on_error: action.continueOnError,
  };
}

function performer({ action }: PlanStep): PlannedAgent | PlannedSkill | PlannedCommand {
  switch (action.kind) {
    case 'agent':
      return { kind: 'agent', agent: action.agent, task: action.task, config: action.config };
    case 'skill':
      return {
        kind: 'skill',
        skill: action.skill,
        targets: action.targets,
        options: action.options,
        input: action.input,
      };
    case 'command':
      return { kind: 'command', run: action.command };
  }
}

const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);
