import { z } from 'zod';
import { compiledFile } from '../../commands/compiled-folder.js';
import type { ActionWorld } from '../action-world.js';
import { restOf } from './rest.js';

const run = z.object({ id: z.number(), conclusion: z.string().nullish() });
const job = z.object({ name: z.string(), conclusion: z.string().nullish() });

/** So many runs are looked at for one that was more than a dry run or a phase alone. */
const RUNS = 10;

/**
 * Whether a workflow has completed, as a prerequisite asks for it: a fresh runner knows only what GitHub remembers. The newest
 * workflow runs of its compiled file on this branch are looked at: `completed` when one of them has published, `failed` when the
 * last one failed before, null when none did either or it cannot be told.
 */
export async function lastStatusOnGitHub(workflow: string, world: ActionWorld): Promise<string | null> {
  const { facts, output } = world;
  const rest = await restOf(world);
  const file = compiledFile(workflow).split('/').at(-1) ?? '';
  const branch = facts.ref.replace(/^refs\/heads\//, '');
  const runs = await rest.list({
    route: 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    parameters: { workflow_id: file, branch, status: 'completed' },
    property: 'workflow_runs',
    element: run,
    limit: RUNS,
  });
  if (!runs.ok) {
    if (runs.error.reason !== 'not-found')
      output.warning(`the runs of ${file} cannot be looked up; the token needs actions: read`);
    return null;
  }
  for (const { id, conclusion } of runs.value) {
    if (conclusion !== 'success') return 'failed';
    const jobs = await rest.list({
      route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs',
      parameters: { run_id: id },
      property: 'jobs',
      element: job,
    });
    if (jobs.ok && jobs.value.some(({ name, conclusion: end }) => name === 'publish' && end === 'success'))
      return 'completed';
  }
  return null;
}
