import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runProcess } from '../../src/process/spawn.js';
import { compiledRooms } from '../support/compiled-rooms.js';

let folder: string;
let rooms: string;
let server: Server;
const seen: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wr-tls-'));
  rooms = compiledRooms(['base', 'files', 'process', 'cage']);
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')] as const;
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2', '-nodes'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', key, '-out', cert, ...subject],
    { stdio: 'ignore' },
  );
  server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    seen.push([request.url, request.headers['x-api-key'], request.headers.host]);
    response.end('secure');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A process of its own, because Node reads the certificates that it trusts when it starts.
  const program = `
    import { request } from 'node:http';
    import { openGateway } from './cage/gateway.js';
    const [socket, upstream] = process.argv.slice(2);
    const api = { upstream, variable: 'API', secrets: new Map([['stand-in', 'the key']]) };
    const gateway = await openGateway({ socket, network: { hosts: [], api }, env: {}, onRefused: () => undefined });
    request({ socketPath: socket, path: '/v1', headers: { 'x-api-key': 'stand-in' } }, async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      console.log(response.statusCode, text.trim());
      await gateway.close();
    }).end();`;
  writeFileSync(join(rooms, 'ask.mjs'), program);
});
afterAll(async () => {
  server.close();
  await once(server, 'close');
  for (const path of [folder, rooms]) rmSync(path, { recursive: true, force: true });
});

async function ask(env: Record<string, string>): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const argv = [
    process.execPath,
    join(rooms, 'ask.mjs'),
    join(folder, 'socket'),
    `https://localhost:${port}/base`,
  ] as const;
  const { stdout, stderrTail } = await runProcess({ argv, env, cwd: folder, timeoutMs: 20_000 });
  return `${stdout.toString()}${stderrTail}`.trim();
}

test('the gateway asks an HTTPS upstream whose certificate is trusted, with the key', async () => {
  expect(await ask({ NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') })).toBe('200 secure');
  const { port } = server.address() as AddressInfo;
  expect(seen).toEqual([['/base/v1', 'the key', `localhost:${port}`]]);
});

test('the gateway sends nothing to an HTTPS upstream whose certificate is not trusted', async () => {
  seen.length = 0;
  expect(await ask({})).toMatch(/^502 The API cannot be reached: .*self-signed/);
  expect(seen).toEqual([]);
});
