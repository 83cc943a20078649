import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Result } from '../../src/base/result.js';
import { sendMessage, type SendLimits } from '../../src/notify/send-message.js';
import { removeFolders } from '../support/git-repository.js';
import { newCertificate, status, webhookServer, type WebhookServer } from '../support/webhook-server.js';

/** So long that a busy machine does not take an answer for none; a test that waits for the end of an attempt is hurried. */
const LIMITS: SendLimits = { attempt: 60_000, pause: 10, longestPause: 1000 };
const HURRIED: SendLimits = { ...LIMITS, attempt: 1000 };
const servers: WebhookServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});
afterAll(removeFolders);

async function open(...args: Parameters<typeof webhookServer>): Promise<WebhookServer> {
  const server = await webhookServer(...args);
  servers.push(server);
  return server;
}

function send(
  url: string,
  {
    env = {},
    limits = LIMITS,
    signal = new AbortController().signal,
  }: { env?: NodeJS.ProcessEnv; limits?: SendLimits; signal?: AbortSignal } = {},
): Promise<Result<void, string>> {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer t0ken' };
  return sendMessage({ method: 'POST', url: new URL(url), headers, body: '{"a":"é"}' }, { env, signal, limits });
}

describe('a message', () => {
  test('arrives once, whole, with its headers, path and query', async () => {
    const server = await open();
    expect(await send(`${server.origin}/hooks/x?y=1`)).toEqual({ ok: true, value: undefined });
    expect(server.requests).toMatchObject([
      {
        method: 'POST',
        path: '/hooks/x?y=1',
        body: { a: 'é' },
        headers: { authorization: 'Bearer t0ken', 'content-length': '10' },
      },
    ]);
  });

  test.each([
    { first: 500, requests: 2, ok: true },
    { first: 503, requests: 2, ok: true },
    { first: 429, requests: 2, ok: true },
    { first: 400, requests: 1, ok: false },
    { first: 403, requests: 1, ok: false },
    { first: 404, requests: 1, ok: false },
  ])('answered $first is sent $requests time(s)', async ({ first, requests, ok }) => {
    const server = await open();
    server.answer(status(first, 'no_service'), status(200));
    const sent = await send(server.origin);
    expect([sent.ok, server.requests.length]).toEqual([ok, requests]);
    if (!sent.ok) expect(sent.error).toBe(`answered ${first}: no_service`);
  });

  test('that fails twice is given up, with what the server said the last time', async () => {
    const server = await open();
    server.answer(status(500), status(502, 'bad\ngateway'));
    expect(await send(server.origin)).toEqual({ ok: false, error: 'answered 502: bad gateway' });
    expect(server.requests).toHaveLength(2);
  });

  test('is not sent again when the server asks for more time than there is', async () => {
    const server = await open();
    server.answer(status(429, '', { 'retry-after': '3600' }));
    expect((await send(server.origin)).ok).toBe(false);
    expect(server.requests).toHaveLength(1);
  });

  test('is not taken elsewhere by a redirect, nor is its token', async () => {
    const [elsewhere, server] = [await open(), await open()];
    for (const code of [301, 302, 307, 308]) {
      server.answer(status(code, '', { location: `${elsewhere.origin}/stolen` }));
      const sent = await send(server.origin);
      expect(sent.ok ? '' : sent.error).toContain(`answered ${code}, a redirect`);
    }
    expect([elsewhere.requests.length, server.requests.length]).toEqual([0, 4]);
  });

  test('to a server that never answers is given up in time, after a second attempt', async () => {
    const server = await open();
    server.answer(() => undefined);
    const sent = await send(server.origin, { limits: HURRIED });
    expect(sent).toEqual({ ok: false, error: 'no answer within 1 s' });
    expect(server.requests).toHaveLength(2);
  });

  test('to a server that answers without an end is given up with the first of it', async () => {
    const server = await open();
    server.answer((response) => {
      response.writeHead(400);
      const more = (): void => {
        if (!response.destroyed) response.write('x'.repeat(64 * 1024), () => setImmediate(more));
      };
      more();
    });
    const sent = await send(server.origin);
    expect(sent.ok ? '' : sent.error).toBe(`answered 400: ${'x'.repeat(200)}`);
  });

  test('has arrived when the server says so, whatever it says after that', async () => {
    const server = await open();
    server.answer((response) => void response.writeHead(200).write('and then nothing more'));
    expect((await send(server.origin)).ok).toBe(true);
    expect(server.requests).toHaveLength(1);
  });

  test('to a server that is not there says so', async () => {
    const server = await open();
    await server.close();
    const sent = await send(server.origin);
    expect(sent.ok ? '' : sent.error).toContain('ECONNREFUSED');
  });

  test('to something that speaks no HTTP fails with a sentence', async () => {
    const server = await open();
    server.answer((response) => void response.socket?.end('SSH-2.0-OpenSSH\r\n'));
    expect((await send(server.origin)).ok).toBe(false);
  });

  test('is not sent again when a person wants to stop', async () => {
    const server = await open();
    const person = new AbortController();
    server.answer((response) => {
      response.writeHead(500).end();
      person.abort();
    });
    expect((await send(server.origin, { signal: person.signal })).ok).toBe(false);
    expect(server.requests).toHaveLength(1);
  });
});

test('over https, a certificate that nobody trusts ends it before anything is sent, without another attempt', async () => {
  const server = await open(newCertificate('IP:127.0.0.1'));
  const sent = await send(server.origin);
  expect(sent.ok ? '' : sent.error).toMatch(/self-signed certificate/);
  expect(server.requests).toEqual([]);
});

describe('through a proxy of the environment', () => {
  let proxy: Server;
  const asked: string[] = [];
  beforeAll(async () => {
    proxy = createServer((_, response) => void response.writeHead(405).end());
    proxy.on('connect', (request, socket) => {
      asked.push(`${request.url ?? ''} ${request.headers['proxy-authorization'] ?? ''}`);
      const [, port] = (request.url ?? '').split(':');
      const upstream = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(socket).pipe(upstream);
      });
      for (const end of [socket, upstream]) end.on('error', () => undefined);
    });
    proxy.listen(0, '127.0.0.1');
    await new Promise((resolve) => proxy.once('listening', resolve));
  });
  afterAll(() => void proxy.close());

  test('it goes as other programs go, but not to this machine', async () => {
    const server = await open();
    const { port } = proxy.address() as AddressInfo;
    const env = { HTTPS_PROXY: `http://user:pass@127.0.0.1:${port}` };
    expect((await send(server.origin, { env })).ok).toBe(true);
    expect(asked).toEqual([]);
    const away = await send(`http://webhooks.invalid:${server.port}/x`, { env });
    expect([away.ok, asked]).toEqual([true, [`webhooks.invalid:${server.port} Basic dXNlcjpwYXNz`]]);
    expect(server.requests.map(({ path }) => path)).toEqual(['/', '/x']);
  });

  test('a proxy that refuses is named', async () => {
    const { port } = proxy.address() as AddressInfo;
    const env = { HTTPS_PROXY: `http://127.0.0.1:${port}`, NO_PROXY: 'webhooks.invalid' };
    const direct = await send('https://webhooks.invalid/x', { env, limits: HURRIED });
    expect(direct.ok ? '' : direct.error).toMatch(/ENOTFOUND|EAI_AGAIN|no answer/);
    const dead = await send('https://other.invalid/x', { env: { HTTPS_PROXY: 'http://127.0.0.1:9' } });
    expect(dead.ok ? '' : dead.error).toContain('the proxy of the environment');
  });
});
