import type { Diagnostic } from '../base/diagnostic.js';
import type { NixFile } from '../nix/nix-tree.js';
import { locate } from '../nix/locate.js';
import { lineText } from '../nix/syntax/position.js';
import type { Span } from '../nix/syntax/syntax-tree.js';

export type Finding = Pick<Diagnostic, 'severity' | 'code' | 'message' | 'help'>;

/** A finding about a range of a file, with its line. */
export function at(file: Pick<NixFile, 'path' | 'text'>, span: Span, finding: Finding): Diagnostic {
  const location = locate(file, span.start, span.end);
  const sourceLine = lineText(file.text, location.line ?? 1);
  return { ...finding, location, ...(sourceLine === undefined ? {} : { sourceLine }) };
}
