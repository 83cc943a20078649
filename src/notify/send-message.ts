/*
 * Sends one message over HTTP: to exactly the address that was configured, within bounded time. Redirects are not followed, since
 * they would take the message and its token elsewhere; what a server answers is read up to a bound and only shown.
 */
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { isIP, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import { err, ok, type Result } from '../base/result.js';
import { dial } from '../cage/dial.js';
import type { WebMessage } from './formats/web-message.js';

export interface SendOptions {
  /** The runner's environment: which proxy it goes through. */
  readonly env: NodeJS.ProcessEnv;
  /** Aborted by a person. */
  readonly signal: AbortSignal;
  readonly limits?: SendLimits;
}

/** Milliseconds. */
export interface SendLimits {
  /** Of one attempt, from looking up the name to the status of the answer. */
  readonly attempt: number;
  /** Between the first attempt and the only further one, unless the server names a time. */
  readonly pause: number;
  /** What a server may ask for; when it asks for more, there is no further attempt. */
  readonly longestPause: number;
}

const LIMITS: SendLimits = { attempt: 4000, pause: 500, longestPause: 3000 };
const MAX_ANSWER_BYTES = 2048;

/** Sends it, twice when the first attempt fails in a way that may pass. Why it did not arrive is one sentence, with a server's words in it. */
export async function sendMessage(message: WebMessage, options: SendOptions): Promise<Result<void, string>> {
  const { signal, limits = LIMITS } = options;
  const first = await attempt(message, options, limits);
  if (first.ok) return first;
  const { why, retryAfterMs } = first.error;
  if (retryAfterMs === null || signal.aborted || retryAfterMs > limits.longestPause) return err(why);
  await delay(Math.max(retryAfterMs, limits.pause), undefined, { signal }).catch(() => undefined);
  const second = await attempt(message, options, limits);
  return second.ok ? second : err(second.error.why);
}

interface Trouble {
  readonly why: string;
  /** After how long it may work, milliseconds; null: as it is, it never will. */
  readonly retryAfterMs: number | null;
}

async function attempt(
  message: WebMessage,
  { env, signal }: SendOptions,
  limits: SendLimits,
): Promise<Result<void, Trouble>> {
  const { url } = message;
  const timeOut = AbortSignal.timeout(limits.attempt);
  const stop = AbortSignal.any([signal, timeOut]);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  // It is the user who names the address: a service in their own network is as good as any.
  const dialed = await dial({ host, port, mayBePrivate: true }, { env, signal: stop });
  const answered = dialed.ok ? await exchange(message, dialed.value, { host, stop }) : err(transient(dialed.error));
  if (answered.ok || !timeOut.aborted) return answered;
  return err(transient(`no answer within ${limits.attempt / 1000} s`));
}

const transient = (why: string): Trouble => ({ why, retryAfterMs: 0 });

function exchange(
  { method, url, headers, body }: WebMessage,
  socket: Socket,
  { host, stop }: { readonly host: string; readonly stop: AbortSignal },
): Promise<Result<void, Trouble>> {
  return new Promise((resolve) => {
    const isSecure = url.protocol === 'https:';
    const servername = isIP(host) === 0 ? host : '';
    const stream = isSecure ? connectTls({ socket, servername, host, ALPNProtocols: ['http/1.1'] }) : socket;
    const length = String(Buffer.byteLength(body));
    const request = httpRequest({
      method,
      createConnection: () => stream,
      path: `${url.pathname}${url.search}`,
      headers: {
        host: url.host,
        'user-agent': 'workflow-runner',
        'content-length': length,
        connection: 'close',
        ...headers,
      },
    });
    const end = (result: Result<void, Trouble>): void => {
      resolve(result);
      stop.removeEventListener('abort', abort);
      request.destroy();
      stream.destroy();
      socket.destroy();
    };
    const abort = (): void => end(err(transient('stopped before it was sent')));
    const fail = (error: Error): void => end(err(troubleOf(error)));
    stop.addEventListener('abort', abort, { once: true });
    for (const emitter of [request, stream, socket]) emitter.on('error', fail);
    answerOf(request, end);
    if (stop.aborted) abort();
    else request.end(body);
  });
}

function answerOf(request: ClientRequest, end: (result: Result<void, Trouble>) => void): void {
  request.once('response', (response) => {
    const { statusCode = 0 } = response;
    if (statusCode >= 200 && statusCode < 300) return end(ok(undefined));
    readStart(response, (said) => end(err(troubleOfAnswer(statusCode, said, response.headers['retry-after']))));
  });
}

/** The first bytes of an answer as text. */
function readStart(response: IncomingMessage, done: (text: string) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const finish = (): void => done(Buffer.concat(chunks).toString('utf8').slice(0, MAX_ANSWER_BYTES));
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MAX_ANSWER_BYTES) finish();
  });
  response.once('end', finish);
  response.once('error', finish);
  response.once('aborted', finish);
}

function troubleOfAnswer(status: number, said: string, retryAfter: string | undefined): Trouble {
  const words = said.replace(/\s+/g, ' ').trim().slice(0, 200);
  if (status >= 300 && status < 400)
    return {
      why: `answered ${status}, a redirect, which is not followed: configure the new address`,
      retryAfterMs: null,
    };
  const why = `answered ${status}${words === '' ? '' : `: ${words}`}`;
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : 0;
  return { why, retryAfterMs: status === 429 || status >= 500 ? seconds * 1000 : null };
}

/** A certificate that is not trusted stays so; a connection that broke may be made again. */
function troubleOf(error: NodeJS.ErrnoException): Trouble {
  const { code = '', message } = error;
  const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|ERR_SSL|ERR_TLS/.test(code);
  return { why: message.replace(/\s+/g, ' ').slice(0, 200), retryAfterMs: isCertificate ? null : 0 };
}
