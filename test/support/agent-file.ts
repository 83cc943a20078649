import type { AgentFile } from '../../src/definition/agent-file.js';

/** An agent's file with nothing special in it. */
export function agentFile(more: Partial<AgentFile> = {}): AgentFile {
  return {
    name: 'writer',
    description: 'writes',
    model: null,
    tools: null,
    disallowedTools: [],
    permissionMode: null,
    maxTurns: null,
    prompt: 'You are a writer.',
    tasks: new Map(),
    bindings: new Map(),
    ...more,
  };
}
