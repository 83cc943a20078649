import { join } from 'node:path';
import type { Problem } from '../base/problem.js';
import { ok, type Result } from '../base/result.js';
import type { PreparedRun } from '../commands/prepared-run.js';
import type { LandingGit } from '../git/landing.js';
import type { ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { AgentSessions } from './agent-sessions.js';
import type { ArtifactReader } from './storage/artifact-store.js';
import { bringBack, type BroughtBack } from './bring-back.js';
import { restoreCheckpoints, type LookUpWorkflowRun } from './checkpoint/restore-checkpoint.js';

/** Where the checkpoints of a run are looked for. */
export interface RestoreFrom {
  readonly store: ArtifactReader;
  /** null: of this workflow run. */
  readonly from: { readonly runId: string; readonly lookUp: LookUpWorkflowRun } | null;
  readonly required: boolean;
}

/** Brings the run of a job back from its newest checkpoints; those that were refused are told as warnings. */
export async function restoreRun(
  { inputs, prepared, world }: { inputs: ActionInputs; prepared: PreparedRun; world: ActionWorld },
  landing: LandingGit,
  { store, from, required }: RestoreFrom,
): Promise<Result<BroughtBack, Problem>> {
  const { facts, output, signal, remote } = world;
  const child = prepared.choices.job?.step ?? null;
  const restored = await restoreCheckpoints({
    store,
    facts,
    workflow: prepared.name,
    firstAttempt: inputs.firstAttempt,
    from,
    children: child === null ? 'all' : [child],
    git: prepared.git,
    trusted: landing.trusted,
    remote,
    folder: join(facts.temp, 'workflow-runner', 'restored'),
    signal,
  });
  if (!restored.ok && restored.error.code === 'no-artifact-service' && !required) {
    output.warning(`${restored.error.message}: this job goes without checkpoints. ${restored.error.help}`);
    return ok({ state: null, sequence: 0 });
  }
  if (!restored.ok) return restored;
  for (const { name, reason, detail } of restored.value.refused)
    output.warning(`The checkpoint ${name} was not used (${reason}): ${detail}`);
  const back = await bringBack(prepared, restored.value, required);
  if (!back.ok || back.value.state === null) return back;
  const sessions = new AgentSessions(prepared, world);
  const lines = [restored.value.main, ...restored.value.steps];
  await sessions.takeOver(
    back.value.state,
    lines.flatMap((opened) => opened?.sessionsFile ?? []),
  );
  for (const note of sessions.notes) output.warning(note);
  return back;
}
