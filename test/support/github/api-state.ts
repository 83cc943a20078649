import type { BareRepository } from './api-bare-repository.js';
import type { Dispatch, Permissions, WorkflowRun } from './bed.js';

export interface Token {
  readonly value: string;
  readonly repository: string;
  readonly permissions: Permissions;
  readonly login: string;
  readonly canTriggerRuns: boolean;
  readonly job: string;
}

/** What a person may set on the settings pages of a repository. */
export interface RepositorySettings {
  readonly private: boolean;
  readonly hasIssues: boolean;
  /** "Allow GitHub Actions to create and approve pull requests". */
  readonly canCreatePulls: boolean;
  /** Free plans have no drafts in private repositories. */
  readonly draftsSupported: boolean;
  /** Branches, or patterns as `release/*`, that take changes by pull request only. */
  readonly protectedBranches: readonly string[];
  /** Logins that protection does not hold for. */
  readonly bypassProtection: readonly string[];
  /** Logins that can be asked for a review and be assigned. */
  readonly collaborators: readonly string[];
  readonly teams: readonly string[];
}

export interface Comment {
  readonly id: number;
  readonly login: string;
  body: string;
  readonly createdAt: string;
}

export interface Issue {
  readonly number: number;
  readonly login: string;
  title: string;
  body: string;
  state: 'open' | 'closed';
  readonly labels: Set<string>;
  readonly assignees: Set<string>;
  readonly comments: Comment[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  /** null for a plain issue. */
  readonly pull: PullFacts | null;
}

export interface PullFacts {
  readonly headBranch: string;
  /** Follows the branch while the pull request is open. */
  headSha: string;
  baseBranch: string;
  draft: boolean;
  mergeCommit: string | null;
  mergedBy: string | null;
  readonly reviewers: Set<string>;
  readonly teams: Set<string>;
}

export type Pull = Issue & { readonly pull: PullFacts };

export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly sha: string;
  readonly status: 'queued' | 'in_progress' | 'completed';
  readonly conclusion: 'success' | 'failure' | 'cancelled' | 'skipped' | 'neutral' | 'timed_out' | null;
}

export interface CommitStatus {
  readonly sha: string;
  readonly context: string;
  readonly state: 'error' | 'failure' | 'pending' | 'success';
  readonly description: string;
  readonly login: string;
}

export interface StoredRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly bare: BareRepository;
  settings: RepositorySettings;
  /** Issues and pull requests by number. */
  readonly issues: Map<number, Issue>;
  readonly labels: Set<string>;
  readonly checkRuns: CheckRun[];
  readonly statuses: CommitStatus[];
}

export interface RequestRecord {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** Parsed JSON; null for none and for git. */
  readonly body: unknown;
  /** null without a known token. */
  readonly login: string | null;
  readonly job: string | null;
  /** What the server answered in truth; null when it did not come to that. */
  status: number | null;
  /** Kind of the fault that was injected. */
  fault: string | null;
}

/** A change of a ref, or the attempt at one. */
export interface RefChange {
  readonly repository: string;
  readonly ref: string;
  /** Forty zeros: did not exist. */
  readonly old: string;
  /** Forty zeros: deleted. */
  readonly new: string;
  readonly forced: boolean;
  readonly login: string;
  readonly via: 'git' | 'api' | 'person';
  /** Why it was refused; null when it was not. */
  readonly refused: string | null;
}

/** What would have started workflow runs. */
export interface TriggeredEvent {
  readonly repository: string;
  readonly event: 'push' | 'pull_request' | 'workflow_dispatch';
  readonly ref: string;
  readonly sha: string;
  readonly login: string;
}

/** Everything the fake GitHub knows, and what was asked of it. */
export class GitHubState {
  readonly repositories = new Map<string, StoredRepository>();
  readonly tokens = new Map<string, Token>();
  readonly runs = new Map<number, WorkflowRun>();
  readonly requests: RequestRecord[] = [];
  readonly refChanges: RefChange[] = [];
  readonly dispatches: Dispatch[] = [];
  readonly triggered: TriggeredEvent[] = [];
  /** `METHOD /path` of what no route knows. */
  readonly unknownRoutes: string[] = [];
  #lastId = 1000;

  /** Ids grow over all kinds of things. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** Throws when there is none: for what a test itself names. */
  repository(fullName: string): StoredRepository {
    const found = this.repositories.get(fullName);
    if (found === undefined) throw new Error(`the fake GitHub has no repository ${fullName}`);
    return found;
  }
}

export function fullName(repository: StoredRepository): string {
  return `${repository.owner}/${repository.name}`;
}

export function isPull(issue: Issue | undefined): issue is Pull {
  return issue !== undefined && issue.pull !== null;
}

export function isProtected(repository: StoredRepository, branch: string): boolean {
  return repository.settings.protectedBranches.some((pattern) =>
    new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^/]*')}$`).test(branch),
  );
}

/** Seconds, as GitHub writes times. */
export function timestamp(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** Issues, pull requests and labels of a repository that was just made. */
export function newStoredRepository(
  facts: Pick<StoredRepository, 'id' | 'owner' | 'name' | 'defaultBranch' | 'bare' | 'settings'>,
): StoredRepository {
  return { ...facts, issues: new Map(), labels: new Set(), checkRuns: [], statuses: [] };
}
