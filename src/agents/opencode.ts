import type { AgentBackend, AgentLaunch, AgentRequest } from './backend.js';
import type { AgentEvent } from './agent-event.js';
import { concludeByText } from './conclude-by-text.js';
import { amountAt, readingRecords, recordAt, textAt, type JsonRecord } from './json-record.js';
import { toolDetail } from './tool-detail.js';
import { troubleOf } from './trouble-of.js';

/**
 * opencode, `opencode run` (tried with 1.18.33 against a scripted provider; https://opencode.ai/docs/cli). The prompt comes on standard
 * input. Of the repository it reads no configuration, agents, plugins or AGENTS.md. Sessions are not used:
 * gone on with in another folder, 1.18.33 does the work and then waits for ever, and the workspace of the next attempt is another
 * folder. Its limit of turns is one of steps, after which it has to answer; it has none of cost, which it counts by price lists.
 */
export const opencodeBackend: AgentBackend = {
  name: 'opencode',
  program: 'opencode',
  installHelp: 'npm install --global opencode-ai@1.18.33',
  pinned: {
    package: 'opencode-ai',
    version: '1.18.33',
    // Of this platform alone the registry has this version in a package of its own; `baseline` runs without AVX2 too.
    archives: {
      'linux-x64': {
        package: 'opencode-linux-x64-baseline',
        version: '1.18.33',
        integrity: 'sha512-1KQGBiiDDeL/VHHbHkOvvFo8Jr97WT5+C1tear+p7IcDTnXgVHXqIjU4O4jM4mHQzykTP2i884FCnW5LDa+zCA==',
        executable: 'bin/opencode',
      },
    },
  },
  oldestVersion: '1.18.33',
  keyVariables: ['ANTHROPIC_API_KEY', 'OPENAI_API_KEY', 'GEMINI_API_KEY', 'OPENROUTER_API_KEY', 'OPENCODE_API_KEY'],
  passedVariables: [],
  hosts: [
    'api.anthropic.com',
    'api.openai.com',
    'generativelanguage.googleapis.com',
    'openrouter.ai',
    'opencode.ai',
    'models.dev',
  ],
  gateway: null,
  tellsCost: false,
  sessions: 'none',
  streamsEvents: true,
  launch,
  readLine: readingRecords(eventsOf),
  conclude: (transcript, exit) => concludeByText({ backend: 'opencode', tellsEnd: false }, transcript, exit),
  sessionFile: () => null,
};

function launch({ prompt, file, home, isCaged, limits }: AgentRequest): AgentLaunch {
  const model = file?.model ?? null;
  return {
    args: [
      'run',
      ...['--format', 'json', '--pure'],
      ...(isCaged ? ['--auto'] : []),
      // Names of models are `provider/model` here; an agent's file that was written for another CLI has none.
      ...(model === null || !model.includes('/') ? [] : ['--model', model]),
    ],
    env: {
      XDG_CONFIG_HOME: `${home}/.config`,
      XDG_DATA_HOME: `${home}/.local/share`,
      XDG_STATE_HOME: `${home}/.local/state`,
      XDG_CACHE_HOME: `${home}/.cache`,
      OPENCODE_DISABLE_PROJECT_CONFIG: '1',
      OPENCODE_DISABLE_AUTOUPDATE: '1',
      OPENCODE_DISABLE_SHARE: '1',
      OPENCODE_DISABLE_CLAUDE_CODE: '1',
      OPENCODE_DISABLE_DEFAULT_PLUGINS: '1',
      OPENCODE_CONFIG_CONTENT: JSON.stringify(configuration(limits.turns, isCaged)),
    },
    input: prompt,
  };
}

/** https://opencode.ai/docs/config and /permissions: without a cage, only files of the workspace can be edited. */
function configuration(turns: number | null, isCaged: boolean): Readonly<Record<string, unknown>> {
  const careful = { edit: 'allow', bash: 'deny', webfetch: 'deny', external_directory: 'deny' };
  return {
    share: 'disabled',
    autoupdate: false,
    ...(isCaged ? {} : { permission: careful }),
    ...(turns === null ? {} : { agent: { build: { steps: turns } } }),
  };
}

/** The lines of `--format json`: packages/opencode/src/cli/cmd/run.ts of anomalyco/opencode. */
function eventsOf(record: JsonRecord): readonly AgentEvent[] {
  const part = recordAt(record, 'part');
  switch (record['type']) {
    case 'text':
      return [{ type: 'text', text: textAt(part, 'text') }];
    case 'tool_use':
      return toolEvents(part);
    case 'step_finish':
      return [{ type: 'turn' }, spentBy(part)];
    case 'error':
      return errorEvents(recordAt(record, 'error'));
    case 'done':
      return rejectedOf(record['rejected']);
    default:
      return [];
  }
}

/** Each step tells its own amounts. A model without a price costs 0 there: that is not known, then. */
function spentBy(step: JsonRecord): AgentEvent {
  const cost = amountAt(step, 'cost');
  return {
    type: 'usage',
    costUsd: cost === 0 ? null : cost,
    tokens: amountAt(recordAt(step, 'tokens'), 'total'),
    isPart: true,
  };
}

function toolEvents(part: JsonRecord): readonly AgentEvent[] {
  const state = recordAt(part, 'state');
  const name = textAt(part, 'tool');
  const detail = toolDetail(state['input']);
  const used: AgentEvent = { type: 'tool', name, detail };
  if (state['status'] !== 'error') return [used];
  const message = textAt(state, 'error');
  const isDenied = /rejected permission|specified a rule which prevents/i.test(message);
  return isDenied ? [{ type: 'denied', tool: name, detail }] : [used, { type: 'tool-failed', message }];
}

function errorEvents(error: JsonRecord): readonly AgentEvent[] {
  const data = recordAt(error, 'data');
  const message = textAt(data, 'message') || textAt(error, 'name');
  const trouble = troubleOf(message, amountAt(data, 'statusCode'));
  return [
    { type: 'trouble', trouble: trouble ?? 'crashed', message },
    { type: 'ended', well: false },
  ];
}

function rejectedOf(rejected: unknown): readonly AgentEvent[] {
  if (!Array.isArray(rejected)) return [];
  return rejected.map((tool: unknown) => ({
    type: 'denied',
    tool: typeof tool === 'string' ? tool : 'a tool',
    detail: '',
  }));
}
