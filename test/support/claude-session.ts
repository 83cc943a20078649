import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runProcess } from '../../src/process/spawn.js';
import { CLAUDE_PROGRAM, claudeEnvironmentFor } from './claude-cli.js';
import { bash, say, type ApiRequest, type MessagesApi, type ReplyOf, type Script } from './messages-api.js';

/** A session of a person who types one prompt: `claude -p PROMPT` in a repository. */
export interface SessionRequest {
  readonly prompt: string;
  readonly cwd: string;
  /** HOME: settings and plugins of the person are below it. */
  readonly home: string;
  readonly api: MessagesApi;
  /** PATH of the session and of its Bash tool. */
  readonly path: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** One use of a tool, as the session told it. */
export interface ToolUse {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** What the model was given back. */
  readonly result: string;
  readonly isDenied: boolean;
}

export interface Session {
  readonly exitCode: number | null;
  readonly stderr: string;
  /** The first event: which commands, agents, skills and plugins the session has. */
  readonly init: Readonly<Record<string, unknown>>;
  readonly tools: readonly ToolUse[];
  /** What `claude -p` prints. */
  readonly result: string;
}

/** Runs the real CLI with `args` in that person's environment; nothing but the API of the test is asked. */
export async function runClaudeCli({ cwd, home, api, path, args = [], env = {} }: Omit<SessionRequest, 'prompt'>) {
  mkdirSync(join(home, 'tmp'), { recursive: true });
  return runProcess({
    argv: [CLAUDE_PROGRAM, ...args],
    cwd,
    env: {
      ...claudeEnvironmentFor(home, api),
      PATH: path,
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      DISABLE_AUTOUPDATER: '1',
      CLAUDE_CODE_MAX_RETRIES: '0',
      ...env,
    },
    timeoutMs: 110_000,
  });
}

/** One prompt to its end, in the mode that refuses what a person would be asked for. */
export async function claudeSession({ prompt, args = [], ...request }: SessionRequest): Promise<Session> {
  const format = ['--output-format', 'stream-json', '--verbose', '--permission-mode', 'dontAsk'];
  const done = await runClaudeCli({ ...request, args: ['-p', ...format, ...args, '--', prompt] });
  const lines = done.stdout.toString('utf8').split('\n');
  const events = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as SessionEvent);
  return {
    exitCode: done.exitCode,
    stderr: done.stderrTail,
    init: events.find(({ type, subtype }) => type === 'system' && subtype === 'init') ?? {},
    tools: toolUses(events),
    result: events.findLast(({ type }) => type === 'result')?.result ?? '',
  };
}

/** A model that does what `/workflow` asks for: it runs the arguments that reached it, unchanged, and shows the output. */
export function obedientModel(...more: readonly ReplyOf[]): Script {
  const story: readonly ReplyOf[] = [
    (request) => bash(commandIn(request)),
    ...more,
    (request) => say(firstResult(request)),
  ];
  return (request) => {
    const reply = story[Math.min(request.turns, story.length - 1)] ?? say('');
    return typeof reply === 'function' ? reply(request) : reply;
  };
}

/** The command line that the text of the slash command asks for. */
export function commandIn({ text }: Pick<ApiRequest, 'text'>): string {
  const words = /<arguments>([^]*?)<\/arguments>/.exec(text)?.[1] ?? 'no arguments reached the model';
  return `workflow-runner ${words === '' ? 'list' : words}`;
}

interface Block {
  readonly type: string;
  readonly id?: string;
  readonly name?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly tool_use_id?: string;
  readonly content?: unknown;
}

interface SessionEvent extends Readonly<Record<string, unknown>> {
  readonly type: string;
  readonly subtype?: string;
  readonly result?: string;
  readonly message?: { readonly content: string | readonly Block[] };
  readonly tool_result_meta?: readonly { readonly id: string; readonly permission_decision?: { decision: string } }[];
}

function toolUses(events: readonly SessionEvent[]): ToolUse[] {
  const blocks = events.flatMap(({ message }) => (typeof message?.content === 'object' ? message.content : []));
  const decisions = new Map(
    events.flatMap(({ tool_result_meta: meta = [] }) =>
      meta.map(({ id, permission_decision: made }) => [id, made?.decision] as const),
    ),
  );
  return blocks
    .filter(({ type }) => type === 'tool_use')
    .map(({ id = '', name = '', input = {} }) => {
      const answered = blocks.find(({ tool_use_id: answers }) => answers === id);
      const result = typeof answered?.content === 'string' ? answered.content : JSON.stringify(answered?.content);
      return { name, input, result, isDenied: decisions.get(id) !== 'accept' };
    });
}

function firstResult({ messages }: ApiRequest): string {
  const results = messages.flatMap(({ content }) => content).filter(({ type }) => type === 'tool_result');
  // Claude Code appends its reminders to what a tool said.
  return String(results[0]?.['content']).replace(/\n\n<system-reminder>[^]*$/, '');
}
