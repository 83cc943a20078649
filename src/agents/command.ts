import type { AgentBackend } from './backend.js';
import { checkAnswer, invalidAnswer } from './agent-answer.js';
import { exitFailure } from './exit-failure.js';
import type { AgentEvent } from './agent-event.js';
import { amountOf } from './json-record.js';

/**
 * The `command` backend: any executable. It is started in the workspace with the prompt on standard input and the variables of
 * `launch` in its environment; it prints one JSON document
 * `{"status": "done" | "no-op" | "blocked", "summary": "…", "follow_ups"?, "cost_usd"?, "tokens"?}`.
 */
export function commandBackend(executable: string): AgentBackend {
  return {
    name: 'command',
    program: executable,
    installHelp: 'name it by its path (command:./agent), or put it on PATH',
    pinned: null,
    oldestVersion: null,
    keyVariables: [],
    passedVariables: [],
    hosts: [],
    gateway: null,
    tellsCost: true,
    sessions: 'none',
    streamsEvents: false,
    launch: (request) => ({
      args: [],
      input: request.prompt,
      env: {
        WORKFLOW_RUNNER_AGENT: request.agent,
        WORKFLOW_RUNNER_TASK: request.task,
        WORKFLOW_RUNNER_CONFIG: JSON.stringify(request.config),
        WORKFLOW_RUNNER_STEP: request.stepId,
        WORKFLOW_RUNNER_ATTEMPT: String(request.attempt),
        WORKFLOW_RUNNER_BUDGET_USD: request.limits.budgetUsd === null ? '' : String(request.limits.budgetUsd),
      },
    }),
    readLine: readDocument,
    conclude: ({ answer }, exit) => {
      const failure = exitFailure('command', exit);
      if (failure !== null) return failure;
      if (answer === null) return invalidAnswer('it printed nothing on standard output');
      if (answer.value instanceof SyntaxError)
        return invalidAnswer('standard output is not one JSON document (logs belong on standard error)');
      return hasBrokenCost(answer.value)
        ? invalidAnswer('cost_usd and tokens are numbers, not below 0')
        : checkAnswer(answer.value);
    },
    sessionFile: () => null,
  };
}

/** The whole output: its answer, and what it says it cost. Broken JSON is an answer that no check accepts. */
function readDocument(output: string): readonly AgentEvent[] {
  if (output.trim() === '') return [];
  try {
    const value: unknown = JSON.parse(output);
    const { cost_usd: costUsd, tokens } = (value ?? {}) as Record<string, unknown>;
    return [
      { type: 'usage', costUsd: amountOf(costUsd), tokens: amountOf(tokens) },
      { type: 'answer', value },
    ];
  } catch (error) {
    return [{ type: 'answer', value: error }];
  }
}

/** Costs that are told wrong would be counted wrong. */
function hasBrokenCost(value: unknown): boolean {
  const { cost_usd: costUsd, tokens } = (value ?? {}) as Record<string, unknown>;
  return [costUsd, tokens].some((told) => told !== undefined && told !== null && amountOf(told) === null);
}
