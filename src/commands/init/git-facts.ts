import { checkoutPlace } from '../checkout-place.js';
import { findGit } from '../run-tools.js';
import type { CommandWorld } from '../world.js';
import type { Outcome } from './write-new-files.js';

/** What git says about the checkout, as far as the next command depends on it. */
export interface GitFacts {
  /** Paths of those that were written which git ignores: `git add` would leave them out. */
  readonly ignored: readonly string[];
  /** A run starts from a commit. */
  readonly has_commit: boolean;
  /** Tracked files have changes, which a run does not take with it. */
  readonly is_dirty: boolean;
}

/** Asks git, and changes nothing. Where git is missing or refuses, the run will say so: then all is taken to be well. */
export async function gitFacts(root: string, outcomes: readonly Outcome[], world: CommandWorld): Promise<GitFacts> {
  const well = { ignored: [], has_commit: true, is_dirty: false };
  const git = findGit(world);
  if (!git.ok) return well;
  const place = await checkoutPlace(root, git.value);
  if (place === null) return well;
  const at = { place, cwd: root, readOnly: true };
  const input = outcomes.map(({ path }) => path).join('\0');
  const ignored = await git.value.run({ ...at, args: ['check-ignore', '-z', '--stdin'], input, okCodes: [0, 1] });
  const head = await git.value.run({ ...at, args: ['rev-parse', '--verify', '--quiet', 'HEAD'], okCodes: [0, 1] });
  const changes = await git.value.run({ ...at, args: ['status', '--porcelain', '--untracked-files=no'] });
  return {
    ignored: ignored.ok ? ignored.value.text.split('\0').filter((path) => path !== '') : [],
    has_commit: !head.ok || head.value.exitCode === 0,
    is_dirty: changes.ok && changes.value.text !== '',
  };
}
