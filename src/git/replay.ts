import { ok, type Result } from '../base/result.js';
import type { GitFailure } from './git.js';
import type { TrustedGit } from './trusted-git.js';

/** A commit and the commit that it was made on. */
export interface Replayable {
  readonly name: string;
  readonly base: string;
  readonly commit: string;
}

export interface ReplayRequest {
  /** Where the first one goes on top of. */
  readonly onto: string;
  readonly changes: readonly Replayable[];
}

export interface Replayed {
  readonly name: string;
  /** The commit and tree with this one and everything before it; with everything before it when it conflicts. */
  readonly commit: string;
  readonly tree: string;
  /** The files in which it does not go on top of those before it: it is left out. null when it does. */
  readonly conflict: readonly string[] | null;
}

export interface Replay {
  /** Tree of `onto`. */
  readonly tree: string;
  /** One for each change, in order. */
  readonly changes: readonly Replayed[];
}

/**
 * Puts the changes one after another on a commit, as three-way merges of objects: no checkout, no ref. Messages, trailers and
 * dates stay; a commit that is where it was stays itself, so the same request gives the same commits. Needs a few git
 * processes for each change.
 */
export async function replay(git: TrustedGit, { onto, changes }: ReplayRequest): Promise<Result<Replay, GitFailure>> {
  const start = await git.treeOf(onto);
  if (!start.ok) return start;
  const done: Replayed[] = [];
  let at: Point = { commit: onto, tree: start.value };
  for (const change of changes) {
    const next = await replayOne(git, at, change);
    if (!next.ok) return next;
    const conflict = 'conflict' in next.value ? next.value.conflict : null;
    if ('tree' in next.value) at = next.value;
    done.push({ name: change.name, ...at, conflict });
  }
  return ok({ tree: start.value, changes: done });
}

/** The same each time, so that the same merge makes no new object; git takes no date of few digits. */
const ANY_DATE = 1_000_000_000_000;

interface Point {
  readonly commit: string;
  readonly tree: string;
}

type Next = Point | { readonly conflict: readonly string[] };

async function replayOne(git: TrustedGit, at: Point, change: Replayable): Promise<Result<Next, GitFailure>> {
  const [before, after] = [await git.treeOf(change.base), await git.treeOf(change.commit)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  if (at.commit === change.base) return ok({ commit: change.commit, tree: after.value });
  const merged = before.value === at.tree ? ok(after.value) : await merge(git, at, change);
  if (!merged.ok) return merged;
  if (typeof merged.value !== 'string') return ok(merged.value);
  const tree = merged.value;
  if (tree === at.tree) return ok(at);
  const said = await readMessage(git, change.commit);
  if (!said.ok) return said;
  const commit = await git.commitAs({ tree, parents: [at.commit], ...said.value });
  return commit.ok ? ok({ commit: commit.value, tree }) : commit;
}

/**
 * The tree of both. git 2.39 cannot be given a common ancestor by hand (`--merge-base` came with 2.40), so that a commit "what is
 * there, on the base of the change" is made for it.
 */
async function merge(
  git: TrustedGit,
  { tree }: Point,
  { base, commit }: Replayable,
): Promise<Result<string | { readonly conflict: readonly string[] }, GitFailure>> {
  const ours = await git.commit({ tree, parents: [base], message: 'replay', trailers: [], atMs: ANY_DATE }, 'later');
  if (!ours.ok) return ours;
  const merged = await git.mergeTrees(ours.value, commit);
  if (!merged.ok) return merged;
  return ok(merged.value.kind === 'clean' ? merged.value.tree : { conflict: merged.value.paths });
}

interface Said {
  /** Bytes of the message, trailers included. */
  readonly message: Buffer;
  readonly atMs: number;
}

async function readMessage(git: TrustedGit, commit: string): Promise<Result<Said, GitFailure>> {
  const read = await git.run({ args: ['cat-file', 'commit', commit] });
  if (!read.ok) return read;
  const { stdout } = read.value;
  const end = stdout.indexOf('\n\n');
  const header = stdout.subarray(0, end).toString('latin1');
  const seconds = /^committer .* (\d{1,12}) [+-]\d{4}$/m.exec(header)?.[1];
  return ok({ message: stdout.subarray(end + 2), atMs: Number(seconds ?? 0) * 1000 });
}
