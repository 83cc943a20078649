/** What the comparison of derivations said about each host; `null` in its place means that hosts were not compared. */
export interface ComparedHosts {
  readonly unchanged: readonly string[];
  readonly changed: readonly {
    readonly host: string;
    /** One line: what differs. */
    readonly what: string;
  }[];
}
