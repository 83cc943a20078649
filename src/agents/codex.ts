import type { AgentBackend, AgentLaunch, AgentRequest } from './backend.js';
import { ANSWER_JSON_SCHEMA } from './agent-answer.js';
import type { AgentEvent } from './agent-event.js';
import { concludeByText } from './conclude-by-text.js';
import { amountAt, readingRecords, recordAt, recordsAt, textAt, type JsonRecord } from './json-record.js';
import { troubleOf } from './trouble-of.js';

const SCHEMA_FILE = '.codex/answer-schema.json';

/**
 * OpenAI's Codex CLI, `codex exec` (tried with 0.169.0 against a scripted API; its help, and
 * https://developers.openai.com/codex/noninteractive). The prompt comes on standard input. A `.codex` folder of the repository counts
 * only in projects that were trusted, and none is; AGENTS.md is not read, since an earlier agent could have written it. It has no
 * limit of turns or cost. The tokens of a resumed thread count those of its earlier turns too.
 */
export const codexBackend: AgentBackend = {
  name: 'codex',
  program: 'codex',
  installHelp: 'npm install --global @openai/codex@0.169.0',
  pinned: {
    package: '@openai/codex',
    version: '0.169.0',
    archives: {
      'linux-x64': {
        package: '@openai/codex',
        version: '0.169.0-linux-x64',
        integrity: 'sha512-o05NyAOCDygSPRo1yinzxvkRSdmsZyBD9E7mbpmjRanSfM8lypqWtQgEo4XfNkwhuCR2aFu8mlGOsQGFXVbVww==',
        executable: 'vendor/x86_64-unknown-linux-musl/bin/codex',
      },
      'linux-arm64': {
        package: '@openai/codex',
        version: '0.169.0-linux-arm64',
        integrity: 'sha512-NZ/DaQUpcQmxmqee7Z9uC1rzw3GhSbooawcaTe1LN5Yk+WlinUKGdTXJgClRT/9ogQEEM9TWxYzvxPfj5G/xFg==',
        executable: 'vendor/aarch64-unknown-linux-musl/bin/codex',
      },
      'darwin-x64': {
        package: '@openai/codex',
        version: '0.169.0-darwin-x64',
        integrity: 'sha512-K1FKSsSLl9v3z5TeagBQXyQRDBIGB5Jncy5dxsRxwT3aaTqN3AI8VrCfoxBxKMOOU9O2QX1vg7WkBwNVth/s9A==',
        executable: 'vendor/x86_64-apple-darwin/bin/codex',
      },
      'darwin-arm64': {
        package: '@openai/codex',
        version: '0.169.0-darwin-arm64',
        integrity: 'sha512-5WsWFBbVP78D+6FvNo1MMVxLPZdmcoQlqVJFrF4qx/TmvneLnMQKtLyXkUo54XOTDfoYKpNouTJ/F7gTVA8FnQ==',
        executable: 'vendor/aarch64-apple-darwin/bin/codex',
      },
    },
  },
  // The first with `--ignore-user-config` and `--ignore-rules` that was tried.
  oldestVersion: '0.169.0',
  keyVariables: ['CODEX_API_KEY'],
  passedVariables: [],
  hosts: ['api.openai.com'],
  gateway: null,
  tellsCost: false,
  sessions: 'told',
  streamsEvents: true,
  launch,
  readLine: readingRecords(eventsOf),
  conclude: (transcript, exit) => concludeByText({ backend: 'codex', tellsEnd: true }, transcript, exit),
  // `sessions/<year>/<month>/<day>/rollout-<time>-<id>.jsonl`: the time is not known.
  sessionFile: () => null,
};

function launch({ session, prompt, file, home, isCaged }: AgentRequest): AgentLaunch {
  const confinement = isCaged ? ['--dangerously-bypass-approvals-and-sandbox'] : ['--sandbox', 'workspace-write'];
  const model = file?.model ?? null;
  return {
    args: [
      'exec',
      ...['--json', '--color', 'never', '--skip-git-repo-check', '--ignore-user-config', '--ignore-rules'],
      ...['--config', 'project_doc_max_bytes=0', '--config', 'check_for_update_on_startup=false'],
      ...['--config', 'analytics.enabled=false', '--output-schema', `${home}/${SCHEMA_FILE}`],
      ...confinement,
      ...(model === null ? [] : ['--model', model]),
      ...(session === null ? [] : ['resume', session.id]),
      '-',
    ],
    env: { CODEX_HOME: `${home}/.codex` },
    input: prompt,
    files: { [SCHEMA_FILE]: JSON.stringify(ANSWER_JSON_SCHEMA) },
  };
}

/** The lines of `codex exec --json`: codex-rs/exec/src/exec_events.rs of openai/codex. */
function eventsOf(record: JsonRecord): readonly AgentEvent[] {
  switch (record['type']) {
    case 'thread.started': {
      const id = textAt(record, 'thread_id');
      return id === '' ? [] : [{ type: 'session', id }];
    }
    case 'turn.completed':
      return [{ type: 'turn' }, usageOf(recordAt(record, 'usage')), { type: 'ended', well: true }];
    case 'turn.failed':
      return [...troubleEvents(textAt(recordAt(record, 'error'), 'message')), { type: 'ended', well: false }];
    case 'error':
      return errorEvents(textAt(record, 'message'));
    case 'item.started':
      return startedItem(recordAt(record, 'item'));
    case 'item.completed':
      return completedItem(recordAt(record, 'item'));
    default:
      return [];
  }
}

function usageOf(usage: JsonRecord): AgentEvent {
  const input = amountAt(usage, 'input_tokens');
  const output = amountAt(usage, 'output_tokens');
  return { type: 'usage', costUsd: null, tokens: input === null || output === null ? null : input + output };
}

function startedItem(item: JsonRecord): readonly AgentEvent[] {
  switch (item['type']) {
    case 'command_execution':
      return [{ type: 'tool', name: 'command', detail: textAt(item, 'command') }];
    case 'mcp_tool_call':
      return [{ type: 'tool', name: textAt(item, 'tool'), detail: textAt(item, 'server') }];
    default:
      return [];
  }
}

function completedItem(item: JsonRecord): readonly AgentEvent[] {
  const status = textAt(item, 'status');
  switch (item['type']) {
    case 'agent_message':
      return [{ type: 'text', text: textAt(item, 'text') }];
    case 'command_execution':
      if (status === 'declined') return [{ type: 'denied', tool: 'command', detail: textAt(item, 'command') }];
      return status === 'failed' ? [{ type: 'tool-failed', message: `command: ${textAt(item, 'command')}` }] : [];
    case 'file_change': {
      const detail = recordsAt(item, 'changes')
        .map((change) => textAt(change, 'path'))
        .join(' ');
      if (status === 'declined') return [{ type: 'denied', tool: 'edit', detail }];
      return status === 'failed'
        ? [{ type: 'tool-failed', message: `edit: ${detail}` }]
        : [{ type: 'tool', name: 'edit', detail }];
    }
    case 'web_search':
      return [{ type: 'tool', name: 'search', detail: textAt(item, 'query') }];
    case 'error':
      // A warning: the turn goes on.
      return [{ type: 'tool-failed', message: textAt(item, 'message') }];
    default:
      return [];
  }
}

function errorEvents(message: string): readonly AgentEvent[] {
  return message.startsWith('Reconnecting...') ? [{ type: 'retrying', message }] : troubleEvents(message);
}

function troubleEvents(message: string): readonly AgentEvent[] {
  return message === '' ? [] : [{ type: 'trouble', trouble: troubleOf(message) ?? 'crashed', message }];
}
