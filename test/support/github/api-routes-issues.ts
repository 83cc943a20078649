import {
  created,
  invalid,
  noContent,
  notFound,
  ok,
  pageOf,
  recordOf,
  refused,
  textOf,
  textsOf,
  type Call,
  type Reply,
} from './api-reply.js';
import type { Route } from './api-routes.js';
import { isPull, timestamp, type Issue } from './api-state.js';
import { accountView, commentView, issueView, labelView } from './api-views.js';

/** GitHub's limits, in characters. */
export const BODY_LIMIT = 65_536;
export const TITLE_LIMIT = 256;

const EITHER_READ = ['issues:read', 'pull-requests:read'] as const;
const EITHER_WRITE = ['issues:write', 'pull-requests:write'] as const;

/** Issues, and what pull requests share with them: labels, assignees, comments. */
export const issueRoutes: readonly Route[] = [
  { method: 'GET', path: '/issues', rights: ['issues:read'], handle: listIssues },
  { method: 'POST', path: '/issues', rights: ['issues:write'], handle: createIssue },
  { method: 'GET', path: '/issues/comments/:id', rights: EITHER_READ, handle: (call) => withComment(call, () => null) },
  { method: 'PATCH', path: '/issues/comments/:id', rights: EITHER_WRITE, handle: updateComment },
  { method: 'DELETE', path: '/issues/comments/:id', rights: EITHER_WRITE, handle: deleteComment },
  {
    method: 'GET',
    path: '/issues/:number',
    rights: EITHER_READ,
    handle: (call) => withIssue(call, (issue) => ok(issueView(call, issue))),
  },
  { method: 'PATCH', path: '/issues/:number', rights: EITHER_WRITE, handle: updateIssue },
  { method: 'GET', path: '/issues/:number/comments', rights: EITHER_READ, handle: listComments },
  { method: 'POST', path: '/issues/:number/comments', rights: EITHER_WRITE, handle: createComment },
  {
    method: 'GET',
    path: '/issues/:number/labels',
    rights: EITHER_READ,
    handle: (call) => withIssue(call, (issue) => ok([...issue.labels].map(labelView))),
  },
  { method: 'POST', path: '/issues/:number/labels', rights: EITHER_WRITE, handle: (call) => labels(call, false) },
  { method: 'PUT', path: '/issues/:number/labels', rights: EITHER_WRITE, handle: (call) => labels(call, true) },
  { method: 'DELETE', path: '/issues/:number/labels/:name', rights: EITHER_WRITE, handle: removeLabel },
  { method: 'POST', path: '/issues/:number/assignees', rights: EITHER_WRITE, handle: addAssignees },
  {
    method: 'GET',
    path: '/labels',
    rights: EITHER_READ,
    handle: ({ repository }) => ok([...repository.labels].map(labelView)),
  },
  { method: 'POST', path: '/labels', rights: EITHER_WRITE, handle: createLabel },
];

function withIssue(call: Call, answer: (issue: Issue) => Reply): Reply {
  const issue = call.repository.issues.get(Number(call.params['number']));
  return issue === undefined ? notFound() : answer(issue);
}

/** The reply of GitHub to a title or body that is too long; null when they are not. */
export function tooLong(resource: string, body: Readonly<Record<string, unknown>>): Reply | null {
  const limits = { title: TITLE_LIMIT, body: BODY_LIMIT };
  for (const [field, limit] of Object.entries(limits)) {
    if ((textOf(body, field) ?? '').length <= limit) continue;
    const message = `${field} is too long (maximum is ${limit} characters)`;
    return invalid({ resource, code: 'custom', field, message });
  }
  return null;
}

function disabled(call: Call): Reply | null {
  return call.repository.settings.hasIssues ? null : refused(410, 'Issues are disabled for this repo');
}

function listIssues(call: Call): Reply {
  const refusal = disabled(call);
  if (refusal !== null) return refusal;
  const state = call.query.get('state') ?? 'open';
  const wanted = (call.query.get('labels') ?? '').split(',').filter(Boolean);
  const creator = call.query.get('creator');
  const found = [...call.repository.issues.values()]
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => wanted.every((label) => issue.labels.has(label)))
    .filter((issue) => creator === null || issue.login === creator)
    .reverse();
  const { items, headers } = pageOf(call, found);
  return ok(
    items.map((issue) => issueView(call, issue)),
    headers,
  );
}

function createIssue(call: Call): Reply {
  const { repository, body, token } = call;
  const title = textOf(body, 'title');
  const refusal = disabled(call) ?? tooLong('Issue', body);
  if (refusal !== null) return refusal;
  if (title === null || title === '') return invalid({ resource: 'Issue', code: 'missing_field', field: 'title' });
  const issue = newIssue(call, { title, login: token.login, body: textOf(body, 'body') ?? '' });
  for (const label of textsOf(body, 'labels') ?? []) issue.labels.add(label);
  for (const login of textsOf(body, 'assignees') ?? []) issue.assignees.add(login);
  repository.issues.set(issue.number, issue);
  return created(issueView(call, issue));
}

/** The next number of the repository; pull requests count along. */
export function newIssue(
  { repository }: Pick<Call, 'repository'>,
  facts: Pick<Issue, 'title' | 'body' | 'login'>,
): Issue & { readonly pull: null } {
  const now = timestamp();
  return {
    ...facts,
    number: repository.issues.size + 1,
    state: 'open',
    labels: new Set(),
    assignees: new Set(),
    comments: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    pull: null,
  };
}

function updateIssue(call: Call): Reply {
  return withIssue(call, (issue) => {
    const refusal = tooLong('Issue', call.body) ?? (isPull(issue) ? null : disabled(call));
    if (refusal !== null) return refusal;
    issue.title = textOf(call.body, 'title') ?? issue.title;
    issue.body = textOf(call.body, 'body') ?? issue.body;
    const state = textOf(call.body, 'state');
    if (state === 'open' || state === 'closed') {
      issue.state = state;
      issue.closedAt = state === 'closed' ? timestamp() : null;
    }
    issue.updatedAt = timestamp();
    return ok(issueView(call, issue));
  });
}

function listComments(call: Call): Reply {
  return withIssue(call, (issue) => {
    const { items, headers } = pageOf(call, issue.comments);
    return ok(
      items.map((comment) => commentView(call, issue.number, comment)),
      headers,
    );
  });
}

function createComment(call: Call): Reply {
  return withIssue(call, (issue) => {
    const body = textOf(call.body, 'body') ?? '';
    const refusal = tooLong('IssueComment', call.body);
    if (refusal !== null) return refusal;
    if (body === '') return invalid({ resource: 'IssueComment', code: 'missing_field', field: 'body' });
    const comment = { id: call.state.nextId(), login: call.token.login, body, createdAt: timestamp() };
    issue.comments.push(comment);
    issue.updatedAt = comment.createdAt;
    return created(commentView(call, issue.number, comment));
  });
}

function withComment(call: Call, change: (issue: Issue, at: number) => Reply | null): Reply {
  for (const issue of call.repository.issues.values()) {
    const at = issue.comments.findIndex(({ id }) => id === Number(call.params['id']));
    const comment = issue.comments[at];
    if (comment !== undefined) return change(issue, at) ?? ok(commentView(call, issue.number, comment));
  }
  return notFound();
}

function updateComment(call: Call): Reply {
  return withComment(call, (issue, at) => {
    const comment = issue.comments[at];
    if (comment !== undefined) comment.body = textOf(call.body, 'body') ?? comment.body;
    return tooLong('IssueComment', call.body);
  });
}

function deleteComment(call: Call): Reply {
  return withComment(call, (issue, at) => {
    issue.comments.splice(at, 1);
    return noContent();
  });
}

function labels(call: Call, replace: boolean): Reply {
  return withIssue(call, (issue) => {
    const wanted = textsOf(call.body, 'labels') ?? [];
    const long = wanted.find((name) => name.length > 50);
    if (long !== undefined) {
      return invalid({
        resource: 'Label',
        code: 'custom',
        field: 'name',
        message: 'name is too long (maximum is 50 characters)',
      });
    }
    if (replace) issue.labels.clear();
    for (const name of wanted) {
      issue.labels.add(name);
      call.repository.labels.add(name);
    }
    return ok([...issue.labels].map(labelView));
  });
}

function removeLabel(call: Call): Reply {
  return withIssue(call, (issue) =>
    issue.labels.delete(call.params['name'] ?? '')
      ? ok([...issue.labels].map(labelView))
      : refused(404, 'Label does not exist'),
  );
}

function createLabel(call: Call): Reply {
  const name = textOf(call.body, 'name') ?? '';
  if (call.repository.labels.has(name)) return invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
  call.repository.labels.add(name);
  return created(labelView(name));
}

/** GitHub leaves out whom it cannot assign, without a word. */
function addAssignees(call: Call): Reply {
  return withIssue(call, (issue) => {
    for (const login of (textsOf(call.body, 'assignees') ?? []).slice(0, 10)) {
      if (call.repository.settings.collaborators.includes(login)) issue.assignees.add(login);
    }
    const accounts = [...issue.assignees].map(accountView);
    return created({ ...recordOf(issueView(call, issue)), assignees: accounts });
  });
}
