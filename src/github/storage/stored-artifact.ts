import type { Result } from '../../base/result.js';

/** An artifact as the service lists it. The name may have been chosen by anybody who ran in a job of the workflow run. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  /** Of the archive, as it is stored. */
  readonly bytes: number;
  /** Milliseconds since 1970; null when the service does not say. */
  readonly createdAtMs: number | null;
  /** `sha256:<hex>` of the archive; null for artifacts of clients that sent none. */
  readonly digest: string | null;
}

export type ArtifactTrouble =
  /** There is no artifact service here: the job has no runtime token, or the server has no such service. */
  | { readonly reason: 'no-service'; readonly detail: string }
  /** Artifacts are immutable: one of this name is there already in this attempt of the workflow run. */
  | { readonly reason: 'exists' }
  | { readonly reason: 'not-found' }
  /** What was downloaded is not what was uploaded. */
  | { readonly reason: 'digest-mismatch' }
  /** The archive is damaged, or holds something else than the expected regular files within their limits. */
  | { readonly reason: 'bad-content'; readonly detail: string }
  /** All tries failed; `detail` is what the client said last. */
  | { readonly reason: 'failed'; readonly detail: string };

export interface ArtifactUpload {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** Names of regular files directly in `folder`. */
  readonly files: readonly string[];
  /** Left out: what the repository is set to. */
  readonly retentionDays?: number;
}

export interface ArtifactDownload {
  readonly artifact: StoredArtifact;
  /** Absolute; made here, must not exist. */
  readonly folder: string;
  /** The only names that may be in it, and the most bytes of each. */
  readonly allowed: ReadonlyMap<string, number>;
}

/** Artifacts of a workflow run, for reading. */
export interface ArtifactReader {
  readonly list: () => Promise<Result<StoredArtifact[], ArtifactTrouble>>;
  /** Gives the names of the files that are now in the folder. After trouble the folder is gone. */
  readonly download: (request: ArtifactDownload) => Promise<Result<string[], ArtifactTrouble>>;
}

/** Artifacts of the workflow run that this job belongs to. */
export interface ArtifactStore extends ArtifactReader {
  readonly upload: (request: ArtifactUpload) => Promise<Result<{ readonly id: number }, ArtifactTrouble>>;
  /** By name. One that is gone already is fine. */
  readonly remove: (name: string) => Promise<Result<void, ArtifactTrouble>>;
}

export interface ArtifactDeps {
  readonly sleep: (ms: number) => Promise<void>;
}

/** Another workflow run, read through the REST API. The token needs `actions: read`. */
export interface OtherWorkflowRun {
  readonly owner: string;
  readonly repo: string;
  readonly runId: string;
  readonly token: string;
}
