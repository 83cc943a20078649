import type { RunState } from '../../engine/run-state.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import type { ComparedHosts } from '../../report/compared-hosts.js';

/** The inputs of `publish` in action.yml, read and checked by the door. */
export interface PublishSettings {
  /** Branch of the pull request; null: `workflow-runner/WORKFLOW`. */
  readonly branch: string | null;
  readonly title: string | null;
  readonly labels: readonly string[];
  readonly reviewers: readonly string[];
  readonly teamReviewers: readonly string[];
  readonly assignees: readonly string[];
  readonly draft: boolean;
  /** Lines of the input `protected-paths`, without empty ones. */
  readonly protectedPaths: readonly string[];
  readonly maxFiles: number;
  readonly maxKilobytes: number;
  readonly commitSigning: boolean;
}

export interface PublishRequest {
  /** Has every object of `result` and of its base. */
  readonly trusted: TrustedGit;
  readonly workflow: string;
  /** The run, for the body; its `runId` is the run's id in trailers. */
  readonly state: RunState;
  /** The commit to publish. */
  readonly result: string;
  /** Short name of the branch that the result is for, and the commit of it that the run began at. */
  readonly base: { readonly branch: string; readonly commit: string };
  /** Input `commit`: when given, any other `result` is refused. */
  readonly expectedCommit: string | null;
  /** What was validated, for the body; null when nothing is known. */
  readonly validation: { readonly commit: string; readonly checks: readonly string[] } | null;
  /** Hosts that were compared with the base, for the body; null or left out: none were. */
  readonly hosts?: ComparedHosts | null;
  readonly mode: 'pull-request' | 'push';
  /** For `push`: tell the caller (who merges and validates again), or open a pull request instead. */
  readonly whenBaseMoved: 'tell' | 'pull-request';
  readonly settings: PublishSettings;
}

export interface PullRequestReference {
  readonly number: number;
  readonly url: string;
}

/** What a publication came to. Outputs are set and the job summary is written already. */
export type PublishOutcome =
  | {
      readonly kind: 'pull-request';
      readonly operation: 'created' | 'updated';
      readonly branch: string;
      /** The tip of the branch; with commit signing not the result's own id. */
      readonly commit: string;
      readonly pullRequest: PullRequestReference;
    }
  /** The result changes nothing (any more). `closed`: the pull request that was closed for that. */
  | { readonly kind: 'nothing'; readonly closed: PullRequestReference | null }
  /** A person closed a pull request with exactly this tree; it is not opened again. */
  | { readonly kind: 'declined'; readonly pullRequest: PullRequestReference }
  /** On the base branch: it got what comes after `from` up to `to`, now or by an earlier attempt. */
  | { readonly kind: 'landed'; readonly from: string; readonly to: string }
  /** Only with `push` and `whenBaseMoved: 'tell'`: the base branch is at `tip`, which the result does not contain. */
  | { readonly kind: 'base-moved'; readonly tip: string };
