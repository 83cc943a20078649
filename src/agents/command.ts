import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import type { AgentBackend, AgentResult } from './backend.js';

const english = en().localeError;

/** The JSON document that the executable prints on standard output; logs belong on standard error. */
const resultSchema = z.object({
  status: z.enum(['done', 'no-op', 'blocked']),
  summary: z.string().check(z.maxLength(10_000)),
  follow_ups: z._default(z.array(z.string()), []),
  cost_usd: z._default(z.nullable(z.number().check(z.nonnegative())), null),
  tokens: z._default(z.nullable(z.int().check(z.nonnegative())), null),
});

/**
 * The `command` backend: any executable. It is started in the workspace with the prompt on standard input and with
 * WORKFLOW_RUNNER_AGENT, _TASK, _CONFIG (JSON), _STEP and _ATTEMPT in its environment; it prints one JSON document
 * `{"status": "done" | "no-op" | "blocked", "summary": "…", "follow_ups"?, "cost_usd"?, "tokens"?}`.
 */
export function commandBackend(executable: string): AgentBackend {
  return {
    launch: (request) => ({
      argv: [executable],
      input: request.prompt,
      env: {
        WORKFLOW_RUNNER_AGENT: request.agent,
        WORKFLOW_RUNNER_TASK: request.task,
        WORKFLOW_RUNNER_CONFIG: JSON.stringify(request.config),
        WORKFLOW_RUNNER_STEP: request.stepId,
        WORKFLOW_RUNNER_ATTEMPT: String(request.attempt),
      },
    }),
    readResult,
  };
}

function readResult(stdout: string): Result<AgentResult, Failure> {
  const text = stdout.trim();
  if (text === '') return invalid('it printed nothing on standard output');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return invalid('standard output is not one JSON document (logs belong on standard error)');
  }
  const parsed = resultSchema.safeParse(json, { error: english });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalid(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not the expected document'}`);
  }
  const { status, summary, follow_ups: followUps, cost_usd: costUsd, tokens } = parsed.data;
  return ok({ status, summary, followUps, costUsd, tokens });
}

const invalid = (detail: string): Result<never, Failure> => err({ reason: 'agent-result-invalid', detail });
