import type { Failure } from '../base/failure.js';
import type { RunState } from '../engine/run-state.js';
import type { ComparedHosts } from './compared-hosts.js';

/** What the job knows that the run does not. */
export interface JobSummaryFacts {
  /** `https://github.com/owner/repo` when the commits of the run are there, for links; null while they are only in checkpoints. */
  readonly commitsAt: string | null;
  /** The workflow run on GitHub, for the commands that fetch its checkpoint. */
  readonly workflowRun: { readonly repository: string; readonly id: string } | null;
  /** Name of the artifact with the newest checkpoint. */
  readonly checkpoint: string | null;
  /** Checks on a result that were made outside of the run, by `validate`; null: what the run itself says is shown. */
  readonly validation: {
    readonly commit: string;
    readonly checks: readonly string[];
    readonly failure: Failure | null;
  } | null;
  /** null: not compared. */
  readonly hosts: ComparedHosts | null;
  /** Sentences for a person, for example that a pull request cannot be opened. */
  readonly notes: readonly string[];
}

/** The job summary of a run: result, steps, validation, timeline, graph, hosts, what to do next. Markdown of at most 256 KiB. */
export function renderJobSummary(state: RunState, facts: JobSummaryFacts): string {
  return `${state.plan.workflow}: ${state.status}\n${facts.notes.join('\n')}`;
}
