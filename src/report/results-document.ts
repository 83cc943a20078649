import type { RunState } from '../engine/run-state.js';
import { performerOf } from '../plan/plan.js';
import { describeFailure } from './describe-failure.js';
import { roundCost } from './state-document.js';
import { timestamp } from './timestamp.js';

/**
 * `results/<agent or skill>.json`: what each step that it did has left, in file order. Names of performers to documents. The
 * conversation of an agent is named, so that a person can go on with it by hand.
 */
export function buildResults(state: RunState): Map<string, Record<string, unknown>> {
  const documents = new Map<string, Record<string, unknown>>();
  for (const planned of state.plan.steps) {
    const step = state.steps.get(planned.id);
    if (planned.action.kind === 'command' || step === undefined || step.endedAt === null || step.startedAt === null)
      continue;
    const name = performerOf(planned);
    const document = documents.get(name) ?? { [planned.action.kind]: name, run_id: state.runId, results: [] };
    documents.set(name, document);
    const { result, failure } = step;
    (document['results'] as unknown[]).push({
      id: planned.number,
      step_id: planned.id,
      name: planned.name,
      status: step.status,
      completed_at: timestamp(step.endedAt),
      attempts: step.attempt,
      summary: result?.summary ?? (failure === null ? '' : describeFailure(failure).title),
      outputs: result?.outputs ?? {},
      ...(result === null ? {} : { files_modified: result.filesModified, git_commit: result.commit }),
      cost_usd: step.costUsd === null ? null : roundCost(step.costUsd),
      tokens: step.tokens,
      ...(step.session === null ? {} : { session: { ...step.session } }),
    });
  }
  return documents;
}
