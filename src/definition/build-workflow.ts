import { atKey, pathKey, type CheckedPhase, type CheckedStep, type CheckedWorkflow } from './checked-workflow.js';
import type { Location } from '../base/diagnostic.js';
import type { RawStep } from './workflow-schema.js';
import {
  DEFAULT_STALL_MS,
  type AgentStep,
  type Hook,
  type Phase,
  type Retry,
  type Step,
  type StepBase,
  type Workflow,
} from './workflow.js';
import type { Path } from './yaml-tree.js';

const msPerMinute = 60_000;
const defaultMaxConcurrent = 3;

/** The workflow of a file without errors, every default filled in. */
export function buildWorkflow(checked: CheckedWorkflow): Workflow {
  const { keys } = checked;
  const type = keys.type ?? 'sequential';
  return {
    name: keys.workflow ?? '',
    description: keys.description ?? '',
    version: keys.version ?? '1.0.0',
    changelog: (keys.changelog ?? []).flatMap((entry) =>
      Object.entries(entry).map(([version, text]) => ({ version, text })),
    ),
    type,
    phases: checked.phases.map((phase) => buildPhase(checked, phase)),
    prerequisites: (keys.prerequisites ?? []).map((text, index) => ({
      text,
      location: locationOf(checked, ['prerequisites', index]),
    })),
    validation: keys.validation ?? [],
    onSuccess: (keys.on_success ?? []).map(buildHook),
    onFailure: (keys.on_failure ?? []).map(buildHook),
    timeoutMs: milliseconds(keys.timeout_minutes, msPerMinute),
    budgetUsd: keys.budget_usd ?? null,
    runsOn: labels(keys.runs_on),
    environment: keys.environment ?? null,
    location: locationOf(checked, ['workflow']),
  };
}

function buildPhase(checked: CheckedWorkflow, phase: CheckedPhase): Phase {
  const { keys } = phase;
  const type = keys.type ?? 'sequential';
  return {
    name: keys.name ?? type,
    type,
    maxConcurrent: type === 'parallel' ? (keys.max_concurrent ?? defaultMaxConcurrent) : 1,
    steps: phase.steps.flatMap((step) => (step.value === null ? [] : [buildStep(checked, step, step.value)])),
    validation: keys.validation ?? [],
    condition: phase.implicit ? null : (checked.conditions.get(pathKey(phase.path)) ?? null),
    runsOn: labels(keys.runs_on),
    environment: keys.environment ?? null,
    location: locationOf(checked, phase.implicit ? ['steps'] : [...phase.path, 'name']),
  };
}

function buildStep(checked: CheckedWorkflow, step: CheckedStep, value: RawStep): Step {
  const base = buildStepBase(checked, step, value.raw);
  switch (value.kind) {
    case 'agent':
      return { ...base, kind: 'agent', ...agentKeys(value.raw) };
    case 'skill': {
      const { skill, targets, options, input } = value.raw;
      return { ...base, kind: 'skill', skill, targets: targets ?? 'all', options: options ?? {}, input: input ?? null };
    }
    case 'workflow':
      return { ...base, kind: 'workflow', workflow: value.raw.workflow };
    case 'command':
      return { ...base, kind: 'command', command: value.raw.run };
  }
}

function agentKeys(raw: Extract<RawStep, { kind: 'agent' }>['raw']): AgentKeys {
  const { agent, task, config, max_turns: maxTurns, stall_minutes: stall } = raw;
  const stallMs = milliseconds(stall, msPerMinute) ?? DEFAULT_STALL_MS;
  return { agent, task, config: config ?? {}, maxTurns: maxTurns ?? null, stallMs };
}

type AgentKeys = Omit<AgentStep, keyof StepBase | 'kind'>;

function buildStepBase(checked: CheckedWorkflow, step: CheckedStep, raw: RawStep['raw']): StepBase {
  const { expect } = raw;
  return {
    id: step.id,
    condition: checked.conditions.get(pathKey(step.path)) ?? null,
    checkpoint: raw.checkpoint ?? checked.keys.recovery_strategy === 'checkpoint',
    validation: raw.validation ?? [],
    expect: expect === undefined ? null : typeof expect === 'string' ? expect : { hosts: expect },
    writes: raw.writes ?? null,
    timeoutMs: milliseconds(raw.timeout_minutes, msPerMinute),
    retry: raw.on_failure === undefined ? null : buildRetry(raw.on_failure),
    continueOnError: raw.continue_on_error ?? false,
    location: locationOf(checked, step.path),
  };
}

function buildRetry(raw: NonNullable<RawStep['raw']['on_failure']>): Retry {
  const delayMs = Math.round((raw.delay_seconds ?? 2) * 1000);
  return {
    times: raw.retry,
    backoff: raw.backoff ?? 'exponential',
    delayMs,
    maxDelayMs: Math.max(delayMs, Math.round((raw.max_delay_seconds ?? 60) * 1000)),
  };
}

function buildHook(hook: string | { readonly notify: 'success' | 'failure' }): Hook {
  return typeof hook === 'string' ? { kind: 'command', command: hook } : { kind: 'notify', about: hook.notify };
}

function milliseconds(value: number | undefined, unitMs: number): number | null {
  return value === undefined ? null : Math.round(value * unitMs);
}

function labels(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

function locationOf(checked: CheckedWorkflow, path: Path): Location {
  return atKey(checked, path, { code: '', message: '', help: '' }).location;
}
