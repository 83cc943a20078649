import { created, ok, pageOf, refused, textOf, type Call, type Reply } from './api-reply.js';
import type { Route } from './api-routes.js';
import type { CommitStatus } from './api-state.js';
import { accountView, commitView, type Json } from './api-views.js';

/** What is known about a commit: statuses, check runs, and the commit itself, which comes last as its path would match them all. */
export const checkRoutes: readonly Route[] = [
  { method: 'GET', path: '/commits/:ref*/check-runs', rights: ['checks:read'], handle: listCheckRuns },
  { method: 'GET', path: '/commits/:ref*/status', rights: ['statuses:read'], handle: combinedStatus },
  { method: 'GET', path: '/commits/:ref*/statuses', rights: ['statuses:read'], handle: listStatuses },
  { method: 'POST', path: '/statuses/:ref', rights: ['statuses:write'], handle: createStatus },
  {
    method: 'GET',
    path: '/commits/:ref*',
    rights: ['contents:read'],
    handle: (call) =>
      withCommit(call, (sha) => {
        const { bare } = call.repository;
        const commit = bare.commit(sha);
        const parent = commit.parents[0] ?? bare.run(['hash-object', '-t', 'tree', '-w', '--stdin']);
        return ok({ ...commitView(call, commit), files: bare.differences(parent, sha).slice(0, 300) });
      }),
  },
];

function withCommit(call: Call, answer: (sha: string) => Reply): Reply {
  const ref = call.params['ref'] ?? '';
  const sha = call.repository.bare.commitId(ref);
  return sha === null ? refused(422, `No commit found for SHA: ${ref}`) : answer(sha);
}

function listCheckRuns(call: Call): Reply {
  return withCommit(call, (sha) => {
    const name = call.query.get('check_name');
    const all = call.repository.checkRuns.filter((run) => run.sha === sha && (name === null || run.name === name));
    const { items, headers } = pageOf(call, all);
    const runs = items.map((run) => ({
      id: run.id,
      name: run.name,
      head_sha: run.sha,
      status: run.status,
      conclusion: run.conclusion,
      html_url: `${call.serverUrl}/runs/${run.id}`,
    }));
    return ok({ total_count: all.length, check_runs: runs }, headers);
  });
}

function statusView(status: CommitStatus): Json {
  const { state, context, description, login } = status;
  return { state, context, description, target_url: null, creator: accountView(login) };
}

function statusesOf(call: Call, sha: string): readonly CommitStatus[] {
  return call.repository.statuses.filter((status) => status.sha === sha).reverse();
}

function combinedStatus(call: Call): Reply {
  return withCommit(call, (sha) => {
    const newest = new Map<string, CommitStatus>();
    for (const status of statusesOf(call, sha)) {
      if (!newest.has(status.context)) newest.set(status.context, status);
    }
    const states = [...newest.values()].map(({ state }) => state);
    const isBad = states.some((state) => state === 'failure' || state === 'error');
    const isWaiting = states.length === 0 || states.includes('pending');
    const statuses = [...newest.values()].map(statusView);
    return ok({
      sha,
      state: isBad ? 'failure' : isWaiting ? 'pending' : 'success',
      total_count: statuses.length,
      statuses,
    });
  });
}

function listStatuses(call: Call): Reply {
  return withCommit(call, (sha) => {
    const { items, headers } = pageOf(call, statusesOf(call, sha));
    return ok(items.map(statusView), headers);
  });
}

function createStatus(call: Call): Reply {
  return withCommit(call, (sha) => {
    const status: CommitStatus = {
      sha,
      context: textOf(call.body, 'context') ?? 'default',
      state: (textOf(call.body, 'state') ?? 'pending') as CommitStatus['state'],
      description: textOf(call.body, 'description') ?? '',
      login: call.token.login,
    };
    call.repository.statuses.push(status);
    return created(statusView(status));
  });
}
