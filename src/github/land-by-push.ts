import type { Problem } from '../base/problem.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import type { RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import { obtainCommit } from '../git/remote.js';
import type { LandOutcome, LandRequest } from '../runner/effects.js';
import type { ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { publish } from './publish/publish-command.js';
import { publishRequest } from './publish-settings.js';

/** A result that is to be pushed to its base branch. */
export interface PushJob {
  readonly inputs: ActionInputs;
  readonly prepared: PreparedRun;
  readonly world: ActionWorld;
  readonly landing: LandingGit;
  readonly state: RunState;
}

/**
 * Lands by a push to the base branch. When that has moved, the merge is given back to be validated, as locally; where the branch
 * is protected, or the merge conflicts, a pull request is opened instead.
 */
export async function landByPush(request: LandRequest, job: PushJob): Promise<LandOutcome> {
  const { inputs, world, landing, state } = job;
  const { from, to } = request;
  const { validation } = state;
  const wanted = publishRequest(inputs, world.facts, { landing, state, result: to, mode: 'push', validation });
  if (!wanted.ok) return refused(wanted.error);
  const base = { ...wanted.value.base, commit: from };
  const pushed = await publish({ ...wanted.value, base, whenBaseMoved: 'tell' }, world);
  if (!pushed.ok) return refused(pushed.error);
  const branch = `refs/heads/${base.branch}`;
  switch (pushed.value.kind) {
    case 'landed':
      return { outcome: 'landed', how: 'fast-forward', branch };
    case 'nothing':
      return { outcome: 'landed', how: 'nothing-to-land', branch: null };
    case 'declined':
      return { outcome: 'landed', how: 'kept', branch: null };
    case 'pull-request':
      return { outcome: 'landed', how: 'branch', branch: pushed.value.branch };
    case 'base-moved': {
      const merged = await mergeWithTip(pushed.value.tip, request, job);
      if (merged !== null) return merged;
      const instead = await publish({ ...wanted.value, base, mode: 'pull-request' }, world);
      if (!instead.ok) return refused(instead.error);
      const at = instead.value.kind === 'pull-request' ? instead.value.branch : null;
      return { outcome: 'landed', how: at === null ? 'kept' : 'branch', branch: at };
    }
  }
}

/** The tip and the result merged; null when they conflict. */
async function mergeWithTip(
  tip: string,
  { to }: LandRequest,
  { world, landing, state }: PushJob,
): Promise<LandOutcome | null> {
  const { trusted } = landing;
  const obtained = await obtainCommit(trusted, { remote: world.remote, commit: tip, signal: world.signal });
  if (!obtained.ok || obtained.value === 'not-found') {
    const why = obtained.ok ? 'it is not there' : JSON.stringify(obtained.error);
    const message = `the base branch has moved to ${tip}, which cannot be fetched: ${why}`;
    return refused({ message, help: 're-run the failed job' });
  }
  const merged = await trusted.mergeTrees(tip, to);
  if (!merged.ok) return { outcome: 'refused', failure: merged.error };
  if (merged.value.kind === 'conflict') return null;
  const commit = await trusted.commit({
    tree: merged.value.tree,
    parents: [tip, to],
    message: `Merge workflow ${state.plan.workflow}`,
    trailers: [['Workflow-Run', state.runId]],
    atMs: world.now(),
  });
  return commit.ok
    ? { outcome: 'base-moved', from: tip, merged: commit.value }
    : { outcome: 'refused', failure: commit.error };
}

function refused({ message, help }: Pick<Problem, 'message' | 'help'>): LandOutcome {
  return { outcome: 'refused', failure: { reason: 'publish-refused', message, help } };
}
