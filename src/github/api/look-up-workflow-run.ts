import { z } from 'zod';
import { err, ok } from '../../base/result.js';
import type { ActionWorld } from '../action-world.js';
import type { LookUpWorkflowRun } from '../checkpoint/check-workflow-run.js';
import { restOf, restProblem } from './rest.js';

const answer = z.object({
  event: z.string(),
  head_repository: z.object({ full_name: z.string() }).nullish(),
});

/** Looks workflow runs of this repository up through the REST API. The token needs `actions: read`. */
export function lookUpThroughRest(world: ActionWorld): LookUpWorkflowRun {
  return async (runId) => {
    const rest = await restOf(world);
    const route = 'GET /repos/{owner}/{repo}/actions/runs/{run_id}';
    const found = await rest.request({ route, parameters: { run_id: runId }, answer });
    if (found.ok)
      return ok({ event: found.value.event, headRepository: found.value.head_repository?.full_name ?? null });
    if (found.error.reason === 'not-found') return ok(null);
    return err(restProblem(found.error, `look up workflow run ${runId}`).message);
  };
}
