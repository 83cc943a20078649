import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';

/** What an agent answers in the end. A claim: it is judged by what changed and by checks. */
export interface AgentAnswer {
  readonly status: 'done' | 'no-op' | 'blocked';
  readonly summary: string;
  readonly followUps: readonly string[];
}

const english = en().localeError;

const answerSchema = z.object({
  status: z.enum(['done', 'no-op', 'blocked']),
  summary: z.string().check(z.maxLength(10_000)),
  follow_ups: z._default(z.array(z.string().check(z.maxLength(10_000))).check(z.maxLength(1000)), []),
});

/** JSON Schema of the answer, for CLIs that hold the model to one (`--json-schema`, `--output-schema`). */
export const ANSWER_JSON_SCHEMA = {
  type: 'object',
  properties: {
    status: {
      type: 'string',
      enum: ['done', 'no-op', 'blocked'],
      description: 'done: you changed files; no-op: nothing had to be changed; blocked: you cannot go on',
    },
    summary: { type: 'string', description: 'One line: what was done, or why not' },
    follow_ups: { type: 'array', items: { type: 'string' }, description: 'What should be done later' },
  },
  required: ['status', 'summary', 'follow_ups'],
  additionalProperties: false,
} as const;

/** Checks an answer that a CLI handed over as JSON. */
export function checkAnswer(value: unknown): Result<AgentAnswer, Failure> {
  const parsed = answerSchema.safeParse(value, { error: english });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return invalidAnswer(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not the expected document'}`);
  }
  const { status, summary, follow_ups: followUps } = parsed.data;
  return ok({ status, summary, followUps });
}

/** The failure of an answer that is missing or not what was asked for. */
export function invalidAnswer(detail: string): Result<never, Failure> {
  return err({ reason: 'agent-result-invalid', detail });
}
