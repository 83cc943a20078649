import { noContent, notFound, ok, pageOf, refused, type Call, type Reply } from './api-reply.js';
import type { Route } from './api-routes.js';
import { isProtected } from './api-state.js';
import { branchView, commitView, repositoryView } from './api-views.js';

/** The repository itself, its branches, commits and files. */
export const repositoryRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '',
    rights: ['metadata:read'],
    handle: (call) => ok({ ...repositoryView(call, call.repository), permissions: accessOf(call) }),
  },
  { method: 'GET', path: '/branches', rights: ['contents:read'], handle: listBranches },
  {
    method: 'GET',
    path: '/branches/:branch*/protection',
    rights: ['administration:read'],
    handle: ({ repository, params }) =>
      isProtected(repository, params['branch'] ?? '') ? ok({ enabled: true }) : refused(404, 'Branch not protected'),
  },
  { method: 'GET', path: '/branches/:branch*', rights: ['contents:read'], handle: getBranch },
  { method: 'GET', path: '/commits', rights: ['contents:read'], handle: listCommits },
  { method: 'GET', path: '/compare/:range*', rights: ['contents:read'], handle: compare },
  { method: 'GET', path: '/contents/:path*', rights: ['contents:read'], handle: getContent },
  {
    method: 'GET',
    path: '/collaborators/:login',
    rights: ['metadata:read'],
    handle: ({ repository, params }) =>
      repository.settings.collaborators.includes(params['login'] ?? '') ? noContent() : notFound(),
  },
];

function accessOf({ token }: Call): Readonly<Record<string, boolean>> {
  return { admin: false, push: token.permissions['contents'] === 'write', pull: true };
}

function listBranches(call: Call): Reply {
  const all = [...call.repository.bare.refs('refs/heads/')].map(([ref, sha]) =>
    branchView(call, ref.slice('refs/heads/'.length), sha),
  );
  const wanted = call.query.get('protected');
  const { items, headers } = pageOf(
    call,
    all.filter((branch) => wanted === null || branch['protected'] === (wanted === 'true')),
  );
  return ok(items, headers);
}

function getBranch(call: Call): Reply {
  const name = call.params['branch'] ?? '';
  const sha = call.repository.bare.ref(`refs/heads/${name}`);
  if (sha === null) return refused(404, 'Branch not found');
  return ok({ ...branchView(call, name, sha), commit: commitView(call, call.repository.bare.commit(sha)) });
}

function listCommits(call: Call): Reply {
  const { bare, defaultBranch } = call.repository;
  const start = bare.commitId(call.query.get('sha') ?? defaultBranch);
  if (start === null) return notFound();
  const path = call.query.get('path');
  const lines = bare.run(['rev-list', start, ...(path === null ? [] : ['--', path])]);
  const { items, headers } = pageOf(call, lines === '' ? [] : lines.split('\n'));
  return ok(
    items.map((sha) => commitView(call, bare.commit(sha))),
    headers,
  );
}

function compare(call: Call): Reply {
  const { bare } = call.repository;
  const [from = '', to = ''] = (call.params['range'] ?? '').split('...');
  // A side may be written OWNER:BRANCH.
  const [base, head] = [from, to].map((side) => bare.commitId(side.slice(side.indexOf(':') + 1)));
  if (base === null || base === undefined || head === null || head === undefined) return notFound();
  const middle = bare.mergeBase(base, head);
  if (middle === null) return refused(404, `No common ancestor between ${from} and ${to}.`);
  const ahead = [...bare.between(base, head)].reverse();
  const behind = bare.between(head, base).length;
  const { items, headers } = pageOf(call, ahead);
  return ok(
    {
      status: ahead.length > 0 ? (behind > 0 ? 'diverged' : 'ahead') : behind > 0 ? 'behind' : 'identical',
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      base_commit: commitView(call, bare.commit(base)),
      merge_base_commit: commitView(call, bare.commit(middle)),
      commits: items.map((sha) => commitView(call, bare.commit(sha))),
      files: bare.differences(middle, head).slice(0, 300),
    },
    headers,
  );
}

function getContent(call: Call): Reply {
  const { bare, defaultBranch } = call.repository;
  const path = call.params['path'] ?? '';
  const commit = bare.commitId(call.query.get('ref') ?? defaultBranch);
  const sha = commit === null ? null : bare.attempt(['rev-parse', '-q', '--verify', `${commit}:${path}`]);
  if (sha === null) return notFound();
  const content = bare.blob(sha);
  if (content === null) return notFound();
  const name = path.split('/').at(-1);
  const encoded = content.toString('base64');
  return ok({ type: 'file', name, path, sha, size: content.length, encoding: 'base64', content: encoded });
}
