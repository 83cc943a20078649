import { err, ok, type Result } from '../base/result.js';
import type { SkillFile } from '../definition/skill-file.js';
import { DEFAULT_STALL_MS, type SkillStep } from '../definition/workflow.js';
import { builtInSkillNames } from '../skills/built-in-names.js';
import type { SkillContext } from '../skills/skill.js';
import type { AgentAsk } from './agent-request.js';
import { runAgent } from './run-agent.js';
import { commandFailure, runShell } from './shell.js';
import { codeReport, free, type StepFailure, type StepInput, type StepKind, type StepReport } from './step-kind.js';

/** `skill:`: code that ships with the runner, else a skill of the repository: its command, or a text for the agent. */
export const skillKind: StepKind<SkillStep> = {
  describe: (action) => {
    const { targets, options, input } = action;
    const parts = [`skill ${action.skill}`, `targets: ${typeof targets === 'string' ? targets : targets.join(', ')}`];
    if (Object.keys(options).length > 0) parts.push(`options: ${JSON.stringify(options)}`);
    if (input !== null) parts.push(`input: ${input}`);
    return parts.join('; ');
  },
  run: (action, input) => runSkill(action, input, null),
};

type Outcome = Promise<Result<StepReport, StepFailure>>;

/** Who is asked to use a skill that is a text. */
export type SkillAgent = Pick<AgentAsk, 'agent' | 'file' | 'maxTurns' | 'stallMs'>;

/** Runs a skill. `agent`: whose task is bound to it; null for a step of its own, for which an agent of the skill's name is made up. */
export function runSkill(action: SkillStep, input: StepInput, agent: SkillAgent | null): Outcome {
  const own = input.tools.skillFile(action.skill);
  if (builtInSkillNames.has(action.skill) && own?.overrides !== true) return runBuiltIn(action, input);
  if (own === null) return Promise.resolve(err(unknown(action)));
  if (own.run !== null) return runCommand(own.run, action, input);
  const asked = agent ?? { agent: action.skill, file: null, maxTurns: null, stallMs: DEFAULT_STALL_MS };
  return runAsAgent(own, action, { input, asked });
}

async function runBuiltIn(action: SkillStep, input: StepInput): Outcome {
  // Only now: most of what the program can load is skills.
  const { builtInSkills } = await import('../skills/registry.js');
  const skill = builtInSkills.get(action.skill);
  if (skill === undefined) return err(unknown(action));
  const { targets, options } = action;
  const report = await skill.run({ ...contextOf(input), targets, options, input: action.input });
  if (!report.ok) return err(free(report.error));
  const { summary, changed, diagnostics, outputs } = report.value;
  for (const { severity, message, location } of diagnostics) {
    input.onOutput(Buffer.from(`${severity}: ${location.file}:${location.line ?? 1}: ${message}\n`));
  }
  const outcome = changed.length > 0 ? 'done' : 'no-op';
  return ok(codeReport({ outcome, summary, outputs: { ...outputs, warnings: diagnostics.length } }));
}

/** The command is told what the step says by its environment; other files of the skill are in the workspace. */
async function runCommand(command: string, action: SkillStep, input: StepInput): Outcome {
  const env = {
    ...input.tools.env,
    WORKFLOW_RUNNER_SKILL: action.skill,
    WORKFLOW_RUNNER_TARGETS: JSON.stringify(action.targets),
    WORKFLOW_RUNNER_OPTIONS: JSON.stringify(action.options),
    ...(action.input === null ? {} : { WORKFLOW_RUNNER_INPUT: action.input }),
  };
  const result = await runShell(command, { ...input, tools: { ...input.tools, env } });
  const failure = commandFailure(command, result, input.timeoutMs);
  if (failure !== null) return err(free(failure));
  return ok(codeReport({ outcome: 'done', summary: '', outputs: {} }));
}

function runAsAgent(
  { text }: SkillFile,
  { skill, targets, options, input: path }: SkillStep,
  { input, asked }: { readonly input: StepInput; readonly asked: SkillAgent },
): Outcome {
  const config = { targets, ...options, ...(path === null ? {} : { input: path }) };
  return runAgent({ ...asked, task: `use the skill ${skill}`, taskText: text, config }, input);
}

function contextOf({
  dir,
  signal,
  timeoutMs,
  onOutput,
  tools,
  checkCommit,
}: StepInput): Omit<SkillContext, 'targets' | 'options' | 'input'> {
  const { runProcess, env, nix } = tools;
  return {
    root: dir,
    runProcess,
    env,
    nix,
    checkCommit,
    signal,
    onOutput: (text) => onOutput(Buffer.from(text)),
    ...(timeoutMs === null ? {} : { timeoutMs }),
  };
}

/** Said at load time already; a definition that was accepted while it changed can still come here. */
function unknown({ skill, location }: SkillStep): StepFailure {
  const help = `there are: ${[...builtInSkillNames].join(', ')}`;
  const diagnostic = {
    severity: 'error',
    code: 'unknown-skill',
    message: `there is no skill '${skill}'`,
    location,
    help,
  } as const;
  return free({ reason: 'skill-failed', skill, diagnostics: [diagnostic] });
}
