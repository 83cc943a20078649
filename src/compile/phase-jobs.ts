import type { Phase, Workflow } from '../definition/workflow.js';
import type { Plan, PlanGroup, PlanNode } from '../plan/plan.js';
import { agentSetup, type AgentSetup } from './agent-setup.js';
import type { CompileOptions } from './compile-options.js';
import { condition, output, value, type PhaseTurn } from './expressions.js';
import { joinJobId, JOBS, phaseJobIds, type JobId } from './job-ids.js';
import { checkout, DEFAULT_RUNNER, installNix, minutes, ownStep } from './job-steps.js';
import { userText } from './user-text.js';
import type { GitHubJob, NamedJob } from './workflow-tree.js';

/** What is compiled, looked up once. */
export interface CompiledPhases {
  readonly workflow: Workflow;
  readonly options: CompileOptions;
  readonly phases: readonly CompiledPhase[];
}

export interface CompiledPhase {
  readonly id: JobId;
  readonly phase: Phase;
  readonly group: PlanGroup;
  /** Ids of its children, for the matrix of a parallel phase: steps, and paths of nested workflows. */
  readonly children: readonly string[];
  readonly hasAgents: boolean;
  /**
   * The job that joins what its jobs did: where no sequential phase follows that would do it. The last one also validates the
   * whole and runs the hooks.
   */
  readonly join: JobId | null;
}

/** The phases of a workflow with the parts of its plan; the plan has a group for every phase, in the same order. */
export function compilePhases(workflow: Workflow, plan: Plan, options: CompileOptions): CompiledPhases {
  const ids = phaseJobIds(workflow.phases.map(({ name }) => name));
  const phases = workflow.phases.map((phase, index) => {
    const group = plan.groups.get(phase.name);
    const id = ids[index];
    if (group === undefined || id === undefined) throw new Error(`the plan has no phase ${phase.name}`);
    const children = group.children.map((child) => (child.node === 'step' ? child.id : child.path));
    const next = workflow.phases[index + 1];
    const isJoined = phase.type === 'parallel' && next?.type !== 'sequential';
    const join = !isJoined ? null : next === undefined ? JOBS.result : joinJobId(id, ids);
    return { id, phase, group, children, hasAgents: hasAgents(group), join };
  });
  return { workflow, options, phases };
}

/** One job for each phase, of a parallel phase one for each of its children; and those that join. In order. */
export function phaseJobs(compiled: CompiledPhases): NamedJob[] {
  return compiled.phases.flatMap((phase, index) => [
    phaseJob(compiled, index),
    ...(phase.join === null ? [] : [joinJob(compiled, index, phase.join)]),
  ]);
}

/** The job after which the last phase is over. */
export function lastJob({ phases }: CompiledPhases): JobId {
  const last = phases.at(-1);
  if (last === undefined) throw new Error('a workflow has at least one phase');
  return last.join ?? last.id;
}

function joinJob(compiled: CompiledPhases, index: number, id: JobId): NamedJob {
  const { workflow, options, phases } = compiled;
  const joined = phases[index];
  if (joined === undefined) throw new Error(`there is no phase ${index}`);
  const isLast = index === phases.length - 1;
  const setup = setupOf(compiled, joined.phase, joined.hasAgents);
  const job: GitHubJob = {
    needs: [JOBS.plan, ...jobsBefore(compiled, index), joined.id],
    if: condition.result(turnOf(compiled, index), joined.id),
    ...place(workflow, joined.phase),
    'timeout-minutes': minutes.work(options),
    permissions: { contents: 'read' },
    outputs: { status: output.status, paused: output.paused },
    steps: [
      checkout(),
      installNix,
      ...setup.steps,
      ownStep(options, {
        name: isLast ? 'Join and validate' : 'Join',
        id: 'run',
        with: { ...runInputs(compiled, isLast ? {} : { phase: joined.phase.name }), ...setup.inputs },
        secrets: joined.hasAgents ? options.agentSecrets : [],
      }),
    ],
  };
  const merges = `Merges what the jobs of ${joined.id} did, in file order`;
  return { id, job, comment: joined.hasAgents ? `${merges}; after a conflict an agent is asked again.` : `${merges}.` };
}

function phaseJob(compiled: CompiledPhases, index: number): NamedJob {
  const { workflow, options, phases } = compiled;
  const current = phases[index];
  if (current === undefined) throw new Error(`there is no phase ${index}`);
  const { id, phase, children } = current;
  const parallel = phase.type === 'parallel';
  const joined = phases[index - 1];
  const joinsAgents = joined?.phase.type === 'parallel' && joined.join === null && joined.hasAgents;
  const setup = setupOf(compiled, phase, current.hasAgents || joinsAgents);
  const inputs = {
    phase: phase.name,
    ...(parallel ? { step: value.matrixStep } : {}),
  };
  const job: GitHubJob = {
    name: userText(phase.name),
    needs: [JOBS.plan, ...jobsBefore(compiled, index)],
    if: condition.phase(turnOf(compiled, index)),
    ...place(workflow, phase),
    'timeout-minutes': minutes.work(options),
    permissions: { contents: 'read' },
    ...(parallel ? { strategy: strategy(children, phase.maxConcurrent) } : {}),
    outputs: { status: output.status, paused: output.paused },
    steps: [
      checkout(),
      installNix,
      ...setup.steps,
      ownStep(options, {
        name: parallel ? 'Run the step' : 'Run the phase',
        id: 'run',
        with: { ...runInputs(compiled, inputs), ...setup.inputs },
        secrets: current.hasAgents || joinsAgents ? options.agentSecrets : [],
      }),
    ],
  };
  const joins = !current.hasAgents && joinsAgents;
  return {
    id,
    job,
    comment: joins
      ? `Begins by merging what the jobs of ${joined.id} did; after a conflict an agent is asked again.`
      : null,
  };
}

/** The jobs of the phases before that one. */
function jobsBefore({ phases }: CompiledPhases, index: number): JobId[] {
  return phases.slice(0, index).flatMap(({ id, join }) => (join === null ? [id] : [id, join]));
}

function turnOf(compiled: CompiledPhases, index: number): PhaseTurn {
  const phase = compiled.phases[index]?.phase;
  return {
    phase: phase?.name ?? '',
    before: jobsBefore(compiled, index),
    afterFailure: phase?.condition?.callsStatusFunction === true,
  };
}

/** Where a job of the phase runs: what the phase says, or else the workflow. */
function place(workflow: Workflow, phase: Phase): Pick<GitHubJob, 'runs-on' | 'environment'> {
  const environment = phase.environment ?? workflow.environment;
  return {
    'runs-on': runnerOf(labelsOf(workflow, phase)),
    ...(environment === null ? {} : { environment: userText(environment) }),
  };
}

const labelsOf = (workflow: Workflow, phase: Phase): readonly string[] =>
  phase.runsOn.length > 0 ? phase.runsOn : workflow.runsOn;

function setupOf({ workflow, options }: CompiledPhases, phase: Phase, mayAsk: boolean): AgentSetup {
  return mayAsk ? agentSetup(labelsOf(workflow, phase), options) : { steps: [], inputs: {} };
}

/** Labels as `runs-on`; one alone without a list. */
export function runnerOf(labels: readonly string[]): string | readonly string[] {
  const [only = DEFAULT_RUNNER, second] = labels.map(userText);
  return second === undefined ? only : labels.map(userText);
}

function strategy(children: readonly string[], maxConcurrent: number): NonNullable<GitHubJob['strategy']> {
  return { 'fail-fast': false, 'max-parallel': maxConcurrent, matrix: { step: children.map(userText) } };
}

function runInputs(
  { workflow, options }: CompiledPhases,
  more: Readonly<Record<string, string>> = {},
): Record<string, string | number> {
  return {
    command: 'run',
    workflow: userText(workflow.name),
    ...more,
    // The job `plan` has begun the run: nobody else may, or the jobs of a matrix would each have a run of their own.
    checkpoint: 'required',
    'first-attempt': value.attempt,
    'skip-step': value.skipStep,
    'accept-changes': value.acceptChanges,
    'agent-backend': value.agentBackend,
    'max-concurrent': value.maxConcurrent,
    'budget-usd': value.budgetUsd,
    'deadline-minutes': options.deadlineMinutes,
  };
}

/** True when a step that asks an agent is in the group or in a workflow nested in it. */
function hasAgents(group: PlanGroup): boolean {
  const waiting: PlanNode[] = [group];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.node === 'step' && node.asksAgent) return true;
    if (node.node === 'group') waiting.push(...node.children);
  }
  return false;
}
