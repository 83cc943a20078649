import type { Plan } from '../plan/plan.js';
import type { TrustedGit } from '../git/trusted-git.js';
import { FLAKE_CHECK } from '../runner/flake-checks.js';

/**
 * The checks that validating this commit means, by the rule of every validation: the flake's, when the tree has one, and the
 * commands of the workflow. Only looks at the tree; nothing is run.
 */
export async function checksOf(trusted: TrustedGit, commit: string, { validation }: Plan): Promise<readonly string[]> {
  const listed = await trusted.run({ args: ['ls-tree', commit, '--', 'flake.nix'], readOnly: true });
  const isFlake = listed.ok && /^100\d{3} blob /.test(listed.value.text);
  return isFlake && !validation.includes(FLAKE_CHECK) ? [FLAKE_CHECK, ...validation] : validation;
}
