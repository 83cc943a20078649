import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import {
  createServer as createHttp,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { temporaryFolder } from './git-repository.js';

/** A request that arrived, whole. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  /** The body as JSON; null when it is none. */
  readonly body: Readonly<Record<string, unknown>> | null;
}

export type Answer = (response: ServerResponse, request: ReceivedRequest) => void;

/** A service on this machine that takes messages, as a test wants it to behave. */
export interface WebhookServer {
  /** `http://127.0.0.1:PORT`, or https. */
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly ReceivedRequest[];
  /** Answers from now on; the last one stays. */
  readonly answer: (...answers: readonly Answer[]) => void;
  readonly close: () => Promise<void>;
}

/** Answers with a status and a text. */
export const status =
  (code: number, text = '', headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end(text);

/** Opens it; `tls` makes it speak https with that certificate. It answers 200 until it is told otherwise. */
export async function webhookServer(tls?: { readonly key: string; readonly cert: string }): Promise<WebhookServer> {
  const requests: ReceivedRequest[] = [];
  let answers: Answer[] = [status(200, 'ok')];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const received = receivedOf(request, Buffer.concat(chunks).toString('utf8'));
      requests.push(received);
      const [next] = answers;
      if (answers.length > 1) answers.shift();
      next?.(response, received);
    });
  };
  const server: Server = tls === undefined ? createHttp(listener) : createHttps(tls, listener);
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    port,
    requests,
    answer: (...next) => (answers = [...next]),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function receivedOf({ method = '', url = '', headers }: IncomingMessage, text: string): ReceivedRequest {
  let body: ReceivedRequest['body'] = null;
  try {
    body = JSON.parse(text) as Record<string, unknown>;
  } catch {
    // No JSON: the test that cares looks at the text.
  }
  return { method, path: url, headers, text, body };
}

/** A new certificate, signed by itself, for `IP:…` or `DNS:…`; `file` holds it too. */
export function newCertificate(subject: string): {
  readonly key: string;
  readonly cert: string;
  readonly file: string;
} {
  const folder = temporaryFolder();
  const [key, file] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const what = ['-subj', '/CN=test', '-addext', `subjectAltName=${subject}`, '-keyout', key, '-out', file];
  execFileSync('openssl', [...kind, ...what], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(file, 'utf8'), file };
}
