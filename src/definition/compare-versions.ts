import { diff, gt, valid } from 'semver';
import type { Diagnostic } from '../base/diagnostic.js';
import type { Workflow } from './workflow.js';

/** A workflow file at two times. `text` is the whole file, to see changes that the parsed form does not show. */
export interface WorkflowRevision {
  readonly workflow: Workflow;
  readonly text: string;
}

type Level = 'major' | 'minor' | 'patch';

interface Change {
  readonly level: Level;
  readonly what: string;
}

/**
 * Whether the version of a changed workflow rose as much as the change asks for: removing or renaming a step or phase is a
 * major change, adding one a minor, everything else a patch. Comments and blank lines are no change. The newest changelog
 * entry must be the new version. Diagnostics point into the newer file.
 */
export function compareVersions(older: WorkflowRevision, newer: WorkflowRevision): Diagnostic[] {
  if (meaning(older.text) === meaning(newer.text)) return [];
  const before = older.workflow.version;
  const after = newer.workflow.version;
  if (valid(before) === null || valid(after) === null) return [];
  const change = largestChange(older.workflow, newer.workflow);
  if (!gt(after, before)) {
    return [
      error(newer.workflow, {
        code: 'version-not-raised',
        message: `the workflow changed, its version (${after}) did not rise above ${before}`,
        help: `${change.what}: raise the ${change.level} version`,
      }),
    ];
  }
  const diagnostics = levelOf(before, after) < rank[change.level] ? [tooSmall(newer.workflow, before, change)] : [];
  const [newest] = newer.workflow.changelog;
  if (newest?.version === after) return diagnostics;
  const finding = {
    code: 'changelog-missing',
    message: `the changelog does not tell of ${after}`,
    help: `add \`- ${after}: what changed\` as its first entry`,
  };
  return [...diagnostics, error(newer.workflow, finding)];
}

const rank: Readonly<Record<Level, number>> = { patch: 1, minor: 2, major: 3 };

function levelOf(before: string, after: string): number {
  const level = diff(before, after);
  if (level === 'major' || level === 'premajor') return rank.major;
  return level === 'minor' || level === 'preminor' ? rank.minor : rank.patch;
}

function tooSmall(workflow: Workflow, before: string, change: Change): Diagnostic {
  return error(workflow, {
    code: 'version-rise-too-small',
    message: `from ${before} to ${workflow.version} is less than a ${change.level} version`,
    help: `${change.what}: raise the ${change.level} version`,
  });
}

function largestChange(older: Workflow, newer: Workflow): Change {
  const before = namesOf(older);
  const after = namesOf(newer);
  const removed = [...before].find((name) => !after.has(name));
  if (removed !== undefined) return { level: 'major', what: `the ${removed} was removed or renamed` };
  const added = [...after].find((name) => !before.has(name));
  if (added !== undefined) return { level: 'minor', what: `the ${added} was added` };
  return { level: 'patch', what: 'something else changed' };
}

/** `step x` and `phase y`; the phase of a workflow without phases has no name of its own, but its type counts. */
function namesOf(workflow: Workflow): Set<string> {
  return new Set(
    workflow.phases.flatMap((phase) => [`phase ${phase.name}`, ...phase.steps.map((step) => `step ${step.id}`)]),
  );
}

/** The text without whole-line comments, blank lines and space at the ends of lines. */
function meaning(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '' && !line.trimStart().startsWith('#'))
    .join('\n');
}

function error(
  workflow: Workflow,
  finding: Pick<Diagnostic, 'code' | 'message'> & { readonly help: string },
): Diagnostic {
  return { severity: 'error', ...finding, location: workflow.location };
}
