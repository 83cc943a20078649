import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic, Location } from '../base/diagnostic.js';
import type { Plan } from '../plan/plan.js';
import { readTextFile, type TextFile } from './workflow-folder.js';

/** The files that a plan's steps name. */
export interface References {
  /** The agents' files by the agent's name; an agent without a file is not in it. */
  readonly agents: ReadonlyMap<string, TextFile>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the file of each agent in the plan. A missing one is a warning at the first step that names it, a broken one an error. */
export function checkReferences(root: string, plan: Plan): References {
  const agents = new Map<string, TextFile>();
  const diagnostics: Diagnostic[] = [];
  for (const [agent, location] of firstUses(plan)) {
    const file = `.claude/agents/${agent}.md`;
    if (!existsSync(join(root, file))) {
      diagnostics.push({
        severity: 'warning',
        code: 'agent-without-file',
        message: `there is no ${file}: the agent is told only its name and its task`,
        location,
        help: 'describe the agent there, in the format of Claude Code',
      });
      continue;
    }
    const read = readTextFile(root, file);
    if (read.ok) agents.set(agent, read.value);
    else diagnostics.push(read.error);
  }
  return { agents, diagnostics };
}

function firstUses(plan: Plan): Map<string, Location> {
  const uses = new Map<string, Location>();
  for (const { action } of plan.steps) {
    if (action.kind === 'agent' && !uses.has(action.agent)) uses.set(action.agent, action.location);
  }
  return uses;
}
