import { ok, type Result } from '../../base/result.js';
import { LINK_MODE, SUBMODULE_MODE } from '../../git/changes.js';
import { changedFiles, readAddedText, readCommits, type ChangedFile } from '../../git/commit-range.js';
import type { GitFailure } from '../../git/git.js';
import { linkEscapes } from '../../git/link-escapes.js';
import type { TrustedGit } from '../../git/trusted-git.js';
import { findSecrets, type PublishedText } from './find-secrets.js';
import { exceededLimits, type Limits } from './limits.js';
import { protectedPaths } from '../../git/protected-paths.js';
import type { Refusal } from './refusal.js';

/** More than this is not read into memory at once. */
const MOST_BYTES = 256 * 1024 * 1024;

export interface CheckedResult extends Limits {
  readonly trusted: TrustedGit;
  readonly from: string;
  readonly to: string;
  readonly protectedPaths: readonly string[];
  /** Values that must not become public. */
  readonly secrets: readonly string[];
  /** Other texts that are published: names, titles. */
  readonly texts: readonly PublishedText[];
}

/**
 * Everything that is wrong with publishing the commits after `from` up to `to`. Paths, links and sizes: of the result. Secrets: of every
 * commit, because what a later one removed is pushed all the same.
 */
export async function checkResult(asked: CheckedResult): Promise<Result<readonly Refusal[], GitFailure>> {
  const changes = await changedFiles(asked.trusted, asked.from, asked.to);
  if (!changes.ok) return changes;
  const links = await escapingLinks(asked);
  if (!links.ok) return links;
  const secrets = await secretsIn(asked);
  if (!secrets.ok) return secrets;
  const sized = changes.value.map(({ path, size }) => ({ path, bytes: size }));
  const submodules = changes.value.filter(({ newMode }) => newMode === SUBMODULE_MODE).map(({ path }) => path);
  const kept = protectedPaths(changes.value.map(asChangedPath), asked.protectedPaths);
  const refusals: Refusal[] = [];
  if (kept.length > 0) refusals.push({ kind: 'protected-paths', paths: kept });
  if (links.value.length > 0) refusals.push({ kind: 'links', links: links.value });
  if (submodules.length > 0) refusals.push({ kind: 'submodules', paths: submodules });
  for (const exceeded of exceededLimits(sized, asked)) refusals.push({ kind: 'limit', exceeded });
  return ok([...refusals, ...secrets.value]);
}

function asChangedPath({ path, newMode }: ChangedFile): { path: string; actsAsFolder: boolean } {
  return { path, actsAsFolder: newMode === LINK_MODE || newMode === SUBMODULE_MODE };
}

async function escapingLinks({
  trusted,
  from,
  to,
}: CheckedResult): Promise<Result<{ path: string; target: string }[], GitFailure>> {
  const changes = await trusted.treeChanges(from, to);
  if (!changes.ok) return changes;
  const links = await trusted.withLinkTargets(changes.value.filter(({ newMode }) => newMode === LINK_MODE));
  if (!links.ok) return links;
  const all = links.value.map(({ path, linkTarget = '' }) => ({ path, target: linkTarget }));
  return ok(all.filter(({ path, target }) => linkEscapes(path, target)));
}

async function secretsIn({ trusted, from, to, secrets, texts }: CheckedResult): Promise<Result<Refusal[], GitFailure>> {
  const commits = await readCommits(trusted, { from, to });
  if (!commits.ok) return commits;
  const added = await readAddedText(trusted, { from, to, maxBytes: MOST_BYTES });
  if (!added.ok) return added;
  const messages = commits.value.commits.map(({ id, subject, body, author, committer }) => ({
    place: `message of commit ${id.slice(0, 12)}`,
    text: [subject, body, author.name, author.email, committer.name, committer.email].join('\n'),
  }));
  const files = added.value.files.map(({ path, text }) => ({ place: path, text }));
  const names = added.value.files.map(({ path }) => ({ place: 'name of a file', text: path }));
  const findings = findSecrets([...texts, ...messages, ...names, ...files], secrets);
  const refusals: Refusal[] = [];
  if (findings.length > 0) refusals.push({ kind: 'secrets', findings });
  if (added.value.unread.length > 0) refusals.push({ kind: 'not-searched', paths: added.value.unread });
  if (commits.value.truncated) refusals.push({ kind: 'not-searched', paths: ['messages of older commits'] });
  return ok(refusals);
}
