import type { AgentBackend, AgentLaunch, AgentRequest } from './backend.js';
import type { AgentEvent } from './agent-event.js';
import { concludeByText } from './conclude-by-text.js';
import { amountAt, readingRecords, recordAt, recordsAt, textAt, type JsonRecord } from './json-record.js';
import { toolDetail } from './tool-detail.js';
import { troubleOf } from './trouble-of.js';

/**
 * GitHub's Copilot CLI, prompt mode (tried with 1.0.102 against a scripted provider; `copilot help environment` and `permissions`). The
 * prompt comes on standard input. A folder that was not trusted brings no hooks, skills, MCP servers or agents, and AGENTS.md is not
 * read. It has no limit of turns, and tells no dollars and no tokens. Its lines are not documented: what is not known is passed over.
 */
export const copilotBackend: AgentBackend = {
  name: 'copilot',
  program: 'copilot',
  installHelp: 'npm install --global @github/copilot@1.0.102',
  pinned: {
    package: '@github/copilot',
    version: '1.0.102',
    archives: {
      'linux-x64': {
        package: '@github/copilot-linux-x64',
        version: '1.0.102',
        integrity: 'sha512-eGHPbsP0p2QgfVZCjtbGBFZPBOJQ0DN7xIbBRAo7oG8b1zfLirQIdfI4h8Iy68Dv2cKJGJZg2/EO7W7KpIMJOw==',
        executable: 'copilot',
      },
      'linux-arm64': {
        package: '@github/copilot-linux-arm64',
        version: '1.0.102',
        integrity: 'sha512-5rO0B2/AduCekrE+aUzipySKZxZY2b/tVRZ8Suy8ymPFNC0Q7HQiQ8DZhxj+3RhHR8rU2Z8KOJVAbtMlROX6+A==',
        executable: 'copilot',
      },
      'darwin-x64': {
        package: '@github/copilot-darwin-x64',
        version: '1.0.102',
        integrity: 'sha512-n4jBdS+QxrXWiQ9v9tUBZUcJ0hlWVG75Qs3Gzo25BRzlWQSSd5eCNrfOVf4Cr95mAK/L54dne+8rSwASNRG7qA==',
        executable: 'copilot',
      },
      'darwin-arm64': {
        package: '@github/copilot-darwin-arm64',
        version: '1.0.102',
        integrity: 'sha512-M4Jwxvw9CzxQUVoAz4UFbwFw9SpjUXbMzD481ifFJ+o/GXYJy5+sYxWRSfGhPA9e/w4DlWxdpkSQFnagl/AYbA==',
        executable: 'copilot',
      },
    },
  },
  oldestVersion: '1.0.102',
  // Never GH_TOKEN or GITHUB_TOKEN, which it would take too: they may write to the repository.
  keyVariables: ['COPILOT_GITHUB_TOKEN'],
  passedVariables: ['COPILOT_MODEL'],
  hosts: [
    'api.github.com',
    'api.githubcopilot.com',
    'api.individual.githubcopilot.com',
    'api.business.githubcopilot.com',
    'api.enterprise.githubcopilot.com',
  ],
  gateway: null,
  tellsCost: false,
  sessions: 'chosen',
  streamsEvents: true,
  launch,
  readLine: readingRecords(eventsOf),
  conclude: (transcript, exit) => concludeByText({ backend: 'copilot', tellsEnd: false }, transcript, exit),
  sessionFile: (_workspace, sessionId) => `.copilot/session-state/${sessionId}/events.jsonl`,
};

function launch({ session, prompt, file, home, isCaged }: AgentRequest): AgentLaunch {
  const model = file?.model ?? null;
  return {
    args: [
      ...['--output-format', 'json', '--no-ask-user', '--no-auto-update', '--no-color', '--disable-client-telemetry'],
      ...['--disable-builtin-mcps', '--no-custom-instructions', '--no-remote', '--no-remote-export'],
      '--secret-env-vars=COPILOT_GITHUB_TOKEN',
      ...(isCaged ? ['--allow-all-tools', '--allow-all-paths'] : ['--allow-tool=write']),
      ...(model === null ? [] : ['--model', model]),
      ...(session === null ? [] : ['--session-id', session.id]),
    ],
    env: { COPILOT_HOME: `${home}/.copilot`, COPILOT_AUTO_UPDATE: 'false' },
    input: prompt,
  };
}

/** Lines as 1.0.102 printed them, `{"type": "assistant.message", "data": {…}}`, and the flat ones of some models, like Claude Code's. */
function eventsOf(record: JsonRecord): readonly AgentEvent[] {
  const data = recordAt(record, 'data');
  switch (record['type']) {
    case 'session.start':
      return sessionEvents(textAt(data, 'sessionId'));
    case 'assistant.message':
      return [{ type: 'turn' }, ...textEvents(textAt(data, 'content'))];
    case 'assistant':
      return [{ type: 'turn' }, ...flatContent(recordsAt(recordAt(record, 'message'), 'content'))];
    case 'tool.execution_start':
      return [{ type: 'tool', name: textAt(data, 'toolName'), detail: toolDetail(data['arguments']) }];
    case 'tool.execution_complete':
      return toolResult(data);
    case 'assistant.turn_retry':
      return [{ type: 'retrying', message: textAt(data, 'reason') }];
    case 'session.error':
      return errorEvents(data);
    case 'abort':
      return [
        { type: 'trouble', trouble: 'crashed', message: `stopped: ${textAt(data, 'reason')}` },
        { type: 'ended', well: false },
      ];
    case 'result':
      return resultEvents(record);
    default:
      return [];
  }
}

const sessionEvents = (id: string): readonly AgentEvent[] => (id === '' ? [] : [{ type: 'session', id }]);

const textEvents = (text: string): readonly AgentEvent[] => (text === '' ? [] : [{ type: 'text', text }]);

function flatContent(content: readonly JsonRecord[]): readonly AgentEvent[] {
  return content.flatMap((block): readonly AgentEvent[] => {
    if (block['type'] === 'text') return textEvents(textAt(block, 'text'));
    if (block['type'] !== 'tool_use') return [];
    return [{ type: 'tool', name: textAt(block, 'name'), detail: toolDetail(block['input']) }];
  });
}

function toolResult(data: JsonRecord): readonly AgentEvent[] {
  if (data['success'] !== false) return [];
  const error = recordAt(data, 'error');
  const message = textAt(error, 'message');
  const isDenied = textAt(error, 'code') === 'denied' || /^permission denied|permission to use/i.test(message);
  return isDenied
    ? [{ type: 'denied', tool: textAt(data, 'toolName'), detail: message }]
    : [{ type: 'tool-failed', message }];
}

function errorEvents(data: JsonRecord): readonly AgentEvent[] {
  const message = textAt(data, 'message');
  const known = troubleOf(message, amountAt(data, 'statusCode'));
  const trouble = textAt(data, 'errorType') === 'authentication' ? 'auth' : (known ?? 'crashed');
  return [{ type: 'trouble', trouble, message }];
}

function resultEvents(record: JsonRecord): readonly AgentEvent[] {
  const session = sessionEvents(textAt(record, 'sessionId') || textAt(record, 'session_id'));
  const hasFailed = record['is_error'] === true || (amountAt(record, 'exitCode') ?? 0) !== 0;
  // Stopped, it says 0 as well: what was told before counts then.
  return hasFailed ? [...session, { type: 'ended', well: false }] : session;
}
