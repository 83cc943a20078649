/** A place in a text file: line and column count from 1; the column counts UTF-16 units, as editors do. */
export interface Location {
  /** Path as the user would type it, relative to the repository where possible. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** How many characters the caret underlines; 1 when left out. */
  readonly length?: number;
}

/** One finding about a file: facts for a person (rendered in `report/`) and for a machine (`--json`). */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** Stable kebab-case name of the rule, for example `unknown-key`. */
  readonly code: string;
  /** What is wrong, one line, no position in it. */
  readonly message: string;
  readonly location: Location;
  /** The text of the line the location points to, so that a caret can be shown without reading the file again. */
  readonly sourceLine?: string;
  /** What to do about it, or what was expected. */
  readonly help?: string;
}

/** Sorts by file, line, column; errors before warnings at the same place; returns a new array without duplicates. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics
    .filter((d) => {
      const key = JSON.stringify([d.code, d.message, d.location]);
      return seen.has(key) ? false : seen.add(key);
    })
    .sort(
      (a, b) =>
        compareText(a.location.file, b.location.file) ||
        (a.location.line ?? 0) - (b.location.line ?? 0) ||
        (a.location.column ?? 0) - (b.location.column ?? 0) ||
        compareText(a.severity, b.severity),
    );
}

/** Orders by UTF-16 code unit, never by the machine's locale, so that output is the same everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
