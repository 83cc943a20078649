import type { CompileOptions } from './compile-options.js';
import { condition, secret } from './expressions.js';
import { PINS, pinned } from './pins.js';
import type { GitHubStep } from './workflow-tree.js';

/** Where jobs run that execute nothing of the repository, and all others when the definition does not say. */
export const DEFAULT_RUNNER = 'ubuntu-latest';

/** Room for saving the last checkpoint after the deadline, in minutes. */
const SAVING_MINUTES = 20;

/** Minutes after which GitHub ends a job. Builds take as long in a validation as in a phase. */
export const minutes = {
  plan: 10,
  publish: 20,
  revert: 20,
  continue: 10,
  notify: 10,
  work: ({ deadlineMinutes }: CompileOptions): number => deadlineMinutes + SAVING_MINUTES,
} as const;

/** The commit of the event, or `ref`; all of history, because Nix and bundles need it, and no credential left on the disk. */
export function checkout(ref: string | null = null): GitHubStep {
  return {
    name: 'Check out',
    uses: pinned(PINS.checkout),
    with: { 'persist-credentials': false, 'fetch-depth': 0, ...(ref === null ? {} : { ref }) },
  };
}

/**
 * Nix for jobs that evaluate; self-hosted runners have their own. The user of the runner is not trusted by the daemon (that
 * would be as good as root for an agent), and no token is written into nix.conf, where every process can read it: locked
 * inputs on GitHub are fetched without one.
 */
export const installNix: GitHubStep = {
  name: 'Install Nix',
  if: condition.hosted,
  uses: pinned(PINS.nixInstaller),
  with: { 'trust-runner-user': false, 'github-token': '', 'diagnostic-endpoint': '' },
};

export interface OwnStep {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly with: Readonly<Record<string, string | number>>;
  /** Secrets that the step gets under their own names. */
  readonly secrets?: readonly string[];
}

/** This action. */
export function ownStep(
  { action }: CompileOptions,
  { name, id, if: wanted, with: inputs, secrets = [] }: OwnStep,
): GitHubStep {
  return {
    name,
    ...(id === undefined ? {} : { id }),
    ...(wanted === undefined ? {} : { if: wanted }),
    uses: action,
    with: inputs,
    ...(secrets.length === 0 ? {} : { env: Object.fromEntries(secrets.map((key) => [key, secret(key)])) }),
  };
}
