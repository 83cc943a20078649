import { ok, type Result } from '../base/result.js';
import { SUBMODULE_MODE } from './changes.js';
import type { GitFailure } from './git.js';
import { splitNul } from './path-text.js';
import type { TrustedGit } from './trusted-git.js';

/** What a commit's tree tells without its files. */
export interface CommitTraits {
  readonly tree: string;
  readonly commit: string;
  readonly hasSubmodules: boolean;
  /** A `.gitattributes` sets a filter or an encoding: the files are then not the blobs. */
  readonly hasFilters: boolean;
  /** A file below `glob` has one of `words`, as a whole word. */
  readonly mentionsCommit: boolean;
  /** The text of the file `lockFile`; null when there is none. */
  readonly lock: string | null;
}

export interface TraitsQuestion {
  readonly commit: string;
  /** Such as `*.nix`: below every folder. */
  readonly glob: string;
  /** `[A-Za-z]+` each. */
  readonly words: readonly string[];
  /** Path from the root. */
  readonly lockFile: string;
}

/** Reads the objects of a commit (four short calls of git); no file is written, nothing of the repository takes part. */
export async function treeTraits(
  trusted: TrustedGit,
  { commit, glob, words, lockFile }: TraitsQuestion,
): Promise<Result<CommitTraits, GitFailure>> {
  const [tree, listed, mentioned] = await Promise.all([
    trusted.treeOf(commit),
    trusted.run({ args: ['ls-tree', '-r', '-z', '--full-tree', commit] }),
    trusted.run({ args: ['grep', '-q', '-w', '-a', '-E', words.join('|'), commit, '--', glob], okCodes: [0, 1] }),
  ]);
  if (!tree.ok) return tree;
  if (!listed.ok) return listed;
  if (!mentioned.ok) return mentioned;
  const entries = splitNul(listed.value.stdout).map((entry) => parseEntry(entry.toString('latin1')));
  const attributes = entries.filter(({ path }) => /(?:^|\/)\.gitattributes$/.test(path)).map(({ id }) => id);
  const lock = entries.find(({ path, mode }) => path === lockFile && mode.startsWith('100'))?.id;
  const blobs = await trusted.blobs([...attributes, ...(lock === undefined ? [] : [lock])]);
  if (!blobs.ok) return blobs;
  return ok({
    tree: tree.value,
    commit,
    hasSubmodules: entries.some(({ mode }) => mode === SUBMODULE_MODE),
    hasFilters: attributes.some((id) => /\b(?:filter|working-tree-encoding)\b/.test(String(blobs.value.get(id)))),
    mentionsCommit: mentioned.value.exitCode === 0,
    lock: lock === undefined ? null : (blobs.value.get(lock)?.toString('utf8') ?? null),
  });
}

/** `<mode> <type> <id>\t<path>`. */
function parseEntry(entry: string): { readonly mode: string; readonly id: string; readonly path: string } {
  const tab = entry.indexOf('\t');
  const [mode = '', , id = ''] = entry.slice(0, tab).split(' ');
  return { mode, id, path: entry.slice(tab + 1) };
}
