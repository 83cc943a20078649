import type { Diagnostic } from '../../base/diagnostic.js';
import { atKey, atValue, type CheckedWorkflow } from '../checked-workflow.js';

/** `hybrid` has `phases:`, the other types have `steps:`. */
export function stepsOrPhases(workflow: CheckedWorkflow): Diagnostic[] {
  const { type, steps, phases } = workflow.keys;
  if (type === undefined) return [];
  const [wanted, other] = type === 'hybrid' ? (['phases', 'steps'] as const) : (['steps', 'phases'] as const);
  const diagnostics: Diagnostic[] = [];
  if ((wanted === 'steps' ? phases : steps) !== undefined) {
    const help =
      type === 'hybrid' ? 'put the steps into phases' : 'write `type: hybrid`, or put the steps below `steps:`';
    diagnostics.push(
      atKey(workflow, [other], {
        code: 'steps-or-phases',
        message: `a ${type} workflow has \`${wanted}:\`, not \`${other}:\``,
        help,
      }),
    );
  } else if (workflow.tree.isAbsent([wanted])) {
    const help = `add \`${wanted}:\` with at least one ${wanted === 'steps' ? 'step' : 'phase'}`;
    diagnostics.push(
      atValue(workflow, ['type'], { code: 'missing-key', message: `the key \`${wanted}\` is missing`, help }),
    );
  }
  return diagnostics;
}

/** `max_concurrent` and `sync_point` say how steps run beside each other, which only parallel ones do. */
export function parallelKeysOnlyThere(workflow: CheckedWorkflow): Diagnostic[] {
  const { type } = workflow.keys;
  const diagnostics: Diagnostic[] = [];
  const report = (path: (string | number)[], help: string): void => {
    const message = `\`${String(path.at(-1))}\` only means something where steps run in parallel`;
    diagnostics.push(atKey(workflow, path, { code: 'only-parallel', message, help }));
  };
  if (workflow.keys.max_concurrent !== undefined && type !== undefined && type !== 'parallel') {
    report(
      ['max_concurrent'],
      type === 'hybrid' ? 'move it to the parallel phase' : 'remove it, or write `type: parallel`',
    );
  }
  if (workflow.keys.sync_point !== undefined && type === 'sequential')
    report(['sync_point'], 'remove it, or write `type: parallel`');
  for (const phase of workflow.phases) {
    if (phase.implicit || phase.keys.type !== 'sequential' || phase.keys.max_concurrent === undefined) continue;
    report([...phase.path, 'max_concurrent'], 'remove it, or write `type: parallel`');
  }
  return diagnostics;
}

/** A retry never waits longer than the longest delay from its first one on. */
export function delaysFit(workflow: CheckedWorkflow): Diagnostic[] {
  return workflow.phases
    .flatMap((phase) => phase.steps)
    .flatMap((step) => {
      const retry = step.keys.on_failure;
      if (retry?.max_delay_seconds === undefined || retry.max_delay_seconds >= (retry.delay_seconds ?? 2)) return [];
      return [
        atValue(workflow, [...step.path, 'on_failure', 'max_delay_seconds'], {
          code: 'out-of-range',
          message: `the longest delay (${retry.max_delay_seconds} s) is shorter than the first (${retry.delay_seconds ?? 2} s)`,
          help: 'make `max_delay_seconds` at least `delay_seconds`',
        }),
      ];
    });
}
