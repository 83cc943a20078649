import type { Diagnostic } from '../../base/diagnostic.js';
import {
  atKey,
  atValue,
  lineOf,
  type CheckedPhase,
  type CheckedStep,
  type CheckedWorkflow,
} from '../checked-workflow.js';
import { globsMayOverlap } from '../glob-overlap.js';
import { quoted } from '../suggest.js';

/** Parallel steps that both declare `writes` must not be able to write the same file (their merge would depend on luck). */
export function parallelWritesDoNotOverlap(workflow: CheckedWorkflow): Diagnostic[] {
  return workflow.phases
    .filter((phase) => phase.keys.type === 'parallel')
    .flatMap((phase) => overlapsIn(workflow, phase));
}

function overlapsIn(workflow: CheckedWorkflow, phase: CheckedPhase): Diagnostic[] {
  const declaring = phase.steps.filter((step) => step.keys.writes !== undefined).slice(0, 500);
  return declaring.flatMap((step, index) => {
    const found = firstOverlap(step, declaring.slice(0, index));
    if (found === null) return [];
    const finding = {
      code: 'writes-overlap',
      message: `${quoted(found.glob)} may name the same files as ${quoted(found.otherGlob)} of step ${quoted(found.other.id)} (${lineOf(workflow, [...found.other.path, 'writes'])})`,
      help: 'steps that run at the same time need separate files: narrow one of them, or put the steps into a sequential phase',
    };
    return [atValue(workflow, [...step.path, 'writes', found.index], finding)];
  });
}

function firstOverlap(
  step: CheckedStep,
  others: readonly CheckedStep[],
): { other: CheckedStep; glob: string; otherGlob: string; index: number } | null {
  for (const other of others) {
    for (const [index, glob] of (step.keys.writes ?? []).entries()) {
      const otherGlob = (other.keys.writes ?? []).find((candidate) => globsMayOverlap(glob, candidate));
      if (otherGlob !== undefined) return { other, glob, otherGlob, index };
    }
  }
  return null;
}

/** Paths and globs stay inside the repository and out of `.git`. */
export function pathsStayInside(workflow: CheckedWorkflow): Diagnostic[] {
  const steps = workflow.phases.flatMap((phase) => phase.steps);
  return steps.flatMap((step) => {
    const { writes = [], targets, input } = step.keys;
    const listed = (key: string, paths: readonly string[]) =>
      paths.map((path, index) => ({ path, at: [...step.path, key, index] }));
    const all = [
      ...listed('writes', writes),
      ...(typeof targets === 'object' ? listed('targets', targets) : []),
      ...(input === undefined ? [] : [{ path: input, at: [...step.path, 'input'] }]),
    ];
    return all
      .filter(({ path }) => leavesRepository(path))
      .map(({ path, at }) =>
        atValue(workflow, at, {
          code: 'path-outside',
          message: `${quoted(path)} is not a path inside the repository`,
          help: 'write it relative to the root of the repository, without `..`, `.git` and backslashes',
        }),
      );
  });
}

function leavesRepository(path: string): boolean {
  if (path.startsWith('/') || path.startsWith('~') || path.startsWith('!') || /[\\\p{Cc}]/u.test(path)) return true;
  return path.split('/').some((part) => part === '..' || part.toLowerCase() === '.git');
}

/** A step that may write nothing outside `writes` and a skill without targets are fine; an empty scope of hosts is a slip. */
export function hostsAreNamedOnce(workflow: CheckedWorkflow): Diagnostic[] {
  const steps = workflow.phases.flatMap((phase) => phase.steps);
  return steps.flatMap((step) => {
    const { expect } = step.keys;
    if (typeof expect !== 'object') return [];
    return expect.flatMap((host, index) =>
      expect.indexOf(host) === index
        ? []
        : [
            atKey(workflow, [...step.path, 'expect', index], {
              severity: 'warning',
              code: 'duplicate-host',
              message: `the host ${quoted(host)} is listed twice`,
              help: 'remove one',
            }),
          ],
    );
  });
}
