import type { Diagnostic } from '../../base/diagnostic.js';
import { atValue, type CheckedWorkflow } from '../checked-workflow.js';
import { quoted } from '../suggest.js';

/** The name of the workflow is the name of its file, so that `run NAME`, state folders and prerequisites find it. */
export function nameEqualsFileName(workflow: CheckedWorkflow): Diagnostic[] {
  const name = workflow.keys.workflow;
  const base = workflow.source.file.replace(/^.*[/\\]/, '').replace(/\.ya?ml$/, '');
  if (name === undefined || name === base) return [];
  const finding = {
    code: 'name-not-file-name',
    message: `the workflow is called ${quoted(name)} and its file ${quoted(base)}`,
    help: `write \`workflow: ${base}\`, or rename the file to \`${name}.yaml\``,
  };
  return [atValue(workflow, ['workflow'], finding)];
}

/** A workflow that runs itself would never end. Longer circles are found by the planner, which sees all files. */
export function doesNotCallItself(workflow: CheckedWorkflow): Diagnostic[] {
  const name = workflow.keys.workflow;
  const steps = workflow.phases.flatMap((phase) => phase.steps);
  return steps
    .filter((step) => name !== undefined && step.keys.workflow === name)
    .map((step) =>
      atValue(workflow, [...step.path, 'workflow'], {
        code: 'workflow-cycle',
        message: `the workflow ${quoted(name ?? '')} runs itself`,
        help: 'name another workflow, or remove the step',
      }),
    );
}

/** Prerequisites have one of three forms. */
export function prerequisitesAreKnown(workflow: CheckedWorkflow): Diagnostic[] {
  return (workflow.keys.prerequisites ?? []).flatMap((text, index) => {
    if (text === 'clean-tree' || text === 'flake-check-passing') return [];
    const other = /^([A-Za-z0-9][A-Za-z0-9._-]*)-complete$/.exec(text)?.[1];
    if (other !== undefined && other !== workflow.keys.workflow) return [];
    return [
      atValue(workflow, ['prerequisites', index], {
        code: 'unknown-prerequisite',
        message:
          other === undefined
            ? `unknown prerequisite ${quoted(text)}`
            : 'a workflow cannot have itself as a prerequisite',
        help: 'allowed: `WORKFLOW-complete` (another workflow), `flake-check-passing`, `clean-tree`',
      }),
    ];
  });
}
