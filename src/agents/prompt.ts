/** What goes into the prompt of an agent step. */
export interface PromptParts {
  readonly agent: string;
  readonly task: string;
  readonly config: Readonly<Record<string, unknown>>;
  /** The agent's own file, `.claude/agents/<agent>.md`; null when there is none. */
  readonly agentText: string | null;
}

const RULES = `Work only in the current directory, a clone of the repository made for this step. Do not commit: the runner collects what
you changed. What counts is the changed files and the checks that run on them, not what you say.
When you are done, answer with one JSON document:
{"status": "done" | "no-op" | "blocked", "summary": "one line", "follow_ups": ["what should be done later"]}
Say "no-op" when nothing had to be changed, "blocked" when you cannot go on and why.`;

/** The prompt of an agent step: who it is, what to do, with which configuration, and what to answer. */
export function buildPrompt({ agent, task, config, agentText }: PromptParts): string {
  const parts = [`You are the agent "${agent}". Your task: ${task}`];
  if (agentText !== null) parts.push(`Your instructions:\n\n${agentText.trim()}`);
  if (Object.keys(config).length > 0) parts.push(`Configuration of this step:\n\n${JSON.stringify(config, null, 2)}`);
  parts.push(RULES);
  return `${parts.join('\n\n')}\n`;
}
