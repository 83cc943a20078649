import { ok, recordOf, textOf, type Call, type Reply } from './api-reply.js';
import { changeRef, GITHUB } from './api-routes-git.js';
import { fullName, isPull, type GitHubState, type Pull, type StoredRepository, type Token } from './api-state.js';
import { hasRight, type Right } from './api-tokens.js';
import { accountEmail } from './api-views.js';

export type GraphqlCall = Pick<Call, 'state' | 'serverUrl' | 'apiUrl' | 'hooksFolder' | 'results' | 'path'> & {
  readonly token: Token;
  readonly body: Readonly<Record<string, unknown>>;
};

type Input = Readonly<Record<string, unknown>>;

/** The few mutations that REST has no counterpart of; null for anything else. Inputs come as one variable `input`, or as variables. */
export function graphqlReply(call: GraphqlCall): Reply | null {
  const query = textOf(call.body, 'query') ?? '';
  const variables = recordOf(call.body['variables']) ?? {};
  const input = recordOf(variables['input']) ?? variables;
  if (query.includes('convertPullRequestToDraft')) return setDraft(call, { query, input, draft: true });
  if (query.includes('markPullRequestReadyForReview')) return setDraft(call, { query, input, draft: false });
  if (query.includes('createCommitOnBranch')) return createCommitOnBranch(call, input);
  return null;
}

/** GraphQL answers 200 with errors. */
function failed(field: string, type: string, message: string): Reply {
  return ok({ data: { [field]: null }, errors: [{ type, path: [field], message }] });
}

function repositoryOf(state: GitHubState, token: Token): StoredRepository | undefined {
  return state.repositories.get(token.repository);
}

function refusalOf({ state, token }: GraphqlCall, field: string, right: Right): Reply | null {
  const repository = repositoryOf(state, token);
  return repository !== undefined && hasRight(token, repository, right)
    ? null
    : failed(field, 'FORBIDDEN', 'Resource not accessible by integration');
}

function setDraft(call: GraphqlCall, wanted: { query: string; input: Input; draft: boolean }): Reply {
  const { query, input, draft } = wanted;
  const field = draft ? 'convertPullRequestToDraft' : 'markPullRequestReadyForReview';
  const refusal = refusalOf(call, field, 'pull-requests:write');
  if (refusal !== null) return refusal;
  const id = /PR_\d+/.exec(query)?.[0] ?? Object.values(input).find((value) => /^PR_\d+$/.test(String(value)));
  const pull = findPull(repositoryOf(call.state, call.token), String(id));
  if (pull === undefined)
    return failed(field, 'NOT_FOUND', `Could not resolve to a node with the global id of '${String(id)}'`);
  pull.pull.draft = draft;
  const { number } = pull;
  return ok({ data: { [field]: { pullRequest: { id, number, isDraft: draft } } } });
}

function findPull(repository: StoredRepository | undefined, id: string): Pull | undefined {
  const issue = repository?.issues.get(Number(id.slice('PR_'.length)));
  return isPull(issue) ? issue : undefined;
}

function createCommitOnBranch(call: GraphqlCall, input: Input): Reply {
  const field = 'createCommitOnBranch';
  const refusal = refusalOf(call, field, 'contents:write');
  const repository = repositoryOf(call.state, call.token);
  if (refusal !== null || repository === undefined) return refusal ?? failed(field, 'NOT_FOUND', 'Not Found');
  const { bare } = repository;
  const branch = recordOf(input['branch']) ?? {};
  const named = textOf(branch, 'repositoryNameWithOwner') ?? fullName(repository);
  const ref = `refs/heads/${(textOf(branch, 'branchName') ?? '').replace(/^refs\/heads\//, '')}`;
  const head = named === fullName(repository) ? bare.ref(ref) : null;
  if (head === null) return failed(field, 'NOT_FOUND', `Branch "${ref}" does not exist`);
  const expected = textOf(input, 'expectedHeadOid') ?? '';
  if (head !== expected) {
    return failed(field, 'STALE_DATA', `Expected branch to point to "${expected}" but it did not. Pull and try again.`);
  }
  const changes = recordOf(input['fileChanges']) ?? {};
  const additions = listOf(changes['additions']).map((file) => ({
    path: textOf(file, 'path') ?? '',
    mode: '100644',
    sha: bare.writeBlob(Buffer.from(textOf(file, 'contents') ?? '', 'base64')),
  }));
  const deletions = listOf(changes['deletions']).map((file) => ({
    path: textOf(file, 'path') ?? '',
    mode: '0',
    sha: null,
  }));
  const tree = bare.writeTree(head, [...additions, ...deletions]);
  if (tree === null) return failed(field, 'UNPROCESSABLE', 'A path was requested that is malformed');
  const message = recordOf(input['message']) ?? {};
  const text = [textOf(message, 'headline') ?? '', textOf(message, 'body') ?? ''].filter(Boolean).join('\n\n');
  const { login } = call.token;
  const author = { name: login, email: accountEmail(login) };
  const sha = bare.writeCommit({ tree, parents: [head], message: text, author, committer: GITHUB, signed: true });
  const query = new URLSearchParams();
  const refused = changeRef({ ...call, repository, params: {}, query }, { name: ref, old: head, new: sha });
  if (refused !== null) return failed(field, 'UNPROCESSABLE', 'Changes must be made through a pull request.');
  return ok({ data: { [field]: { commit: { oid: sha, url: `${call.serverUrl}/${named}/commit/${sha}` } } } });
}

function listOf(value: unknown): readonly Input[] {
  return Array.isArray(value) ? value.map((item) => recordOf(item) ?? {}) : [];
}
