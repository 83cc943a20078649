import { sortDiagnostics, type Diagnostic } from '../base/diagnostic.js';
import { err, ok, type Result } from '../base/result.js';
import type { Condition } from '../definition/condition.js';
import type { Phase, Step, StepBase, Workflow, WorkflowStep } from '../definition/workflow.js';
import { closestName } from '../base/closest-name.js';
import type { Plan, PlanCondition, PlanGroup, PlanNode, PlanPrerequisite, PlanStep } from './plan.js';

/** Above this a few small files could expand to more steps than any machine runs. */
const MAX_STEPS = 100_000;

/** The workflows that a plan may nest, by name. */
export interface WorkflowLibrary {
  readonly get: (name: string) => Workflow | undefined;
  readonly names: readonly string[];
  /** Whether a step talks to an agent CLI, which depends on files of the repository; without it, every agent step does. */
  readonly asksAgent?: (action: PlanStep['action']) => boolean;
}

/**
 * Expands a workflow into its plan. Errors: a nested workflow that does not exist, nests itself (the whole circle is
 * named), or grows past 100,000 steps; all of them together, each at the step that asks for it.
 */
export function planWorkflow(workflow: Workflow, library: WorkflowLibrary): Result<Plan, Diagnostic[]> {
  const planner = new Planner(library);
  const root = planner.root(workflow);
  if (planner.diagnostics.length > 0) return err(sortDiagnostics(planner.diagnostics));
  return ok({
    workflow: workflow.name,
    version: workflow.version,
    description: workflow.description,
    root,
    steps: planner.steps,
    groups: planner.groups,
    stepsById: new Map(planner.steps.map((step) => [step.id, step])),
    prerequisites: planner.prerequisites,
    validation: workflow.validation,
    onSuccess: workflow.onSuccess,
    onFailure: workflow.onFailure,
    timeoutMs: workflow.timeoutMs,
    budgetUsd: workflow.budgetUsd,
    files: [...planner.files],
  });
}

/** What a nested workflow's step hands down to the steps that it stands for. */
type Inherited = Pick<StepBase, 'retry' | 'timeoutMs' | 'writes'>;

/** Where in the plan the planner is: the nested workflows on the way (outermost first), and the prefix of their ids. */
interface Position {
  readonly parent: PlanGroup;
  readonly prefix: string;
  readonly chain: readonly string[];
  readonly inherited: Inherited;
}

class Planner {
  readonly steps: PlanStep[] = [];
  readonly groups = new Map<string, PlanGroup>();
  readonly prerequisites: PlanPrerequisite[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly files = new Set<string>();
  readonly #library: WorkflowLibrary;
  /** Workflows met so far in file order: a prerequisite `<name>-complete` holds when that workflow runs earlier in this plan. */
  readonly #expanded = new Set<string>();
  #full = false;

  constructor(library: WorkflowLibrary) {
    this.#library = library;
  }

  root(workflow: Workflow): PlanGroup {
    const children: PlanNode[] = [];
    const root: PlanGroup = {
      node: 'group',
      kind: 'workflow',
      path: '',
      name: workflow.name,
      type: 'sequential',
      maxConcurrent: 1,
      condition: null,
      children,
      validation: [],
      continueOnError: false,
      parent: null,
    };
    this.groups.set('', root);
    this.#enter(workflow);
    const inherited = { retry: null, timeoutMs: null, writes: null };
    for (const phase of workflow.phases) {
      children.push(this.#phase(phase, { parent: root, prefix: '', chain: [workflow.name], inherited }));
    }
    return root;
  }

  #enter(workflow: Workflow): void {
    this.files.add(workflow.location.file);
    for (const prerequisite of workflow.prerequisites) {
      const wanted = prerequisite.text.replace(/-complete$/, '');
      const runsHere = prerequisite.text.endsWith('-complete') && matchWorkflow(wanted, [...this.#expanded]) !== null;
      if (!runsHere) this.prerequisites.push({ ...prerequisite, workflow: workflow.name });
    }
  }

  #phase(phase: Phase, at: Position): PlanGroup {
    const children: PlanNode[] = [];
    const group: PlanGroup = {
      node: 'group',
      kind: 'phase',
      path: at.prefix + phase.name,
      name: phase.name,
      type: phase.type,
      maxConcurrent: phase.maxConcurrent,
      condition: scoped(phase.condition, at.prefix),
      children,
      validation: phase.validation,
      continueOnError: false,
      parent: at.parent,
    };
    this.groups.set(group.path, group);
    this.#children(phase.steps, children, { ...at, parent: group });
    return group;
  }

  #children(steps: readonly Step[], into: PlanNode[], at: Position): void {
    for (const step of steps) {
      if (this.#full) return;
      const node = step.kind === 'workflow' ? this.#nested(step, at) : this.#step(step, at);
      if (node !== null) into.push(node);
    }
  }

  #step(step: Exclude<Step, WorkflowStep>, at: Position): PlanStep | null {
    if (this.steps.length >= MAX_STEPS) {
      this.#full = true;
      this.#report(step, {
        code: 'too-many-steps',
        message: `the plan has more than ${MAX_STEPS} steps`,
        help: 'nest fewer workflows in each other',
      });
      return null;
    }
    const action = {
      ...step,
      retry: step.retry ?? at.inherited.retry,
      timeoutMs: step.timeoutMs ?? at.inherited.timeoutMs,
      writes: step.writes ?? at.inherited.writes,
    };
    const planned: PlanStep = {
      node: 'step',
      number: this.steps.length + 1,
      id: at.prefix + step.id,
      name: step.kind === 'agent' ? step.task : step.id,
      action,
      asksAgent: this.#library.asksAgent?.(action) ?? action.kind === 'agent',
      condition: scoped(step.condition, at.prefix),
      parent: at.parent,
    };
    this.steps.push(planned);
    return planned;
  }

  #nested(step: WorkflowStep, at: Position): PlanGroup | null {
    const start = at.chain.indexOf(step.workflow);
    if (start >= 0) {
      const circle = [...at.chain.slice(start), step.workflow].join(' -> ');
      this.#report(step, {
        code: 'workflow-cycle',
        message: `workflow '${step.workflow}' runs itself: ${circle}`,
        help: 'remove one of these steps',
      });
      return null;
    }
    const workflow = this.#library.get(step.workflow);
    if (workflow === undefined) {
      const near = closestName(step.workflow, this.#library.names);
      const help =
        near === null ? `expected a file .claude/workflows/${step.workflow}.yaml` : `did you mean '${near}'?`;
      this.#report(step, { code: 'unknown-workflow', message: `there is no valid workflow '${step.workflow}'`, help });
      return null;
    }
    this.#enter(workflow);
    const group = this.#nestedGroup(step, workflow, at);
    this.#expanded.add(workflow.name);
    return group;
  }

  /** A nested workflow of one phase is that phase: a level with one child would only pass things on. */
  #nestedGroup(step: WorkflowStep, workflow: Workflow, at: Position): PlanGroup {
    const only = workflow.type === 'hybrid' ? null : workflow.phases[0];
    const children: PlanNode[] = [];
    const path = at.prefix + step.id;
    const group: PlanGroup = {
      node: 'group',
      kind: 'workflow',
      path,
      name: step.id,
      type: only?.type ?? 'sequential',
      maxConcurrent: only?.maxConcurrent ?? 1,
      condition: scoped(step.condition, at.prefix),
      children,
      validation: [...(only?.validation ?? []), ...workflow.validation, ...step.validation],
      continueOnError: step.continueOnError,
      parent: at.parent,
    };
    this.groups.set(path, group);
    const inside: Position = {
      parent: group,
      prefix: `${path}/`,
      chain: [...at.chain, workflow.name],
      inherited: {
        retry: step.retry ?? at.inherited.retry,
        timeoutMs: step.timeoutMs ?? at.inherited.timeoutMs,
        writes: step.writes ?? at.inherited.writes,
      },
    };
    if (only) this.#children(only.steps, children, inside);
    else for (const phase of workflow.phases) children.push(this.#phase(phase, inside));
    return group;
  }

  #report(step: Step, finding: Pick<Diagnostic, 'code' | 'message' | 'help'>): void {
    this.diagnostics.push({ severity: 'error', location: step.location, ...finding });
  }
}

function scoped(condition: Condition | null, prefix: string): PlanCondition | null {
  return condition === null ? null : { condition, prefix };
}

/** The workflow of that name, else the only one whose name starts with it and a hyphen; null when none or several do. */
export function matchWorkflow(wanted: string, names: readonly string[]): string | null {
  if (names.includes(wanted)) return wanted;
  const starting = names.filter((name) => name.startsWith(`${wanted}-`));
  return starting.length === 1 ? (starting[0] ?? null) : null;
}
