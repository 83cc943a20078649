import type { Diagnostic } from '../base/diagnostic.js';

/** A piece of the text, in UTF-16 units from its beginning; `end` is not part of it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a rule has to say; the place is added by `SourceText`. */
export interface Finding {
  readonly severity?: Diagnostic['severity'];
  readonly code: string;
  readonly message: string;
  readonly help: string;
}

/** A file's text with its line starts: turns offsets into the positions of diagnostics. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  readonly #lineStarts: readonly number[];

  /** `file` as the user would type it; `text` without a byte order mark. */
  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  /** Offset at which the line (counted from 1) begins. */
  lineStart(line: number): number {
    return this.#lineStarts[line - 1] ?? this.text.length;
  }

  /** A diagnostic at `span`. The caret never leaves the first line of the span, nor the text. */
  diagnostic(span: Span, finding: Finding): Diagnostic {
    const start = Math.max(0, Math.min(span.start, this.text.length));
    const line = this.#lineOf(start);
    const lineStart = this.lineStart(line);
    const sourceLine = this.#lineText(line);
    const offsetInLine = Math.min(start - lineStart, sourceLine.length);
    const length = Math.max(1, Math.min(span.end - start, sourceLine.length - offsetInLine));
    return {
      severity: finding.severity ?? 'error',
      code: finding.code,
      message: finding.message,
      location: { file: this.file, line, column: offsetInLine + 1, length },
      sourceLine,
      help: finding.help,
    };
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  #lineText(line: number): string {
    const next = this.#lineStarts[line];
    const text = this.text.slice(this.lineStart(line), next === undefined ? undefined : next - 1);
    return text.endsWith('\r') ? text.slice(0, -1) : text;
  }
}
