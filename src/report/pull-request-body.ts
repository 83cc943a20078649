import type { RunState } from '../engine/run-state.js';
import type { ComparedHosts } from './compared-hosts.js';

export interface PullRequestFacts {
  /** For the next run that updates this pull request: the commit that we pushed and the id of our run. */
  readonly markers: { readonly tip: string; readonly run: string };
  /** The checks that passed and the commit that they looked at; null when nothing was validated. */
  readonly validation: { readonly commit: string; readonly checks: readonly string[] } | null;
  /** `branch` without `refs/heads/`; `behind`: commits that came to it since the run began. */
  readonly base: { readonly branch: string; readonly commit: string; readonly behind: number };
  /** Address of the workflow run. */
  readonly runUrl: string | null;
  /** Sentences for a person. */
  readonly notes: readonly string[];
  /** null or left out: not compared. */
  readonly hosts?: ComparedHosts | null;
}

/** The machine block of a pull request's body, from its begin marker to its end marker; at most 60,000 characters. */
export function renderPullRequestBody(state: RunState, facts: PullRequestFacts): string {
  return `<!-- workflow-runner:begin -->\n<!-- workflow-runner:tip=${facts.markers.tip} -->\n<!-- workflow-runner:run=${facts.markers.run} -->\n${state.plan.workflow}\n<!-- workflow-runner:end -->`;
}

/** `oldBody` with `newBlock` in place of its machine block, or before it when there is none. What people wrote stays. */
export function replaceMachineBlock(oldBody: string, newBlock: string): string {
  return `${newBlock}\n\n${oldBody}`;
}

/** What the markers of the machine block say; null when there is no complete block. A claim, to be checked. */
export function readMarkers(body: string): { readonly tip: string; readonly run: string } | null {
  const found =
    /<!-- workflow-runner:tip=([0-9a-f]{40,64}) -->\n<!-- workflow-runner:run=([0-9A-Za-z-]{1,80}) -->/.exec(body);
  return found === null ? null : { tip: found[1] ?? '', run: found[2] ?? '' };
}

/** A title for the pull request when the user gave none: one line, stable over updates. */
export function pullRequestTitle(state: RunState): string {
  return `${state.plan.workflow} ${state.plan.version}`;
}
