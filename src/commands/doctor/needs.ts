import type { DoctorDocument } from '../../report/doctor-document.js';
import { needsNix } from '../asked-steps.js';
import { loadPlanFrom } from '../load-workflows.js';
import { WorkflowFolder } from '../workflow-folder.js';

/** What the workflows of a checkout need of the machine. */
export interface Needs {
  /** True when one of them needs Nix. */
  readonly nix: boolean;
  readonly workflows: DoctorDocument['workflows'];
  /** The valid ones by name, sorted. */
  readonly each: readonly { readonly name: string; readonly nix: boolean; readonly agents: boolean }[];
}

/** What the workflows of the checkout need; nothing outside of one. A workflow that is not valid is counted, and needs nothing. */
export function needsOf(root: string | null): Needs {
  if (root === null) return { nix: false, workflows: { total: 0, asking_agents: 0, invalid: 0 }, each: [] };
  const folder = new WorkflowFolder(root);
  const each = folder.names.flatMap((name) => {
    const loaded = loadPlanFrom(root, folder, name);
    if (!loaded.ok) return [];
    const { plan } = loaded.value;
    return [{ name, nix: needsNix(plan, root), agents: plan.steps.some(({ asksAgent }) => asksAgent) }];
  });
  const total = folder.names.length;
  const asking = each.filter(({ agents }) => agents).length;
  return {
    nix: each.some(({ nix }) => nix),
    workflows: { total, asking_agents: asking, invalid: total - each.length },
    each,
  };
}
