import {
  DEFAULT_STALL_MS,
  type AgentStep,
  type CommandStep,
  type Phase,
  type Step,
  type Workflow,
  type WorkflowStep,
} from '../../src/definition/workflow.js';
import { planWorkflow } from '../../src/plan/plan-workflow.js';
import type { Plan } from '../../src/plan/plan.js';

const location = { file: 'test.yaml', line: 1, column: 1 };

const base = {
  condition: null,
  checkpoint: true,
  validation: [],
  expect: null,
  writes: null,
  timeoutMs: null,
  retry: null,
  continueOnError: false,
  location,
};

export function commandStep(id: string, more: Partial<CommandStep> = {}): CommandStep {
  return { ...base, kind: 'command', id, command: 'true', ...more };
}

export function agentStep(id: string, more: Partial<AgentStep> = {}): AgentStep {
  return {
    ...base,
    kind: 'agent',
    id,
    agent: 'writer',
    task: id,
    config: {},
    maxTurns: null,
    stallMs: DEFAULT_STALL_MS,
    ...more,
  };
}

export function nestedStep(id: string, workflow: string, more: Partial<WorkflowStep> = {}): WorkflowStep {
  return { ...base, kind: 'workflow', id, workflow, ...more };
}

export function phase(name: string, type: Phase['type'], steps: readonly Step[], more: Partial<Phase> = {}): Phase {
  return {
    name,
    type,
    maxConcurrent: type === 'parallel' ? 3 : 1,
    steps,
    validation: [],
    condition: null,
    runsOn: [],
    environment: null,
    location,
    ...more,
  };
}

export function workflow(name: string, phases: readonly Phase[], more: Partial<Workflow> = {}): Workflow {
  const only = phases.length === 1 ? phases[0] : undefined;
  return {
    name,
    description: '',
    version: '1.0.0',
    changelog: [],
    type: only !== undefined && only.name === only.type ? only.type : 'hybrid',
    phases,
    prerequisites: [],
    validation: [],
    onSuccess: [],
    onFailure: [],
    timeoutMs: null,
    budgetUsd: null,
    runsOn: [],
    environment: null,
    location: { ...location, file: `.claude/workflows/${name}.yaml` },
    ...more,
  };
}

/** The plan of the first workflow; the others can be nested in it. Throws when it cannot be planned. */
export function planOf(top: Workflow, ...others: readonly Workflow[]): Plan {
  const all = new Map([top, ...others].map((one) => [one.name, one]));
  const planned = planWorkflow(top, { get: (name) => all.get(name), names: [...all.keys()] });
  if (!planned.ok) throw new Error(planned.error.map((diagnostic) => diagnostic.message).join('\n'));
  return planned.value;
}
