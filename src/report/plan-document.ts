import type { PlanGroup, PlanNode, PlanStep } from '../plan/plan.js';
import { hookTexts, type PlanView } from './plan-text.js';

/** The plan as one JSON document, snake_case as in the workflow files; times in seconds, money in US dollars. */
export function planDocument(view: PlanView): Record<string, unknown> {
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

function nodeDocument(node: PlanNode, view: PlanView): Record<string, unknown> {
  return node.node === 'step' ? stepDocument(node, view) : groupDocument(node, view);
}

function groupDocument(group: PlanGroup, view: PlanView): Record<string, unknown> {
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

function stepDocument(step: PlanStep, view: PlanView): Record<string, unknown> {
  const { action } = step;
  return {
    kind: action.kind,
    number: step.number,
    id: step.id,
    name: step.name,
    description: view.describe(step),
    condition: step.condition?.condition.text ?? null,
    skipped: view.skip.includes(step.id),
    ...performer(step),
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

function performer({ action }: PlanStep): Record<string, unknown> {
  switch (action.kind) {
    case 'agent':
      return { agent: action.agent, task: action.task, config: action.config };
    case 'skill':
      return { skill: action.skill, targets: action.targets, options: action.options, input: action.input };
    case 'command':
      return { run: action.command };
  }
}

const seconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);
