import type { Problem } from '../../base/problem.js';
import type { Result } from '../../base/result.js';
import { isPrivilegedEvent } from '../runner/event-trust.js';

/** What GitHub says about a workflow run. */
export interface WorkflowRunFacts {
  /** `owner/name`; null when the fork is gone. */
  readonly headRepository: string | null;
  readonly event: string;
}

/** Looks a workflow run of this repository up; null when there is none. The error is one line for a person. */
export type LookUpWorkflowRun = (runId: string) => Promise<Result<WorkflowRunFacts | null, string>>;

/**
 * Why another workflow run is not one to go on from; null when it is. Checkpoints are taken only from runs whose code came from
 * this repository: those of a fork were written by strangers.
 */
export async function checkWorkflowRun(
  from: { readonly runId: string; readonly lookUp: LookUpWorkflowRun },
  repository: string,
): Promise<Problem | null> {
  const { runId, lookUp } = from;
  const notUsed = (message: string, help: string): Problem => ({
    code: 'workflow-run-refused',
    message,
    help,
    exitCode: 2,
  });
  if (!/^[1-9][0-9]{0,18}$/.test(runId)) {
    return notUsed('The id of a workflow run is a number', 'It is in the address of the run: …/actions/runs/ID.');
  }
  const found = await lookUp(runId);
  if (!found.ok) {
    const help = 'The token needs `actions: read`.';
    return {
      code: 'workflow-run-unknown',
      message: `Workflow run ${runId} cannot be looked up: ${found.error}`,
      help,
      exitCode: 1,
    };
  }
  if (found.value === null) {
    return notUsed(
      `There is no workflow run ${runId} in ${repository}`,
      'It is in the address of the run: …/actions/runs/ID.',
    );
  }
  const { headRepository, event } = found.value;
  if (headRepository?.toLowerCase() !== repository.toLowerCase()) {
    return notUsed(`Workflow run ${runId} ran code of ${headRepository ?? 'a fork that is gone'}`, FORK_HELP);
  }
  if (isPrivilegedEvent(event)) {
    return notUsed(`Workflow run ${runId} was started by ${event}: it may have run what strangers wrote`, FORK_HELP);
  }
  return null;
}

const FORK_HELP = 'Only runs of code of this repository are gone on from. Begin anew, without resume-from.';
