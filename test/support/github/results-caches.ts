import { done, failed, text, type Answer, type Request } from './results-artifacts.js';
import type { Blobs } from './results-blobs.js';
import type { TokenHolder } from './results-tokens.js';

interface CacheEntry {
  readonly repository: string;
  readonly ref: string;
  readonly key: string;
  readonly version: string;
  readonly blob: string;
  readonly finished: boolean;
  readonly sizeBytes: number;
}

export interface CacheServiceParts {
  readonly blobs: Blobs;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: () => string;
  /** Per repository; the entries used least recently go first. */
  readonly limitBytes: number;
}

/** github.actions.results.api.v1.CacheService: entries of a ref, read from there and from the base ref, never overwritten. */
export class Caches {
  readonly #parts: CacheServiceParts;
  /** Used last comes last. */
  #entries: CacheEntry[] = [];
  #lastId = 0;

  constructor(parts: CacheServiceParts) {
    this.#parts = parts;
  }

  call(method: string, request: Request, holder: TokenHolder): Answer {
    switch (method) {
      case 'CreateCacheEntry':
        return this.#create(request, holder);
      case 'FinalizeCacheEntryUpload':
        return this.#finalize(request, holder);
      case 'GetCacheEntryDownloadURL':
        return this.#find(request, holder);
      default:
        return failed(404, 'bad_route', `no such method: ${method}`);
    }
  }

  /** Keys of finished entries, used last comes last. */
  keys(repository: string): readonly string[] {
    return this.#entries.filter((one) => one.finished && one.repository === repository).map((one) => one.key);
  }

  evict(repository: string, key: RegExp): void {
    this.#remove(this.#entries.filter((one) => one.repository === repository && key.test(one.key)));
  }

  #create(request: Request, { job }: TokenHolder): Answer {
    if (job.cacheReadOnly === true) {
      const message = 'cache write denied: the token has no writable cache scopes';
      return done({ ok: false, signed_upload_url: '', message });
    }
    const entry = { repository: job.repository, ref: ownRef(job), key: text(request, 'key') };
    const version = text(request, 'version');
    if (this.#entries.some((one) => isSame(one, entry) && one.version === version)) {
      return failed(409, 'already_exists', 'cache entry with the same key, version, and scope already exists');
    }
    const blob = this.#parts.blobs.reserve(entry.key);
    this.#entries.push({ ...entry, version, blob, finished: false, sizeBytes: 0 });
    return done({ ok: true, signed_upload_url: `${this.#parts.origin()}${this.#parts.blobs.signedPath(blob)}` });
  }

  #finalize(request: Request, { job }: TokenHolder): Answer {
    const wanted = { repository: job.repository, ref: ownRef(job), key: text(request, 'key') };
    const index = this.#entries.findIndex(
      (one) => isSame(one, wanted) && one.version === text(request, 'version') && !one.finished,
    );
    const found = this.#entries[index];
    if (found === undefined || this.#parts.blobs.read(found.blob) === null) {
      return failed(404, 'not_found', 'the cache entry was not found');
    }
    this.#entries[index] = { ...found, finished: true, sizeBytes: Number(text(request, 'size_bytes')) };
    this.#keepLimit(job.repository);
    this.#lastId += 1;
    return done({ ok: true, entry_id: String(this.#lastId) });
  }

  #find(request: Request, { job }: TokenHolder): Answer {
    const version = text(request, 'version');
    const restoreKeys = Array.isArray(request['restore_keys']) ? request['restore_keys'].map(String) : [];
    for (const ref of new Set([ownRef(job), job.baseRef ?? 'refs/heads/main'])) {
      const candidates = this.#entries.filter(
        (one) => one.finished && one.repository === job.repository && one.ref === ref && one.version === version,
      );
      const found = match(candidates, text(request, 'key'), restoreKeys);
      if (found === undefined) continue;
      this.#entries = [...this.#entries.filter((one) => one !== found), found];
      const url = `${this.#parts.origin()}${this.#parts.blobs.signedPath(found.blob)}`;
      return done({ ok: true, signed_download_url: url, matched_key: found.key });
    }
    return done({ ok: false, signed_download_url: '', matched_key: '' });
  }

  #keepLimit(repository: string): void {
    const entries = this.#entries.filter((one) => one.finished && one.repository === repository);
    let bytes = entries.reduce((sum, one) => sum + one.sizeBytes, 0);
    for (const entry of entries) {
      if (bytes <= this.#parts.limitBytes) return;
      bytes -= entry.sizeBytes;
      this.#remove([entry]);
    }
  }

  #remove(gone: readonly CacheEntry[]): void {
    for (const { blob } of gone) this.#parts.blobs.remove(blob);
    this.#entries = this.#entries.filter((one) => !gone.includes(one));
  }
}

/** The key itself, then the newest that begins with the key, then the newest for each restore key (docs: dependency caching, key matching). */
function match(entries: readonly CacheEntry[], key: string, restoreKeys: readonly string[]): CacheEntry | undefined {
  const exact = entries.find((one) => one.key === key);
  if (exact !== undefined) return exact;
  for (const prefix of [key, ...restoreKeys]) {
    const found = entries.findLast((one) => one.key.startsWith(prefix));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isSame(entry: CacheEntry, wanted: { repository: string; ref: string; key: string }): boolean {
  return entry.repository === wanted.repository && entry.ref === wanted.ref && entry.key === wanted.key;
}

function ownRef(job: TokenHolder['job']): string {
  return job.cacheRef ?? 'refs/heads/main';
}
