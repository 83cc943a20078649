import type { CompileOptions } from './compile-options.js';
import { condition } from './expressions.js';
import { DEFAULT_RUNNER } from './job-steps.js';
import type { GitHubStep } from './workflow-tree.js';

/** What a job that may ask an agent has besides the others. */
export interface AgentSetup {
  /** Before this action. */
  readonly steps: readonly GitHubStep[];
  /** Inputs of this action. */
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * The images that GitHub has for everybody, by the only label of a job (docs.github.com, "Choosing the runner for a job"). Not
 * `ubuntu-slim`, which is a container; larger runners have labels that their organization chose, and may be anything.
 */
const HOSTED_UBUNTU = /^ubuntu-(?:latest|\d\d\.\d\d)(?:-arm)?$/;

/**
 * bubblewrap, and the right to make user namespaces, which Ubuntu 24.04 takes from programs without an AppArmor profile and
 * earlier ones do not know. Before anything of the repository runs: an agent in its cage gains nothing from `sudo`.
 */
const installBubblewrap: GitHubStep = {
  name: 'Install bubblewrap',
  if: condition.hosted,
  run: `command -v bwrap || sudo apt-get install -y --no-install-recommends bubblewrap ||
  { sudo apt-get update && sudo apt-get install -y --no-install-recommends bubblewrap; }
if [ -e /proc/sys/kernel/apparmor_restrict_unprivileged_userns ]; then
  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0
fi
`,
};

/** `labels`: `runs_on` of the job, empty for the default. Runners of others are left as they are: no `sudo` there. */
export function agentSetup(labels: readonly string[], { sandbox: wanted }: CompileOptions): AgentSetup {
  const [label = DEFAULT_RUNNER, second] = labels;
  const isHosted = second === undefined && HOSTED_UBUNTU.test(label);
  const sandbox = wanted ?? (isHosted ? 'require' : 'prefer');
  return { steps: isHosted && sandbox !== 'off' ? [installBubblewrap] : [], inputs: { sandbox } };
}
