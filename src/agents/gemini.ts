import type { AgentTrouble } from '../base/failure.js';
import type { AgentBackend, AgentLaunch, AgentRequest } from './backend.js';
import type { AgentEvent } from './agent-event.js';
import { concludeByText } from './conclude-by-text.js';
import { amountAt, readingRecords, recordAt, textAt, type JsonRecord } from './json-record.js';
import { toolDetail } from './tool-detail.js';
import { troubleOf } from './trouble-of.js';

/** Under this name the CLI keeps its sessions whatever the path of the workspace, which may be another one at the next attempt. */
const PROJECT = 'workspace';
const SETTINGS_FILE = '.gemini/settings.json';

/** packages/core/src/utils/errors.ts of google-gemini/gemini-cli. An HTTP status modulo 256 is possible too (401 gives 145). */
const exitCodes: ReadonlyMap<number, AgentTrouble> = new Map<number, AgentTrouble>([
  [41, 'auth'],
  [42, 'input'],
  [44, 'input'],
  [52, 'input'],
  [53, 'turns'],
  [54, 'crashed'],
  [55, 'input'],
  [130, 'crashed'],
]);

/**
 * Google's Gemini CLI, headless (tried with 0.61.0 against a scripted API; docs/cli/headless.md of google-gemini/gemini-cli). The
 * prompt comes on standard input. Neither MCP servers nor extensions are started, and GEMINI.md is not read. The folder has to be
 * trusted, else the CLI would not edit; with that it obeys `.gemini/settings.json` of the repository, hooks among it, over our
 * settings, and only root could overrule those. What the repository has there is confined by the cage alone. It has no limit of cost.
 */
export const geminiBackend: AgentBackend = {
  name: 'gemini',
  program: 'gemini',
  obeys: [SETTINGS_FILE, '.env'],
  installHelp: 'npm install --global @google/gemini-cli@0.61.0',
  // Scripts with optional native parts: no single archive that could be held to one digest.
  pinned: null,
  oldestVersion: '0.61.0',
  keyVariables: ['GEMINI_API_KEY'],
  passedVariables: ['GOOGLE_GEMINI_BASE_URL', 'GEMINI_MODEL'],
  hosts: ['generativelanguage.googleapis.com'],
  gateway: { variable: 'GOOGLE_GEMINI_BASE_URL', upstream: 'https://generativelanguage.googleapis.com' },
  tellsCost: false,
  sessions: 'told',
  streamsEvents: true,
  launch,
  readLine: readingRecords(eventsOf),
  conclude: (transcript, exit) => concludeByText({ backend: 'gemini', exitCodes, tellsEnd: true }, transcript, exit),
  // `chats/session-<time>-<beginning of the id>.jsonl`: the time is not known.
  sessionFile: () => null,
};

function launch({ session, prompt, file, workspace, isCaged, limits }: AgentRequest): AgentLaunch {
  const model = file?.model ?? null;
  return {
    args: [
      ...['--output-format', 'stream-json', '--skip-trust', '--approval-mode', isCaged ? 'yolo' : 'auto_edit'],
      ...(model === null ? [] : ['--model', model]),
      ...(session === null ? [] : ['--resume', session.id]),
      ...['--extensions', 'none', '--allowed-mcp-server-names', 'none'],
    ],
    env: {
      GEMINI_CLI_NO_RELAUNCH: 'true',
      GEMINI_SANDBOX: 'false',
    },
    // A path after an @ would be read into the prompt: what a failing check printed is no wish to read a file.
    input: prompt.replaceAll('@', '\\@'),
    files: {
      [SETTINGS_FILE]: JSON.stringify(settings(limits.turns)),
      '.gemini/projects.json': JSON.stringify({ projects: { [workspace]: PROJECT } }),
      [`.gemini/tmp/${PROJECT}/.project_root`]: workspace,
      [`.gemini/history/${PROJECT}/.project_root`]: workspace,
    },
  };
}

/** The user's settings, in HOME: docs/reference/configuration.md of google-gemini/gemini-cli. */
function settings(turns: number | null): Readonly<Record<string, unknown>> {
  return {
    security: { auth: { selectedType: 'gemini-api-key' } },
    general: { enableAutoUpdate: false, enableAutoUpdateNotification: false },
    privacy: { usageStatisticsEnabled: false },
    telemetry: { enabled: false },
    advanced: { ignoreLocalEnv: true },
    hooksConfig: { enabled: false },
    skills: { enabled: false },
    context: { fileName: ['.workflow-runner-reads-none'] },
    ...(turns === null ? {} : { model: { maxSessionTurns: turns } }),
  };
}

/** The lines of `--output-format stream-json`: packages/core/src/output/types.ts of google-gemini/gemini-cli. */
function eventsOf(record: JsonRecord): readonly AgentEvent[] {
  switch (record['type']) {
    case 'init': {
      const id = textAt(record, 'session_id');
      return id === '' ? [] : [{ type: 'session', id }];
    }
    case 'message':
      if (record['role'] !== 'assistant') return [];
      return [
        { type: 'text', text: textAt(record, 'content'), ...(record['delta'] === true ? { isPiece: true } : {}) },
      ];
    case 'tool_use':
      return [{ type: 'turn' }, used(record), { type: 'text', text: '' }];
    case 'tool_result':
      return toolResult(record);
    case 'error':
      return errorEvents(record);
    case 'result':
      return resultEvents(record);
    default:
      return [];
  }
}

const used = (record: JsonRecord): AgentEvent => ({
  type: 'tool',
  name: textAt(record, 'tool_name'),
  detail: toolDetail(record['parameters']),
});

function toolResult(record: JsonRecord): readonly AgentEvent[] {
  if (record['status'] !== 'error') return [];
  const error = recordAt(record, 'error');
  const message = textAt(error, 'message') || textAt(record, 'output');
  const isDenied = error['type'] === 'policy_violation';
  return isDenied
    ? [{ type: 'denied', tool: textAt(record, 'tool_id').split('__', 1)[0] ?? '', detail: message }]
    : [{ type: 'tool-failed', message }];
}

function errorEvents(record: JsonRecord): readonly AgentEvent[] {
  const message = textAt(record, 'message');
  if (record['severity'] !== 'error') return [{ type: 'tool-failed', message }];
  return [{ type: 'trouble', trouble: troubleOf(message) ?? 'crashed', message }];
}

function resultEvents(record: JsonRecord): readonly AgentEvent[] {
  const tokens = amountAt(recordAt(record, 'stats'), 'total_tokens');
  const usage: AgentEvent = { type: 'usage', costUsd: null, tokens };
  if (record['status'] === 'success') {
    return [...(tokens === 0 ? [] : [{ type: 'turn' } as const]), usage, { type: 'ended', well: true }];
  }
  const message = textAt(recordAt(record, 'error'), 'message');
  const trouble: readonly AgentEvent[] =
    message === '' ? [] : [{ type: 'trouble', trouble: troubleOf(message) ?? 'crashed', message }];
  return [usage, ...trouble, { type: 'ended', well: false }];
}
