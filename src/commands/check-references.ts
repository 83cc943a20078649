import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { closestName } from '../base/closest-name.js';
import type { Diagnostic, Location } from '../base/diagnostic.js';
import { parseSkillFile, type SkillFile } from '../definition/skill-file.js';
import type { Plan } from '../plan/plan.js';
import { builtInSkillNames } from '../skills/built-in-names.js';
import { readTextFile, type TextFile } from './workflow-folder.js';

/** The files that a plan's steps name. */
export interface References {
  /** The agents' files by the agent's name; an agent without a file is not in it. */
  readonly agents: ReadonlyMap<string, TextFile>;
  /** The skills of the repository itself that the plan uses, by name. */
  readonly skills: ReadonlyMap<string, TextFile & { readonly skill: SkillFile }>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the file of each agent and of each skill in the plan. An agent without one is a warning at the first step that names
 * it, a skill that is neither built in nor in the repository an error, and so is a broken file.
 */
export function checkReferences(root: string, plan: Plan): References {
  const agents = new Map<string, TextFile>();
  const { skills, diagnostics } = readSkills(root, plan);
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
  return { agents, skills, diagnostics };
}

function readSkills(
  root: string,
  plan: Plan,
): { skills: Map<string, TextFile & { skill: SkillFile }>; diagnostics: Diagnostic[] } {
  const skills = new Map<string, TextFile & { skill: SkillFile }>();
  const diagnostics: Diagnostic[] = [];
  for (const { action } of plan.steps) {
    if (action.kind !== 'skill' || skills.has(action.skill)) continue;
    const { skill: name, location } = action;
    const file = `.claude/skills/${name}/SKILL.md`;
    if (!existsSync(join(root, file))) {
      if (!builtInSkillNames.has(name)) diagnostics.push(unknownSkill(name, location));
      continue;
    }
    const read = readTextFile(root, file);
    if (!read.ok) {
      diagnostics.push(read.error);
      continue;
    }
    const parsed = parseSkillFile(read.value.text);
    if (parsed.ok) skills.set(name, { ...read.value, skill: parsed.value });
    else
      diagnostics.push({
        severity: 'error',
        code: 'broken-skill',
        message: parsed.error,
        location: { file, line: 1, column: 1 },
      });
  }
  return { skills, diagnostics };
}

function unknownSkill(name: string, location: Location): Diagnostic {
  const names = [...builtInSkillNames];
  const near = closestName(name, names);
  const there = `built in are: ${names.join(', ')}; a skill of your own is .claude/skills/${name}/SKILL.md`;
  return {
    severity: 'error',
    code: 'unknown-skill',
    message: `there is no skill '${name}'`,
    location,
    help: near === null ? there : `did you mean '${near}'? ${there}`,
  };
}

function firstUses(plan: Plan): Map<string, Location> {
  const uses = new Map<string, Location>();
  for (const { action } of plan.steps) {
    if (action.kind === 'agent' && !uses.has(action.agent)) uses.set(action.agent, action.location);
  }
  return uses;
}
