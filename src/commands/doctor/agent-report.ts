import type { AgentReport } from '../../report/doctor-document.js';
import { keyHelp, type BackendState } from '../agent-readiness.js';

/** What was found of an agent CLI, for a person. `needed`: a workflow here asks it. */
export function agentReport(state: BackendState, needed: boolean): AgentReport {
  const { backend, program, hasKey } = state;
  const ready = program !== null && hasKey;
  const what = program === null ? state.help : hasKey ? null : keyHelp(backend);
  // For what nothing here needs, the command is enough.
  const help = needed || state.isUnusable || program !== null ? what : backend.installHelp;
  return {
    backend: backend.name,
    needed,
    ready,
    status: statusOf(state),
    path: program?.path ?? null,
    found_by: state.foundBy,
    version: program?.version ?? null,
    oldest_version: backend.oldestVersion,
    tested_version: backend.pinned?.version ?? null,
    newer_than_tested: state.isNewerThanTested,
    key_variables: backend.keyVariables,
    key_variable: state.keyVariable,
    install: backend.installHelp,
    help: ready ? null : help,
  };
}

function statusOf({ program, hasKey, isUnusable }: BackendState): AgentReport['status'] {
  if (program === null) return isUnusable ? 'unusable' : 'not-found';
  return hasKey ? 'ready' : 'no-key';
}
