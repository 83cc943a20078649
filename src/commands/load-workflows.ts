import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import { closestName } from '../base/closest-name.js';
import { err, ok, type Result } from '../base/result.js';
import type { AgentFile } from '../definition/agent-file.js';
import type { SkillFile } from '../definition/skill-file.js';
import type { Workflow } from '../definition/workflow.js';
import type { Plan, PlanStep } from '../plan/plan.js';
import { planWorkflow } from '../plan/plan-workflow.js';
import { checkReferences } from './check-references.js';
import { asksAgent, ReferencedFiles } from './referenced-files.js';
import { WORKFLOW_FOLDER, WorkflowFolder, type LoadedWorkflow, type TextFile } from './workflow-folder.js';

/** A plan and everything it was made from. */
export interface LoadedPlan {
  readonly plan: Plan;
  /** Path relative to the repository -> SHA-256 of every file that the run depends on: workflows, agents, skills. */
  readonly digests: Readonly<Record<string, string>>;
  /** The agents in the plan, by name; one without a file is not in it. */
  readonly agentFiles: ReadonlyMap<string, AgentFile>;
  /** The repository's own skills that the plan uses, by name. */
  readonly skillFiles: ReadonlyMap<string, SkillFile>;
  /** Names of all workflows of the repository. */
  readonly workflows: readonly string[];
  readonly warnings: readonly Diagnostic[];
}

/**
 * Reads the workflow `name` of the repository at `root` with the workflows and agents that it uses, and plans it. Errors:
 * every problem in those files, together; other files of the folder are not looked at.
 */
export function loadPlan(root: string, name: string): Promise<Result<LoadedPlan, Diagnostic[]>> {
  return Promise.resolve(loadPlanFrom(root, new WorkflowFolder(root), name));
}

/** As `loadPlan`, from a folder that is open already. */
export function loadPlanFrom(root: string, folder: WorkflowFolder, name: string): Result<LoadedPlan, Diagnostic[]> {
  const needed = loadNeeded(folder, name);
  const top = needed.get(name);
  if (top === undefined) return err([unknownWorkflow(name, folder.names)]);
  const found = [...needed.values()].flatMap(({ diagnostics }) => diagnostics);
  if (top.workflow === null || hasErrors(found)) return err(sortDiagnostics(found));
  const files = new ReferencedFiles(root);
  const library = {
    get: (wanted: string) => needed.get(wanted)?.workflow ?? undefined,
    names: folder.names,
    asksAgent: (action: PlanStep['action']) => asksAgent(action, files),
  };
  const sources = [...needed.values()].flatMap(({ source }) => source ?? []);
  const planned = planWorkflow(top.workflow, library);
  if (!planned.ok) return err(sortDiagnostics([...found, ...planned.error].map(withSource(sources))));
  const references = checkReferences(planned.value, files);
  sources.push(...references.sources);
  found.push(...references.diagnostics.map(withSource(sources)));
  if (hasErrors(found)) return err(sortDiagnostics(found));
  return ok({
    plan: planned.value,
    digests: Object.fromEntries(sources.map(({ file, sha256 }) => [file, sha256])),
    agentFiles: references.agents,
    skillFiles: references.skills,
    workflows: folder.names,
    warnings: sortDiagnostics(found),
  });
}

/** The diagnostic for a workflow that is not there: what was meant, or what there is. */
export function unknownWorkflow(name: string, names: readonly string[]): Diagnostic {
  const near = closestName(name, names);
  const list = names.slice(0, 20).join(', ') + (names.length > 20 ? ', …' : '');
  const there = names.length === 0 ? `write ${WORKFLOW_FOLDER}/${name}.yaml` : `there are: ${list}`;
  return {
    severity: 'error',
    code: 'unknown-workflow',
    message: `there is no workflow '${name}'`,
    location: { file: WORKFLOW_FOLDER },
    help: near === null ? there : `did you mean '${near}'? ${there}`,
  };
}

/** The workflow and, step by step, every workflow that it nests. Circles end where they close; `planWorkflow` reports them. */
function loadNeeded(folder: WorkflowFolder, name: string): Map<string, LoadedWorkflow> {
  const needed = new Map<string, LoadedWorkflow>();
  const queue = [name];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const loaded = needed.has(next) ? null : folder.load(next);
    if (loaded === null) continue;
    needed.set(next, loaded);
    if (loaded.workflow !== null) queue.push(...nestedNames(loaded.workflow).reverse());
  }
  return needed;
}

function nestedNames(workflow: Workflow): string[] {
  return workflow.phases.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'workflow' ? [step.workflow] : [])),
  );
}

/** Adds the text of the line to diagnostics that were made without the file at hand. */
function withSource(sources: readonly TextFile[]): (diagnostic: Diagnostic) => Diagnostic {
  const texts = new Map(sources.map(({ file, text }) => [file, text]));
  return (diagnostic) => {
    const { file, line } = diagnostic.location;
    if (diagnostic.sourceLine !== undefined || line === undefined) return diagnostic;
    const sourceLine = texts.get(file)?.split(/\r?\n/)[line - 1];
    return sourceLine === undefined ? diagnostic : { ...diagnostic, sourceLine };
  };
}

const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');
