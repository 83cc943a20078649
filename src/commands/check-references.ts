import { closestName } from '../base/closest-name.js';
import type { Diagnostic, Location } from '../base/diagnostic.js';
import type { AgentFile } from '../definition/agent-file.js';
import type { SkillFile } from '../definition/skill-file.js';
import type { AgentStep } from '../definition/workflow.js';
import type { Plan } from '../plan/plan.js';
import { builtInSkillNames } from '../skills/built-in-names.js';
import { agentPath, type ReferencedFiles } from './referenced-files.js';
import type { TextFile } from './workflow-folder.js';

/** The files that a plan's steps name. */
export interface References {
  /** The agents by name; one without a file, or with a broken one, is not in it. */
  readonly agents: ReadonlyMap<string, AgentFile>;
  /** The skills of the repository itself that the plan uses, by name; broken ones are not in it. */
  readonly skills: ReadonlyMap<string, SkillFile>;
  /** The files that were read, agents first. */
  readonly sources: readonly TextFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks at the file of each agent and of each skill in the plan. An agent without one is a warning at the first step that names
 * it, and so is a task that its file does not know; a skill that is neither built in nor in the repository is an error, and so
 * is a broken file.
 */
export function checkReferences(plan: Plan, files: ReferencedFiles): References {
  const agents = checkAgents(plan, files);
  const skills = checkSkills(plan, agents.agents, files);
  return {
    agents: agents.agents,
    skills: skills.skills,
    sources: [...agents.sources, ...skills.sources],
    diagnostics: [...agents.diagnostics, ...skills.diagnostics],
  };
}

function checkAgents(plan: Plan, files: ReferencedFiles): Omit<References, 'skills'> {
  const agents = new Map<string, AgentFile>();
  const sources: TextFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { action } of plan.steps) {
    if (action.kind !== 'agent') continue;
    const { agent, location } = action;
    const read = files.agent(agent);
    if (!seen.has(agent)) {
      seen.add(agent);
      if (read === null) diagnostics.push(agentWithoutFile(agent, location));
      else diagnostics.push(...read.diagnostics);
      if (read?.source) sources.push(read.source);
      if (read?.content) agents.set(agent, read.content);
    }
    if (read?.content) diagnostics.push(...unknownTask(action, read.content));
  }
  return { agents, sources, diagnostics };
}

function agentWithoutFile(agent: string, location: Location): Diagnostic {
  return {
    severity: 'warning',
    code: 'agent-without-file',
    message: `there is no ${agentPath(agent)}: the agent is told only its name and its task`,
    location,
    help: 'describe the agent there, in the format of Claude Code',
  };
}

/** A file that describes no task at all may leave them to their names. */
function unknownTask({ agent, task, location }: AgentStep, { tasks, bindings }: AgentFile): Diagnostic[] {
  if (tasks.has(task) || bindings.has(task) || tasks.size + bindings.size === 0) return [];
  const names = [...new Set([...tasks.keys(), ...bindings.keys()])];
  const near = closestName(task, names);
  const there = `${agentPath(agent)} knows: ${names.slice(0, 20).join(', ')}${names.length > 20 ? ', …' : ''}`;
  const unknown: Diagnostic = {
    severity: 'warning',
    code: 'unknown-task',
    message: `the agent '${agent}' knows no task '${task}': it is told only that name`,
    location,
    help: near === null ? there : `did you mean '${near}'? ${there}`,
  };
  return [unknown];
}

/** A skill that a step or a binding names. */
interface NamedSkill {
  readonly name: string;
  readonly location: Location;
  /** False for a binding that no step of the plan comes to: then only its name is looked at. */
  readonly isUsed: boolean;
}

function checkSkills(plan: Plan, agents: References['agents'], files: ReferencedFiles): Omit<References, 'agents'> {
  const skills = new Map<string, SkillFile>();
  const sources: TextFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  for (const { name, location, isUsed } of namedSkills(plan, agents)) {
    const read = files.skill(name);
    if (read === null && !builtInSkillNames.has(name)) diagnostics.push(unknownSkill(name, location));
    if (read === null || !isUsed || seen.has(name)) continue;
    seen.add(name);
    diagnostics.push(...read.diagnostics);
    if (read.source !== null) sources.push(read.source);
    if (read.content !== null) skills.set(name, read.content);
  }
  return { skills, sources, diagnostics };
}

function namedSkills({ steps }: Plan, agents: References['agents']): NamedSkill[] {
  const ofSteps = steps.flatMap(({ action }) =>
    action.kind === 'skill' ? [{ name: action.skill, location: action.location, isUsed: true }] : [],
  );
  const used = new Set(
    steps.flatMap(({ action }) => (action.kind === 'agent' ? [`${action.agent}/${action.task}`] : [])),
  );
  const ofBindings = [...agents].flatMap(([agent, { bindings }]) =>
    [...bindings].flatMap(([task, binding]) => {
      if (binding.kind !== 'skill') return [];
      return [{ name: binding.skill, location: binding.location, isUsed: used.has(`${agent}/${task}`) }];
    }),
  );
  return [...ofSteps, ...ofBindings];
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
