import { CLAUDE_PROGRAM, FAKE_KEY, TEST_MODEL } from './claude-cli.js';
import type { Files } from './git-repository.js';
import { openMessagesApi, type MessagesApi, type Script } from './messages-api.js';
import { startCli, type CliResult, type StartedCli } from './runner-cli.js';
import { RunnerRepository } from './runner-repository.js';

/** An agent's file for the real CLI: its model is pinned, because the CLI's tools and prompt follow it. */
export function agentFile(name: string, more: Readonly<Record<string, string>> = {}, body = 'You edit files.'): string {
  const keys = { name, description: `The agent ${name}`, model: TEST_MODEL, ...more };
  const lines = Object.entries(keys).map(([key, value]) => `${key}: ${value}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

/** A repository whose agent steps run in the real Claude Code CLI, which talks to a scripted API on loopback. */
export class ClaudeProject {
  readonly repository: RunnerRepository;
  readonly api: MessagesApi;

  constructor(repository: RunnerRepository, api: MessagesApi) {
    this.repository = repository;
    this.api = api;
  }

  /** `workflow`: the text of `w.yaml`; `agents`: names of agents with an ordinary file, or their texts. */
  static async make(
    workflow: string,
    script: Script,
    { agents = {}, files = {} }: { agents?: Readonly<Record<string, string>>; files?: Files } = {},
  ): Promise<ClaudeProject> {
    const names = [...workflow.matchAll(/agent: ([a-z-]+)/g)].map(([, name = '']) => name);
    const texts = { ...Object.fromEntries(names.map((name) => [name, agentFile(name)])), ...agents };
    const agentFiles = Object.entries(texts).map(([name, text]) => [`.claude/agents/${name}.md`, text]);
    const all: Files = { 'base.txt': 'base\n', ...(Object.fromEntries(agentFiles) as Files), ...files };
    return new ClaudeProject(RunnerRepository.make({ w: workflow }, all), await openMessagesApi(script));
  }

  get env(): Record<string, string> {
    return { ANTHROPIC_API_KEY: FAKE_KEY, ANTHROPIC_BASE_URL: this.api.url };
  }

  /** Starts `run w` and does not wait. */
  start(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): StartedCli {
    const { root: cwd, home } = this.repository;
    const all = ['run', 'w', '--agent-path', CLAUDE_PROGRAM, ...args];
    return startCli({ args: all, cwd, home, env: { ...this.env, ...env } });
  }

  run(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<CliResult> {
    return this.start(args, env).ended;
  }

  /** How each step has ended: status, or the reason of its failure. */
  ends(): Record<string, string> {
    const ends: Record<string, string> = {};
    for (const event of this.repository.events('w')) {
      if (event.type === 'step-completed') ends[event.step] = 'completed';
      if (event.type === 'step-failed') ends[event.step] = event.failure.reason;
    }
    return ends;
  }
}
