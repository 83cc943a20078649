import type { Failure } from '../base/failure.js';
import type { RunEvent } from '../engine/event.js';
import type { RunState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import { listReferences, REFERENCE_ROOT, referenceName, updateReferences } from '../git/references.js';
import type { WorkspacePool } from '../git/workspace-pool.js';
import type { Workspace, WorkspaceUse } from '../git/workspace.js';

/** Where the work of a killed runner is looked for. */
export interface SalvagePlace {
  readonly landing: LandingGit;
  readonly pool: WorkspacePool;
  readonly now: () => number;
}

/**
 * Keeps under refs what agents had changed when a runner was killed, of whatever run: before any workspace is used again, because
 * then their files are somebody else's. Commands are not among them: they run again from their base. Best effort: without it the
 * conversation goes on all the same, and the agent is told that its changes are lost.
 */
export async function keepAbandoned(place: SalvagePlace): Promise<void> {
  for (const workspace of await place.pool.abandoned()) {
    const use = await workspace.lastUse();
    if (use !== null) await keepWork(workspace, use, place);
    await workspace.noteUse(null);
  }
}

async function keepWork(workspace: Workspace, use: WorkspaceUse, { landing, now }: SalvagePlace): Promise<void> {
  const { runId, step, attempt, base } = use;
  const adopted = await workspace.adopt(base);
  if (!adopted.ok) return;
  const message = `${step}: what the agent had changed when the runner was killed`;
  const committed = await workspace.commitChanges({ message, trailers: [['Workflow-Run', runId]], atMs: now() });
  if (!committed.ok) return;
  const to = committed.value?.commit ?? null;
  await updateReferences(landing.git, landing.trusted.repository, [{ name: workName(runId, step, attempt), to }]);
}

/** What a killed runner could not write down any more: that its agents were stopped, and what is kept of their work. */
export async function stoppedAgents(
  { runId, steps }: RunState,
  { landing, now }: Omit<SalvagePlace, 'pool'>,
): Promise<RunEvent[]> {
  const stopped = [...steps.values()].filter(({ step, status }) => status === 'running' && step.asksAgent);
  if (stopped.length === 0) return [];
  const kept = await listReferences(landing.git, landing.trusted.repository, `${REFERENCE_ROOT}/${runId}`);
  const failure: Failure = { reason: 'cancelled' };
  return stopped.map(({ step: { id }, attempt }) => {
    const at = now();
    const work = kept.ok ? kept.value.get(workName(runId, id, attempt)) : undefined;
    const unknown = { costUsd: null, tokens: null };
    const rest = work === undefined ? {} : { work };
    return { type: 'step-failed', at, step: id, attempt, failure, retryAt: at, ...unknown, ...rest };
  });
}

const workName = (runId: string, step: string, attempt: number): string =>
  referenceName(runId, `${step}.failed-${attempt}`);
