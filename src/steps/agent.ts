import { err, ok, type Result } from '../base/result.js';
import type { AgentBackend } from '../agents/backend.js';
import { buildPrompt, type PromptParts } from '../agents/prompt.js';
import { findBackend } from '../agents/registry.js';
import type { AgentStep } from '../definition/workflow.js';
import type { ProcessResult } from '../process/process.js';
import { commandFailure } from './shell.js';
import { free, type StepFailure, type StepInput, type StepKind, type StepReport } from './step-kind.js';

/** The most that an agent may answer; its logs are not limited, they go to standard error. */
const MAX_RESULT_BYTES = 1024 * 1024;

/** `agent:`: an agent CLI, believed by what it changed and not by what it says. */
export const agentKind: StepKind<AgentStep> = {
  describe: (action) => `agent ${action.agent}: ${action.task}`,
  mustChange: true,
  run: ({ agent, task, config }, input) =>
    runAgentText({ agent, task, config, agentText: input.tools.agentText(agent) }, input),
};

/** Asks the run's agent backend; its answer is a claim, to be judged by what changed. */
export async function runAgentText(parts: PromptParts, input: StepInput): Promise<Result<StepReport, StepFailure>> {
  const found = findBackend(input.tools.agentBackend);
  if (!found.ok) return err(free(found.error));
  const result = await runAgent(found.value, parts, input);
  if (result.end === 'not-found') {
    const help = 'check --agent-backend: the file must exist and be executable';
    return err(free({ reason: 'agent-backend-missing', backend: input.tools.agentBackend, help }));
  }
  const failure = commandFailure(`agent ${parts.agent}`, result, input.timeoutMs);
  if (failure !== null) return err(free(failure));
  if (result.stdoutTruncated) {
    return err(free({ reason: 'agent-result-invalid', detail: `its answer is longer than ${MAX_RESULT_BYTES} bytes` }));
  }
  const answer = found.value.readResult(result.stdout.toString('utf8'));
  if (!answer.ok) return err(free(answer.error));
  const { status, summary, followUps, costUsd, tokens } = answer.value;
  if (status === 'blocked') return err({ failure: { reason: 'agent-blocked', summary }, costUsd, tokens });
  const outputs = { summary, ...(followUps.length > 0 ? { follow_ups: followUps } : {}) };
  return ok({ outcome: status, summary, outputs, costUsd, tokens });
}

/** Standard output is the answer; only standard error is progress for the log. */
function runAgent(backend: AgentBackend, parts: PromptParts, input: StepInput): Promise<ProcessResult> {
  const { agent, task, config } = parts;
  const { stepId, attempt } = input;
  const launch = backend.launch({ agent, task, config, prompt: buildPrompt(parts), stepId, attempt });
  return input.tools.runProcess({
    argv: launch.argv,
    cwd: input.dir,
    env: { ...input.tools.env, ...launch.env },
    input: launch.input,
    signal: input.signal,
    onOutput: (chunk, stream) => {
      if (stream === 'stderr') input.onOutput(chunk);
    },
    keepBytes: MAX_RESULT_BYTES,
    reapTree: true,
    ...(input.timeoutMs === null ? {} : { timeoutMs: input.timeoutMs }),
  });
}
