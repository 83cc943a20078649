import {
  created,
  invalid,
  invalidBecause,
  notFound,
  ok,
  pageOf,
  refused,
  textOf,
  textsOf,
  type Call,
  type Reply,
} from './api-reply.js';
import { closePull, moveHead } from './api-ref-changes.js';
import { mergePull } from './api-merge.js';
import { newIssue, tooLong } from './api-routes-issues.js';
import type { Route } from './api-routes.js';
import { fullName, isPull, timestamp, type Pull } from './api-state.js';
import { commitView, fullPullView, pullView } from './api-views.js';

/** Pull requests within one repository. */
export const pullRoutes: readonly Route[] = [
  { method: 'GET', path: '/pulls', rights: ['pull-requests:read'], handle: listPulls },
  { method: 'POST', path: '/pulls', rights: ['pull-requests:write'], handle: createPull },
  {
    method: 'GET',
    path: '/pulls/:number',
    rights: ['pull-requests:read'],
    handle: (call) => withPull(call, (pull) => ok(fullPullView(call, pull))),
  },
  { method: 'PATCH', path: '/pulls/:number', rights: ['pull-requests:write'], handle: updatePull },
  { method: 'GET', path: '/pulls/:number/commits', rights: ['pull-requests:read'], handle: listPullCommits },
  { method: 'GET', path: '/pulls/:number/files', rights: ['pull-requests:read'], handle: listPullFiles },
  {
    method: 'POST',
    path: '/pulls/:number/requested_reviewers',
    rights: ['pull-requests:write'],
    handle: requestReviewers,
  },
  { method: 'PUT', path: '/pulls/:number/merge', rights: ['contents:write'], handle: merge },
];

function withPull(call: Call, answer: (pull: Pull) => Reply): Reply {
  const issue = call.repository.issues.get(Number(call.params['number']));
  return isPull(issue) ? answer(issue) : notFound();
}

function listPulls(call: Call): Reply {
  const { query, repository } = call;
  const state = query.get('state') ?? 'open';
  const base = query.get('base');
  // A head without its owner is no filter at all: measured by many, see facts of create-pull-request.
  const [owner, ...head] = (query.get('head') ?? '').split(':');
  const byHead = head.length > 0;
  const found = [...repository.issues.values()]
    .filter(isPull)
    .filter((pull) => state === 'all' || pull.state === state)
    .filter((pull) => base === null || pull.pull.baseBranch === base)
    .filter((pull) => !byHead || (owner === repository.owner && pull.pull.headBranch === head.join(':')));
  if (query.get('direction') !== 'asc') found.reverse();
  const { items, headers } = pageOf(call, found);
  return ok(
    items.map((pull) => pullView(call, pull)),
    headers,
  );
}

function createPull(call: Call): Reply {
  const { repository, token, body } = call;
  if (token.login === 'github-actions[bot]' && !repository.settings.canCreatePulls) {
    return refused(403, 'GitHub Actions is not permitted to create or approve pull requests.');
  }
  const title = textOf(body, 'title') ?? '';
  if (title === '') return invalid({ resource: 'PullRequest', code: 'missing_field', field: 'title' });
  const draft = body['draft'] === true;
  const baseBranch = textOf(body, 'base') ?? '';
  const headBranch = (textOf(body, 'head') ?? '').replace(`${repository.owner}:`, '');
  const refusal = tooLong('PullRequest', body) ?? refusalOfPull(call, { headBranch, baseBranch, draft });
  if (refusal !== null) return refusal;
  const headSha = repository.bare.ref(`refs/heads/${headBranch}`) ?? '';
  const pull: Pull = {
    ...newIssue(call, { title, login: token.login, body: textOf(body, 'body') ?? '' }),
    pull: {
      headBranch,
      headSha,
      baseBranch,
      draft,
      mergeCommit: null,
      mergedBy: null,
      reviewers: new Set(),
      teams: new Set(),
    },
  };
  repository.issues.set(pull.number, pull);
  moveHead(repository, pull, headSha);
  if (token.canTriggerRuns) {
    const ref = `refs/pull/${pull.number}/merge`;
    const { login } = token;
    call.state.triggered.push({ repository: fullName(repository), event: 'pull_request', ref, sha: headSha, login });
  }
  return created(pullView(call, pull));
}

interface WantedPull {
  readonly headBranch: string;
  readonly baseBranch: string;
  readonly draft: boolean;
}

function refusalOfPull({ repository }: Call, { headBranch, baseBranch, draft }: WantedPull): Reply | null {
  const base = repository.bare.ref(`refs/heads/${baseBranch}`);
  const head = repository.bare.ref(`refs/heads/${headBranch}`);
  if (base === null) return invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  if (head === null) return invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  if (openPullOf(repository.issues.values(), headBranch, baseBranch) !== undefined) {
    return invalidBecause('PullRequest', `A pull request already exists for ${repository.owner}:${headBranch}.`);
  }
  if (repository.bare.mergeBase(base, head) === null) {
    return invalidBecause('PullRequest', `The ${headBranch} branch has no history in common with ${baseBranch}`);
  }
  if (repository.bare.isAncestor(head, base)) {
    return invalidBecause('PullRequest', `No commits between ${baseBranch} and ${headBranch}`);
  }
  if (draft && !repository.settings.draftsSupported) {
    return refused(422, 'Draft pull requests are not supported in this repository.');
  }
  return null;
}

function openPullOf(issues: Iterable<unknown>, headBranch: string, baseBranch: string): Pull | undefined {
  return ([...issues] as Pull[])
    .filter(isPull)
    .find(({ state, pull }) => state === 'open' && pull.headBranch === headBranch && pull.baseBranch === baseBranch);
}

function updatePull(call: Call): Reply {
  return withPull(call, (pull) => {
    const refusal = tooLong('PullRequest', call.body) ?? changeBase(call, pull) ?? changeState(call, pull);
    if (refusal !== null) return refusal;
    pull.title = textOf(call.body, 'title') ?? pull.title;
    pull.body = textOf(call.body, 'body') ?? pull.body;
    pull.updatedAt = timestamp();
    return ok(pullView(call, pull));
  });
}

function changeBase(call: Call, pull: Pull): Reply | null {
  const base = textOf(call.body, 'base');
  if (base === null || base === pull.pull.baseBranch) return null;
  if (pull.state === 'closed') {
    return invalidBecause('PullRequest', 'Cannot change the base branch of a closed pull request.', 'base');
  }
  if (call.repository.bare.ref(`refs/heads/${base}`) === null) {
    return invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  }
  pull.pull.baseBranch = base;
  return null;
}

/** Reopening is refused with GitHub's reasons; a closed one whose branch went on in a straight line may be opened. */
function changeState({ repository, body }: Call, pull: Pull): Reply | null {
  const state = textOf(body, 'state');
  if (state === 'closed' && pull.state === 'open') closePull(pull);
  if (state !== 'open' || pull.state === 'open') return null;
  const { headBranch, headSha, baseBranch, mergeCommit } = pull.pull;
  const head = repository.bare.ref(`refs/heads/${headBranch}`);
  const other = openPullOf(repository.issues.values(), headBranch, baseBranch);
  const why =
    mergeCommit !== null
      ? 'The pull request has been merged.'
      : head === null
        ? `The ${headBranch} branch has been deleted.`
        : !repository.bare.isAncestor(headSha, head)
          ? `The ${headBranch} branch was force-pushed or recreated.`
          : other !== undefined
            ? `There is already an open pull request from ${repository.owner}:${headBranch} to ${repository.owner}:${baseBranch}.`
            : null;
  if (why !== null) return invalidBecause('PullRequest', `state cannot be changed. ${why}`, 'state');
  pull.state = 'open';
  pull.closedAt = null;
  moveHead(repository, pull, head ?? headSha);
  return null;
}

function listPullCommits(call: Call): Reply {
  return withPull(call, ({ pull }) => {
    const { bare } = call.repository;
    const shas = [...bare.between(bare.ref(`refs/heads/${pull.baseBranch}`) ?? '', pull.headSha)].reverse();
    const { items, headers } = pageOf(call, shas.slice(0, 250));
    return ok(
      items.map((sha) => commitView(call, bare.commit(sha))),
      headers,
    );
  });
}

function listPullFiles(call: Call): Reply {
  return withPull(call, ({ pull }) => {
    const { bare } = call.repository;
    const from = bare.mergeBase(bare.ref(`refs/heads/${pull.baseBranch}`) ?? '', pull.headSha);
    const { items, headers } = pageOf(call, from === null ? [] : bare.differences(from, pull.headSha));
    return ok(items, headers);
  });
}

/** All or none, as on GitHub. */
function requestReviewers(call: Call): Reply {
  return withPull(call, (pull) => {
    const { settings } = call.repository;
    const reviewers = textsOf(call.body, 'reviewers') ?? [];
    const teams = textsOf(call.body, 'team_reviewers') ?? [];
    if (reviewers.includes(pull.login)) return refused(422, 'Review cannot be requested from pull request author.');
    const isKnown =
      reviewers.every((login) => settings.collaborators.includes(login)) &&
      teams.every((slug) => settings.teams.includes(slug));
    if (!isKnown) {
      return refused(
        422,
        `Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the ${fullName(call.repository)} repository.`,
      );
    }
    for (const login of reviewers) pull.pull.reviewers.add(login);
    for (const slug of teams) pull.pull.teams.add(slug);
    return created(pullView(call, pull));
  });
}

function merge(call: Call): Reply {
  return withPull(call, (pull) => {
    const sha = textOf(call.body, 'sha');
    if (pull.pull.mergeCommit !== null || pull.state === 'closed') {
      return refused(405, 'Pull Request is not mergeable');
    }
    if (pull.pull.draft) return refused(405, 'Pull Request is still a draft');
    if (sha !== null && sha !== pull.pull.headSha) {
      return refused(409, 'Head branch was modified. Review and try the merge again.');
    }
    const method = textOf(call.body, 'merge_method') ?? 'merge';
    const merged = mergePull(call.state, call.repository, {
      pull,
      login: call.token.login,
      squash: method === 'squash',
      via: 'api',
      canTriggerRuns: call.token.canTriggerRuns,
    });
    if (merged === null) return refused(405, 'Pull Request is not mergeable');
    return ok({ sha: merged, merged: true, message: 'Pull Request successfully merged' });
  });
}
