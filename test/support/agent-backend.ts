import { commandBackend } from '../../src/agents/command.js';
import type { AgentBackend } from '../../src/agents/backend.js';

/** A backend of a CLI called `probe-agent`, with nothing special in it. */
export function probeBackend(more: Partial<AgentBackend> = {}): AgentBackend {
  return { ...commandBackend('probe-agent'), name: 'probe', installHelp: 'npm install --global probe-agent', ...more };
}
