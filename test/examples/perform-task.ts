import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskBinding } from '../../src/definition/agent-file.js';
import { parseAgentFile } from '../../src/definition/parse-agent-file.js';
import { ok } from '../../src/base/result.js';
import { nixMissing } from '../../src/nix/nix-program.js';
import { runProcess } from '../../src/process/spawn.js';
import { builtInSkills } from '../../src/skills/registry.js';
import type { SkillReport } from '../../src/skills/skill.js';
import { nixEnvironment, realNix } from '../support/nix-environment.js';
import { exampleRoot, type AgentAnswer, type ExampleCopy } from './example-copy.js';

const folder = join(exampleRoot, '.claude', 'agents');
const agents = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) => parseAgentFile(readFileSync(join(folder, file), 'utf8'), file).agent ?? []);

/** Tasks of the example that are bound to skills. */
export const boundTasks: readonly string[] = agents.flatMap(({ bindings }) => [...bindings.keys()]).sort();

/** Does a task of the example as a run does: by the skill that it is bound to, else by the scripted agent. Stages what came of it. */
export async function performTask(copy: ExampleCopy, task: string): Promise<Pick<AgentAnswer, 'status' | 'summary'>> {
  const binding = agents.flatMap(({ bindings }) => bindings.get(task) ?? [])[0];
  if (binding === undefined) return copy.runTask(task);
  if (binding.kind !== 'skill') throw new Error(`${task} is bound to a command`);
  const { changed, summary } = await runBoundSkill(copy, binding);
  copy.git('add', '--all');
  return { status: changed.length === 0 ? 'no-op' : 'done', summary };
}

type BoundSkill = Extract<TaskBinding, { kind: 'skill' }>;

async function runBoundSkill({ root }: ExampleCopy, { skill: name, targets, options }: BoundSkill): Promise<SkillReport> {
  const skill = builtInSkills.get(name);
  if (skill === undefined) throw new Error(`no skill ${name}`);
  const env = nixEnvironment();
  const nix = name === 'flake-validate' ? ok(await realNix(env)) : ({ ok: false, error: nixMissing() } as const);
  const context = { root, targets, options, input: null, runProcess, env, nix: () => Promise.resolve(nix), onOutput: () => undefined };
  const report = await skill.run(context);
  if (!report.ok) throw new Error(JSON.stringify(report.error, null, 1));
  return report.value;
}
