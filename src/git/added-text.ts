import { ok, type Result } from '../base/result.js';
import { NO_MODE, parseRawDiff, SUBMODULE_MODE, type TreeChange } from './changes.js';
import type { GitFailure } from './git.js';
import { decodePath, splitNul } from './path-text.js';
import type { TrustedGit } from './trusted-git.js';

export interface AddedText {
  readonly path: string;
  /** The lines that are not in the file of `from`; any bytes, decoded leniently. */
  readonly text: string;
}

export interface AddedTexts {
  /** One for each version of a file that any commit of the range holds: what a later commit removed is pushed all the same. */
  readonly files: readonly AddedText[];
  /** Paths that were not looked at because `maxBytes` was reached. */
  readonly unread: readonly string[];
}

/** A file as a commit of the range holds it. */
interface Version {
  readonly path: string;
  readonly id: string;
}

/** So much is read from git at once. */
const BATCH_BYTES = 16 * 1024 * 1024;

/**
 * Added lines of all commits after `from` up to `to`, for a search of secrets. `maxBytes` bounds what is read of files in all.
 * Links count: their target is text. Lines are compared as sets, so that a line that only moved is not added.
 */
export async function readAddedText(
  trusted: TrustedGit,
  range: { readonly from: string; readonly to: string; readonly maxBytes: number },
): Promise<Result<AddedTexts, GitFailure>> {
  const versions = await versionsOf(trusted, range);
  if (!versions.ok) return versions;
  const before = await idsAt(trusted, range.from, [...new Set(versions.value.map(({ path }) => path))]);
  if (!before.ok) return before;
  const changed = versions.value.filter(({ path, id }) => before.value.get(path) !== id);
  const sizes = await trusted.blobSizes([...changed.map(({ id }) => id), ...before.value.values()]);
  if (!sizes.ok) return sizes;
  const sizeOf = ({ path, id }: Version): number =>
    (sizes.value.get(id) ?? 0) + (sizes.value.get(before.value.get(path) ?? '') ?? 0);
  const files: AddedText[] = [];
  const unread = new Set<string>();
  let batch: Version[] = [];
  let [batchBytes, bytes] = [0, 0];
  for (const [at, version] of changed.entries()) {
    if (bytes + sizeOf(version) > range.maxBytes) unread.add(version.path);
    else {
      batch.push(version);
      bytes += sizeOf(version);
      batchBytes += sizeOf(version);
    }
    if (batchBytes < BATCH_BYTES && at < changed.length - 1) continue;
    const read = await readBatch(trusted, batch, before.value);
    if (!read.ok) return read;
    files.push(...read.value);
    [batch, batchBytes] = [[], 0];
  }
  return ok({ files, unread: [...unread] });
}

/** Each file of each commit of the range that its parents do not have, once. */
async function versionsOf(
  trusted: TrustedGit,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Result<Version[], GitFailure>> {
  const commits = await trusted.run({ args: ['rev-list', '--reverse', '--end-of-options', to, `^${from}`, '--'] });
  if (!commits.ok) return commits;
  if (commits.value.text === '') return ok([]);
  const raw = await trusted.run({
    args: ['diff-tree', '--stdin', '--root', '-r', '-m', '-z', '--raw', '--no-commit-id', '--no-renames'],
    input: `${commits.value.text}\n`,
  });
  if (!raw.ok) return raw;
  const versions = new Map<string, Version>();
  for (const change of parseRawDiff(raw.value.stdout).filter(hasText)) {
    versions.set(`${change.newId} ${change.path}`, { path: change.path, id: change.newId });
  }
  return ok([...versions.values()]);
}

function hasText({ newMode }: TreeChange): boolean {
  return newMode !== NO_MODE && newMode !== SUBMODULE_MODE;
}

/** Which blob a commit has at each of these paths; those that it does not have are left out. */
async function idsAt(
  trusted: TrustedGit,
  commit: string,
  paths: readonly string[],
): Promise<Result<Map<string, string>, GitFailure>> {
  if (paths.length === 0) return ok(new Map());
  const answer = await trusted.run({ args: ['ls-tree', '-r', '-z', '--full-tree', commit] });
  if (!answer.ok) return answer;
  const wanted = new Set(paths);
  const ids = new Map<string, string>();
  // `<mode> <type> <id> TAB <path>`
  for (const entry of splitNul(answer.value.stdout)) {
    const tab = entry.indexOf(0x09);
    const [, type = '', id = ''] = entry.subarray(0, tab).toString('latin1').split(' ');
    const path = decodePath(entry.subarray(tab + 1));
    if (type === 'blob' && wanted.has(path)) ids.set(path, id);
  }
  return ok(ids);
}

async function readBatch(
  trusted: TrustedGit,
  batch: readonly Version[],
  before: ReadonlyMap<string, string>,
): Promise<Result<AddedText[], GitFailure>> {
  const old = batch.flatMap(({ path }) => before.get(path) ?? []);
  const blobs = await trusted.blobs([...new Set([...batch.map(({ id }) => id), ...old])]);
  if (!blobs.ok) return blobs;
  return ok(
    batch.map(({ path, id }) => {
      const text = addedLines(blobs.value.get(before.get(path) ?? ''), blobs.value.get(id) ?? Buffer.alloc(0));
      return { path, text };
    }),
  );
}

/** Compared byte by byte: latin1 keeps every byte apart. */
function addedLines(before: Buffer | undefined, after: Buffer): string {
  if (before === undefined) return after.toString('utf8');
  const known = new Set(before.toString('latin1').split('\n'));
  const added = after
    .toString('latin1')
    .split('\n')
    .filter((line) => !known.has(line));
  return Buffer.from(added.join('\n'), 'latin1').toString('utf8');
}
