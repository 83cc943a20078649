import type { Git, GitPlace } from '../git/git.js';

/** The checkout at `root` as a place to read in, also before its first commit; null when git refuses it. */
export async function checkoutPlace(root: string, git: Git): Promise<GitPlace | null> {
  const args = ['rev-parse', '--absolute-git-dir'] as const;
  const found = await git.run({ args, place: { kind: 'discover' }, cwd: root, readOnly: true });
  return found.ok ? { kind: 'user', gitDir: found.value.text, workTree: root } : null;
}
