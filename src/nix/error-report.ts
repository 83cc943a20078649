import type { DiagnoseContext } from './diagnose-context.js';
import type { NixTraceFrame } from './json-log.js';

/** One evaluation error as Nix reports it; `trace` has the innermost frame first. */
export interface ErrorReport {
  readonly text: string;
  readonly file?: string | null;
  readonly line?: number | null;
  readonly column?: number | null;
  readonly trace: readonly NixTraceFrame[];
}

/** What is known of the repository and of the log up to an error. */
export interface PlaceView {
  readonly context: DiagnoseContext;
  /** The store path of the flake itself, when the log tells it. */
  readonly source: string | null;
  /** The file evaluated last. */
  readonly lastFile: string | null;
}
