import type { StoredArtifact, WorkflowRun } from './bed.js';
import type { CommitFacts } from './api-bare-repository.js';
import type { Call } from './api-reply.js';
import {
  fullName,
  isProtected,
  isPull,
  type Comment,
  type Issue,
  type Pull,
  type StoredRepository,
} from './api-state.js';

/** JSON as GitHub's REST API gives it out: the fields that clients commonly read. */

export type Json = Readonly<Record<string, unknown>>;

const BOT_IDS: Readonly<Record<string, number>> = { 'github-actions[bot]': 41898282 };

export function accountView(login: string): Json {
  return {
    login,
    id: accountId(login),
    node_id: `U_${login}`,
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
    html_url: `https://github.com/${login}`,
  };
}

function accountId(login: string): number {
  return BOT_IDS[login] ?? Buffer.from(login).reduce((sum, byte) => (sum * 31 + byte) % 1_000_000, 7) + 1;
}

/** The address that GitHub writes into commits of an account. */
export function accountEmail(login: string): string {
  return `${accountId(login)}+${login}@users.noreply.github.com`;
}

export function repositoryView({ apiUrl, serverUrl }: Pick<Call, 'apiUrl' | 'serverUrl'>, it: StoredRepository): Json {
  return {
    id: it.id,
    node_id: `R_${it.id}`,
    name: it.name,
    full_name: fullName(it),
    owner: accountView(it.owner),
    private: it.settings.private,
    visibility: it.settings.private ? 'private' : 'public',
    fork: false,
    archived: false,
    default_branch: it.defaultBranch,
    has_issues: it.settings.hasIssues,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: true,
    html_url: `${serverUrl}/${fullName(it)}`,
    clone_url: `${serverUrl}/${fullName(it)}.git`,
    url: `${apiUrl}/repos/${fullName(it)}`,
  };
}

export function refView(call: Call, name: string, sha: string): Json {
  return {
    ref: name,
    node_id: `REF_${name}`,
    url: `${call.apiUrl}/repos/${fullName(call.repository)}/git/${name}`,
    object: { sha, type: 'commit', url: `${call.apiUrl}/repos/${fullName(call.repository)}/git/commits/${sha}` },
  };
}

/** As of `git/commits`. */
export function gitCommitView(call: Call, commit: CommitFacts): Json {
  const url = `${call.apiUrl}/repos/${fullName(call.repository)}/git`;
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${url}/commits/${commit.sha}`,
    html_url: `${call.serverUrl}/${fullName(call.repository)}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message.replace(/\n+$/, ''),
    tree: { sha: commit.tree, url: `${url}/trees/${commit.tree}` },
    parents: commit.parents.map((sha) => ({ sha, url: `${url}/commits/${sha}` })),
    verification: commit.signed
      ? {
          verified: true,
          reason: 'valid',
          signature: 'signature',
          payload: 'payload',
          verified_at: commit.committer.date,
        }
      : { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null },
  };
}

/** As of `commits`, `compare` and a pull request's commits. */
export function commitView(call: Call, commit: CommitFacts): Json {
  const { sha, node_id, html_url, author, committer, message, tree, parents, verification } = gitCommitView(
    call,
    commit,
  );
  return {
    sha,
    node_id,
    html_url,
    url: `${call.apiUrl}/repos/${fullName(call.repository)}/commits/${commit.sha}`,
    commit: { author, committer, message, tree, verification, comment_count: 0 },
    author: loginOf(commit.author.email),
    committer: loginOf(commit.committer.email),
    parents,
  };
}

/** The account behind an address, or null where GitHub does not know one. */
function loginOf(email: string): Json | null {
  const login = /^\d+\+(.+)@users\.noreply\.github\.com$/.exec(email)?.[1];
  if (login !== undefined) return accountView(login);
  return email === 'noreply@github.com' ? accountView('web-flow') : null;
}

export function branchView(call: Call, name: string, sha: string): Json {
  return {
    name,
    commit: { sha, url: `${call.apiUrl}/repos/${fullName(call.repository)}/commits/${sha}` },
    protected: isProtected(call.repository, name),
  };
}

export function labelView(name: string): Json {
  return { id: accountId(name), name, color: 'ededed', default: false, description: null };
}

export function commentView(call: Call, number: number, comment: Comment): Json {
  return {
    id: comment.id,
    body: comment.body,
    user: accountView(comment.login),
    created_at: comment.createdAt,
    updated_at: comment.createdAt,
    html_url: `${call.serverUrl}/${fullName(call.repository)}/issues/${number}#issuecomment-${comment.id}`,
  };
}

export function issueView(call: Call, issue: Issue): Json {
  const kind = isPull(issue) ? 'pull' : 'issues';
  return {
    ...commonView(issue),
    html_url: `${call.serverUrl}/${fullName(call.repository)}/${kind}/${issue.number}`,
    url: `${call.apiUrl}/repos/${fullName(call.repository)}/issues/${issue.number}`,
    comments: issue.comments.length,
    ...(isPull(issue)
      ? { pull_request: { url: `${call.apiUrl}/repos/${fullName(call.repository)}/pulls/${issue.number}` } }
      : {}),
  };
}

/** As in lists: without what needs a trial merge. */
export function pullView(call: Call, it: Pull): Json {
  const { repository } = call;
  const { headBranch, headSha, baseBranch, mergeCommit } = it.pull;
  const baseSha = repository.bare.ref(`refs/heads/${baseBranch}`);
  const side = (ref: string, sha: string | null): Json => ({
    label: `${repository.owner}:${ref}`,
    ref,
    sha,
    user: accountView(repository.owner),
    repo: repositoryView(call, repository),
  });
  return {
    ...commonView(it),
    html_url: `${call.serverUrl}/${fullName(repository)}/pull/${it.number}`,
    url: `${call.apiUrl}/repos/${fullName(repository)}/pulls/${it.number}`,
    head: side(headBranch, headSha),
    base: side(baseBranch, baseSha),
    draft: it.pull.draft,
    merged: mergeCommit !== null,
    merged_at: mergeCommit === null ? null : it.closedAt,
    merged_by: it.pull.mergedBy === null ? null : accountView(it.pull.mergedBy),
    merge_commit_sha: mergeCommit,
    requested_reviewers: [...it.pull.reviewers].map(accountView),
    requested_teams: [...it.pull.teams].map((slug) => ({ slug, name: slug })),
    comments: it.comments.length,
    maintainer_can_modify: false,
  };
}

/** As of a single pull request. */
export function fullPullView(call: Call, it: Pull): Json {
  const { bare } = call.repository;
  const base = it.state === 'closed' ? null : bare.ref(`refs/heads/${it.pull.baseBranch}`);
  return { ...pullView(call, it), mergeable: base === null ? null : bare.mergeTree(base, it.pull.headSha) !== null };
}

function commonView(it: Issue): Json {
  return {
    id: 10_000 + it.number,
    node_id: isPull(it) ? `PR_${it.number}` : `I_${it.number}`,
    number: it.number,
    title: it.title,
    body: it.body === '' ? null : it.body,
    state: it.state,
    locked: false,
    user: accountView(it.login),
    labels: [...it.labels].map(labelView),
    assignees: [...it.assignees].map(accountView),
    assignee: [...it.assignees].map(accountView)[0] ?? null,
    created_at: it.createdAt,
    updated_at: it.updatedAt,
    closed_at: it.closedAt,
  };
}

export function runView(call: Call, run: WorkflowRun): Json {
  const head = call.state.repositories.get(run.headRepository);
  const [owner = '', name = ''] = run.headRepository.split('/');
  return {
    id: run.id,
    name: run.name,
    path: run.path,
    run_number: run.runNumber,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    workflow_id: accountId(run.path),
    html_url: `${call.serverUrl}/${run.repository}/actions/runs/${run.id}`,
    url: `${call.apiUrl}/repos/${run.repository}/actions/runs/${run.id}`,
    artifacts_url: `${call.apiUrl}/repos/${run.repository}/actions/runs/${run.id}/artifacts`,
    repository: repositoryView(call, call.repository),
    head_repository:
      head === undefined
        ? {
            id: accountId(run.headRepository),
            name,
            full_name: run.headRepository,
            owner: accountView(owner),
            fork: true,
          }
        : repositoryView(call, head),
  };
}

export function artifactView(call: Call, artifact: StoredArtifact): Json {
  const url = `${call.apiUrl}/repos/${fullName(call.repository)}/actions/artifacts/${artifact.id}`;
  const run = call.state.runs.get(artifact.runId);
  return {
    id: artifact.id,
    name: artifact.name,
    size_in_bytes: artifact.sizeBytes,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    digest: artifact.digest,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    workflow_run: {
      id: artifact.runId,
      repository_id: call.repository.id,
      head_repository_id: call.repository.id,
      head_branch: run?.headBranch ?? null,
      head_sha: run?.headSha ?? null,
    },
  };
}
