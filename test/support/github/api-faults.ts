import { refused, type Reply } from './api-reply.js';

/** What goes wrong with a request that a rule matches. */
export type Fault =
  /** 403 as for too many writes in a short time. Without either time the headers are left out, as GitHub does at times. */
  | { readonly kind: 'secondary-limit'; readonly retryAfterS?: number; readonly resetInS?: number }
  /** 403 as for a token that has used up its hour. */
  | { readonly kind: 'primary-limit'; readonly resetInS: number }
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** The connection is cut before anything was done. */
  | { readonly kind: 'reset' }
  /** Nothing is done, and no answer comes. */
  | { readonly kind: 'hang' }
  | { readonly kind: 'delay'; readonly ms: number }
  /** The server did the work; the client does not get to know. */
  | { readonly kind: 'done-then-reset' }
  | { readonly kind: 'done-then-hang' }
  | { readonly kind: 'done-then-status'; readonly status: number }
  /** Something else happens just before: a race. */
  | { readonly kind: 'meanwhile'; readonly happens: () => void | Promise<void> };

export interface FaultRule {
  /** Any method without it. */
  readonly method?: string;
  /** Part of, or pattern for, the path with its query: `/repos/o/r/pulls?state=open`, `/o/r.git/git-receive-pack`. */
  readonly path: string | RegExp;
  readonly fault: Fault;
  /** How many requests it hits. Default 1. */
  readonly times?: number;
  /** How many matching requests it lets through first. Default 0. */
  readonly after?: number;
}

/** Handle of a rule. */
export interface InjectedFault {
  /** Requests hit so far. */
  readonly hits: () => number;
  readonly remove: () => void;
}

interface ActiveRule {
  readonly rule: FaultRule;
  seen: number;
  hits: number;
}

/** The rules of a fake GitHub; the first that matches and is not used up counts. */
export class Faults {
  readonly #rules: ActiveRule[] = [];

  add(rule: FaultRule): InjectedFault {
    const active: ActiveRule = { rule, seen: 0, hits: 0 };
    this.#rules.push(active);
    return {
      hits: () => active.hits,
      remove: () => {
        this.#rules.splice(this.#rules.indexOf(active), 1);
      },
    };
  }

  /** The fault of this request, which counts as hit; null for none. */
  take(method: string, path: string): Fault | null {
    for (const active of this.#rules) {
      const { rule } = active;
      if (rule.method !== undefined && rule.method !== method) continue;
      if (typeof rule.path === 'string' ? !path.includes(rule.path) : !rule.path.test(path)) continue;
      active.seen += 1;
      if (active.seen <= (rule.after ?? 0) || active.hits >= (rule.times ?? 1)) continue;
      active.hits += 1;
      return rule.fault;
    }
    return null;
  }
}

/** The answer of a fault that answers instead of the server; null for those that do something else. */
export function faultReply(fault: Fault): Reply | null {
  switch (fault.kind) {
    case 'secondary-limit':
      return limited(
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID 0000:000000:000000:000000:00000000.',
        {
          ...(fault.retryAfterS === undefined ? {} : { 'retry-after': String(fault.retryAfterS) }),
          ...(fault.resetInS === undefined ? {} : resetHeaders(fault.resetInS)),
        },
      );
    case 'primary-limit':
      return limited('API rate limit exceeded for installation ID 1.', resetHeaders(fault.resetInS));
    case 'status':
      return statusReply(fault.status, fault.headers ?? {});
    case 'done-then-status':
      return statusReply(fault.status, {});
    case 'reset':
    case 'hang':
    case 'delay':
    case 'done-then-reset':
    case 'done-then-hang':
    case 'meanwhile':
      return null;
  }
}

function limited(message: string, headers: Readonly<Record<string, string>>): Reply {
  return { ...refused(403, message), headers };
}

function resetHeaders(inSeconds: number): Record<string, string> {
  return {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + inSeconds),
  };
}

function statusReply(status: number, headers: Readonly<Record<string, string>>): Reply {
  if (status === 429) return { ...refused(429, 'You have exceeded a secondary rate limit.'), headers };
  if (status === 500) return { ...refused(500, 'Server Error'), headers };
  if (status > 500) {
    const page = '<html><body><p>This page is taking too long to load.</p></body></html>';
    return { status, body: page, headers: { 'content-type': 'text/html', ...headers } };
  }
  return { ...refused(status, 'Injected'), headers };
}
