import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gitReply } from './api-git-http.js';
import { faultReply, type Fault, type Faults } from './api-faults.js';
import { refused, type Reply } from './api-reply.js';
import { restReply, type RestPlace } from './api-rest.js';
import type { RequestRecord } from './api-state.js';
import { callerOf } from './api-tokens.js';

/** What the server needs that is known before it listens. */
export type ServerPlace = Pick<RestPlace, 'state' | 'results' | 'hooksFolder'> & { readonly faults: Faults };

export interface ApiServer {
  readonly port: number;
  readonly close: () => Promise<void>;
}

interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly authorizations: number;
  readonly body: Buffer;
}

const GIT_PATHS = /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/info\/refs|\/git-upload-pack|\/git-receive-pack)(?:\?(.*))?$/;

/** Serves REST, GraphQL and git on one port of 127.0.0.1. */
export async function openApiServer(place: ServerPlace): Promise<ApiServer> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    const { port } = server.address() as AddressInfo;
    const urls = { apiUrl: `http://127.0.0.1:${port}`, serverUrl: `http://gh.localhost:${port}` };
    void serve({ ...place, ...urls }, request, response);
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function serve(
  place: RestPlace & ServerPlace,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const received = await receive(request);
    const { record, reply } = prepare(place, received);
    const fault = place.faults.take(received.method, received.path);
    record.fault = fault?.kind ?? null;
    await answer({ fault, record, reply, request, response });
  } catch (error) {
    // A bug of the bed itself must be seen by the test, not hang it.
    send(response, refused(599, `The fake GitHub failed: ${String(error)}`));
  }
}

async function receive(request: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  const authorizations = request.rawHeaders.filter((name, at) => at % 2 === 0 && /^authorization$/i.test(name)).length;
  const { method = 'GET', url: path = '/' } = request;
  return { method, path, headers, authorizations, body: Buffer.concat(chunks) };
}

interface Prepared {
  readonly record: RequestRecord;
  /** Does the work. */
  readonly reply: () => Promise<Reply>;
}

function prepare(place: RestPlace & ServerPlace, received: Received): Prepared {
  const { method, path, headers } = received;
  const caller = callerOf(place.state, headers['authorization']);
  const token = caller.kind === 'known' ? caller.token : null;
  const git = GIT_PATHS.exec(path);
  const text = received.body.toString('utf8');
  const body: unknown = git !== null || text === '' ? null : parseJson(text);
  const login = token?.login ?? null;
  const record: RequestRecord = { method, path, body, login, job: token?.job ?? null, status: null, fault: null };
  place.state.requests.push(record);
  if (git === null) {
    const authorization = headers['authorization'];
    return { record, reply: () => Promise.resolve(restReply({ method, path, authorization, body }, place)) };
  }
  const [, owner = '', name = '', service = '', query = ''] = git;
  const repository = place.state.repositories.get(`${owner}/${name}`) ?? null;
  return { record, reply: () => gitReply({ ...received, service, query }, { ...place, repository }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

interface Answering extends Prepared {
  readonly fault: Fault | null;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

async function answer({ fault, record, reply, request, response }: Answering): Promise<void> {
  const injected = fault === null ? null : faultReply(fault);
  const isDone = fault === null || ['delay', 'meanwhile'].includes(fault.kind) || fault.kind.startsWith('done-then-');
  if (fault?.kind === 'meanwhile') await fault.happens();
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  const real = isDone ? await reply() : null;
  record.status = real?.status ?? null;
  if (fault?.kind === 'reset' || fault?.kind === 'done-then-reset') request.socket.resetAndDestroy();
  else if (fault?.kind === 'hang' || fault?.kind === 'done-then-hang') return;
  else send(response, injected ?? real ?? refused(500, 'Server Error'));
}

function send(response: ServerResponse, { status, body, headers = {} }: Reply): void {
  const isRaw = typeof body === 'string' || Buffer.isBuffer(body);
  const content = body === undefined ? '' : isRaw ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': isRaw ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    'x-github-request-id': '0000:000000:000000:000000:00000000',
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '990',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600),
    'x-ratelimit-used': '10',
    'x-ratelimit-resource': 'core',
    ...headers,
  });
  response.end(content);
}
