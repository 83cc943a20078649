import type { ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { openArtifactReader, type ArtifactReader } from './storage/artifact-store.js';
import type { LookUpWorkflowRun } from './checkpoint/restore-checkpoint.js';
import type { RestoreFrom } from './restore-run.js';

/** The checkpoints of the workflow run that `resume-from` names; null when this one is to be looked at. */
export function resumeSource(
  { resumeFrom }: ActionInputs,
  world: ActionWorld,
): (Pick<RestoreFrom, 'from'> & { readonly store: ArtifactReader }) | null {
  const { facts, token, sleep } = world;
  if (resumeFrom === null || resumeFrom === facts.runId) return null;
  const { owner, repo } = facts;
  const store = openArtifactReader({ owner, repo, runId: resumeFrom, token }, { sleep });
  // Loaded when it is asked: few runs go on from another one.
  const lookUp: LookUpWorkflowRun = async (runId) =>
    (await import('./api/look-up-workflow-run.js')).lookUpThroughRest(world)(runId);
  return { store, from: { runId: resumeFrom, lookUp } };
}
