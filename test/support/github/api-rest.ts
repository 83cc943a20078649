import { graphqlReply } from './api-graphql.js';
import { noContent, notAccessible, notFound, ok, recordOf, refused, type Call, type Reply } from './api-reply.js';
import { actionRoutes } from './api-routes-actions.js';
import { checkRoutes } from './api-routes-checks.js';
import { gitRoutes } from './api-routes-git.js';
import { issueRoutes } from './api-routes-issues.js';
import { pullRoutes } from './api-routes-pulls.js';
import { repositoryRoutes } from './api-routes-repository.js';
import { findRoute, type Route } from './api-routes.js';
import type { Token } from './api-state.js';
import { callerOf, canSee, hasRight, type Caller } from './api-tokens.js';
import { accountView } from './api-views.js';

export type RestPlace = Pick<Call, 'state' | 'results' | 'apiUrl' | 'serverUrl' | 'hooksFolder'>;

export interface RestRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly authorization: string | undefined;
  /** Parsed JSON; null for none. */
  readonly body: unknown;
}

const routes: readonly Route[] = [
  ...repositoryRoutes,
  ...gitRoutes,
  ...issueRoutes,
  ...pullRoutes,
  ...checkRoutes,
  ...actionRoutes,
];

/** What GitHub's REST (and a little of its GraphQL) API answers; 501 for what this bed does not know, which is noted. */
export function restReply(request: RestRequest, place: RestPlace): Reply {
  const caller = callerOf(place.state, request.authorization);
  if (caller.kind === 'unknown') return refused(401, 'Bad credentials');
  const { pathname, searchParams } = new URL(request.path, place.apiUrl);
  const [, owner = '', name = '', rest = ''] = /^\/repos\/([^/]+)\/([^/]+)(.*)$/.exec(pathname) ?? [];
  if (owner === '') return accountReply(request, place, { caller, pathname });
  const found = findRoute(routes, request.method, rest);
  const repository = place.state.repositories.get(`${owner}/${name}`);
  if (repository === undefined || !canSee(caller, repository)) return notFound();
  if (found === null) return unknownRoute(request, place);
  if (caller.kind === 'anonymous') {
    return request.method === 'GET' ? notFound() : refused(401, 'Requires authentication');
  }
  const { token } = caller;
  if (!found.route.rights.some((right) => hasRight(token, repository, right))) {
    const accepted = found.route.rights.map((right) => right.replace('-', '_').replace(':', '=')).join('; ');
    return { ...notAccessible(token), headers: { 'x-accepted-github-permissions': accepted } };
  }
  return found.route.handle({
    ...place,
    repository,
    token,
    params: found.params,
    query: searchParams,
    path: request.path,
    body: recordOf(request.body) ?? {},
  });
}

interface AccountRequest {
  readonly caller: Exclude<Caller, { kind: 'unknown' }>;
  readonly pathname: string;
}

/** What is not about a repository. */
function accountReply(request: RestRequest, place: RestPlace, { caller, pathname }: AccountRequest): Reply {
  const [, login] = /^\/users\/([^/]+)$/.exec(pathname) ?? [];
  if (request.method === 'GET' && login !== undefined) return ok(accountView(decodeURIComponent(login)));
  if (request.method === 'GET' && pathname === '/rate_limit') return ok(rateLimits());
  if (request.method === 'GET' && pathname === '/zen') return noContent();
  if (caller.kind === 'anonymous') return refused(401, 'Requires authentication');
  if (request.method === 'GET' && pathname === '/user') return userReply(caller.token);
  if (request.method === 'POST' && pathname === '/graphql') {
    const body = recordOf(request.body) ?? {};
    const reply = graphqlReply({ ...place, token: caller.token, body, path: request.path });
    if (reply !== null) return reply;
  }
  return unknownRoute(request, place);
}

function userReply(token: Token): Reply {
  return token.login.endsWith('[bot]') ? notAccessible(token) : ok(accountView(token.login));
}

function rateLimits(): unknown {
  const core = { limit: 1000, used: 0, remaining: 1000, reset: Math.ceil(Date.now() / 1000) + 3600 };
  return { resources: { core, graphql: core, search: core }, rate: core };
}

function unknownRoute({ method, path }: RestRequest, place: RestPlace): Reply {
  const route = `${method} ${path.replace(/\?.*$/, '')}`;
  place.state.unknownRoutes.push(route);
  return refused(501, `The fake GitHub does not know ${route}`);
}
