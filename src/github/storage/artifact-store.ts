import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Artifact, FindOptions } from '@actions/artifact';
import { err, ok, type Result } from '../../base/result.js';
import type {
  ArtifactDeps,
  ArtifactDownload,
  ArtifactReader,
  ArtifactStore,
  ArtifactTrouble,
  ArtifactUpload,
  OtherWorkflowRun,
  StoredArtifact,
} from './stored-artifact.js';
import { retry, type Attempt } from '../api/retry.js';
import { unpackArchive } from './unpack-archive.js';

export type { ArtifactReader, ArtifactStore } from './stored-artifact.js';

/** What an archive adds to its files. */
const ARCHIVE_OVERHEAD_BYTES = 64 * 1024;
const LONGEST_DETAIL = 500;

/** This is the only place that knows the client of the artifact service; it is loaded when it is needed first. */
type Client = Awaited<ReturnType<typeof loadClient>>;

/** Artifacts of the workflow run that this job belongs to; the service is found in the environment of the job. */
export function openArtifactStore(deps: ArtifactDeps): ArtifactStore {
  return { ...readerOf(deps, null), upload: (request) => upload(deps, request), remove: (name) => remove(deps, name) };
}

/** Artifacts of another workflow run, of all its attempts. */
export function openArtifactReader(run: OtherWorkflowRun, deps: ArtifactDeps): ArtifactReader {
  return readerOf(deps, run);
}

function readerOf(deps: ArtifactDeps, run: OtherWorkflowRun | null): ArtifactReader {
  const where =
    run === null
      ? {}
      : {
          findBy: {
            token: run.token,
            workflowRunId: Number(run.runId),
            repositoryOwner: run.owner,
            repositoryName: run.repo,
          },
        };
  return {
    list: async () => {
      const listed = await attempted(deps, async (client) => await client.listArtifacts(where));
      return listed.ok ? ok(listed.value.artifacts.map(storedArtifact)) : listed;
    },
    download: async (request) => await download({ deps, where }, request),
  };
}

interface Reading {
  readonly deps: ArtifactDeps;
  readonly where: FindOptions;
}

/** The client would unpack whatever the archive says; so it only fetches, and unpacking is done here, within limits. */
async function download(
  { deps, where }: Reading,
  request: ArtifactDownload,
): Promise<Result<string[], ArtifactTrouble>> {
  const { artifact, folder, allowed } = request;
  const most = [...allowed.values()].reduce((sum, bytes) => sum + bytes, ARCHIVE_OVERHEAD_BYTES);
  if (artifact.bytes > most) return err({ reason: 'bad-content', detail: `it is larger than ${most} bytes` });
  const packed = `${folder}.packed`;
  await mkdir(folder);
  const unpacked = await fetchAndUnpack({ deps, where }, { ...request, packed });
  await rm(packed, { recursive: true, force: true });
  if (!unpacked.ok) await rm(folder, { recursive: true, force: true });
  return unpacked;
}

async function fetchAndUnpack(
  { deps, where }: Reading,
  { artifact, folder, allowed, packed }: ArtifactDownload & { readonly packed: string },
): Promise<Result<string[], ArtifactTrouble>> {
  const expected = artifact.digest === null ? {} : { expectedHash: artifact.digest };
  const fetched = await attempted(deps, async (client) => {
    await rm(packed, { recursive: true, force: true });
    return await client.downloadArtifact(artifact.id, { ...where, ...expected, path: packed, skipDecompress: true });
  });
  if (!fetched.ok) return fetched;
  if (fetched.value.digestMismatch === true) return err({ reason: 'digest-mismatch' });
  const [file, ...others] = await readdir(packed);
  if (file === undefined || others.length > 0) return err({ reason: 'bad-content', detail: 'it is not one file' });
  const names = await unpackArchive(join(packed, file), folder, allowed);
  return names.ok ? names : err({ reason: 'bad-content', detail: names.error });
}

async function upload(deps: ArtifactDeps, request: ArtifactUpload): Promise<Result<{ id: number }, ArtifactTrouble>> {
  const { name, folder, files, retentionDays } = request;
  const paths = files.map((file) => join(folder, file));
  const options = retentionDays === undefined ? {} : { retentionDays };
  const uploaded = await attempted(deps, async (client) => await client.uploadArtifact(name, paths, folder, options));
  return uploaded.ok ? ok({ id: uploaded.value.id ?? 0 }) : uploaded;
}

async function remove(deps: ArtifactDeps, name: string): Promise<Result<void, ArtifactTrouble>> {
  const removed = await attempted(deps, async (client) => await client.deleteArtifact(name));
  return removed.ok || removed.error.reason === 'not-found' ? ok(undefined) : removed;
}

/**
 * The client tries 5xx and 429 again by itself (five tries in about half a minute), but gives up at once when a connection
 * breaks (@actions/artifact 6.2.1, artifact-twirp-client.js): that is what is tried again here.
 */
async function attempted<T>(
  { sleep }: ArtifactDeps,
  ask: (client: Client) => Promise<T>,
): Promise<Result<T, ArtifactTrouble>> {
  try {
    const client = await loadClient();
    const once = async (): Promise<Attempt<T>> => {
      try {
        return { done: true, value: await ask(client) };
      } catch (error) {
        if (isBrokenConnection(error)) return { done: false, error, afterMs: null };
        throw error;
      }
    };
    return ok(await retry(once, { attempts: 4, firstDelayMs: 2_000, maxDelayMs: 30_000, sleep }));
  } catch (error) {
    return err(troubleOf(error));
  }
}

/** Loads the client while something else is waited for; it takes a tenth of a second. */
export function preloadArtifactClient(): void {
  // What is wrong with it is told to who asks for it.
  loadClient().catch(() => undefined);
}

async function loadClient() {
  const { DefaultArtifactClient } = await import('@actions/artifact');
  return new DefaultArtifactClient();
}

function storedArtifact(artifact: Artifact): StoredArtifact {
  const { id, name, size, createdAt, digest } = artifact;
  const isDigest = digest !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest);
  return { id, name, bytes: size, createdAtMs: createdAt?.getTime() ?? null, digest: isDigest ? digest : null };
}

/** The client wraps errors in errors and keeps only their words; the words are those of node and of undici. */
function isBrokenConnection(error: unknown): boolean {
  const codes =
    /\b(ECONNRESET|ECONNREFUSED|ECONNABORTED|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)\b/;
  return (
    codes.test(wordsOf(error)) || /socket hang up|premature close|progress stalled|fetch failed/i.test(wordsOf(error))
  );
}

function troubleOf(error: unknown): ArtifactTrouble {
  const words = wordsOf(error);
  // Addresses that the client says may be signed.
  const detail = words.replace(/\?\S+/g, '').replace(/\s+/g, ' ').slice(0, LONGEST_DETAIL);
  const name = error instanceof Error ? error.name : '';
  if (name === 'GHESNotSupportedError' || /Unable to get the ACTIONS_\w+ env variable/.test(words)) {
    return { reason: 'no-service', detail };
  }
  if (name === 'ArtifactNotFoundError' || statusOf(error) === 404 || /\(404\)/.test(words))
    return { reason: 'not-found' };
  if (/\(409\)/.test(words)) return { reason: 'exists' };
  return { reason: 'failed', detail };
}

function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return `${error.message} ${code}`.trim();
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : null;
}
