import { InvalidArgumentError, Option, type Command } from 'commander';
import { resolve } from 'node:path';
import type { SandboxMode } from '../cage/cage.js';
import type { RunFlags } from './run-flags.js';

/** The flags about agents, as commander gives them. */
export interface AgentOptions {
  readonly agentBackend?: string;
  readonly agentPath?: string;
  readonly installAgent?: boolean;
  readonly sandbox?: SandboxMode;
  readonly allowHost?: readonly string[];
  readonly agentEnv?: readonly string[];
}

/** Adds the flags that say which agent there is, for `run` and `doctor`. */
export function addAgentChoice(command: Command): Command {
  return command
    .option('--agent-backend <name>', 'claude (default), codex, gemini, copilot, opencode or command:PROGRAM')
    .option('--agent-path <file>', 'the executable of the backend, when it is not on PATH')
    .addOption(
      new Option(
        '--sandbox <mode>',
        'confine agents: when it can be done (default), or they do not run without, or not',
      ).choices(['require', 'prefer', 'off']),
    )
    .option('--agent-env <name>', 'a further variable of the environment for agents (repeatable)', variableNames);
}

/** Adds the flags about agents that only a run has. */
export function addAgentFlags(command: Command): Command {
  return addAgentChoice(command)
    .option(
      '--install-agent',
      'install the version of the agent CLI that this release is tested with, when none is found',
    )
    .option('--allow-host <host[:port]>', 'what a confined agent reaches besides its API (repeatable)', hosts);
}

/** The flags of a run that these options mean. Paths begin at `cwd`. */
export function agentFlags(options: AgentOptions, cwd: string): Partial<RunFlags> {
  const { agentBackend, agentPath, installAgent, sandbox, allowHost, agentEnv } = options;
  return {
    ...(agentBackend === undefined ? {} : { agentBackend }),
    ...(agentPath === undefined ? {} : { agentPath: resolve(cwd, agentPath) }),
    ...(installAgent === undefined ? {} : { installAgent }),
    ...(sandbox === undefined ? {} : { sandbox }),
    ...(allowHost === undefined ? {} : { allowHosts: allowHost }),
    ...(agentEnv === undefined ? {} : { agentEnv }),
  };
}

/** A name or an IPv4 address, and perhaps a port; no wildcard, because names below a listed one are not meant. */
const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:([0-9]{1,5}))?$/i;

function hosts(value: string, before: readonly string[] = []): string[] {
  const port = Number(HOST.exec(value)?.[5] ?? 443);
  if (value.length > 260 || !HOST.test(value) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError('Expected HOST or HOST:PORT, without scheme, path or wildcard.');
  }
  return [...before, value];
}

/** What the runner itself decides for an agent. */
const OWN_VARIABLES: ReadonlySet<string> = new Set(['HOME', 'PATH', 'TMPDIR', 'TERM']);

/** Those of the runner of a GitHub job hold its tokens, and the ways to speak to it. */
const RUNNER_VARIABLE = /^(GITHUB|RUNNER|ACTIONS|INPUT|STATE)_/i;

function variableNames(value: string, before: readonly string[] = []): string[] {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(value)) {
    throw new InvalidArgumentError('Expected the name of a variable; its value is taken from the environment.');
  }
  if (OWN_VARIABLES.has(value)) throw new InvalidArgumentError('Agents have a value of their own for it.');
  if (RUNNER_VARIABLE.test(value)) throw new InvalidArgumentError('Variables of a GitHub runner are not for agents.');
  return [...before, value];
}
