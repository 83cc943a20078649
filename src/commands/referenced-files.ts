import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../base/diagnostic.js';
import type { AgentFile } from '../definition/agent-file.js';
import { parseAgentFile } from '../definition/parse-agent-file.js';
import { parseSkillFile, type SkillFile } from '../definition/skill-file.js';
import type { PlanStep } from '../plan/plan.js';
import { builtInSkillNames } from '../skills/built-in-names.js';
import { readTextFile, type TextFile } from './workflow-folder.js';

/** A file that steps name, with everything that is wrong with it. */
export interface ReferencedFile<T> {
  readonly file: string;
  /** null when it cannot be read. */
  readonly source: TextFile | null;
  /** null when it has errors. */
  readonly content: T | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The agents and skills of a repository: each is read when it is first asked for, and then remembered. */
export class ReferencedFiles {
  readonly #root: string;
  readonly #agents = new Map<string, ReferencedFile<AgentFile> | null>();
  readonly #skills = new Map<string, ReferencedFile<SkillFile> | null>();

  constructor(root: string) {
    this.#root = root;
  }

  /** `.claude/agents/<name>.md`; null when there is none. */
  agent(name: string): ReferencedFile<AgentFile> | null {
    return remembered(this.#agents, name, () =>
      this.#read(agentPath(name), (text, file) => {
        const { agent, diagnostics } = parseAgentFile(text, file);
        return { content: agent, diagnostics };
      }),
    );
  }

  /** `.claude/skills/<name>/SKILL.md`; null when there is none. */
  skill(name: string): ReferencedFile<SkillFile> | null {
    return remembered(this.#skills, name, () =>
      this.#read(`.claude/skills/${name}/SKILL.md`, (text, file) => {
        const { skill, diagnostics } = parseSkillFile(text, file);
        return { content: skill, diagnostics };
      }),
    );
  }

  #read<T>(
    file: string,
    parse: (text: string, file: string) => Pick<ReferencedFile<T>, 'content' | 'diagnostics'>,
  ): ReferencedFile<T> | null {
    if (!existsSync(join(this.#root, file))) return null;
    const read = readTextFile(this.#root, file);
    if (!read.ok) return { file, source: null, content: null, diagnostics: [read.error] };
    return { file, source: read.value, ...parse(read.value.text, file) };
  }
}

/** Where an agent's file is. */
export const agentPath = (name: string): string => `.claude/agents/${name}.md`;

function remembered<T>(known: Map<string, T>, name: string, read: () => T): T {
  const found = known.get(name);
  if (found !== undefined) return found;
  const value = read();
  known.set(name, value);
  return value;
}

/**
 * Whether a step talks to an agent CLI: an agent step does, unless its task is bound to code; a skill does when it is a text of the
 * repository and not code.
 */
export function asksAgent(action: PlanStep['action'], files: ReferencedFiles): boolean {
  switch (action.kind) {
    case 'command':
      return false;
    case 'skill':
      return isTextSkill(action.skill, files);
    case 'agent': {
      const binding = files.agent(action.agent)?.content?.bindings.get(action.task);
      if (binding === undefined) return true;
      return binding.kind === 'skill' && isTextSkill(binding.skill, files);
    }
  }
}

/** The same choice as in `steps/skill.ts`: a built-in skill wins, unless the repository's own says that it overrides it. */
function isTextSkill(name: string, files: ReferencedFiles): boolean {
  const own = files.skill(name)?.content ?? null;
  if (own === null || (builtInSkillNames.has(name) && !own.overrides)) return false;
  return own.run === null;
}
