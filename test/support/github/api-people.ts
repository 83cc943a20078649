import { mergePull } from './api-merge.js';
import { closePull, noteRefChange } from './api-ref-changes.js';
import { isPull, timestamp, type GitHubState, type Pull, type StoredRepository } from './api-state.js';

export interface HumanCommit {
  /** Made when it does not exist, from the default branch. */
  readonly branch: string;
  /** Content by path; null deletes. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly message?: string;
  readonly login?: string;
  /** Instead of the tip of the branch: a forced push. */
  readonly parent?: string;
}

/** What people do to a repository, on the site or by a push of their own. Throws when the test asks for what cannot be. */
export class People {
  readonly #state: GitHubState;

  constructor(state: GitHubState) {
    this.#state = state;
  }

  /** A commit on a branch; its id. */
  commit(name: string, { branch, files, message = 'by hand', login = 'alice', parent }: HumanCommit): string {
    const repository = this.#state.repository(name);
    const { bare, defaultBranch } = repository;
    const ref = `refs/heads/${branch}`;
    const tip = bare.ref(ref);
    const base = parent ?? tip ?? bare.ref(`refs/heads/${defaultBranch}`);
    const author = { name: login, email: `${login}@example.org` };
    const commit = bare.commitFiles(ref, base, { files, message: `${message}\n`, author });
    const change = { ref, old: tip, new: commit, login, via: 'person', canTriggerRuns: true } as const;
    noteRefChange(this.#state, repository, change);
    return commit;
  }

  /** Moves a branch to a commit, in a straight line or not. */
  moveBranch(name: string, branch: string, commit: string, login = 'alice'): void {
    const repository = this.#state.repository(name);
    const ref = `refs/heads/${branch}`;
    this.#move(repository, { ref, old: repository.bare.ref(ref), new: commit, login });
  }

  deleteBranch(name: string, branch: string, login = 'alice'): void {
    const repository = this.#state.repository(name);
    const ref = `refs/heads/${branch}`;
    this.#move(repository, { ref, old: repository.bare.ref(ref), new: null, login });
  }

  closePull(name: string, number: number): void {
    closePull(this.pull(name, number));
  }

  /** Merges by the button; the merge commit. */
  mergePull(name: string, number: number, { login = 'alice', squash = false } = {}): string {
    const repository = this.#state.repository(name);
    const pull = this.pull(name, number);
    const merged = mergePull(this.#state, repository, { pull, login, squash, via: 'person', canTriggerRuns: true });
    if (merged === null) throw new Error(`pull request ${number} has a conflict`);
    return merged;
  }

  comment(name: string, number: number, body: string, login = 'alice'): void {
    const id = this.#state.nextId();
    this.#state.repository(name).issues.get(number)?.comments.push({ id, login, body, createdAt: timestamp() });
  }

  pull(name: string, number: number): Pull {
    const issue = this.#state.repository(name).issues.get(number);
    if (!isPull(issue)) throw new Error(`there is no pull request ${number}`);
    return issue;
  }

  #move(
    repository: StoredRepository,
    change: { readonly ref: string; readonly old: string | null; readonly new: string | null; readonly login: string },
  ): void {
    if (change.new === null) repository.bare.deleteRef(change.ref);
    else if (!repository.bare.setRef(change.ref, change.new)) throw new Error(`cannot move ${change.ref}`);
    noteRefChange(this.#state, repository, { ...change, via: 'person', canTriggerRuns: true });
  }
}
