import type { Failure } from '../../base/failure.js';
import type { RunState } from '../../engine/run-state.js';
import { safeTerminalLine } from '../../process/terminal-text.js';
import { describeFailure } from '../describe-failure.js';
import { foundFailures } from '../found-failures.js';
import { renderDiagnostics } from '../render-diagnostics.js';
import { plain } from '../text-style.js';
import type { Problem } from './run-report.js';

const MAX_DIAGNOSTICS = 20;

/** Every failure of a run in words: those of steps in file order, then of phases, then of the result. */
export function problemsOf(state: RunState): Problem[] {
  const numbers = new Map(state.plan.steps.map((step) => [`step ${step.number} `, step.number]));
  return foundFailures(state).map(({ where, failure, isBorne, blame }) => ({
    ...problemOf(where, failure, isBorne),
    step: numbers.get(/^step \d+ /.exec(where)?.[0] ?? '') ?? null,
    blame,
  }));
}

/** One failure in words; findings in files with the line they are about and a caret. */
export function problemOf(where: string, failure: Failure, isBorne: boolean): Problem {
  const { title, details, help } = describeFailure(failure);
  const found = 'diagnostics' in failure ? failure.diagnostics : [];
  const shown = found.slice(0, MAX_DIAGNOSTICS);
  const lines = renderDiagnostics(shown, { paint: plain, clean: safeTerminalLine }).split('\n');
  const more = found.length > shown.length ? [`… and ${found.length - shown.length} more`] : [];
  return {
    where,
    step: null,
    title,
    reason: failure.reason,
    details: found.length > 0 ? [...lines, ...more] : details,
    help: isBorne ? '' : help,
    isBorne,
    blame: null,
  };
}
