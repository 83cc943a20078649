import type { TaskBinding } from '../definition/agent-file.js';
import type { AgentStep, CommandStep, SkillStep } from '../definition/workflow.js';
import type { Result } from '../base/result.js';
import { agentKind } from './agent.js';
import { commandKind } from './command.js';
import { skillKind } from './skill.js';
import type { StepFailure, StepInput, StepKind, StepReport } from './step-kind.js';

/** What a plan's steps can be: nested workflows are expanded by then. */
export type StepAction = AgentStep | SkillStep | CommandStep;

const kinds: { readonly [K in StepAction['kind']]: StepKind<Extract<StepAction, { kind: K }>> } = {
  agent: agentKind,
  command: commandKind,
  skill: skillKind,
};

/** Runs the step by its kind. */
export function runKind(action: StepAction, input: StepInput): Promise<Result<StepReport, StepFailure>> {
  return kindOf(action).run(action, input);
}

/** What will run, in one line. */
export function describeStep(action: StepAction): string {
  return kindOf(action).describe(action);
}

/** What a task is bound to, in one line. */
export function describeBinding(binding: TaskBinding): string {
  return binding.kind === 'command' ? `run: ${binding.command}` : `skill ${binding.skill}`;
}

/** The table gives each action the kind made for it; the compiler cannot follow that through a union. */
function kindOf(action: StepAction): StepKind<StepAction> {
  return kinds[action.kind] as unknown as StepKind<StepAction>;
}
