/** The version of an agent CLI that the runner can install by itself: exact packages with the digests of their archives. */
export interface PinnedAgent {
  /** npm package of the CLI that has the executable, for example `@openai/codex`. */
  readonly package: string;
  /** Exact version, for example `2.1.330`. */
  readonly version: string;
  /** What is installed, by `<process.platform>-<process.arch>`; a machine that is not in it installs by hand. */
  readonly archives: Readonly<Record<string, PinnedArchive>>;
}

export interface PinnedArchive {
  /** The npm package, which may be one of a platform: `@anthropic-ai/claude-code-linux-x64`. */
  readonly package: string;
  readonly version: string;
  /** `sha512-…`, as the registry gave it when it was pinned. */
  readonly integrity: string;
  /** Path of the executable inside the package. */
  readonly executable: string;
}
