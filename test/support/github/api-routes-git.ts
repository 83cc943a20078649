import type { Person, TreeEntry } from './api-bare-repository.js';
import { noteRefChange } from './api-ref-changes.js';
import { refusalOfRef } from './api-ref-rules.js';
import {
  created,
  invalid,
  noContent,
  notAccessible,
  notFound,
  ok,
  recordOf,
  refused,
  textOf,
  textsOf,
  type Call,
  type Reply,
} from './api-reply.js';
import type { Route } from './api-routes.js';
import { ZERO } from './api-bare-repository.js';
import {} from './api-state.js';
import { hasRight } from './api-tokens.js';
import { accountEmail, gitCommitView, refView } from './api-views.js';

/** Refs and objects: what they make is real objects of the bare repository. */
export const gitRoutes: readonly Route[] = [
  { method: 'GET', path: '/git/ref/:ref*', rights: ['contents:read'], handle: getRef },
  { method: 'GET', path: '/git/matching-refs/:ref*', rights: ['contents:read'], handle: matchingRefs },
  { method: 'POST', path: '/git/refs', rights: ['contents:write'], handle: createRef },
  { method: 'PATCH', path: '/git/refs/:ref*', rights: ['contents:write'], handle: updateRef },
  { method: 'DELETE', path: '/git/refs/:ref*', rights: ['contents:write'], handle: deleteRef },
  { method: 'POST', path: '/git/blobs', rights: ['contents:write'], handle: createBlob },
  { method: 'GET', path: '/git/blobs/:sha', rights: ['contents:read'], handle: getBlob },
  { method: 'POST', path: '/git/trees', rights: ['contents:write'], handle: createTree },
  { method: 'GET', path: '/git/trees/:sha', rights: ['contents:read'], handle: getTree },
  { method: 'POST', path: '/git/commits', rights: ['contents:write'], handle: createCommit },
  { method: 'GET', path: '/git/commits/:sha', rights: ['contents:read'], handle: getCommit },
];

function getRef(call: Call): Reply {
  const name = `refs/${call.params['ref'] ?? ''}`;
  const sha = call.repository.bare.ref(name);
  return sha === null ? notFound() : ok(refView(call, name, sha));
}

function matchingRefs(call: Call): Reply {
  const prefix = `refs/${call.params['ref'] ?? ''}`;
  const found = [...call.repository.bare.refs('refs/')].filter(([name]) => name.startsWith(prefix));
  return ok(found.map(([name, sha]) => refView(call, name, sha)));
}

function createRef(call: Call): Reply {
  const { bare } = call.repository;
  const name = textOf(call.body, 'ref') ?? '';
  const sha = textOf(call.body, 'sha') ?? '';
  if (!name.startsWith('refs/') || name.split('/').length < 3) {
    return refused(422, "Reference name must start with 'refs/'.");
  }
  if (!bare.isType(sha, 'commit')) return refused(422, 'Object does not exist');
  if (bare.ref(name) !== null) return refused(422, 'Reference already exists');
  const refusal = changeRef(call, { name, old: null, new: sha });
  if (refusal === 'workflows') return notAccessible(call.token);
  return refusal === null ? created(refView(call, name, sha)) : refused(422, 'Reference update failed');
}

function updateRef(call: Call): Reply {
  const { bare } = call.repository;
  const name = `refs/${call.params['ref'] ?? ''}`;
  const sha = textOf(call.body, 'sha') ?? '';
  const old = bare.ref(name);
  if (old === null) return refused(422, 'Reference does not exist');
  if (!bare.isType(sha, 'commit')) return refused(422, 'Object does not exist');
  if (call.body['force'] !== true && !bare.isAncestor(old, sha)) return refused(422, 'Update is not a fast forward');
  const refusal = changeRef(call, { name, old, new: sha });
  if (refusal === 'workflows') return notAccessible(call.token);
  if (refusal !== null) return refused(422, 'Changes must be made through a pull request.');
  return ok(refView(call, name, sha));
}

function deleteRef(call: Call): Reply {
  const name = `refs/${call.params['ref'] ?? ''}`;
  const old = call.repository.bare.ref(name);
  if (old === null) return refused(422, 'Reference does not exist');
  return changeRef(call, { name, old, new: null }) === null ? noContent() : refused(422, 'Cannot delete this branch');
}

interface WantedRef {
  readonly name: string;
  readonly old: string | null;
  readonly new: string | null;
}

/** Changes a ref as this token may; null when that was done. */
export function changeRef(
  call: Call,
  { name, old, new: wanted }: WantedRef,
): 'protected' | 'workflows' | 'name' | null {
  const { repository, token, state, hooksFolder } = call;
  const change = { ref: name, old, new: wanted, login: token.login, via: 'api' as const };
  const asked = { ref: name, old: old ?? ZERO, new: wanted ?? ZERO, hooksFolder };
  const reason = refusalOfRef(repository, token, asked);
  if (reason !== null) {
    noteRefChange(state, repository, { ...change, canTriggerRuns: false, refused: reason });
    return reason.startsWith('protected') ? 'protected' : 'workflows';
  }
  if (wanted === null) repository.bare.deleteRef(name);
  else if (!repository.bare.setRef(name, wanted, old ?? ZERO)) return 'name';
  noteRefChange(state, repository, { ...change, canTriggerRuns: token.canTriggerRuns });
  return null;
}

function createBlob(call: Call): Reply {
  const content = textOf(call.body, 'content');
  if (content === null) return invalid({ resource: 'Blob', code: 'missing_field', field: 'content' });
  const isBase64 = textOf(call.body, 'encoding') === 'base64';
  const sha = call.repository.bare.writeBlob(isBase64 ? Buffer.from(content, 'base64') : content);
  return created({ sha, url: `${call.apiUrl}${call.path}/${sha}` });
}

function getBlob(call: Call): Reply {
  const sha = call.params['sha'] ?? '';
  const content = call.repository.bare.blob(sha);
  if (content === null) return notFound();
  return ok({ sha, size: content.length, encoding: 'base64', content: content.toString('base64') });
}

function createTree(call: Call): Reply {
  const { bare } = call.repository;
  const base = textOf(call.body, 'base_tree');
  if (base !== null && bare.attempt(['rev-parse', '-q', '--verify', `${base}^{tree}`]) === null) {
    return refused(422, 'base_tree is not a valid tree oid');
  }
  const wanted = Array.isArray(call.body['tree']) ? call.body['tree'] : [];
  const entries: TreeEntry[] = [];
  for (const item of wanted) {
    const entry = treeEntry(call, recordOf(item) ?? {}, base);
    if (entry === null) return refused(422, 'GitRPC::BadObjectState');
    entries.push(entry);
  }
  const touchesWorkflows = entries.some(({ path }) => path.startsWith('.github/workflows/'));
  if (touchesWorkflows && !hasRight(call.token, call.repository, 'workflows:write')) return notAccessible(call.token);
  const sha = bare.writeTree(base, entries);
  return sha === null
    ? refused(422, 'tree.path contains a malformed path component')
    : created({ sha, url: `${call.apiUrl}${call.path}/${sha}`, tree: treeItems(call, sha, false), truncated: false });
}

function treeEntry(call: Call, item: Readonly<Record<string, unknown>>, base: string | null): TreeEntry | null {
  const { bare } = call.repository;
  const path = textOf(item, 'path') ?? '';
  const mode = textOf(item, 'mode') ?? '';
  const content = textOf(item, 'content');
  if (path === '' || !['100644', '100755', '120000', '160000', '040000'].includes(mode)) return null;
  if (content !== null) return { path, mode, sha: bare.writeBlob(content) };
  if (item['sha'] === null) {
    const isThere = base !== null && bare.attempt(['rev-parse', '-q', '--verify', `${base}:${path}`]) !== null;
    return isThere ? { path, mode, sha: null } : null;
  }
  const sha = textOf(item, 'sha') ?? '';
  return mode === '160000' || bare.isType(sha, 'blob') ? { path, mode, sha } : null;
}

function getTree(call: Call): Reply {
  const { bare } = call.repository;
  const sha = bare.attempt(['rev-parse', '-q', '--verify', `${call.params['sha'] ?? ''}^{tree}`]);
  if (sha === null) return notFound();
  return ok({ sha, tree: treeItems(call, sha, call.query.get('recursive') !== null), truncated: false });
}

function treeItems(call: Call, sha: string, isRecursive: boolean): readonly unknown[] {
  const lines = call.repository.bare.run(['ls-tree', '-z', ...(isRecursive ? ['-r', '-t'] : []), sha]);
  return lines
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [facts = '', path = ''] = line.split('\t');
      const [mode, type, id] = facts.split(' ');
      return { path, mode, type, sha: id };
    });
}

function createCommit(call: Call): Reply {
  const { bare } = call.repository;
  const { login } = call.token;
  const tree = textOf(call.body, 'tree') ?? '';
  const message = textOf(call.body, 'message');
  const parents = textsOf(call.body, 'parents') ?? [];
  if (message === null) return invalid({ resource: 'Commit', code: 'missing_field', field: 'message' });
  if (!bare.isType(tree, 'tree')) return refused(422, 'Tree SHA does not exist');
  if (!parents.every((parent) => bare.isType(parent, 'commit'))) {
    return refused(422, 'Parent SHA does not exist or is not a commit object');
  }
  const [author, committer] = [personOf(call.body['author']), personOf(call.body['committer'])];
  const account = { name: login, email: accountEmail(login) };
  // GitHub signs what a bot commits in its own name only.
  const signed = login.endsWith('[bot]') && author === null && committer === null;
  const sha = bare.writeCommit({
    tree,
    parents,
    message,
    author: author ?? account,
    committer: signed ? GITHUB : (committer ?? author ?? account),
    signed,
  });
  return created(gitCommitView(call, bare.commit(sha)));
}

/** Who commits what is made on the site or by a bot through the API. */
export const GITHUB: Person = { name: 'GitHub', email: 'noreply@github.com' };

function personOf(value: unknown): Person | null {
  const record = recordOf(value);
  const [name, email] = [textOf(record ?? {}, 'name'), textOf(record ?? {}, 'email')];
  return name === null || email === null ? null : { name, email };
}

function getCommit(call: Call): Reply {
  const sha = call.params['sha'] ?? '';
  return call.repository.bare.isType(sha, 'commit')
    ? ok(gitCommitView(call, call.repository.bare.commit(sha)))
    : notFound();
}
