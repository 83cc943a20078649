import type { AgentTrouble, Failure } from '../../base/failure.js';
import { err, type Result } from '../../base/result.js';
import { checkAnswer, invalidAnswer, type AgentAnswer } from '../agent-answer.js';
import type { AgentExit, AgentLimits } from '../backend.js';
import { deniedText } from '../denied-text.js';
import { exitFailure } from '../exit-failure.js';
import type { Transcript } from '../transcript.js';

/** `--max-budget-usd` is given with 6 decimals, so the CLI may stop this much before the budget. */
const ROUNDING_USD = 1e-6;

/** What the CLI says on standard error when it refuses its command line. */
const BAD_COMMAND_LINE =
  /unknown option|unknown argument|not found\. Available agents|not a valid JSON Schema|is already in use|No conversation found|requires --verbose|cannot be used with root/i;

/**
 * Whether Claude Code has ended well: exit code 0, a last result of success that is no error, a model that was asked, no tool
 * denied, and an answer that is what was asked for. None of them says it alone; see `Transcript`.
 */
export function concludeClaude(
  transcript: Transcript,
  exit: AgentExit,
  limits: AgentLimits,
): Result<AgentAnswer, Failure> {
  const { endedWell, answer, turns, denials } = transcript;
  if (endedWell === null) return withoutResult(exit);
  if (answer?.value instanceof RangeError) return invalidAnswer(answer.value.message);
  if (!endedWell) return notWell(transcript, limits);
  const failure = exitFailure('claude', exit);
  if (failure !== null) return failure;
  if (turns === 0) return failed('no-turns', 'it ended without a word of the model');
  if (denials > 0) return failed('denied', deniedText(transcript));
  if (answer === null) return invalidAnswer('it ended without the structured answer that it was asked for');
  return checkAnswer(answer.value);
}

/** The process ended without its last word: it was killed, crashed, or refused its command line. */
function withoutResult(exit: AgentExit): Result<never, Failure> {
  const isRefused = exit.signal === null && BAD_COMMAND_LINE.test(exit.stderrTail);
  if (isRefused) return failed('input', exit.stderrTail.trim());
  return exitFailure('claude', exit) ?? failed('crashed', 'it ended without saying how');
}

function notWell({ trouble, costUsd }: Transcript, { budgetUsd }: AgentLimits): Result<never, Failure> {
  const isSpent = budgetUsd !== null && costUsd !== null && costUsd >= budgetUsd - ROUNDING_USD;
  if (isSpent && trouble?.trouble === 'policy') return err({ reason: 'agent-out-of-budget', limitUsd: budgetUsd });
  return failed(trouble?.trouble ?? 'crashed', trouble?.message ?? 'it says that it did not end well');
}

const failed = (trouble: AgentTrouble, detail: string): Result<never, Failure> =>
  err({ reason: 'agent-failed', backend: 'claude', trouble, detail });
