import type { Failure } from '../base/failure.js';
import { err, type Result } from '../base/result.js';
import type { AgentExit } from './backend.js';

/** The failure of a CLI that exited with another code than 0, or by a signal, and said nothing better; null when it exited with 0. */
export function exitFailure(
  backend: string,
  { exitCode, signal, stderrTail }: AgentExit,
): Result<never, Failure> | null {
  if (exitCode === 0) return null;
  const how = signal === null ? `exit code ${exitCode ?? 'unknown'}` : `ended by signal ${signal}`;
  const detail = stderrTail.trim() === '' ? how : `${how}\n${stderrTail.trim()}`;
  return err({ reason: 'agent-failed', backend, trouble: 'crashed', detail });
}
