import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fail, say, type Reply, type ReplyOf } from './messages-api-reply.js';
import { parseRequest, type ApiRequest } from './messages-api-request.js';
import { event, messageDocument, messageEvents } from './messages-api-stream.js';

export * from './messages-api-reply.js';
export type { ApiRequest } from './messages-api-request.js';

export type Script = (request: ApiRequest) => Reply | Promise<Reply>;

/** Anthropic's Messages API on loopback, played by a script. */
export interface MessagesApi {
  /** For `ANTHROPIC_BASE_URL`: `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly port: number;
  /** Every request so far, in the order in which they came. */
  readonly requests: readonly ApiRequest[];
  /** The first request, past or to come, that `matches`; rejects after `timeoutMs` (default 30 s). */
  readonly waitFor: (matches: (request: ApiRequest) => boolean, timeoutMs?: number) => Promise<ApiRequest>;
  readonly close: () => Promise<void>;
}

/**
 * A script of several conversations at once: a request belongs to the first marker (a task's name, or anything that only its
 * prompt has) that its messages hold. The nth request of a marker gets its nth reply; after the last one, the last again.
 * A function decides by itself, each time.
 */
export function conversations(
  stories: Readonly<Record<string, readonly ReplyOf[] | ((request: ApiRequest) => Reply)>>,
): Script {
  const asked = new Map<string, number>();
  return (request) => {
    const marker = Object.keys(stories).find((candidate) => request.text.includes(candidate));
    if (marker === undefined) return fail(400, 'no conversation is scripted for this prompt');
    const story = stories[marker] ?? [];
    if (typeof story === 'function') return story(request);
    const index = asked.get(marker) ?? 0;
    asked.set(marker, index + 1);
    const reply = story[Math.min(index, story.length - 1)] ?? say('nothing is scripted');
    return typeof reply === 'function' ? reply(request) : reply;
  };
}

/** Starts the server. `HEAD` and anything but `POST /v1/messages` is answered with 200 or 404 and not recorded. */
export async function openMessagesApi(script: Script): Promise<MessagesApi> {
  const requests: ApiRequest[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((incoming, response) => {
    response.on('error', () => undefined);
    void serve(incoming, response, async (request) => {
      requests.push(request);
      for (const look of waiting) look();
      return script(request);
    }).catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const waitFor: MessagesApi['waitFor'] = (matches, timeoutMs = 30_000) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = requests.find(matches);
        if (found === undefined) return;
        waiting.delete(look);
        clearTimeout(timer);
        resolve(found);
      };
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`no such request in ${timeoutMs} ms; there were ${requests.length}`));
      }, timeoutMs);
      waiting.add(look);
      look();
    });
  return { url: `http://127.0.0.1:${port}`, port, requests, waitFor, close: () => closeServer(server) };
}

async function serve(
  incoming: IncomingMessage,
  response: ServerResponse,
  decide: (request: ApiRequest) => Promise<Reply>,
): Promise<void> {
  const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
  if (incoming.method !== 'POST' || !pathname.endsWith('/v1/messages')) {
    incoming.resume();
    response.writeHead(incoming.method === 'HEAD' ? 200 : 404).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const request = parseRequest(Buffer.concat(chunks).toString('utf8'), incoming.headers);
  await send(await decide(request), request, response);
}

async function send(reply: Reply, request: ApiRequest, response: ServerResponse): Promise<void> {
  switch (reply.kind) {
    case 'hang':
      return;
    case 'error': {
      const { status, type, message, headers } = reply;
      response.writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_scripted', ...headers });
      response.end(JSON.stringify({ type: 'error', error: { type, message } }));
      return;
    }
    case 'silence':
    case 'cut':
      beginStream(response);
      for (const text of [...messageEvents(say(reply.text), request)].slice(0, 3)) response.write(text);
      if (reply.kind === 'cut') setImmediate(() => response.destroy());
      return;
    case 'flood':
      return flood(reply.bytes, request, response);
    case 'message': {
      if (reply.delayMs !== undefined) await sleep(reply.delayMs);
      if (!request.isStreaming) {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(messageDocument(reply, request)));
        return;
      }
      beginStream(response);
      for (const text of messageEvents(reply, request)) response.write(text);
      response.end();
    }
  }
}

async function flood(bytes: number, request: ApiRequest, response: ServerResponse): Promise<void> {
  beginStream(response);
  const [start = '', begin = '', , ...rest] = [...messageEvents(say(''), request)];
  response.write(start + begin);
  const piece = 'x'.repeat(16 * 1024);
  for (let sent = 0; sent < bytes && !response.destroyed; sent += piece.length) {
    const delta = { type: 'text_delta', text: piece };
    const isFull = !response.write(event('content_block_delta', { index: 0, delta }));
    if (isFull) await Promise.race([new Promise((done) => response.once('drain', done)), sleep(1000)]);
  }
  response.end(rest.join(''));
}

function beginStream(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    'request-id': 'req_scripted',
  });
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
