/** Why a command cannot begin or go on: plain data for a person and for `--json`. Not stored in the journal. */
export interface Problem {
  /** Stable kebab-case name, for example `not-a-repository`. */
  readonly code: string;
  /** What happened and where, one line. */
  readonly message: string;
  /** What to do next. */
  readonly help: string;
  /** The exit code of the program: 1 failed, 2 invalid usage or input, 4 locked by another run. */
  readonly exitCode: 1 | 2 | 4;
}
