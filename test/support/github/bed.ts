/** Rights of a token by GitHub's names (`contents`, `pull-requests`, `issues`, `actions`, `workflows` …); what is not named is `none`. */
export type Permissions = Readonly<Record<string, 'none' | 'read' | 'write'>>;

export interface TokenRequest {
  /** `owner/name`. */
  readonly repository: string;
  readonly permissions: Permissions;
  /** For records, for example `publish` or `phase-1 (a)`. */
  readonly job?: string;
  /** Default `github-actions[bot]`. */
  readonly login?: string;
  /** What it does starts workflow runs; false for the token of a job. */
  readonly canTriggerRuns?: boolean;
}

/** What the REST API tells about a workflow run. */
export interface WorkflowRun {
  readonly id: number;
  readonly repository: string;
  /** `owner/name` of where the head commit is from: another one for forks. */
  readonly headRepository: string;
  readonly runNumber: number;
  readonly attempt: number;
  /** Name of the workflow. */
  readonly name: string;
  /** `.github/workflows/file.yml`. */
  readonly path: string;
  readonly event: string;
  readonly headBranch: string;
  readonly headSha: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | null;
  readonly jobs: readonly WorkflowJob[];
}

export interface WorkflowJob {
  readonly id: number;
  readonly name: string;
  readonly attempt: number;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | null;
}

/** Whose runtime token it is: artifacts belong to the run, and those of an attempt before a full re-run are not listed. */
export interface JobIdentity {
  readonly repository: string;
  readonly runId: number;
  readonly attempt: number;
  /** Name of the job, unique in its attempt. */
  readonly job: string;
  /** Whether this attempt re-runs all jobs: artifacts of earlier attempts are then not seen. */
  readonly fullRerun?: boolean;
  /** Full ref that caches are written for; a read is also allowed from `baseRef`. Default `refs/heads/main` for both. */
  readonly cacheRef?: string;
  readonly baseRef?: string;
  /** The runner gives such a token to untrusted triggers. */
  readonly cacheReadOnly?: boolean;
}

/** An artifact as the REST API lists it. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly sizeBytes: number;
  /** `sha256:<hex>`. */
  readonly digest: string;
  readonly runId: number;
  readonly repository: string;
  readonly attempt: number;
  readonly createdAt: string;
  readonly expired: boolean;
}

/** The artifact and cache services of a fake GitHub, and what the REST API of it needs to know about artifacts. */
export interface ResultsService {
  /** `http://127.0.0.1:PORT/`, for ACTIONS_RESULTS_URL, ACTIONS_RUNTIME_URL and ACTIONS_CACHE_URL. */
  readonly url: string;
  readonly runtimeToken: (job: JobIdentity) => string;
  /** Finished artifacts of a workflow run, newest first, of all its attempts. */
  readonly artifactsOf: (repository: string, runId: number) => readonly StoredArtifact[];
  readonly artifact: (repository: string, id: number) => StoredArtifact | null;
  /** A signed address for `302 Location`; null when there is no such artifact. */
  readonly downloadUrl: (repository: string, id: number) => string | null;
  readonly deleteArtifact: (repository: string, id: number) => boolean;
  readonly close: () => Promise<void>;
}

/** A `workflow_dispatch` that was asked for by REST. */
export interface Dispatch {
  readonly repository: string;
  /** File name or id, as it was asked for. */
  readonly workflow: string;
  readonly ref: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Of the token. */
  readonly login: string;
}

/**
 * A fake GitHub as the executor of workflows needs it. `openGitHub()` (api-*.ts) makes one with a REST API over real bare repositories,
 * git over HTTP and a results service; `openLocalGitHub()` (local-bed.ts) one without any REST API.
 */
export interface GitHubBed {
  /** GITHUB_SERVER_URL, no slash at its end; `http://gh.localhost:PORT`, which the toolkit takes for github.com. */
  readonly serverUrl: string;
  /** GITHUB_API_URL, no slash at its end; by address, because node does not resolve `gh.localhost`. */
  readonly apiUrl: string;
  /** GITHUB_GRAPHQL_URL. */
  readonly graphqlUrl: string;
  readonly results: ResultsService;
  /** What git clones `owner/name` from with a token in the `Authorization` header. */
  readonly cloneUrl: (repository: string) => string;
  /** Folder of the bare repository. */
  readonly bareFolder: (repository: string) => string;
  readonly mintToken: (request: TokenRequest) => string;
  /** After this the token is not known any more, as at the end of a job. */
  readonly revokeToken: (token: string) => void;
  /** Adds a workflow run to what REST tells, or replaces the one with the same id. */
  readonly putRun: (run: WorkflowRun) => void;
  readonly dispatches: readonly Dispatch[];
  readonly close: () => Promise<void>;
}
