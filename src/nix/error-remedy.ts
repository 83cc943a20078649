import { shellWord } from '../base/shell-word.js';
import type { DiagnoseContext } from './diagnose-context.js';
import { errorKind, type ErrorKind } from './error-kind.js';
import { inputToLock, missingPath } from './error-places.js';
import type { ErrorReport, PlaceView } from './error-report.js';
import { conditionalImports, missingArgument } from './written-places.js';

export interface ErrorRemedy extends ErrorKind {
  /** In place of what Nix says, where that is about something else. */
  readonly message?: string;
}

/**
 * Name and remedy of an error with what its message alone does not tell: which input is not locked, who passes a module its arguments,
 * that a file is there but not known to git.
 */
export function errorRemedy(
  report: ErrorReport,
  { context, source }: Pick<PlaceView, 'context' | 'source'>,
): ErrorRemedy {
  const kind = errorKind(report.text);
  const input = inputToLock(report);
  if (input !== null && kind.code === 'nix-network' && !fetchesLocked(report, context))
    return lockRemedy(input, context);
  const argument = missingArgument(report);
  if (argument !== null) {
    const from = '`specialArgs` (of lib.nixosSystem) or `_module.args`';
    return { ...kind, help: `a module gets \`${argument.name}\` only from ${from}: pass it there` };
  }
  if (conditionalImports(report, { context }).length > 0) {
    const help = '`imports` cannot depend on options: import always, and put the `mkIf` around what the module sets';
    return { code: 'nix-conditional-imports', help };
  }
  const isFile = kind.code === 'nix-missing-file' || kind.code === 'nix-untracked-file';
  const path = isFile ? missingPath(report.text, { context, source }) : null;
  return path !== null && context.exists(path) ? untracked(path) : kind;
}

/** Nix may fetch what is locked while it looks at the lock file: to learn the inputs of an input. Then only the network is to blame. */
function fetchesLocked({ text }: ErrorReport, { isInLock }: DiagnoseContext): boolean {
  const commit = /\b[0-9a-f]{40}\b/.exec(text)?.[0];
  return commit !== undefined && isInLock(commit);
}

/** Nix says only that it cannot download something: it went to look where the input is now. */
function lockRemedy(input: string, { findBinding }: DiagnoseContext): ErrorRemedy {
  const isDeclared = findBinding('flake.nix', `inputs.${input.split('/')[0]}`) !== null;
  const help = isDeclared
    ? `flake.lock does not have the input ${input}: run \`nix flake lock\` where there is a network, and commit flake.lock`
    : `\`outputs\` takes ${input}, which \`inputs\` of flake.nix does not have: declare it there, or take it out of the arguments`;
  return { code: 'nix-lock-outdated', help, message: `the input ${input} is not locked` };
}

function untracked(path: string): ErrorRemedy {
  return {
    code: 'nix-untracked-file',
    help: `the file is there, but flakes see only what git knows: git add ${shellWord(path)}`,
  };
}
