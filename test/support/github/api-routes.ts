import type { Call, Reply } from './api-reply.js';
import type { Right } from './api-tokens.js';

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Behind `/repos/OWNER/NAME`. `:name` is one segment, `:name*` one or more. */
  readonly path: string;
  /** Any one of them will do. */
  readonly rights: readonly Right[];
  readonly handle: (call: Call) => Reply;
}

export interface FoundRoute {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

/** The first route for a path behind `/repos/OWNER/NAME`, without query; null when there is none. */
export function findRoute(routes: readonly Route[], method: string, path: string): FoundRoute | null {
  for (const route of routes) {
    if (route.method !== method) continue;
    const names: string[] = [];
    const pattern = route.path.replace(/[.]/g, '\\.').replace(/:(\w+)(\*?)/g, (_, name: string, many: string) => {
      names.push(name);
      return many === '' ? '([^/]+)' : '(.+?)';
    });
    const match = new RegExp(`^${pattern}$`).exec(path);
    if (match === null) continue;
    return {
      route,
      params: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? '')])),
    };
  }
  return null;
}
