import type { Target } from './listed-hosts.js';

/** The variables of the runner's environment that name a proxy, as curl and most programs read them. */
type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy (`http(s)://[user:password@]host[:port]`) that the user's environment wants for a connection to `target`, or null:
 * none is set, `NO_PROXY` names the target, or what is set is no HTTP proxy.
 */
export function outerProxy(target: Target, env: Environment): URL | null {
  const value = ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'].map((name) => env[name]).find(Boolean);
  if (value === undefined || isExcepted(target, env['no_proxy'] ?? env['NO_PROXY'] ?? '')) return null;
  const text = value.includes('://') ? value : `http://${value}`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  return ['http:', 'https:'].includes(url.protocol) ? url : null;
}

/** `list`: names, each with everything below it, or `*`; a port may follow. */
function isExcepted({ host, port }: Target, list: string): boolean {
  if (host === 'localhost' || host.startsWith('127.') || host === '::1') return true;
  const entries = list.toLowerCase().split(/[\s,]+/);
  return entries
    .filter((entry) => entry !== '')
    .some((entry) => {
      const [, name = entry, only] = /^\[?([^[\]]*?)\]?(?::(\d+))?$/.exec(entry.replace(/^\*?\./, '')) ?? [];
      const isPort = only === undefined || Number(only) === port;
      return entry === '*' || (isPort && (host === name || host.endsWith(`.${name}`)));
    });
}
