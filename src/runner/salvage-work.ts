import type { Failure } from '../base/failure.js';
import type { RunEvent } from '../engine/event.js';
import type { RunState, StepState } from '../engine/run-state.js';
import type { LandingGit } from '../git/landing.js';
import { referenceName, updateReferences } from '../git/references.js';
import type { WorkspacePool } from '../git/workspace-pool.js';
import type { Workspace } from '../git/workspace.js';

/** Where the work of a killed runner is looked for. */
export interface SalvagePlace {
  readonly landing: LandingGit;
  readonly pool: WorkspacePool;
  readonly now: () => number;
}

/**
 * What a killed runner could not write down any more: that its agents were stopped, and what they had changed until then, kept
 * under a ref. Commands are not among them: they run again from their base. Best effort: without a workspace the conversation goes
 * on all the same, and the agent is told that its changes are lost.
 */
export async function salvageWork(state: RunState, place: SalvagePlace): Promise<RunEvent[]> {
  const stopped = [...state.steps.values()].filter(({ step, status }) => status === 'running' && step.asksAgent);
  const abandoned = await place.pool.abandoned();
  const events: RunEvent[] = [];
  for (const step of stopped) {
    const work = await workOf(state.runId, step, { ...place, abandoned });
    const failure: Failure = { reason: 'cancelled' };
    const at = place.now();
    const { attempt } = step;
    const kept = work === null ? {} : { work };
    const unknown = { costUsd: null, tokens: null };
    events.push({ type: 'step-failed', at, step: step.step.id, attempt, failure, retryAt: at, ...unknown, ...kept });
  }
  for (const workspace of abandoned) await workspace.noteUse(null);
  return events;
}

async function workOf(
  runId: string,
  { step, attempt, base }: StepState,
  { abandoned, landing, now }: SalvagePlace & { readonly abandoned: readonly Workspace[] },
): Promise<string | null> {
  for (const workspace of abandoned) {
    const use = await workspace.lastUse();
    if (use?.runId !== runId || use.step !== step.id || use.attempt !== attempt || use.base !== base) continue;
    const adopted = await workspace.adopt(base);
    if (!adopted.ok) return null;
    const message = `${step.name}: what the agent had changed when the runner was killed`;
    const committed = await workspace.commitChanges({ message, trailers: [['Workflow-Run', runId]], atMs: now() });
    if (!committed.ok || committed.value === null) return null;
    const { commit } = committed.value;
    const name = referenceName(runId, `${step.id}.failed-${attempt}`);
    const kept = await updateReferences(landing.git, landing.trusted.repository, [{ name, to: commit }]);
    return kept.ok ? commit : null;
  }
  return null;
}
