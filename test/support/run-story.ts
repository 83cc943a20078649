import { applyEvent } from '../../src/engine/apply-event.js';
import type { RunEvent, StepResult } from '../../src/engine/event.js';
import { initialState, type RunState } from '../../src/engine/run-state.js';
import type { Plan } from '../../src/plan/plan.js';

/** 2025-11-01T10:00:00Z. */
export const START = Date.UTC(2025, 10, 1, 10, 0, 0);

export const BASE = 'abc123'.padEnd(40, '0');

export const started = (plan: Plan, at = START): RunEvent => ({
  type: 'run-started',
  at,
  runId: 'run-1',
  workflow: plan.workflow,
  version: plan.version,
  totalSteps: plan.steps.length,
  definition: { '.claude/workflows/x.yaml': 'ff' },
  base: { commit: BASE, branch: 'refs/heads/main' },
  triggeredBy: 'manual',
  dirty: false,
  choices: { land: 'merge', phase: null, skip: [], maxConcurrent: null, budgetUsd: null, agentBackend: null },
});

export const result = (more: Partial<StepResult> = {}): StepResult => ({
  commit: 'def456'.padEnd(40, '0'),
  filesModified: 2,
  summary: '',
  outputs: {},
  costUsd: null,
  tokens: null,
  ...more,
});

/** The state after these events, and what `each` makes of every one of them. */
export function tell(
  plan: Plan,
  events: readonly RunEvent[],
  each: (event: RunEvent, state: RunState) => void = () => undefined,
): RunState {
  const state = initialState(plan);
  for (const event of events) {
    applyEvent(state, event);
    each(event, state);
  }
  return state;
}
