import type { Diagnostic } from '../../base/diagnostic.js';
import { reservedIds } from '../assign-ids.js';
import { atValue, lineOf, type CheckedWorkflow } from '../checked-workflow.js';
import { quoted } from '../suggest.js';
import type { Path } from '../yaml-tree.js';

/** Phases and steps share one set of names, because conditions mention both by bare name. */
export function namesAreUnique(workflow: CheckedWorkflow): Diagnostic[] {
  const first = new Map<string, { readonly path: Path; readonly what: string }>();
  const diagnostics: Diagnostic[] = [];
  for (const named of namesOf(workflow)) {
    const earlier = first.get(named.name);
    if (reservedIds.includes(named.name)) {
      diagnostics.push(
        atValue(workflow, named.path, {
          code: 'reserved-name',
          message: `${quoted(named.name)} means all ${named.name} in a condition`,
          help: 'choose another name',
        }),
      );
    } else if (earlier === undefined) {
      first.set(named.name, named);
    } else {
      diagnostics.push(
        atValue(workflow, named.path, {
          code: 'duplicate-name',
          message: `the ${earlier.what} at ${lineOf(workflow, earlier.path)} is called ${quoted(named.name)} already`,
          help: 'names of steps and phases are unique in a workflow: choose another one',
        }),
      );
    }
  }
  return diagnostics;
}

function* namesOf(workflow: CheckedWorkflow): Generator<{ name: string; path: Path; what: string }> {
  for (const phase of workflow.phases) {
    if (!phase.implicit && phase.keys.name !== undefined)
      yield { name: phase.keys.name, path: [...phase.path, 'name'], what: 'phase' };
  }
  for (const phase of workflow.phases) {
    for (const step of phase.steps)
      if (step.idIsExplicit) yield { name: step.id, path: [...step.path, 'id'], what: 'step' };
  }
}
