/** A GitHub workflow as plain data, in the order in which it is written. Keys and values are GitHub's own. */
export interface GitHubWorkflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Permissions;
  readonly concurrency: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, GitHubJob>>;
}

export type Permissions = Readonly<Record<string, 'read' | 'write'>>;

export interface GitHubJob {
  readonly name?: string;
  readonly needs?: readonly string[];
  readonly if?: string;
  readonly 'runs-on': string | readonly string[];
  readonly environment?: string;
  readonly 'timeout-minutes': number;
  readonly permissions: Permissions;
  readonly strategy?: {
    readonly 'fail-fast': false;
    readonly 'max-parallel': number;
    readonly matrix: Readonly<Record<string, readonly string[]>>;
  };
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly GitHubStep[];
}

export interface GitHubStep {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  /** An action; left out in a step with `run`. */
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | number | boolean>>;
  /** A script of ours, without any expression. */
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A job with its key, and what a reader of the file should know about it. */
export interface NamedJob {
  readonly id: string;
  readonly job: GitHubJob;
  readonly comment: string | null;
}
