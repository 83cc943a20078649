/** What `doctor` found: keys in the order in which they are shown. Stable for `--json`. */
export interface DoctorDocument {
  /** True when nothing that the workflows here need is missing. */
  readonly ready: boolean;
  /** The checkout that was looked at; null outside of one. */
  readonly repository: string | null;
  /** The backend that a run would use. */
  readonly backend: string;
  /** Workflows of the repository, those that ask agents, and those that are not valid and were not looked at. */
  readonly workflows: { readonly total: number; readonly asking_agents: number; readonly invalid: number };
  /** Names of the workflows that need nothing that is missing, sorted. */
  readonly ready_workflows: readonly string[];
  readonly git: ToolReport;
  readonly nix: NixReport;
  readonly sandbox: SandboxReport;
  readonly agents: readonly AgentReport[];
  /** null where the environment has no token. */
  readonly github: GitHubReport | null;
  readonly disk: readonly DiskReport[];
  readonly notifications: NotificationFacts;
}

/** A program that everything, or the flake, needs. */
export interface ToolReport {
  readonly needed: boolean;
  readonly ready: boolean;
  /** null when it is not on PATH. */
  readonly path: string | null;
  readonly version: string | null;
  /** What to do when it is not ready; null when it is. */
  readonly help: string | null;
}

export interface SandboxReport {
  /** True with `--sandbox require`, where agents are asked. */
  readonly needed: boolean;
  readonly ready: boolean;
  /** Absolute path of the program that confines; null when there is none that works. */
  readonly path: string | null;
  readonly why: string | null;
  readonly help: string | null;
}

export interface AgentReport {
  readonly backend: string;
  readonly needed: boolean;
  readonly ready: boolean;
  /** `unusable`: it is too old, or does not run. */
  readonly status: 'ready' | 'no-key' | 'unusable' | 'not-found';
  readonly path: string | null;
  readonly found_by: 'option' | 'path' | 'installed' | null;
  readonly version: string | null;
  /** Older ones are refused; null when any may run. */
  readonly oldest_version: string | null;
  /** The version that `--install-agent` installs; null when it installs none. */
  readonly tested_version: string | null;
  readonly newer_than_tested: boolean;
  /** Names of the variables that may hold its key; empty when it needs none. Never a value. */
  readonly key_variables: readonly string[];
  /** The one that does; null when none does. */
  readonly key_variable: string | null;
  /** The command that installs it. */
  readonly install: string;
  readonly help: string | null;
}

export interface NixReport extends ToolReport {
  /** Whether the machine's own settings switch flakes on, for a person's `nix flake check`; runs do it for themselves. */
  readonly flakes_on: boolean | null;
  /** Address of the store that answered, such as `daemon` or `local`; null when none did. */
  readonly store: string | null;
  /** True for root and for those whom the Nix daemon trusts, which is as much as root; null when nobody says. */
  readonly trusted_user: boolean | null;
  /** What should be known, and how to mend it, though no run fails by it. */
  readonly notes: readonly string[];
}

/** What a token of GitHub that the environment has may do. No workflow needs it on this machine. */
export interface GitHubReport {
  /** Name of the variable that holds it. Never its value. */
  readonly token_variable: string;
  /** `owner/name`; null where the repository is none of the server's. */
  readonly repository: string | null;
  readonly ready: boolean;
  /** True when it may push; null when it was not tried or the server does not say. */
  readonly may_write: boolean | null;
  /** Scopes of a classic token; null for the other kinds. */
  readonly scopes: readonly string[] | null;
  /** When it expires, as the server says it; null when it does not, or does not say. */
  readonly expires: string | null;
  /** What stands in the way; null when nothing does. */
  readonly why: string | null;
  readonly help: string | null;
}

/** Room on the disk of a folder that runs write to. */
export interface DiskReport {
  readonly what: 'repository' | 'cache' | 'store';
  readonly path: string;
  readonly needed: boolean;
  readonly ready: boolean;
  /** Bytes that this user can still write; null when the system does not say. */
  readonly free_bytes: number | null;
  /** Less than this stops runs. */
  readonly least_bytes: number;
  readonly help: string | null;
}

/** Who is told how runs end, without a secret. */
export interface NotificationFacts {
  /** Where the configuration is, or would be. */
  readonly config: string;
  readonly exists: boolean;
  /** False when something is wrong with it, and nobody is told. */
  readonly valid: boolean;
  readonly receivers: readonly { readonly name: string; readonly type: string; readonly when: readonly string[] }[];
}
