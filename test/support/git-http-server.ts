import { spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { userEnvironment, GIT_PATH } from './git-repository.js';

export interface GitServerOptions {
  /** Folder whose bare repositories are served. */
  readonly root: string;
  /** The only `Authorization` header that is let in; anything without one. Twice the same is refused with 400, as GitHub does. */
  readonly authorization?: string;
  /** False: protocol 0, which gives commits by branch only. */
  readonly protocol2?: boolean;
  /** Answers before git does: a status, or null to let git answer. */
  readonly intercept?: (request: IncomingMessage) => { status: number; headers?: Record<string, string> } | null;
}

export interface GitServer {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly url: string;
  /** Method, path and headers of every request. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** `git http-backend` over real repositories. */
export async function openGitServer(options: GitServerOptions): Promise<GitServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''} ${JSON.stringify(request.headersDistinct)}`);
    const refusal = refuse(request, options);
    if (refusal === null) return serve(request, response, options);
    request.resume();
    response.writeHead(refusal.status, refusal.headers).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, requests, close: () => closeServer(server) };
}

function refuse(
  request: IncomingMessage,
  options: GitServerOptions,
): { status: number; headers?: Record<string, string> } | null {
  const given = request.headersDistinct['authorization'] ?? [];
  if (given.length > 1) return { status: 400 };
  if (options.authorization !== undefined && given[0] !== options.authorization) {
    return { status: 401, headers: { 'www-authenticate': 'Basic realm="GitHub"' } };
  }
  return options.intercept?.(request) ?? null;
}

function serve(request: IncomingMessage, response: ServerResponse, options: GitServerOptions): void {
  const [path = '', query = ''] = (request.url ?? '').split('?');
  const child = spawn(GIT_PATH, ['http-backend'], {
    env: {
      ...userEnvironment(),
      GIT_PROJECT_ROOT: options.root,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: 'tester',
      REMOTE_ADDR: '127.0.0.1',
      PATH_INFO: path,
      QUERY_STRING: query,
      REQUEST_METHOD: request.method ?? '',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: options.protocol2 === false ? '' : String(request.headers['git-protocol'] ?? ''),
    },
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => undefined);
  let head = Buffer.alloc(0);
  child.stdout.on('data', (chunk: Buffer) => {
    if (response.headersSent) return void response.write(chunk);
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end === -1) return;
    const lines = head.subarray(0, end).toString('latin1').split('\r\n');
    const headers = Object.fromEntries(lines.map((line) => line.split(/: (.*)/s).slice(0, 2))) as Record<
      string,
      string
    >;
    response.writeHead(Number.parseInt(headers['Status'] ?? '200', 10), headers);
    response.write(head.subarray(end + 4));
  });
  child.on('close', () => response.end());
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
