import type { Failure } from '../base/failure.js';
import { err, ok, type Result } from '../base/result.js';
import type { AgentBackend } from './backend.js';
import { claudeBackend } from './claude/claude-backend.js';
import { codexBackend } from './codex.js';
import { commandBackend } from './command.js';
import { copilotBackend } from './copilot.js';
import { geminiBackend } from './gemini.js';
import { opencodeBackend } from './opencode.js';

/** The CLIs that are known by name; the first is the default. */
const backends: ReadonlyMap<string, AgentBackend> = new Map(
  [claudeBackend, codexBackend, geminiBackend, copilotBackend, opencodeBackend].map((backend) => [
    backend.name,
    backend,
  ]),
);

/** How a backend can be chosen, for help and messages. */
export const BACKEND_NAMES: readonly string[] = [...backends.keys(), 'command:PROGRAM'];

/** Every backend that is known by name, in the order of `BACKEND_NAMES`. */
export const namedBackends: readonly AgentBackend[] = [...backends.values()];

/**
 * The backend of that name, or `command:<executable>`. An unknown name is a failure that says what there is, so that it can be
 * told before anything is spent.
 */
export function findBackend(name: string): Result<AgentBackend, Failure> {
  const named = backends.get(name);
  if (named !== undefined) return ok(named);
  const [kind, ...rest] = name.split(':');
  const executable = rest.join(':');
  if (kind === 'command' && executable !== '') return ok(commandBackend(executable));
  const help = `use one of: ${BACKEND_NAMES.join(', ')}; command:PROGRAM reads the prompt and prints a JSON result`;
  return err({ reason: 'agent-backend-missing', backend: name, help });
}
