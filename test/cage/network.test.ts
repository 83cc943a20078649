import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { CageNetwork } from '../../src/cage/cage.js';
import { linesOf, newRoom, removeRoom, runCaged, type Room } from './room.js';

const SECRET = 'sk-ant-the-real-key';
const STAND_IN = 'stand-in-5d41402abc4b2a76';

let room: Room;
const servers: NetServer[] = [];
beforeEach(() => {
  room = newRoom();
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    (server as Partial<Server>).closeAllConnections?.();
    server.close();
    await once(server, 'close');
  }
  removeRoom(room);
});

async function listen(server: NetServer, where: number | string = 0): Promise<number> {
  servers.push(server);
  server.listen(typeof where === 'number' ? { port: where, host: '127.0.0.1' } : { path: where });
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function serve(listener: RequestListener): Promise<number> {
  return listen(createHttpServer(listener));
}

function apiAt(port: number, path = ''): CageNetwork {
  const secrets = new Map([[STAND_IN, SECRET]]);
  return { hosts: [], api: { upstream: `http://127.0.0.1:${port}${path}`, variable: 'API_URL', secrets } };
}

/** Runs a module in the cage with node and answers the JSON that it prints. */
async function ask(source: string, network: CageNetwork, env: Record<string, string> = {}): Promise<unknown> {
  writeFileSync(join(room.workspace, 'agent.mjs'), source);
  const { stdout, stderrTail } = await runCaged(room, 'node agent.mjs', { network, env });
  expect(stderrTail).toBe('');
  return JSON.parse(stdout.toString());
}

/** What the gateway answers to `CONNECT` to each of the targets, in order: status code and text. */
const TUNNELS = `
import { request } from 'node:http';
const answers = [];
for (const path of JSON.parse(process.env.TARGETS)) answers.push(await new Promise((resolve) => {
  const one = request({ host: '127.0.0.1', port: 3128, method: 'CONNECT', path, agent: false });
  one.on('connect', (r, socket, head) => (socket.destroy(), resolve(r.statusCode + ' ' + head))).on('error', (e) => resolve(e.code)).end();
}));
console.log(JSON.stringify(answers));
`;

/** Says `CONNECT` to the proxy of the environment, then `hello`, and prints what came back. */
const TUNNEL = `
import { connect } from 'node:net';
const { hostname, port } = new URL(process.env.HTTPS_PROXY);
const socket = connect(port, hostname);
socket.write('CONNECT ' + process.env.TARGET + ' HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n');
socket.once('data', () => socket.end('hello'));
let text = '';
socket.on('data', (data) => (text += data));
socket.on('close', () => console.log(JSON.stringify(text)));
`;

async function tunnel(target: string, hosts: readonly string[]): Promise<string> {
  writeFileSync(join(room.workspace, 'agent.mjs'), TUNNEL);
  const { stdout } = await runCaged(room, 'node agent.mjs', {
    network: { hosts, api: null },
    env: { TARGET: target },
  });
  return JSON.parse(stdout.toString()) as string;
}

describe('the network of a caged agent (needs bubblewrap, fails without)', () => {
  test('is a loopback of its own: a server of the host is not there, one of the agent is', async () => {
    const port = await serve((_request, response) => response.end('host'));
    const source = `
      import { createServer } from 'node:http';
      const ask = (port) => fetch('http://127.0.0.1:' + port).then((r) => r.text(), (e) => e.cause.code);
      const mine = createServer((_, res) => res.end('mine')).listen(0, '127.0.0.1', async () => {
        console.log(JSON.stringify([await ask(${port}), await ask(mine.address().port)]));
        process.exit();
      });`;
    expect(await ask(source, { hosts: [], api: null })).toEqual(['ECONNREFUSED', 'mine']);
  });

  test('has no name server, no route, and no abstract Unix socket of the host', async () => {
    const name = `wr-abstract-${room.base.slice(-6)}`;
    await listen(
      createServer((socket) => socket.end('host')),
      `\0${name}`,
    );
    const source = `
      import { connect } from 'node:net';
      import { lookup } from 'node:dns/promises';
      const code = (target) => new Promise((resolve) => {
        const socket = connect(target).on('error', (error) => resolve(error.code)).on('connect', () => resolve('connected'));
        setTimeout(() => (socket.destroy(), resolve('silence')), 3000).unref();
      });
      const names = await lookup('example.org').then(() => 'resolved', (e) => e.code);
      console.log(JSON.stringify([names, await code({ host: '192.0.2.1', port: 80 }), await code({ path: '\\0${name}' })]));`;
    expect(await ask(source, { hosts: [], api: null })).toEqual(['EAI_AGAIN', 'ENETUNREACH', 'ECONNREFUSED']);
  });

  test('reaches a listed host and port by CONNECT, both ways', async () => {
    const port = await listen(
      createServer((socket) => socket.on('data', (data) => socket.end(`echo ${data.toString()}`))),
    );
    expect(await tunnel(`127.0.0.1:${port}`, [`127.0.0.1:${port}`])).toMatch(/^HTTP\/1.1 200 .*\r\n\r\necho hello$/);
  });

  test('refuses with 403, and tells the runner of, whatever is not exactly listed', async () => {
    const hosts = ['example.org', '127.0.0.1:2'];
    const targets = [
      ...[
        '127.0.0.1:1',
        'www.example.org:443',
        'example.org:22',
        'evilexample.org:443',
        'example.org.evil.invalid:443',
      ],
      ...[
        '169.254.169.254:443',
        ':443',
        'example.org',
        'example.org:443/x',
        'example.org:0443443',
        'user@example.org:443',
      ],
    ];
    const refused: string[] = [];
    writeFileSync(join(room.workspace, 'agent.mjs'), TUNNELS);
    const options = { network: { hosts, api: null }, env: { TARGETS: JSON.stringify(targets) } };
    const { stdout } = await runCaged(room, 'node agent.mjs', { ...options, onRefused: (one) => refused.push(one) });
    const answers = JSON.parse(stdout.toString()) as string[];
    expect(answers.map((answer) => answer.slice(0, 3))).toEqual(targets.map(() => '403'));
    expect(refused).toEqual(targets);
  });

  test('does not reach a private address that is listed without its port', async () => {
    const hosts = ['127.0.0.1', 'localhost', '169.254.169.254', '10.0.0.1'];
    const targets = hosts.map((host) => `${host}:443`);
    const answers = await ask(TUNNELS, { hosts, api: null }, { TARGETS: JSON.stringify(targets) });
    expect(answers).toEqual(targets.map(() => expect.stringMatching(/^502 .*private/) as unknown));
  });

  test('reaches listed hosts through the proxy of the runner’s environment, with its credentials', async () => {
    const asked: unknown[] = [];
    const proxy = createHttpServer().on('connect', (request: IncomingMessage, socket: Socket) => {
      asked.push(request.url, request.headers['proxy-authorization']);
      socket.write('HTTP/1.1 200 OK\r\n\r\nfirst ');
      socket.on('data', (data) => socket.end(`echo ${data.toString()}`));
    });
    const port = await listen(proxy);
    writeFileSync(join(room.workspace, 'agent.mjs'), TUNNEL);
    const { stdout } = await runCaged(room, 'node agent.mjs', {
      network: { hosts: ['example.org'], api: null },
      env: { TARGET: 'example.org:443' },
      source: { https_proxy: `http://user:pass@127.0.0.1:${port}` },
    });
    expect(JSON.parse(stdout.toString())).toMatch(/200 .*\r\n\r\nfirst echo hello$/);
    expect(asked).toEqual(['example.org:443', `Basic ${Buffer.from('user:pass').toString('base64')}`]);
  });
});

describe('the API of a caged agent (needs bubblewrap, fails without)', () => {
  test('gets the key, which the agent does not have', async () => {
    const seen: IncomingMessage['headers'][] = [];
    const port = await serve((request, response) => {
      seen.push(request.headers);
      response.end('{}');
    });
    const source = `
      await fetch(process.env.API_URL + '/v1/messages', { headers: { 'x-api-key': process.env.KEY, authorization: 'Bearer ' + process.env.KEY } });
      console.log(JSON.stringify(process.env));`;
    const env = await ask(source, apiAt(port), { KEY: STAND_IN });
    expect(JSON.stringify(env)).not.toContain(SECRET);
    expect(seen[0]).toMatchObject({
      'x-api-key': SECRET,
      authorization: `Bearer ${SECRET}`,
      host: `127.0.0.1:${port}`,
    });
  });

  test('is asked with no other key, and the key is in no header that it may quote', async () => {
    const seen: unknown[] = [];
    const port = await serve(({ url, headers }, response) => {
      seen.push([url, headers['x-api-key'], headers.cookie]);
      response.end(`unexpected value ${String(headers['anthropic-beta'])}`);
    });
    const source = `
      import { request } from 'node:http';
      const ask = (headers, path = '/v1/files', method = 'POST') => new Promise((resolve) =>
        request({ host: '127.0.0.1', port: 3128, path, method, headers }, async (r) => {
          let text = '';
          for await (const chunk of r) text += chunk;
          resolve(r.statusCode === 200 ? text : r.statusCode);
        }).end());
      const own = { 'x-api-key': process.env.KEY };
      console.log(JSON.stringify([
        await ask({ ...own, 'anthropic-beta': process.env.KEY, cookie: 'session=theirs' }),
        await ask({ 'x-api-key': 'sk-ant-of-somebody-else' }),
        await ask({ ...own, authorization: 'Bearer of-somebody-else' }),
        await ask({ 'x-api-key': ['of-somebody-else', process.env.KEY] }),
        await ask({ 'x-api-key': process.env.KEY + ' of-somebody-else' }),
        await ask(own, '/v1/files?key=of-somebody-else'),
        await ask(own, '/v1/files', 'TRACE'),
      ]));`;
    const answers = await ask(source, apiAt(port), { KEY: STAND_IN });
    expect(answers).toEqual([`unexpected value ${STAND_IN}`, 403, 403, 403, 403, 403, 403]);
    expect(seen).toEqual([['/v1/files', SECRET, undefined]]);
  });

  test('is asked below its own path, with method, query and body as they were', async () => {
    const port = await serve((request, response) => {
      let body = '';
      request.on('data', (data: Buffer) => (body += data.toString()));
      request.on('end', () => {
        response.writeHead(201, { 'x-answer': 'yes', 'set-cookie': ['a=1', 'b=2'] });
        response.end(JSON.stringify([request.method, request.url, body]));
      });
    });
    const source = `
      const r = await fetch(process.env.API_URL + '/v1/a?b=c', { method: 'PUT', body: 'text' });
      console.log(JSON.stringify([r.status, r.headers.get('x-answer'), r.headers.getSetCookie(), await r.json()]));`;
    const answer = await ask(source, apiAt(port, '/base/'));
    expect(answer).toEqual([201, 'yes', ['a=1', 'b=2'], ['PUT', '/base/v1/a?b=c', 'text']]);
  });

  test('is never asked for what is not its own: paths stay below its path, other hosts are refused', async () => {
    const port = await serve((request, response) => response.end(request.url));
    const expected = {
      '/../admin': '/base/admin',
      '/%2e%2e/admin': '/base/admin',
      '//evil.invalid/x': '/base//evil.invalid/x',
      '/..%2fadmin': '403',
      'http://127.0.0.1:3128/v1': '/base/v1',
      'http://evil.invalid/v1': '403',
      'http://127.0.0.1:3128.evil.invalid/v1': '403',
      '*': '403',
    };
    const source = `
      import { request } from 'node:http';
      const asked = ${JSON.stringify(Object.keys(expected))}.map((path) => new Promise((resolve) =>
        request({ host: '127.0.0.1', port: 3128, path }, async (r) => {
          let text = '';
          for await (const chunk of r) text += chunk;
          resolve([path, r.statusCode === 200 ? text : String(r.statusCode)]);
        }).end()));
      console.log(JSON.stringify(Object.fromEntries(await Promise.all(asked))));`;
    expect(await ask(source, apiAt(port, '/base'))).toEqual(expected);
  });

  test('streams: each event is there before the next one is sent', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/stream') response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
      // Each event is sent only after the one before has arrived inside: a buffer on the way would hold up everything.
      else open.pop()?.write('data: next\n\n');
      if (request.url === '/stream') open.push(response);
      else response.end();
    });
    const open: ServerResponse[] = [];
    const source = `
      const stream = await fetch(process.env.API_URL + '/stream');
      const reader = stream.body.getReader();
      await fetch(process.env.API_URL + '/more');
      const { value } = await reader.read();
      console.log(JSON.stringify(new TextDecoder().decode(value)));
      process.exit();`;
    expect(await ask(source, apiAt(port))).toBe('data: next\n\n');
  });

  test('serves a hundred streams at once', async () => {
    const waiting: ServerResponse[] = [];
    const port = await serve((_request, response) => {
      waiting.push(response);
      if (waiting.length === 100) for (const one of waiting) one.end('x'.repeat(100_000));
    });
    const source = `
      const texts = await Promise.all(Array.from({ length: 100 }, () => fetch(process.env.API_URL).then((r) => r.text())));
      console.log(JSON.stringify(texts.reduce((sum, text) => sum + text.length, 0)));`;
    expect(await ask(source, apiAt(port))).toBe(10_000_000);
  });

  test('is left when the agent goes away in the middle', async () => {
    let isLeft = (): void => undefined;
    const left = new Promise<void>((resolve) => (isLeft = resolve));
    const port = await serve((_request, response) => {
      response.write('data: 1\n\n');
      response.on('close', isLeft);
    });
    const source = `const r = await fetch(process.env.API_URL); await r.body.getReader().read(); console.log(1); process.exit();`;
    await ask(source, apiAt(port));
    await left;
  });

  test('that does not answer is 502 to the agent, one that breaks off an error', async () => {
    const gone = createServer();
    const nobody = await listen(gone);
    gone.close();
    const status = `const r = await fetch(process.env.API_URL); console.log(JSON.stringify([r.status]));`;
    expect(await ask(status, apiAt(nobody))).toEqual([502]);
    servers.pop();
    const port = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('part', () => response.destroy());
    });
    const broken = `const r = await fetch(process.env.API_URL); console.log(JSON.stringify(await r.text().catch(() => 'broken off')));`;
    expect(await ask(broken, apiAt(port))).toBe('broken off');
  });

  test('whose address or key is no such thing is 502 to the agent, and nothing else', async () => {
    const status = `
      const r = await fetch(process.env.API_URL, { headers: { 'x-api-key': '${STAND_IN}' } });
      console.log(JSON.stringify([r.status, await r.text()]));`;
    const secrets = new Map([[STAND_IN, 'a key with\na line end']]);
    const port = await serve((_request, response) => response.end());
    for (const upstream of ['no url', `http://127.0.0.1:${port}`, 'http://%zz@127.0.0.1:1/']) {
      const answered = await ask(status, { hosts: [], api: { upstream, variable: 'API_URL', secrets } });
      expect(answered).toEqual([502, expect.not.stringContaining('a key with')]);
    }
  });

  test('redirects nobody: where it points to is not followed with the key', async () => {
    const seen: string[] = [];
    const elsewhere = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.end();
    });
    const port = await serve((_request, response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${elsewhere}/` }).end(),
    );
    const source = `
      const r = await fetch(process.env.API_URL, { redirect: 'manual', headers: { 'x-api-key': '${STAND_IN}' } });
      console.log(JSON.stringify(r.status));`;
    expect(await ask(source, apiAt(port))).toBe(302);
    expect(seen).toEqual([]);
  });

  test.each([
    [
      'a request of two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a header of a megabyte', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(1_000_000)}\r\n\r\n`],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc'],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\r\nContent-Length : 5\r\n\r\nhello'],
  ])('is not sent %s', async (_what, text) => {
    let count = 0;
    const port = await serve((_request, response) => {
      count++;
      response.end();
    });
    writeFileSync(join(room.workspace, 'request'), text, 'latin1');
    const source = `
      import { connect } from 'node:net';
      import { readFileSync } from 'node:fs';
      const socket = connect(3128, '127.0.0.1', () => socket.write(readFileSync('request')));
      let text = '';
      socket.on('data', (data) => (text += data)).on('error', () => {}).on('close', () => console.log(JSON.stringify(text.slice(9, 12))));`;
    expect(String(await ask(source, apiAt(port)))).toMatch(/^(4\d\d|)$/);
    expect(count).toBe(0);
  });

  test('is sent the body of a GET as a body, not as another request', async () => {
    const seen: string[] = [];
    const port = await serve((request, response) => {
      seen.push(`${request.method} ${request.url}`);
      request.resume().on('end', () => response.end('{}'));
    });
    const body = 'POST /smuggled HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: 0\\r\\n\\r\\n';
    const source = `
      import { request } from 'node:http';
      const one = request({ host: '127.0.0.1', port: 3128, headers: { 'transfer-encoding': 'chunked' } }, (r) => r.resume().on('end', () => console.log(1)));
      one.write('${body}');
      one.end();`;
    await ask(source, apiAt(port));
    expect(seen).toEqual(['GET /']);
  });

  test('is unchanged by what the agent says of the connection', async () => {
    let headers: IncomingMessage['headers'] = {};
    const port = await serve((request, response) => {
      headers = request.headers;
      response.end('{}');
    });
    const source = `
      import { request } from 'node:http';
      const headers = { connection: 'x-secret-hop, close', 'x-secret-hop': '1', 'proxy-authorization': 'a', te: 'trailers', host: 'evil.invalid', 'x-kept': '2' };
      request({ host: '127.0.0.1', port: 3128, headers }, (r) => r.resume().on('end', () => console.log(1))).end();`;
    await ask(source, apiAt(port));
    expect(headers).toEqual({ host: `127.0.0.1:${port}`, connection: 'close', 'x-kept': '2' });
  });

  test('upgraded to another protocol is refused', async () => {
    const port = await serve((_request, response) => response.end('{}'));
    const source = `
      import { request } from 'node:http';
      const one = request({ host: '127.0.0.1', port: 3128, headers: { connection: 'upgrade', upgrade: 'websocket' } });
      one.on('response', (r) => (console.log(r.statusCode), r.resume())).end();`;
    expect(await ask(source, apiAt(port))).toBe(501);
  });

  test('is what curl asks for too, through the variables of proxies', async () => {
    const port = await serve((_request, response) => response.end('api'));
    const lines = await linesOf(
      room,
      'curl -s "$API_URL/x"; echo; curl -s -o /dev/null -w "%{http_connect}" https://example.org/',
      {
        network: apiAt(port),
      },
    );
    expect(lines).toEqual(['api', '403']);
  });
});
