import { err, ok } from '../base/result.js';
import type { CommandStep } from '../definition/workflow.js';
import { commandFailure, runShell } from './shell.js';
import { codeReport, free, type StepKind } from './step-kind.js';

/** `run:`: a shell command. It succeeds when it exits with 0. */
export const commandKind: StepKind<CommandStep> = {
  describe: (action) => `run: ${action.command}`,
  run: async (action, input) => {
    const result = await runShell(action.command, input);
    const failure = commandFailure(action.command, result, input.timeoutMs);
    if (failure !== null) return err(free(failure));
    return ok(codeReport({ outcome: 'done', summary: '', outputs: {} }));
  },
};
