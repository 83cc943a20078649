import { commitDiffs, type CommitDiff } from '../git/commit-diffs.js';
import type { Git } from '../git/git.js';
import { isCommitId } from '../git/present-commit.js';
import { openRepository } from '../git/repository.js';
import type { RunState, StepState } from '../engine/run-state.js';
import type { DiffReport } from '../report/html/run-report.js';
import { counted, shortCommit } from '../report/step-label.js';

const MAX_PATCH = 24 * 1024;
const MAX_LINES = 4000;
const MAX_FILES = 60;
/** For all steps together; those at the beginning have it first. */
const MAX_ALL = 1_000_000;

/** What each step has changed, by its id, and a sentence when that cannot be told. A step that failed: what it had changed. */
export async function stepDiffs(
  state: RunState,
  { root, git, redact }: { readonly root: string; readonly git: Git; readonly redact: (text: string) => string },
): Promise<{ readonly diffs: Map<string, DiffReport>; readonly problem: string | null }> {
  const diffs = new Map<string, DiffReport>();
  const repository = await openRepository(root, git);
  if (!repository.ok) return { diffs, problem: `Changes are not shown: ${repository.error.message}.` };
  const changed = [...state.steps.values()].flatMap((step) => {
    const pair = changeOf(step);
    const isKnown = pair !== null && [pair.from, pair.to].every((id) => isCommitId(repository.value, id));
    return isKnown ? [{ id: step.step.id, pair }] : [];
  });
  const limits = { maxPatch: MAX_PATCH, maxLines: MAX_LINES };
  const found = await commitDiffs(
    { git, repository: repository.value },
    changed.map(({ pair }) => pair),
    limits,
  );
  if (!found.ok) return { diffs, problem: 'Changes are not shown: commits of the run are no longer here.' };
  let left = MAX_ALL;
  for (const [index, { id, pair }] of changed.entries()) {
    const diff = found.value[index] ?? null;
    if (diff === null) continue;
    const shown = diffReport(diff, { ...pair, left });
    left -= shown.patch.length;
    diffs.set(id, { ...shown, patch: redact(shown.patch) });
  }
  return { diffs, problem: null };
}

function changeOf({ status, result, base, work }: StepState): { from: string; to: string } | null {
  const to = status === 'completed' ? (result?.commit ?? null) : work;
  return base === null || to === null || to === base ? null : { from: base, to };
}

function diffReport(diff: CommitDiff, { from, to, left }: { from: string; to: string; left: number }): DiffReport {
  const patch = diff.patch.length > left ? '' : diff.patch;
  const isCut = diff.isCut || patch.length < diff.patch.length;
  return {
    files: diff.files.slice(0, MAX_FILES),
    fileCount: diff.files.length,
    patch,
    rest: isCut
      ? `${patch === '' ? counted(diff.files.length, 'file') : 'The rest'}: git diff ${shortCommit(from)} ${shortCommit(to)}`
      : '',
  };
}
