import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Socket } from 'node:net';
import type { CageNetwork } from './cage.js';
import { answerApi, refuseRequest } from './api-gateway.js';
import { connectTunnel } from './connect-tunnel.js';
import type { Passage } from './passage.js';

export interface GatewayOptions {
  /** Absolute path of the Unix socket to listen on; at most 107 bytes. Its folder must be private. */
  readonly socket: string;
  readonly network: CageNetwork;
  /** The runner's environment: which proxy the gateway itself goes through. */
  readonly env: NodeJS.ProcessEnv;
  /** What was asked for and not allowed, as it was asked: hostile, at most 200 characters, no control characters. Called a bounded number of times. */
  readonly onRefused: (target: string) => void;
}

export interface Gateway {
  /** Ends everything that goes through it. */
  readonly close: () => Promise<void>;
}

/** Streams of an agent and its tools at once; more is no agent at work. */
const MAX_CONNECTIONS = 512;
const MAX_REFUSALS = 50;

/** Clients keep connections for later: longer than any of them, so that none is closed while it is used again. */
const KEEP_ALIVE_MS = 10 * 60_000;

/**
 * The only way out of a cage, served outside of it: requests to the API, and `CONNECT` to the hosts listed; everything else is
 * answered with 403. Requests are read by node:http, and nothing that a client sends ends the runner.
 */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const sockets = new Set<Socket>();
  const stop = new AbortController();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  };
  const { network, env } = options;
  const passage: Passage = { network, env, signal: stop.signal, keep, refuse: refusals(options.onRefused) };
  const server = createServer({ noDelay: true }, (request, response) => {
    // Addresses, proxies and keys that are no such thing: the user's, read only when they are used. Never worth the runner.
    answerApi(request, response, passage).catch((error: unknown) =>
      refuseRequest(response, 502, (error as Error).message),
    );
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.maxConnections = MAX_CONNECTIONS;
  server.on('connection', keep);
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    connectTunnel({ authority: request.url ?? '', socket, head }, passage).catch(() => socket.destroy());
  });
  server.on(
    'upgrade',
    (_request, socket) => void socket.end('HTTP/1.1 501 Not Implemented\r\nConnection: close\r\n\r\n'),
  );
  server.listen(options.socket);
  await once(server, 'listening');
  return {
    close: async () => {
      stop.abort();
      for (const socket of sockets) socket.destroy();
      await closed(server);
    },
  };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function refusals(onRefused: GatewayOptions['onRefused']): (target: string) => void {
  let count = 0;
  return (target) => {
    if (++count > MAX_REFUSALS) return;
    onRefused(target.slice(0, 200).replace(/[^\x20-\x7e]/g, '?'));
  };
}
