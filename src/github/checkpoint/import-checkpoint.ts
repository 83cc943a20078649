import { err, ok, type Result } from '../../base/result.js';
import { importBundle, type ImportOutcome } from '../../git/bundle.js';
import type { Git, GitFailure } from '../../git/git.js';
import type { Remote, RemoteFailure } from '../../git/remote.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import { namedCommits } from './named-commits.js';
import type { OpenedCheckpoint, Refusal } from './open-checkpoint.js';

export interface Importing {
  readonly git: Git;
  readonly trusted: TrustedGit;
  readonly remote: Remote;
  readonly signal: AbortSignal;
}

/** `failed`: git or the remote did not work; that says nothing about the checkpoint. */
export type NotImported =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly failure: GitFailure | RemoteFailure };

/**
 * Brings the commits and refs of a checkpoint into the repository, and checks that they hold everything that its journal goes
 * on from. Refs of an earlier attempt of the same run, in a checkout that was used before, are replaced.
 */
export async function importCheckpoint(
  { git, trusted, remote, signal }: Importing,
  checkpoint: OpenedCheckpoint,
): Promise<Result<void, NotImported>> {
  const refuse = ({ reason, detail }: Omit<Refusal, 'name'>): Result<never, NotImported> =>
    err({ kind: 'refused', refusal: { name: checkpoint.name, reason, detail } });
  const { manifest, bundleFile, events } = checkpoint;
  const expected = new Map(Object.entries(manifest.refs));
  const imported = await importBundle(git, trusted, { file: bundleFile, expected, remote, replace: true, signal });
  if (!imported.ok) return err({ kind: 'failed', failure: imported.error });
  const outcome = imported.value;
  if (outcome.kind === 'refused') {
    if (outcome.why === 'missing-commits' && outcome.failure !== null) {
      return err({ kind: 'failed', failure: outcome.failure });
    }
    return refuse(whyNotImported(outcome));
  }
  const named = new Set([...namedCommits(events), manifest.head]);
  const missing = await unreached(trusted, named, { base: manifest.base, tips: [...expected.values()] });
  if (!missing.ok) return err({ kind: 'failed', failure: missing.error });
  if (missing.value.length === 0) return ok(undefined);
  return refuse({ reason: 'missing-commits', detail: `no ref of it holds ${missing.value.join(', ')}` });
}

type Refused = Extract<ImportOutcome, { kind: 'refused' }>;

function whyNotImported(outcome: Refused): Omit<Refusal, 'name'> {
  switch (outcome.why) {
    case 'corrupt':
      return { reason: 'bad-bundle', detail: outcome.detail };
    case 'odd-refs':
    case 'moved-refs':
      return { reason: 'odd-refs', detail: outcome.names.join(', ') };
    case 'missing-commits':
      return { reason: 'missing-commits', detail: outcome.commits.join(', ') };
    case 'object-format':
      return { reason: 'object-format', detail: `it is ${outcome.bundle}, and the repository ${outcome.repository}` };
  }
}

/** The `named` commits that are neither `base` nor between it and a tip. */
async function unreached(
  trusted: TrustedGit,
  named: ReadonlySet<string>,
  { base, tips }: { readonly base: string; readonly tips: readonly string[] },
): Promise<Result<string[], GitFailure>> {
  const wanted = [...named].filter((commit) => commit !== base && !tips.includes(commit));
  if (wanted.length === 0) return ok([]);
  const input = [...tips, `^${base}`].map((line) => `${line}\n`).join('');
  const listed = await trusted.run({ args: ['rev-list', '--stdin'], input, readOnly: true });
  if (!listed.ok) return listed;
  const reached = new Set(listed.value.text.split('\n'));
  return ok(wanted.filter((commit) => !reached.has(commit)));
}
