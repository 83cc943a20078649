import type { Socket } from 'node:net';
import { dial } from './dial.js';
import type { Passage } from './passage.js';
import { allowedTarget, parseTarget } from './listed-hosts.js';

interface TunnelRequest {
  /** `host:port`, as asked: hostile. */
  readonly authority: string;
  readonly socket: Socket;
  /** What came right after the request: the first bytes for the other side. */
  readonly head: Buffer;
}

/** Connects the client of a `CONNECT` with the host it names, when that is listed. */
export async function connectTunnel({ authority, socket, head }: TunnelRequest, passage: Passage): Promise<void> {
  const target = parseTarget(authority);
  const allowed = target === null ? null : allowedTarget(target, passage.network.hosts);
  if (allowed === null) {
    passage.refuse(authority);
    answer(socket, '403 Forbidden', 'The agent may not connect to this host.');
    return;
  }
  const dialled = await dial(allowed, passage);
  if (!dialled.ok) {
    answer(socket, '502 Bad Gateway', `The host cannot be reached: ${dialled.error}`);
    return;
  }
  const outside = dialled.value;
  passage.keep(outside);
  if (socket.destroyed || passage.signal.aborted) {
    outside.destroy();
    return;
  }
  socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
  if (head.length > 0) outside.write(head);
  join(socket, outside);
  join(outside, socket);
}

/** Either side may end its half; a side that breaks ends both. */
function join(from: Socket, to: Socket): void {
  from.pipe(to);
  from.once('close', () => (from.readableEnded ? undefined : to.destroy()));
  from.once('error', () => to.destroy());
}

function answer(socket: Socket, status: string, text: string): void {
  const body = `${text.replace(/[\r\n]+/g, ' ')}\n`;
  const headers = `Content-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n`;
  socket.end(`HTTP/1.1 ${status}\r\n${headers}\r\n${body}`);
}
