import { ok, type Result } from '../base/result.js';
import { isCommitId } from './present-commit.js';
import { rejectionOf, type PushRejection } from './push-rejection.js';
import { HEADS, listRemoteBranches } from './remote-branches.js';
import { runRemote, safeTail } from './remote-command.js';
import type { Remote, RemoteFailure } from './remote.js';
import type { TrustedGit } from './trusted-git.js';

export type { PushRejection } from './push-rejection.js';

export interface BranchPush {
  readonly remote: Remote;
  /** Short name. */
  readonly branch: string;
  /** Full id. */
  readonly commit: string;
  /**
   * What the remote's branch may be now: exactly this tip (null: it must not exist), which is then replaced even when
   * that is no fast-forward; or any commit that the new one contains.
   */
  readonly over: { readonly tip: string | null } | 'fast-forward';
  readonly signal?: AbortSignal;
}

export interface BranchDeletion {
  readonly remote: Remote;
  readonly branch: string;
  /** Only this tip is deleted. */
  readonly tip: string;
  readonly signal?: AbortSignal;
}

/** `unchanged`: the branch was at this commit already, maybe by an earlier push whose answer was lost. */
export type PushOutcome = { readonly kind: 'pushed' } | { readonly kind: 'unchanged' } | PushRejection;

export type DeletionOutcome = { readonly kind: 'deleted' } | { readonly kind: 'absent' } | PushRejection;

/** Pushes one commit to one branch; no hook of this machine runs. Safe to repeat after a `network` failure. */
export async function pushBranch(trusted: TrustedGit, push: BranchPush): Promise<Result<PushOutcome, RemoteFailure>> {
  return await update(trusted, { ...push, to: push.commit });
}

/** Deletes a branch of the remote when its tip is the given one. Safe to repeat. */
export async function deleteBranch(
  trusted: TrustedGit,
  deletion: BranchDeletion,
): Promise<Result<DeletionOutcome, RemoteFailure>> {
  const { tip } = deletion;
  const outcome = await update(trusted, { ...deletion, to: null, over: { tip } });
  if (!outcome.ok) return outcome;
  switch (outcome.value.kind) {
    case 'pushed':
      return ok({ kind: 'deleted' });
    case 'unchanged':
      return ok({ kind: 'absent' });
    case 'rejected':
      return ok(outcome.value.why === 'lease' && outcome.value.tip === null ? { kind: 'absent' } : outcome.value);
  }
}

interface BranchUpdate {
  readonly remote: Remote;
  readonly branch: string;
  /** null: delete. */
  readonly to: string | null;
  readonly over: BranchPush['over'];
  readonly signal?: AbortSignal;
}

async function update(trusted: TrustedGit, change: BranchUpdate): Promise<Result<PushOutcome, RemoteFailure>> {
  const { remote, branch, to, over, signal } = change;
  const ref = `${HEADS}${branch}`;
  const named = await trusted.run({ args: ['check-ref-format', ref], okCodes: [0, 1] });
  if (!named.ok) return named;
  const ids = [to, over === 'fast-forward' ? null : over.tip].filter((id) => id !== null);
  // A name with a `:` or `*` is refused here too: it would say something else in a refspec.
  if (named.value.exitCode !== 0 || branch.startsWith('-')) return ok(rejected('bad-name', branch));
  if (!ids.every((id) => isCommitId(trusted.repository, id))) return ok(rejected('bad-name', ids.join(' ')));
  const lease = over === 'fast-forward' ? [] : [`--force-with-lease=${ref}:${over.tip ?? ''}`];
  const answer = await runRemote(trusted, {
    remote,
    args: ['push', ...OPTIONS, ...lease, '--', remote.url, `${to ?? ''}:${ref}`],
    okCodes: [0, 1],
    ...(signal === undefined ? {} : { signal }),
  });
  if (!answer.ok) {
    const { error } = answer;
    const isRefused = error.reason === 'remote-failed' && error.trouble === 'permission';
    return isRefused ? ok(rejected('permission', error.outputTail)) : answer;
  }
  return await judge(trusted, change, { ...answer.value, ref });
}

const OPTIONS = ['--porcelain', '--no-verify', '--no-follow-tags', '--recurse-submodules=no', '--no-signed'];

/** A line of `--porcelain` is `<flag> TAB <from>:<to> TAB <summary>`. */
async function judge(
  trusted: TrustedGit,
  { remote, branch, signal }: BranchUpdate,
  said: { readonly text: string; readonly stderr: string; readonly ref: string },
): Promise<Result<PushOutcome, RemoteFailure>> {
  const line = said.text.split('\n').find((one) => one.split('\t')[1]?.endsWith(`:${said.ref}`)) ?? '';
  const [flag = '', , summary = ''] = line.split('\t');
  if (flag === '=') return ok({ kind: 'unchanged' });
  if ([' ', '+', '*', '-'].includes(flag)) return ok({ kind: 'pushed' });
  const text = safeTail(`${said.stderr}\n${summary}`, remote);
  const why = rejectionOf(summary, said.stderr);
  if (why !== 'lease') return ok(rejected(why, text));
  const asked = { remote, patterns: [branch], ...(signal === undefined ? {} : { signal }) };
  const branches = await listRemoteBranches(trusted, asked);
  if (!branches.ok) return branches;
  return ok({ kind: 'rejected', why, tip: branches.value.get(branch) ?? null, text });
}

function rejected(why: Exclude<PushRejection['why'], 'lease'>, text: string): PushRejection {
  return { kind: 'rejected', why, text };
}
