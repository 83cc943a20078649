import type { Result } from '../base/result.js';
import type { AgentFile, TaskBinding } from '../definition/agent-file.js';
import type { AgentStep } from '../definition/workflow.js';
import { commandKind } from './command.js';
import { runAgent } from './run-agent.js';
import { runSkill, type SkillAgent } from './skill.js';
import type { StepFailure, StepInput, StepKind, StepReport } from './step-kind.js';

/** `agent:`: a task that the agent's file binds to code is run by that; any other is asked of an agent CLI. */
export const agentKind: StepKind<AgentStep> = {
  describe: (action) => `agent ${action.agent}: ${action.task}`,
  run: async (action, input) => {
    const file = input.tools.agents.file(action.agent);
    const evidence = file?.tasks.get(action.task)?.validation ?? null;
    const report = await perform(action, file, input);
    if (!report.ok || evidence === null) return report;
    return { ok: true, value: { ...report.value, evidence: [...report.value.evidence, evidence] } };
  },
};

function perform(
  action: AgentStep,
  file: AgentFile | null,
  input: StepInput,
): Promise<Result<StepReport, StepFailure>> {
  const binding = file?.bindings.get(action.task);
  return binding === undefined ? askAgent(action, file, input) : runBound(action, { binding, file }, input);
}

function askAgent(
  action: AgentStep,
  file: AgentFile | null,
  input: StepInput,
): Promise<Result<StepReport, StepFailure>> {
  const { agent, task, config } = action;
  const taskText = file?.tasks.get(task)?.text ?? null;
  return runAgent({ agent, task, config, file, taskText, ...limitsOf(action, file) }, input);
}

const limitsOf = (
  { maxTurns, stallMs }: AgentStep,
  file: AgentFile | null,
): Pick<SkillAgent, 'maxTurns' | 'stallMs'> => ({
  maxTurns: maxTurns ?? file?.maxTurns ?? null,
  stallMs,
});

/** The step's `config:` wins over the options of the binding. */
function runBound(
  action: AgentStep,
  { binding, file }: { readonly binding: TaskBinding; readonly file: AgentFile | null },
  input: StepInput,
): Promise<Result<StepReport, StepFailure>> {
  switch (binding.kind) {
    case 'command':
      return commandKind.run({ ...action, kind: 'command', command: binding.command }, input);
    case 'skill': {
      const { skill, targets, options, input: path } = binding;
      const own = {
        ...action,
        kind: 'skill' as const,
        skill,
        targets,
        options: { ...options, ...action.config },
        input: path,
      };
      return runSkill(own, input, { agent: action.agent, file, ...limitsOf(action, file) });
    }
  }
}
