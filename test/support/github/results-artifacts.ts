import { createHash } from 'node:crypto';
import type { StoredArtifact } from './bed.js';
import type { Blobs } from './results-blobs.js';
import type { TokenHolder } from './results-tokens.js';

/** An answer of a twirp method. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export type Request = Readonly<Record<string, unknown>>;

interface Artifact extends StoredArtifact {
  readonly runBackendId: string;
  readonly jobBackendId: string;
  readonly blob: string;
  readonly finished: boolean;
}

export interface ArtifactServiceParts {
  readonly blobs: Blobs;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: () => string;
}

/**
 * github.actions.results.api.v1.ArtifactService. A name is taken once per attempt of a run; an attempt sees the artifacts of the attempts
 * before it, back to the last one that re-ran all jobs.
 */
export class Artifacts {
  readonly #parts: ArtifactServiceParts;
  readonly #artifacts: Artifact[] = [];
  /** By run: the attempt that re-ran all jobs last. */
  readonly #firstSeen = new Map<string, number>();
  #lastId = 1000;

  constructor(parts: ArtifactServiceParts) {
    this.#parts = parts;
  }

  /** Tells of a job that begins. */
  begin({ job }: TokenHolder): void {
    if (job.fullRerun === true) this.#firstSeen.set(runKey(job.repository, job.runId), job.attempt);
  }

  call(method: string, request: Request, holder: TokenHolder): Answer {
    const { runBackendId } = holder;
    if (method === 'CreateArtifact' && text(request, 'workflow_run_backend_id') !== runBackendId) {
      return failed(403, 'permission_denied', 'the token is for another workflow run');
    }
    switch (method) {
      case 'CreateArtifact':
        return this.#create(request, holder);
      case 'FinalizeArtifact':
        return this.#finalize(request, holder);
      case 'ListArtifacts':
        return this.#list(request, holder);
      case 'GetSignedArtifactURL':
        return this.#signedUrl(request, holder);
      case 'DeleteArtifact':
        return this.#delete(request, holder);
      default:
        return failed(404, 'bad_route', `no such method: ${method}`);
    }
  }

  /** What a test or the REST API sees: finished artifacts of all attempts, newest first. */
  ofRun(repository: string, runId: number): readonly StoredArtifact[] {
    return this.#artifacts
      .filter((one) => one.finished && one.repository === repository && one.runId === runId)
      .reverse();
  }

  byId(repository: string, id: number): StoredArtifact | null {
    return this.#finished(repository, id) ?? null;
  }

  downloadPath(repository: string, id: number): string | null {
    const found = this.#finished(repository, id);
    return found === undefined ? null : this.#parts.blobs.signedPath(found.blob);
  }

  remove(repository: string, id: number): boolean {
    const found = this.#finished(repository, id);
    if (found === undefined) return false;
    this.#parts.blobs.remove(found.blob);
    this.#artifacts.splice(this.#artifacts.indexOf(found), 1);
    return true;
  }

  #finished(repository: string, id: number): Artifact | undefined {
    return this.#artifacts.find((one) => one.finished && one.repository === repository && one.id === id);
  }

  #create(request: Request, { job, runBackendId, jobBackendId }: TokenHolder): Answer {
    const name = text(request, 'name');
    if (name === '' || /[\\/":<>|*?\r\n]/.test(name)) {
      return failed(400, 'invalid_argument', 'the artifact name is not valid');
    }
    if (this.#artifacts.some((one) => one.runBackendId === runBackendId && one.name === name)) {
      const message = '(409) Conflict: an artifact with this name already exists on the workflow run';
      return failed(409, 'already_exists', message);
    }
    const blob = this.#parts.blobs.reserve(name);
    this.#lastId += 1;
    this.#artifacts.push({
      id: this.#lastId,
      name,
      sizeBytes: 0,
      digest: '',
      runId: job.runId,
      repository: job.repository,
      attempt: job.attempt,
      createdAt: new Date().toISOString(),
      expired: false,
      runBackendId,
      jobBackendId,
      blob,
      finished: false,
    });
    return done({ ok: true, signed_upload_url: `${this.#parts.origin()}${this.#parts.blobs.signedPath(blob)}` });
  }

  #finalize(request: Request, { runBackendId }: TokenHolder): Answer {
    const name = text(request, 'name');
    const index = this.#artifacts.findIndex((one) => one.runBackendId === runBackendId && one.name === name);
    const found = this.#artifacts[index];
    const content = found === undefined ? null : this.#parts.blobs.read(found.blob);
    if (found === undefined || content === null) return failed(404, 'not_found', 'the artifact was not found');
    const digest = text(request, 'hash') || `sha256:${createHash('sha256').update(content.content).digest('hex')}`;
    const sizeBytes = Number(text(request, 'size'));
    this.#artifacts[index] = { ...found, digest, sizeBytes, finished: true };
    return done({ ok: true, artifact_id: String(found.id) });
  }

  #list(request: Request, holder: TokenHolder): Answer {
    const name = text(request, 'name_filter');
    const id = text(request, 'id_filter');
    const artifacts = this.#seenBy(holder)
      .filter((one) => (name === '' || one.name === name) && (id === '' || String(one.id) === id))
      .map((one) => ({
        workflow_run_backend_id: one.runBackendId,
        workflow_job_run_backend_id: one.jobBackendId,
        database_id: String(one.id),
        name: one.name,
        size: String(one.sizeBytes),
        created_at: one.createdAt,
        digest: one.digest,
      }));
    return done({ artifacts });
  }

  #signedUrl(request: Request, holder: TokenHolder): Answer {
    const found = this.#named(request, holder);
    if (found === undefined) return failed(404, 'not_found', 'the artifact was not found');
    return done({ signed_url: `${this.#parts.origin()}${this.#parts.blobs.signedPath(found.blob)}` });
  }

  #delete(request: Request, holder: TokenHolder): Answer {
    const found = this.#named(request, holder);
    if (found === undefined) return failed(404, 'not_found', 'the artifact was not found');
    this.remove(found.repository, found.id);
    return done({ ok: true, artifact_id: String(found.id) });
  }

  #named(request: Request, holder: TokenHolder): Artifact | undefined {
    const run = text(request, 'workflow_run_backend_id');
    return this.#seenBy(holder).find((one) => one.runBackendId === run && one.name === text(request, 'name'));
  }

  #seenBy({ job }: TokenHolder): readonly Artifact[] {
    const first = this.#firstSeen.get(runKey(job.repository, job.runId)) ?? 1;
    return this.#artifacts.filter(
      (one) =>
        one.finished &&
        one.repository === job.repository &&
        one.runId === job.runId &&
        one.attempt >= first &&
        one.attempt <= job.attempt,
    );
  }
}

export function done(body: unknown): Answer {
  return { status: 200, body };
}

export function failed(status: number, code: string, msg: string): Answer {
  return { status, body: { code, msg } };
}

/** A field of a request as text; numbers and wrapped values come as they are or as text. */
export function text(request: Request, name: string): string {
  const value = request[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function runKey(repository: string, runId: number): string {
  return `${repository} ${runId}`;
}
