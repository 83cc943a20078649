import type { RunEvent } from '../../engine/event.js';
import type { RunState } from '../../engine/run-state.js';
import type { DiffReport, LogReport } from './run-report.js';

/** What a page is made from. Texts are redacted already, and may hold anything else. */
export interface ReportSource {
  readonly state: RunState;
  readonly events: readonly RunEvent[];
  /** By id of the step, or by what else printed: `result`, `on_success`, `run`. */
  readonly logs: ReadonlyMap<string, LogReport>;
  /** By id of the step. */
  readonly diffs: ReadonlyMap<string, DiffReport>;
  /** Whether a process works on the run now: without one, a run that says `running` was killed. */
  readonly isLive: boolean;
  readonly notes: readonly string[];
  /** `--repo DIR` as the user gave it, for the commands that are suggested; null when not given. */
  readonly repo: string | null;
}
