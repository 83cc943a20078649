import type { TrustedGit } from './trusted-git.js';

/** The trees of commits (full ids), all at once; those that are not here, or are no commits, are left out. */
export async function treesOfCommits(trusted: TrustedGit, commits: Iterable<string>): Promise<Map<string, string>> {
  const asked = [...new Set(commits)].filter((commit) => /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(commit));
  if (asked.length === 0) return new Map();
  const answer = await trusted.run({
    args: ['cat-file', '--batch-check=%(objectname)'],
    input: asked.map((commit) => `${commit}^{tree}\n`).join(''),
  });
  const lines = answer.ok ? answer.value.text.split('\n') : [];
  // One line for each, in order; what is missing has more than an id on its line.
  return new Map(
    asked.flatMap((commit, index) => {
      const tree = lines[index] ?? '';
      return /^[0-9a-f]+$/.test(tree) ? [[commit, tree] as const] : [];
    }),
  );
}
