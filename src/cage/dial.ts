import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { err, ok, type Result } from '../base/result.js';
import { isPrivateAddress, type AllowedTarget } from './listed-hosts.js';
import { outerProxy } from './outer-proxy.js';

/** How long a connection may take to be made. */
const CONNECT_MS = 30_000;

export interface DialOptions {
  /** The runner's environment: which proxy it goes through. */
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

/** A connection to `target`, through the user's proxy where one is set; else why there is none, in a few words. */
export async function dial(target: AllowedTarget, options: DialOptions): Promise<Result<Socket, string>> {
  if (isIP(target.host) !== 0 && !target.mayBePrivate && isPrivateAddress(target.host)) return err('a private address');
  const proxy = outerProxy(target, options.env);
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(CONNECT_MS)]);
  return proxy === null ? connectTo(target, signal) : connectThrough(proxy, target, signal);
}

function connectTo({ host, port, mayBePrivate }: AllowedTarget, signal: AbortSignal): Promise<Result<Socket, string>> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, allowHalfOpen: true, lookup: mayBePrivate ? lookup : publicLookup });
    const stop = (): void => void socket.destroy(new Error('no answer'));
    signal.addEventListener('abort', stop, { once: true });
    socket.once('error', (error) => resolve(err(error.message)));
    socket.once('close', () => signal.removeEventListener('abort', stop));
    socket.once('connect', () => {
      signal.removeEventListener('abort', stop);
      socket.setNoDelay(true);
      resolve(ok(socket));
    });
    if (signal.aborted) stop();
  });
}

/**
 * As `dns.lookup`, without addresses that are private: a name on the list must not lead into the user's own network. The
 * connection is made to what is answered here, so that a second answer of the name server changes nothing.
 */
const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const addresses = error === null ? found.filter(({ address }) => !isPrivateAddress(address)) : [];
    const [first] = addresses;
    if (first === undefined) callback(error ?? new Error(`${host} is a private address`), '');
    else if (options.all === true) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function connectThrough(proxy: URL, target: AllowedTarget, signal: AbortSignal): Promise<Result<Socket, string>> {
  const authority = `${isIP(target.host) === 6 ? `[${target.host}]` : target.host}:${target.port}`;
  const credentials = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  const authorization = { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
  const open = proxy.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const request = open({
      method: 'CONNECT',
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port === '' ? (proxy.protocol === 'https:' ? 443 : 80) : Number(proxy.port),
      path: authority,
      headers: { host: authority, ...(proxy.username === '' ? {} : authorization) },
      agent: false,
      signal,
    });
    request.once('error', (error) => resolve(err(`the proxy of the environment: ${error.message}`)));
    request.once('response', (response) => {
      response.destroy();
      resolve(err(`the proxy of the environment answered ${response.statusCode}`));
    });
    request.once('connect', (response, socket: Socket, head) => {
      if (response.statusCode === 200) {
        if (head.length > 0) socket.unshift(head);
        return resolve(ok(socket));
      }
      socket.destroy();
      resolve(err(`the proxy of the environment answered ${response.statusCode}`));
    });
    request.end();
  });
}
