import { randomUUID } from 'node:crypto';
import type { AgentRequest } from '../../src/agents/backend.js';
import { agentRequest } from './agent-request.js';
import { runClaude, type ClaudeRun } from './claude-cli.js';
import { newRepository, temporaryFolder } from './git-repository.js';
import { conversations, openMessagesApi, type MessagesApi, type ReplyOf } from './messages-api.js';

const apis: MessagesApi[] = [];

/** For `afterEach`: closes the APIs of all scenes. */
export async function closeScenes(): Promise<void> {
  for (const api of apis.splice(0)) await api.close();
}

export interface Scene {
  readonly api: MessagesApi;
  readonly request: AgentRequest;
  readonly run: (more?: Partial<AgentRequest>) => Promise<ClaudeRun>;
}

/** A repository, a HOME, and an API that plays these replies, one for each request. */
export async function claudeScene(replies: readonly ReplyOf[], more: Partial<AgentRequest> = {}): Promise<Scene> {
  const api = await openMessagesApi(conversations({ 'write-it': replies }));
  apis.push(api);
  const request = agentRequest({
    workspace: newRepository({ 'a.txt': 'one\n' }),
    home: temporaryFolder(),
    session: { id: randomUUID(), isNew: true },
    prompt: 'Your task: write-it',
    version: '2.1.330',
    ...more,
  });
  return { api, request, run: (changes = {}) => runClaude({ request: { ...request, ...changes }, api }) };
}
