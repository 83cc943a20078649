import type { AgentTrouble, Failure } from '../base/failure.js';
import { err, type Result } from '../base/result.js';
import { checkAnswer, invalidAnswer, type AgentAnswer } from './agent-answer.js';
import { answerInText } from './answer-in-text.js';
import type { AgentExit } from './backend.js';
import { deniedText } from './denied-text.js';
import { exitFailure } from './exit-failure.js';
import type { Transcript } from './transcript.js';
import { troubleOf } from './trouble-of.js';

/** What is a CLI's own in how it ends. */
export interface EndingRules {
  readonly backend: string;
  /** What its exit codes mean, where they mean more than failure. */
  readonly exitCodes?: ReadonlyMap<number, AgentTrouble>;
  /** True when it always tells how it ended: without that word it did not. */
  readonly tellsEnd: boolean;
}

/**
 * The rules for CLIs whose model writes the answer as text: exit code 0, no word that it failed, the model asked at least once,
 * nothing denied, and an answer in the last text. Exit code 0 alone proves nothing.
 */
export function concludeByText(
  rules: EndingRules,
  transcript: Transcript,
  exit: AgentExit,
): Result<AgentAnswer, Failure> {
  const failure = badEnd(rules, transcript, exit);
  if (failure !== null) return failure;
  const { backend } = rules;
  const fail = (trouble: AgentTrouble, detail: string): Result<never, Failure> =>
    err({ reason: 'agent-failed', backend, trouble, detail });
  if (transcript.turns === 0) return fail('no-turns', 'it ended without asking the model');
  if (transcript.denials > 0) return fail('denied', `its own rules denied it: ${deniedText(transcript)}`);
  const answer = answerInText(transcript.lastText);
  if (answer === null) return invalidAnswer('the last text of the agent holds no JSON document with a status');
  return checkAnswer(answer);
}

function badEnd(
  { backend, exitCodes, tellsEnd }: EndingRules,
  { trouble, endedWell }: Transcript,
  exit: AgentExit,
): Result<never, Failure> | null {
  const isOver = exit.exitCode === 0 && endedWell !== false && (endedWell === true || !tellsEnd);
  if (isOver) return null;
  const byCode = exit.exitCode === null ? undefined : exitCodes?.get(exit.exitCode);
  if (trouble !== null) {
    const known = trouble.trouble === 'crashed' ? byCode : trouble.trouble;
    return err({ reason: 'agent-failed', backend, trouble: known ?? 'crashed', detail: trouble.message });
  }
  const detail = exit.stderrTail.trim();
  if (exit.exitCode === 0) {
    const told = endedWell === null ? 'it ended without a word on how' : 'it said that it failed';
    return err({
      reason: 'agent-failed',
      backend,
      trouble: 'crashed',
      detail: detail === '' ? told : `${told}\n${detail}`,
    });
  }
  const known = byCode ?? (exit.signal === null ? troubleOf(detail) : null);
  if (known === null) return exitFailure(backend, exit);
  const how = `exit code ${exit.exitCode ?? 'unknown'}`;
  return err({ reason: 'agent-failed', backend, trouble: known, detail: detail === '' ? how : `${how}\n${detail}` });
}
