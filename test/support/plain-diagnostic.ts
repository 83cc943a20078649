import type { Diagnostic } from '../../src/base/diagnostic.js';

/** `file:line:column severity code message (help)`, the line and a caret. */
export function plainDiagnostic(diagnostic: Diagnostic): string {
  const { file, line = 0, column = 0, length = 1 } = diagnostic.location;
  const caret = ' '.repeat(column - 1) + '^'.repeat(length);
  const head = `${file}:${line}:${column} ${diagnostic.severity} ${diagnostic.code} ${diagnostic.message} (${diagnostic.help ?? ''})`;
  return `${head}\n  | ${diagnostic.sourceLine ?? ''}\n  | ${caret}\n`;
}
