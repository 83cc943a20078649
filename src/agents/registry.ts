import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import type { AgentBackend } from './backend.js';
import { commandBackend } from './command.js';

/** Told to whoever asks for a backend that is not there. */
const HELP = 'use --agent-backend command:EXECUTABLE, a program that reads the prompt and prints a JSON result';

/**
 * The backend of that name: `command:<executable>`. An unknown name is a failure that says what there is, so that it can be
 * told before anything is spent.
 */
export function findBackend(name: string): Result<AgentBackend, Failure> {
  const [kind, ...rest] = name.split(':');
  const executable = rest.join(':');
  if (kind === 'command' && executable !== '') return ok(commandBackend(executable));
  return err({ reason: 'agent-backend-missing', backend: name, help: HELP });
}
