/** An action of someone else, or ours, at exactly one commit. */
export interface PinnedAction {
  /** `owner/repository`. */
  readonly name: string;
  /** The commit, 40 hexadecimal digits. */
  readonly sha: string;
  /** The tag that was at the commit when it was pinned; a comment for people and for update bots. */
  readonly version: string;
}

/** Read from the tags of the repositories in November 2026; `.github/dependabot.yml` keeps our own workflows current. */
export const PINS = {
  checkout: { name: 'actions/checkout', sha: '3d3c42e5aac5ba805825da76410c181273ba90b1', version: 'v7.0.1' },
  setupNode: { name: 'actions/setup-node', sha: '820762786026740c76f36085b0efc47a31fe5020', version: 'v7.0.0' },
  nixInstaller: {
    name: 'DeterminateSystems/nix-installer-action',
    sha: 'ef8a148080ab6020fd15196c2084a2eea5ff2d25',
    version: 'v22',
  },
  /** A release sets this to its own commit. */
  workflowRunner: {
    name: 'workflow-runner/workflow-runner',
    sha: '4bb56b9bfc30b320c599e94365feaa49b4ca4dbd',
    version: 'v0.1.0',
  },
} as const satisfies Record<string, PinnedAction>;

/** `owner/repository@sha`, the value of `uses:`. */
export const pinned = ({ name, sha }: PinnedAction): string => `${name}@${sha}`;

/** The version comment for a value of `uses:`; null when it is none of `PINS`. */
export function pinnedVersion(uses: string): string | null {
  return Object.values(PINS).find((pin) => pinned(pin) === uses)?.version ?? null;
}
