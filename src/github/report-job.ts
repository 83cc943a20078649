import { err } from '../base/result.js';
import { runFiles } from '../runner/run-files.js';
import type { ActionInputs } from './runner/action-inputs.js';
import type { ActionWorld } from './action-world.js';
import { restoreMetrics } from './storage/metrics-cache.js';
import { report, type ReviewIssues } from './review/report-command.js';

/** `report`: brings back what earlier workflow runs have counted, and shows the review. Resolves with the exit code. */
export async function reportJob(inputs: ActionInputs, world: ActionWorld): Promise<number> {
  const { output, cwd } = world;
  const { metrics, history } = runFiles(cwd, 'none');
  const files = [metrics, history];
  const restored = await restoreMetrics(files, world).catch((error: unknown) =>
    err(error instanceof Error ? error.message : String(error)),
  );
  if (!restored.ok) output.notice(`metrics could not be restored: ${restored.error}`);
  const issues = inputs.issue ? await issuesOf(world) : null;
  return report({ since: inputs.since, workflow: inputs.workflow, issues }, world);
}

async function issuesOf(world: ActionWorld): Promise<ReviewIssues> {
  const [{ restOf }, { openReviewIssues }] = await Promise.all([
    import('./api/rest.js'),
    import('./review/review-issues.js'),
  ]);
  return openReviewIssues(await restOf(world));
}
