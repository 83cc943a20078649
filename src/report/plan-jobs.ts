import type { Plan, PlanGroup, PlanNode } from '../plan/plan.js';

/** A phase, for those who make jobs of phases. */
export interface PlannedPhase {
  readonly name: string;
  readonly type: 'sequential' | 'parallel';
  readonly max_concurrent: number;
  /** Ids of its steps, paths of its nested workflows, in file order. */
  readonly steps: readonly string[];
}

/** A matrix of GitHub Actions. */
export interface Matrix {
  readonly step: readonly string[];
}

/** The phases of a plan in file order. */
export function planPhases(plan: Plan): PlannedPhase[] {
  return phasesOf(plan).map(({ name, type, maxConcurrent, children }) => ({
    name,
    type,
    max_concurrent: maxConcurrent,
    steps: children.map(nameOf),
  }));
}

/** A matrix for each parallel phase, by its name: a job for each of its children. */
export function planMatrices(plan: Plan): Readonly<Record<string, Matrix>> {
  const parallel = phasesOf(plan).filter(({ type }) => type === 'parallel');
  return Object.fromEntries(parallel.map(({ name, children }) => [name, { step: children.map(nameOf) }]));
}

function phasesOf(plan: Plan): PlanGroup[] {
  return plan.root.children.filter((child) => child.node === 'group');
}

function nameOf(child: PlanNode): string {
  return child.node === 'step' ? child.id : child.path;
}
