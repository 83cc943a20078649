import { gte, valid } from 'semver';
import type { AgentFile } from '../../definition/agent-file.js';
import { ANSWER_JSON_SCHEMA } from '../agent-answer.js';
import type { AgentLaunch, AgentLimits, AgentRequest } from '../backend.js';
import { claudeEnvironment } from './claude-environment.js';
import { allowedRules, disallowedRules, permissionMode, toolNames } from './claude-permissions.js';

/** Of an agent that names none: enough for long work, and an end for one that goes round in circles. */
const DEFAULT_TURNS = 100;

/** Linux takes no argument of 128 KiB or more; a longer description of an agent goes by a file, which older versions cannot read. */
const LONGEST_ARGUMENT = 100_000;

/** From here on `--system-prompt-snapshot` is known, and mentions of files can be switched off alone. */
const CURRENT = '2.1.330';

const AGENTS_FILE = '.claude/workflow-agent.json';

/**
 * How one step of an agent runs in Claude Code: headless, the prompt on standard input, without anything that the repository
 * configures for itself (`.claude/settings.json`, hooks, `.mcp.json`: they could redirect the API with its key, and run code).
 */
export function claudeLaunch(request: AgentRequest): AgentLaunch {
  const { file, home, isCaged, limits, prompt } = request;
  const mode = permissionMode(file, isCaged);
  const isCurrent = isAtLeast(request.version ?? null, CURRENT);
  const agents = file === null ? null : JSON.stringify({ [file.name]: agentOf(file) });
  const isLong = agents !== null && Buffer.byteLength(agents) > LONGEST_ARGUMENT;
  return {
    args: [
      '-p',
      ...['--output-format', 'stream-json', '--verbose'],
      ...sessionArgs(request),
      // A conversation that goes on is ruled by the agent's file as it is now, not as it was at its beginning.
      ...(isCurrent ? ['--system-prompt-snapshot', 'off'] : []),
      ...['--setting-sources', '', '--strict-mcp-config'],
      ...(file === null || agents === null
        ? []
        : ['--agent', file.name, '--agents', isLong ? `${home}/${AGENTS_FILE}` : agents]),
      ...(file?.model == null ? [] : ['--model', file.model]),
      ...['--json-schema', JSON.stringify(ANSWER_JSON_SCHEMA)],
      ...limitArgs(limits),
      // Both take all that follows up to the next option: so never at the end.
      ...['--allowedTools', ...allowedRules(file)],
      ...['--disallowedTools', ...disallowedRules(file)],
      ...['--permission-mode', mode],
    ],
    env: claudeEnvironment({ home, mode, isCurrent }),
    input: prompt,
    ...(isLong ? { files: { [AGENTS_FILE]: agents } } : {}),
  };
}

/** What is no version is an old one. */
const isAtLeast = (version: string | null, least: string): boolean =>
  valid(version) !== null && gte(version ?? '', least);

function sessionArgs({ session }: AgentRequest): string[] {
  if (session === null) return [];
  return [session.isNew ? '--session-id' : '--resume', session.id];
}

function limitArgs({ turns, budgetUsd }: AgentLimits): string[] {
  const args = ['--max-turns', String(turns ?? DEFAULT_TURNS)];
  return budgetUsd === null ? args : [...args, '--max-budget-usd', budgetUsd.toFixed(6)];
}

/** One agent of `--agents`. `permissionMode` and `maxTurns` are no part of it: the CLI heeds them for subagents only. */
function agentOf(file: AgentFile): Record<string, unknown> {
  const tools = toolNames(file);
  return {
    description: file.description === '' ? file.name : file.description,
    prompt: file.prompt.trim() === '' ? `You are the agent "${file.name}".` : file.prompt,
    ...(tools === null ? {} : { tools }),
    ...(file.model === null ? {} : { model: file.model }),
  };
}
