/** What the runner says about the job, from its environment and event file. */
export interface RunnerFacts {
  readonly owner: string;
  /** Name of the repository without its owner. */
  readonly repo: string;
  /** Id of the workflow run; the same in every attempt. */
  readonly runId: string;
  /** Counts from 1; "Re-run jobs" counts on. */
  readonly attempt: number;
  /** Key of the job in its workflow file. */
  readonly job: string;
  /** The commit that the event is about. */
  readonly sha: string;
  /** Full name, for example `refs/heads/main`. */
  readonly ref: string;
  readonly eventName: string;
  /** The event's payload as GitHub sent it: data of strangers. */
  readonly event: unknown;
  readonly actor: string;
  /** `owner/repo/.github/workflows/file.yml@ref`. */
  readonly workflowRef: string;
  /** Absolute; GITHUB_WORKSPACE. */
  readonly workspace: string;
  /** Absolute; RUNNER_TEMP: emptied before each job. */
  readonly temp: string;
  /** For example `https://github.com`, without a slash at its end. */
  readonly serverUrl: string;
  /** For example `https://api.github.com`, without a slash at its end. */
  readonly apiUrl: string;
}
