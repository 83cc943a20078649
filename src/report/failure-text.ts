/** A failure in words. Text of steps is in it as it was: clean each line before it is shown. */
export interface FailureText {
  /** What happened, one line, no full stop. */
  readonly title: string;
  /** Where and what exactly, line by line. */
  readonly details: readonly string[];
  /** What to do about it. */
  readonly help: string;
}
