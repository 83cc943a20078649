import { expect, test } from '@jest/globals';
import { parseWorkflow } from '../../src/definition/parse-workflow.js';
import { performerOf, type Plan } from '../../src/plan/plan.js';
import { planDocument } from '../../src/report/plan-document.js';
import { renderPlan, type PlanView } from '../../src/report/plan-text.js';
import { safeTerminalLine } from '../../src/process/terminal-text.js';
import { expectGolden } from '../support/golden.js';
import { planOf } from '../support/workflow.js';

const TEXT = `workflow: complete
version: 2.1.3
description: Everything
type: hybrid
prerequisites: [clean-tree, phase-1-complete]
timeout_minutes: 60
budget_usd: 5
phases:
  - name: check
    type: sequential
    steps:
      - agent: structure-validator
        task: validate-current-state
        writes: [modules/**]
        timeout_minutes: 20
        on_failure: { retry: 3, backoff: exponential, delay_seconds: 2 }
      - id: look
        skill: module-validate
        targets: all
        condition: validate-current-state.status == "success"
  - name: change
    type: parallel
    max_concurrent: 2
    validation: [nix flake check]
    steps:
      - id: a
        run: nix fmt
        continue_on_error: true
        checkpoint: true
      - id: b
        run: 'true'
        validation: [test -f b]
        expect: same-drv
validation: [nix flake check]
on_success: [git commit -m done, { notify: success }]
on_failure: [git reset --hard HEAD]
`;

function plan(): Plan {
  const { workflow, diagnostics } = parseWorkflow(TEXT, '.claude/workflows/complete.yaml');
  if (workflow === null) throw new Error(JSON.stringify(diagnostics));
  return planOf(workflow);
}

const view: PlanView = {
  plan: plan(),
  describe: (step) =>
    step.action.kind === 'agent'
      ? `agent ${performerOf(step)}: ${step.name}\nprompt line 1\n\nline 3`
      : `${step.action.kind}: ${step.id}`,
  prerequisites: [
    { text: 'clean-tree', workflow: 'complete', state: 'met', why: null },
    { text: 'phase-1-complete', workflow: 'complete', state: 'not-met', why: 'phase-1-critical has never run' },
  ],
  phase: 'change',
  skip: ['b'],
  maxConcurrent: null,
};

test('the plan for a person has order, phases, conditions, checks, limits, prerequisites and hooks', () => {
  expectGolden('report/plan/hybrid.txt', `${renderPlan(view, { clean: safeTerminalLine })}\n`);
});

test('the plan as JSON has the same facts', () => {
  expectGolden('report/plan/hybrid.json', `${JSON.stringify(planDocument(view), null, 2)}\n`);
});

test('--max-concurrent is shown in place of what the file says', () => {
  expect(renderPlan({ ...view, maxConcurrent: 7 }, { clean: safeTerminalLine })).toContain('(parallel, 7 at a time)');
});
