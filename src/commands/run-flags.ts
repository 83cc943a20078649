/** What can be said on the command line about a run. */
export interface RunFlags {
  /** Only this phase. */
  readonly phase?: string;
  /** The phase, or one child of it, is all that this job runs. See `RunChoices`. */
  readonly job?: { readonly step: string | null };
  /** Checks what must hold, writes down that the run has begun, and leaves the steps to others. */
  readonly beginOnly?: boolean;
  readonly dryRun: boolean;
  readonly resume: boolean;
  /** Numbers or ids. */
  readonly skipSteps: readonly string[];
  /** Number or id of a step. */
  readonly rollbackTo?: string;
  readonly land?: 'merge' | 'branch' | 'none';
  readonly allowDirty: boolean;
  readonly agentBackend?: string;
  /** The executable of the backend, absolute; without it, it is looked for on PATH and among those installed by us. */
  readonly agentPath?: string;
  /** Installs the pinned version of the backend when none is found. */
  readonly installAgent?: boolean;
  readonly sandbox?: 'require' | 'prefer' | 'off';
  /** `HOST[:PORT]`: what a caged agent reaches besides its API. */
  readonly allowHosts?: readonly string[];
  /** Further variables of the environment that agents get. */
  readonly agentEnv?: readonly string[];
  readonly maxConcurrent?: number;
  readonly budgetUsd?: number;
  /** Lands the rest when the result is red or a step has failed. */
  readonly partial?: boolean;
  readonly acceptChanges: boolean;
  /** `--repo DIR`, absolute; null for the repository around the current folder. */
  readonly repo: string | null;
}
