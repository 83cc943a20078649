import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ResultsService } from './bed.js';
import { Artifacts, type Answer, type Request } from './results-artifacts.js';
import { Blobs } from './results-blobs.js';
import { Caches } from './results-caches.js';
import { FaultPlan, type Fault, type ResultsCall } from './results-faults.js';
import { RuntimeTokens, type TokenHolder } from './results-tokens.js';

/** The service, and what a test does to it. */
export interface ResultsBed extends ResultsService {
  readonly faults: FaultPlan;
  /** Every request, oldest first. */
  readonly calls: readonly ResultsCall[];
  readonly cacheKeys: (repository: string) => readonly string[];
  /** As the service does when the limit is reached or an entry was not used for a week. */
  readonly evictCaches: (repository: string, key: RegExp) => void;
}

export interface ResultsOptions {
  /** Of all caches of a repository; default 10 GiB as on GitHub. */
  readonly cacheLimitBytes?: number;
}

interface Parts {
  readonly tokens: RuntimeTokens;
  readonly blobs: Blobs;
  readonly artifacts: Artifacts;
  readonly caches: Caches;
  readonly faults: FaultPlan;
  readonly calls: ResultsCall[];
}

interface Work {
  readonly method: string;
  readonly name: string;
  readonly holder: TokenHolder | null;
  readonly answer: (fault: Fault | null) => Reply;
}

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

const SERVICE_PATH = /^\/twirp\/github\.actions\.results\.api\.v1\.(\w+)\/(\w+)$/;

/**
 * The artifact and cache services on 127.0.0.1, in the protocol that @actions/artifact 6 and @actions/cache 6 speak.
 * Everything is kept in memory.
 */
export async function openResultsService(options: ResultsOptions = {}): Promise<ResultsBed> {
  const blobs = new Blobs();
  const origin = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const limitBytes = options.cacheLimitBytes ?? 10 * 1024 ** 3;
  const tokens = new RuntimeTokens();
  const artifacts = new Artifacts({ blobs, origin });
  const caches = new Caches({ blobs, origin, limitBytes });
  const parts: Parts = { tokens, blobs, artifacts, caches, faults: new FaultPlan(), calls: [] };
  const server = createServer((request, response) => void serve(parts, request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `${origin()}/`,
    faults: parts.faults,
    calls: parts.calls,
    runtimeToken: (job) => {
      const token = tokens.mint(job);
      const holder = tokens.holder(token);
      if (holder !== null) artifacts.begin(holder);
      return token;
    },
    artifactsOf: (repository, runId) => artifacts.ofRun(repository, runId),
    artifact: (repository, id) => artifacts.byId(repository, id),
    downloadUrl: (repository, id) => {
      const path = artifacts.downloadPath(repository, id);
      return path === null ? null : `${origin()}${path}`;
    },
    deleteArtifact: (repository, id) => artifacts.remove(repository, id),
    cacheKeys: (repository) => caches.keys(repository),
    evictCaches: (repository, key) => {
      caches.evict(repository, key);
    },
    close: () => closeServer(server),
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeAllConnections();
  });
}

async function serve(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request).catch(() => null);
  if (body === null) return;
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const work = url.pathname.startsWith('/twirp/') ? twirpWork(parts, request, body) : blobWork(parts, request, body);
  const fault = parts.faults.take(work.method, work.name);
  const job = work.holder?.job;
  const call: ResultsCall = {
    method: work.method,
    name: work.name,
    job: job?.job ?? null,
    runId: job?.runId ?? null,
    attempt: job?.attempt ?? null,
    status: null,
    fault,
  };
  parts.calls.push(call);
  if (fault?.kind === 'delay') await new Promise((resume) => setTimeout(resume, fault.delayMs));
  if (fault?.kind === 'reset' && fault.when === 'before') {
    request.socket.resetAndDestroy();
    return;
  }
  const reply = fault?.kind === 'status' ? refusal(fault) : work.answer(fault);
  if (fault?.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  call.status = reply.status;
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(reply.body.length) }).end(reply.body);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function twirpWork(parts: Parts, request: IncomingMessage, body: Buffer): Work {
  const [, service = '', method = ''] = SERVICE_PATH.exec(request.url ?? '') ?? [];
  const holder = parts.tokens.holder(request.headers.authorization);
  const asked = parsed(body);
  const name = [asked['name'], asked['name_filter'], asked['key']].find((one) => typeof one === 'string');
  const answer = (): Answer => {
    if (holder === null) return { status: 401, body: { code: 'unauthenticated', msg: 'the token is not valid' } };
    if (service === 'ArtifactService') return parts.artifacts.call(method, asked, holder);
    if (service === 'CacheService') return parts.caches.call(method, asked, holder);
    return { status: 404, body: { code: 'bad_route', msg: `no such service: ${service}` } };
  };
  return {
    method: `${service}/${method}`,
    name: name ?? '',
    holder,
    answer: (fault) => json(fault?.kind === 'wrong-digest' ? withOtherDigest(answer()) : answer()),
  };
}

function blobWork(parts: Parts, request: IncomingMessage, body: Buffer): Work {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const name = parts.blobs.nameAt(url);
  const answer = (fault: Fault | null): Reply => {
    if (name === null) return plain(403);
    if (request.method === 'PUT') {
      const isContent = url.searchParams.get('comp') !== 'blocklist';
      const kept = fault?.kind === 'half-upload' && isContent ? body.subarray(0, body.length >> 1) : body;
      parts.blobs.write(url, kept, header(request, 'x-ms-blob-content-type'));
      return plain(201);
    }
    const blob = parts.blobs.at(url);
    if (blob === null) return plain(404);
    const content = fault?.kind === 'corrupt-download' ? withFlippedByte(blob.content) : blob.content;
    return { status: 200, headers: { 'content-type': blob.contentType }, body: content };
  };
  return { method: `blob ${request.method ?? ''}`, name: name ?? '', holder: null, answer };
}

function parsed(body: Buffer): Request {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Request) : {};
  } catch {
    return {};
  }
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function json({ status, body }: Answer): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: Buffer.from(JSON.stringify(body)) };
}

function plain(status: number): Reply {
  const headers = { etag: '"0x1"', 'last-modified': new Date().toUTCString(), 'x-ms-request-id': '1' };
  return { status, headers, body: Buffer.alloc(0) };
}

function refusal({ status, retryAfterSeconds }: Extract<Fault, { kind: 'status' }>): Reply {
  const reply = json({ status, body: { code: 'unavailable', msg: `injected ${status}` } });
  if (retryAfterSeconds === undefined) return reply;
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(retryAfterSeconds) } };
}

function withOtherDigest(answer: Answer): Answer {
  const text = JSON.stringify(answer.body).replace(/sha256:[0-9a-f]{64}/g, `sha256:${'0'.repeat(64)}`);
  return { ...answer, body: JSON.parse(text) as unknown };
}

function withFlippedByte(content: Buffer): Buffer {
  const copy = Buffer.from(content);
  const middle = copy.length >> 1;
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}
