import type { Failure } from '../base/failure.js';
import type { Plan, PlanPrerequisite } from '../plan/plan.js';
import { matchWorkflow } from '../plan/plan-workflow.js';

/** How prerequisites are looked up. */
export interface PrerequisiteWorld {
  /** Names of the workflows of the repository. */
  readonly workflows: readonly string[];
  /** The status in the last `state.json` of that workflow; null when it never ran. */
  readonly lastStatus: (workflow: string) => Promise<string | null>;
  /** Uncommitted changes in the user's checkout. */
  readonly dirtyPaths: () => Promise<readonly string[]>;
  /** `nix flake check` on the commit that the run starts from; null when it passes. */
  readonly checkFlake: () => Promise<Failure | null>;
}

/** A prerequisite and why it does not hold; `why` is null when it holds. */
export interface CheckedPrerequisite {
  readonly prerequisite: PlanPrerequisite;
  readonly why: UnmetReason | null;
}

export type UnmetReason =
  | { readonly reason: 'not-completed'; readonly workflow: string; readonly status: string | null }
  | { readonly reason: 'no-such-workflow'; readonly wanted: string }
  | { readonly reason: 'dirty'; readonly paths: readonly string[] }
  | { readonly reason: 'flake-check'; readonly failure: Failure };

/** Checks every prerequisite of the plan, so that all that do not hold are told together. Each is looked up once. */
export async function checkPrerequisites(plan: Plan, world: PrerequisiteWorld): Promise<CheckedPrerequisite[]> {
  const known = new Map<string, UnmetReason | null>();
  const checked: CheckedPrerequisite[] = [];
  for (const prerequisite of plan.prerequisites) {
    const { text } = prerequisite;
    const why = known.get(text) ?? (await check(text, world));
    known.set(text, why);
    checked.push({ prerequisite, why });
  }
  return checked;
}

async function check(text: string, world: PrerequisiteWorld): Promise<UnmetReason | null> {
  if (text === 'clean-tree') {
    const paths = await world.dirtyPaths();
    return paths.length === 0 ? null : { reason: 'dirty', paths };
  }
  if (text === 'flake-check-passing') {
    const failure = await world.checkFlake();
    return failure === null ? null : { reason: 'flake-check', failure };
  }
  const wanted = text.replace(/-complete$/, '');
  const workflow = matchWorkflow(wanted, world.workflows);
  if (workflow === null) return { reason: 'no-such-workflow', wanted };
  const status = await world.lastStatus(workflow);
  return status === 'completed' ? null : { reason: 'not-completed', workflow, status };
}
