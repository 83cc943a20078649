import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '../base/result.js';
import { parseBundleHeader } from './bundle-header.js';
import { oddNames, oddRefs } from './expected-refs.js';
import type { Git, GitFailure } from './git.js';
import { isPresent, missingIds } from './present-commit.js';
import { listReferences, REFERENCE_ROOT, updateReferences } from './references.js';
import { obtainCommit, type Remote, type RemoteFailure } from './remote.js';
import type { TrustedGit } from './trusted-git.js';
import { unpackPack } from './unpack-pack.js';

export interface BundleImport {
  /** Absolute path; null when there was nothing to put in a bundle: then all of `expected` is obtained from the remote. */
  readonly file: string | null;
  /** Full ref name -> commit, as the manifest says. */
  readonly expected: ReadonlyMap<string, string>;
  /** Where missing prerequisites come from; null: nowhere. */
  readonly remote: Remote | null;
  /** A branch that the base is expected on; see `WantedCommit`. */
  readonly branch?: string;
  /** True to move refs that exist with another commit; else that is refused. */
  readonly replace?: boolean;
  readonly signal?: AbortSignal;
}

/** A refused import changed no ref. */
export type ImportOutcome = { readonly kind: 'imported' } | ImportRefusal;

export type ImportRefusal =
  | { readonly kind: 'refused'; readonly why: 'corrupt'; readonly detail: string }
  /** Refs that are not expected, not at the expected commit, not below the refs of one run, or no names of ours. */
  | { readonly kind: 'refused'; readonly why: 'odd-refs'; readonly names: readonly string[] }
  /** Commits that neither the bundle nor the remote has; `failure` when the remote could not be asked. */
  | {
      readonly kind: 'refused';
      readonly why: 'missing-commits';
      readonly commits: readonly string[];
      readonly failure: RemoteFailure | null;
    }
  /** These refs exist here with other commits. */
  | { readonly kind: 'refused'; readonly why: 'moved-refs'; readonly names: readonly string[] }
  | {
      readonly kind: 'refused';
      readonly why: 'object-format';
      readonly bundle: 'sha1' | 'sha256';
      readonly repository: 'sha1' | 'sha256';
    };

interface Import {
  readonly git: Git;
  readonly trusted: TrustedGit;
  readonly bundle: BundleImport;
}

type Checked = Promise<Result<ImportRefusal | null, GitFailure>>;

/** More would be asked of the remote one by one. */
const MOST_PREREQUISITES = 1000;

/**
 * Brings the commits of a bundle and exactly the expected refs into the user's repository, all refs at once. The file and the
 * list are hostile: every object is checked, and nothing in them names a ref that is not below the run's own.
 */
export async function importBundle(
  git: Git,
  trusted: TrustedGit,
  bundle: BundleImport,
): Promise<Result<ImportOutcome, GitFailure>> {
  const all: Import = { git, trusted, bundle };
  const odd = oddNames(trusted.repository, bundle.expected);
  if (odd.length > 0) return ok({ kind: 'refused', why: 'odd-refs', names: odd });
  for (const step of [importObjects, obtainRest, writeRefs]) {
    const refused = await step(all);
    if (!refused.ok) return refused;
    if (refused.value !== null) return ok(refused.value);
  }
  return ok({ kind: 'imported' });
}

async function importObjects(all: Import): Checked {
  const { trusted, bundle } = all;
  if (bundle.file === null) return ok(null);
  const bytes = await readFile(bundle.file).catch(() => null);
  if (bytes === null) return ok(corrupt('it cannot be read'));
  const header = parseBundleHeader(bytes);
  if ('wrong' in header) return ok(corrupt(header.wrong));
  const { objectFormat } = trusted.repository;
  if (header.objectFormat !== objectFormat) {
    return ok({ kind: 'refused', why: 'object-format', bundle: header.objectFormat, repository: objectFormat });
  }
  const odd = oddRefs(header, bundle.expected);
  if (odd.length > 0) return ok({ kind: 'refused', why: 'odd-refs', names: odd });
  if (header.prerequisites.length > MOST_PREREQUISITES) return ok(corrupt('it builds on too many commits'));
  const refused = await obtainAll(all, header.prerequisites);
  if (!refused.ok || refused.value !== null) return refused;
  const unpacked = await unpackPack(trusted, bytes.subarray(header.packAt), bundle.signal);
  if (!unpacked.ok) return unpacked;
  return ok(unpacked.value.wrong === null ? null : corrupt(unpacked.value.wrong));
}

/** A ref whose commit the base contains is in no bundle; after this every expected commit is here. */
async function obtainRest(all: Import): Checked {
  const missing = await missingIds(all.trusted, [...new Set(all.bundle.expected.values())], 'commit');
  return missing.ok ? await obtainAll(all, missing.value) : missing;
}

async function obtainAll({ trusted, bundle }: Import, commits: readonly string[]): Checked {
  for (const [at, commit] of commits.entries()) {
    const present = await isPresent(trusted, commit);
    if (!present.ok) return present;
    if (present.value) continue;
    const refusal = { kind: 'refused', why: 'missing-commits', commits: commits.slice(at) } as const;
    const { remote, branch, signal } = bundle;
    if (remote === null) return ok({ ...refusal, failure: null });
    const obtained = await obtainCommit(trusted, {
      remote,
      commit,
      ...(branch === undefined ? {} : { branch }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!obtained.ok) {
      const { error } = obtained;
      return error.reason === 'cancelled' ? err(error) : ok({ ...refusal, failure: error });
    }
    if (obtained.value === 'not-found') return ok({ ...refusal, failure: null });
  }
  return ok(null);
}

/** In one transaction, from what they are now: a ref that another process makes meanwhile is not overwritten. */
async function writeRefs({ git, trusted, bundle }: Import): Checked {
  const present = await listReferences(git, trusted.repository, REFERENCE_ROOT);
  if (!present.ok) return present;
  const updates = [...bundle.expected]
    .map(([name, to]) => ({ name, to, from: present.value.get(name) ?? null }))
    .filter(({ from, to }) => from !== to);
  const moved = updates.filter(({ from }) => from !== null);
  if (moved.length > 0 && bundle.replace !== true) {
    return ok({ kind: 'refused', why: 'moved-refs', names: moved.map(({ name }) => name) });
  }
  const written = await updateReferences(git, trusted.repository, updates);
  return written.ok ? ok(null) : written;
}

function corrupt(detail: string): ImportRefusal {
  return { kind: 'refused', why: 'corrupt', detail };
}
