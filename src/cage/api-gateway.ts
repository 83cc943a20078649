import { request as sendRequest, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { connect as startTls } from 'node:tls';
import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import { err } from '../base/result.js';
import { withSecrets } from './api-credentials.js';
import type { CageNetwork } from './cage.js';
import { CAGE_ADDRESS } from './forwarder.js';
import { dial } from './dial.js';
import type { Passage } from './passage.js';

/** Headers that mean one connection, not the message (RFC 9110 §7.6.1), and those for proxies on the way. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

type Api = NonNullable<CageNetwork['api']>;

/**
 * Hands a request of the cage on to the API and streams the answer back, byte by byte as it comes. Stand-ins of keys become
 * the secrets here (`withSecrets`), on a connection to the upstream alone; redirects are not followed but handed to the client, which cannot go there.
 */
export async function answerApi(request: IncomingMessage, response: ServerResponse, passage: Passage): Promise<void> {
  const { api } = passage.network;
  const path = apiPath(request.url ?? '', api);
  if (api === null || path === null) {
    passage.refuse(`${request.method ?? ''} ${request.url ?? ''}`);
    refuseRequest(response, 403, 'The agent may not connect to this address.');
    return;
  }
  // An answer to TRACE is the request itself, with the key.
  const headers =
    request.method === 'TRACE' ? err('TRACE') : withSecrets({ headers: endToEnd(request), path }, api.secrets);
  if (!headers.ok) {
    passage.refuse(`the API with ${headers.error}`);
    refuseRequest(response, 403, `The agent may not ask the API with ${headers.error}.`);
    return;
  }
  request.on('error', () => undefined);
  response.on('error', () => undefined);
  const upstream = new URL(api.upstream);
  const dialled = await dial(targetOf(upstream), passage);
  if (!dialled.ok) {
    refuseRequest(response, 502, `The API cannot be reached: ${dialled.error}`);
    return;
  }
  const socket = upstream.protocol === 'https:' ? secured(dialled.value, upstream) : dialled.value;
  passage.keep(dialled.value);
  if (socket !== dialled.value) passage.keep(socket);
  if (response.destroyed || passage.signal.aborted) {
    socket.destroy();
    return;
  }
  const outgoing = sendRequest({
    method: request.method,
    path,
    headers: requestHeaders(request, upstream, headers.value),
    createConnection: () => socket,
  });
  join(request, response, outgoing);
}

function join(request: IncomingMessage, response: ServerResponse, outgoing: ClientRequest): void {
  outgoing.once('response', (answer) => {
    try {
      response.writeHead(answer.statusCode ?? 502, endToEnd(answer));
    } catch {
      // A status or a header that Node reads but does not write.
      outgoing.destroy(new Error('it answers with a head that cannot be handed on'));
      return;
    }
    // The events of a stream begin when the model does: the client must not wait for the first one to see the head.
    response.flushHeaders();
    pipeline(answer, response, () => undefined);
  });
  outgoing.once('error', (error) => {
    if (response.headersSent) response.destroy();
    else refuseRequest(response, 502, `The API cannot be reached: ${error.message}`);
  });
  response.once('close', () => outgoing.destroy());
  request.once('aborted', () => outgoing.destroy());
  request.pipe(outgoing);
}

/**
 * The path to ask the upstream for, below its own path; null for what is not for it. A client that takes the gateway for a proxy
 * names it in full (`http://127.0.0.1:3128/v1/…`); `..` leads to nothing above the upstream's path.
 */
function apiPath(asked: string, api: Api | null): string | null {
  const base = `http://${CAGE_ADDRESS}`;
  if (api === null || !(asked.startsWith('/') || asked.startsWith(`${base}/`))) return null;
  // Not resolved against `base`: "//host/path" would name another host.
  const text = asked.startsWith('/') ? `${base}${asked}` : asked;
  if (!URL.canParse(text) || /%2f|%5c/i.test(text.split('?', 1)[0] ?? '')) return null;
  const { pathname, search } = new URL(text);
  const prefix = new URL(api.upstream).pathname.replace(/\/$/, '');
  return `${prefix}${pathname}${search}`;
}

function targetOf({ protocol, hostname, port }: URL) {
  const fallback = protocol === 'https:' ? 443 : 80;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? fallback : Number(port),
    // The user's own choice, not the agent's.
    mayBePrivate: true,
  };
}

function secured(socket: Socket, { hostname }: URL): Socket {
  const host = hostname.replace(/^\[|\]$/g, '');
  return startTls({ socket, host, ...(isIP(host) === 0 ? { servername: host } : {}), ALPNProtocols: ['http/1.1'] });
}

function requestHeaders(request: IncomingMessage, upstream: URL, headers: Readonly<Record<string, readonly string[]>>) {
  // As it was framed: else a body where node expects none would be read as a request of its own.
  const isChunked = request.headers['transfer-encoding'] !== undefined;
  const { username, password } = upstream;
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  return {
    ...headers,
    host: upstream.host,
    connection: 'close',
    ...(isChunked ? { 'transfer-encoding': 'chunked' } : {}),
    ...(username !== '' && headers['authorization'] === undefined ? { authorization: `Basic ${credentials}` } : {}),
  };
}

/** The headers without those that mean the connection: name -> values, in order. */
function endToEnd(message: IncomingMessage): Record<string, string[]> {
  const named = (message.headers.connection ?? '').toLowerCase().split(/[\s,]+/);
  const kept = Object.entries(message.headersDistinct).filter(
    (entry): entry is [string, string[]] => !HOP_BY_HOP.has(entry[0]) && !named.includes(entry[0]),
  );
  return Object.fromEntries(kept);
}

/** Answers with a status and a line of text, unless an answer has begun. */
export function refuseRequest(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, { 'content-type': 'text/plain', connection: 'close' });
  response.end(`${text.replace(/[\r\n]+/g, ' ')}\n`);
}
