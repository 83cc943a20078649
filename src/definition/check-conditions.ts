import type { Diagnostic } from '../base/diagnostic.js';
import { pathKey, type CheckedPhase, type CheckedWorkflow } from './checked-workflow.js';
import { scalarOffsets } from './condition-offsets.js';
import type { Condition } from './condition.js';
import { parseCondition, type ConditionNames } from './parse-condition.js';
import type { Path } from './yaml-tree.js';

type Unconditioned = Omit<CheckedWorkflow, 'conditions'>;

interface Asked {
  readonly path: Path;
  readonly condition: string | boolean | undefined;
  /** Made only for a step that has a condition: most have none, and all that ended before is much in a long workflow. */
  readonly names: () => ConditionNames;
}

/** Parses all conditions of a file against the names that they may use; problems are placed inside the YAML text. */
export function checkConditions(workflow: Unconditioned): {
  conditions: Map<string, Condition>;
  diagnostics: Diagnostic[];
} {
  const conditions = new Map<string, Condition>();
  const diagnostics: Diagnostic[] = [];
  for (const { path, condition, names } of conditionsOf(workflow)) {
    if (condition === undefined) continue;
    if (typeof condition === 'boolean') {
      conditions.set(pathKey(path), { text: String(condition), mentions: [], callsStatusFunction: false });
      continue;
    }
    const parsed = parseCondition(condition, names());
    if (parsed.ok) conditions.set(pathKey(path), parsed.value);
    else diagnostics.push(...parsed.error.map((problem) => place(workflow, { path, text: condition }, problem)));
  }
  return { conditions, diagnostics };
}

function place(
  workflow: Unconditioned,
  asked: { readonly path: Path; readonly text: string },
  problem: {
    readonly offset: number;
    readonly length: number;
    readonly finding: Parameters<CheckedWorkflow['source']['diagnostic']>[1];
  },
): Diagnostic {
  const scalar = workflow.tree.rawScalar([...asked.path, 'condition']);
  if (scalar === null)
    return workflow.source.diagnostic(workflow.tree.valueSpan([...asked.path, 'condition']), problem.finding);
  const offsets = scalarOffsets(scalar.raw, asked.text);
  const start = scalar.start + (offsets[Math.min(problem.offset, asked.text.length)] ?? 0);
  const end = scalar.start + (offsets[Math.min(problem.offset + problem.length, asked.text.length)] ?? 0);
  return workflow.source.diagnostic({ start, end }, problem.finding);
}

/** Every step and phase with what has ended when its turn comes: of a parallel phase none of its own steps. */
function conditionsOf(workflow: Unconditioned): Asked[] {
  const everything = workflow.phases.flatMap((phase) => [...namesOf(phase), ...phase.steps.map((step) => step.id)]);
  const asked: Asked[] = [];
  const steps: string[] = [];
  const phases: string[] = [];
  const namesNow = (endedSteps: number): (() => ConditionNames) => {
    const endedPhases = phases.length;
    return () => ({ steps: steps.slice(0, endedSteps), phases: phases.slice(0, endedPhases), notYet: everything });
  };
  for (const phase of workflow.phases) {
    const before = steps.length;
    if (!phase.implicit) asked.push({ path: phase.path, condition: phase.keys.condition, names: namesNow(before) });
    for (const step of phase.steps) {
      const ended = phase.keys.type === 'parallel' ? before : steps.length;
      asked.push({ path: step.path, condition: step.keys.condition, names: namesNow(ended) });
      steps.push(step.id);
    }
    phases.push(...namesOf(phase));
  }
  return asked;
}

function namesOf(phase: CheckedPhase): string[] {
  return phase.implicit || phase.keys.name === undefined ? [] : [phase.keys.name];
}
