import type { AgentRequest } from '../../src/agents/backend.js';

/** A request with nothing special in it. */
export function agentRequest(more: Partial<AgentRequest> = {}): AgentRequest {
  return {
    agent: 'writer',
    task: 'write-it',
    config: {},
    stepId: 'step',
    attempt: 1,
    prompt: 'do it',
    file: null,
    session: null,
    workspace: '/work/space',
    home: '/work/home',
    limits: { turns: null, budgetUsd: null },
    isCaged: false,
    ...more,
  };
}
