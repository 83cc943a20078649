import type { ActionWorld } from '../action-world.js';
import type { GitHubRest } from '../api/rest.js';
import type { PublishRequest } from './publish-request.js';

/** One publication under way: what was asked for, and what was found out before anything was written. */
export interface Publication {
  readonly request: PublishRequest;
  readonly world: ActionWorld;
  readonly rest: GitHubRest;
  /** Where the base branch is on GitHub. */
  readonly baseTip: string;
  /** The newest commit that the base branch and the result share: what the result changes is counted from here. */
  readonly from: string;
  /** Commits that came to the base branch since `from`. */
  readonly behind: number;
  /** Sentences for a person, for the body and the job summary; added to on the way. */
  readonly notes: string[];
}

/** The branch of the pull request when nothing is in the way. */
export function firstBranch({ workflow, settings }: PublishRequest): string {
  return settings.branch ?? `workflow-runner/${workflow}`;
}
