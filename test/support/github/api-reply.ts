import type { ResultsService } from './bed.js';
import type { GitHubState, StoredRepository, Token } from './api-state.js';

/** What a route answers. A string or bytes go out as they are, anything else as JSON. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One request, as far as the router has looked into it. */
export interface Call {
  readonly state: GitHubState;
  readonly results: ResultsService;
  readonly repository: StoredRepository;
  readonly token: Token;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** `/repos/…` with the query. */
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly hooksFolder: string;
}

const DOCS = 'https://docs.github.com/rest';

export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, body, headers };
}

export function created(body: unknown): Reply {
  return { status: 201, body };
}

export function noContent(): Reply {
  return { status: 204 };
}

/** An error as GitHub words it. `errors` are the details of a 422. */
export function refused(status: number, message: string, errors?: readonly unknown[]): Reply {
  return {
    status,
    body: {
      message,
      ...(errors === undefined ? {} : { errors }),
      documentation_url: DOCS,
      status: String(status),
    },
  };
}

export function notFound(): Reply {
  return refused(404, 'Not Found');
}

/** 422 with one detail in GitHub's form. */
export function invalid(detail: Readonly<Record<string, string>>): Reply {
  return refused(422, 'Validation Failed', [detail]);
}

/** 422 with a message of GitHub's own for a resource. */
export function invalidBecause(resource: string, message: string, field?: string): Reply {
  return invalid({ resource, code: 'custom', ...(field === undefined ? {} : { field }), message });
}

/** What GitHub says to a token without the right. */
export function notAccessible(token: Token): Reply {
  const by = token.login.endsWith('[bot]') ? 'integration' : 'personal access token';
  return refused(403, `Resource not accessible by ${by}`);
}

export function textOf(body: Readonly<Record<string, unknown>>, key: string): string | null {
  const value = body[key];
  return typeof value === 'string' ? value : null;
}

/** Strings of a list; what is no string is left out. null without a list. */
export function textsOf(body: Readonly<Record<string, unknown>>, key: string): readonly string[] | null {
  const value = body[key];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : null;
}

export function recordOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly headers: Readonly<Record<string, string>>;
}

/** The page that the query asks for, with GitHub's `Link` header: 30 items unless told, at most 100. */
export function pageOf<T>(call: Call, items: readonly T[]): Page<T> {
  const size = Math.min(100, Math.max(1, Number(call.query.get('per_page') ?? 30) || 30));
  const page = Math.max(1, Number(call.query.get('page') ?? 1) || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (number: number, relation: string): string => {
    const url = new URL(call.apiUrl + call.path);
    url.searchParams.set('page', String(number));
    return `<${url.href}>; rel="${relation}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev'), link(1, 'first')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
  ];
  return {
    items: items.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  };
}
