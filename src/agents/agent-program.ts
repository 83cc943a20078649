/** An agent CLI that was found. */
export interface AgentProgram {
  /** Absolute path of the executable; of `command:PROGRAM` with a relative path, that path: it is in the workspace. */
  readonly path: string;
  /** As it says itself, `x.y.z`; null when it does not. */
  readonly version: string | null;
  /** Absolute paths that it needs to read in a cage. */
  readonly readable: readonly string[];
}
