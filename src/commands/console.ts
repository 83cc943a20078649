/*
 * The only writer to standard output and standard error.
 *
 * Job: decide what is shown and how: text or one JSON document, colour, quiet, verbose, live view. Not its job: wording.
 * Invariants, cited by the tests:
 *  O1  With `--json`, standard output is exactly one JSON document, for errors too.
 *  O2  Results and the story of a run go to standard output; errors, warnings and notes to standard error.
 *  O3  Without a terminal there is no escape sequence in the output.
 */
import type { Diagnostic } from '../base/diagnostic.js';
import { safeTerminalLine } from '../process/terminal-text.js';
import { jsonText } from '../report/json-text.js';
import { countDiagnostics, renderDiagnostics } from '../report/render-diagnostics.js';
import { plain, type CleanText, type Paint, type TextStyle } from '../report/text-style.js';
import type { LiveArea } from './live-area.js';

/** One of the two standard streams. */
export interface OutputStream {
  readonly write: (text: string) => void;
  readonly isTTY: boolean;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
  /** False once its reader is known to be gone; left out where nobody can tell. */
  readonly isOpen?: boolean;
  /** The stream itself, for what draws on a terminal; left out where nothing can be drawn. */
  readonly terminal?: NodeJS.WriteStream;
}

export interface ConsoleOptions {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** False for `--no-color`. */
  readonly color: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Why a command could not do its work, for a person and for `--json`. */
export interface CommandError {
  /** Stable kebab-case name. */
  readonly code: string;
  /** What happened and where, one line. */
  readonly message: string;
  readonly help?: string;
  readonly diagnostics?: readonly Diagnostic[];
}

/** `clean` for hostile text: one line, nothing in it acts on the terminal. */
export const clean: CleanText = safeTerminalLine;

const CODES: Record<TextStyle, string> = {
  error: '31',
  warning: '33',
  success: '32',
  accent: '36',
  dim: '2',
  bold: '1',
};

const ansi: Paint = (style, text) => (text === '' ? '' : `\u001b[${CODES[style]}m${text}\u001b[0m`);

export class CommandConsole {
  /** Colours for standard output. */
  readonly paint: Paint;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
  readonly isVerbose: boolean;
  /** True when a live view can be shown: a person at a terminal that can move its cursor, and text is wanted. */
  readonly isLive: boolean;
  readonly #paintErrors: Paint;
  readonly #stdout: OutputStream;
  readonly #stderr: OutputStream;
  readonly #mayRing: boolean;
  #documents = 0;

  constructor({ stdout, stderr, json, quiet, verbose, color, env }: ConsoleOptions) {
    this.#stdout = stdout;
    this.#stderr = stderr;
    this.isJson = json;
    this.isQuiet = quiet;
    this.isVerbose = verbose;
    const wanted = color && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
    const isCi = (env['CI'] ?? '') !== '' && env['CI'] !== 'false';
    this.paint = wanted && stdout.isTTY && !isCi && !json ? ansi : plain;
    this.#paintErrors = wanted && stderr.isTTY && !isCi && !json ? ansi : plain;
    this.#mayRing = stderr.isTTY && !isCi && !quiet && env['TERM'] !== 'dumb';
    // Of a terminal without a size, as some programs make, nobody knows where a line ends.
    const canDraw =
      stdout.terminal !== undefined && stdout.columns !== 0 && stdout.rows !== 0 && env['TERM'] !== 'dumb';
    this.isLive = stdout.isTTY && canDraw && !isCi && !json && !quiet;
  }

  /** True when results go to a terminal, and not to a file or another program. */
  get isTerminal(): boolean {
    return this.#stdout.isTTY;
  }

  /** False once nobody reads results any more. */
  get isOpen(): boolean {
    return this.#stdout.isOpen ?? true;
  }

  /** Columns of the terminal; 100 when there is none, or it has no size. */
  get width(): number {
    return this.#stdout.columns || 100;
  }

  /** Rows of the terminal; 24 when there is none, or it has no size. */
  get height(): number {
    return this.#stdout.rows || 24;
  }

  /** A result: what the command was asked for. Shown with `--quiet` too. Not with `--json`. */
  print(text: string): void {
    if (!this.isJson) this.#stdout.write(`${text}\n`);
  }

  /** Progress, on standard output because it belongs to the story that a run tells. Not with `--quiet`. */
  progress(text: string): void {
    if (!this.isJson && !this.isQuiet) this.#stdout.write(`${text}\n`);
  }

  /** Something that a person did not ask for but should know: on standard error, with `--json` too. */
  note(text: string): void {
    if (!this.isQuiet) this.#stderr.write(`${text}\n`);
  }

  /** Calls a person to their terminal; `sequence` is what makes it ring. Nothing where standard error is none, and none with `--quiet`. */
  alert(sequence: string): void {
    if (this.#mayRing) this.#stderr.write(sequence);
  }

  /** How things were found out; only with `--verbose`, on standard error. */
  detail(text: string): void {
    if (this.isVerbose) this.#stderr.write(`${this.#paintErrors('dim', text)}\n`);
  }

  /** Exactly as it is, for bytes of a log that are safe already. */
  raw(text: string): void {
    this.#stdout.write(text);
  }

  /** The one document of a command with `--json`; without it nothing. A second one is a bug (O1). */
  json(document: unknown): void {
    if (!this.isJson) return;
    this.#documents += 1;
    if (this.#documents > 1) throw new Error('a command wrote two JSON documents');
    this.#stdout.write(jsonText(document));
  }

  /** Warnings on standard error. */
  warn(diagnostics: readonly Diagnostic[]): void {
    if (this.isJson || this.isQuiet || diagnostics.length === 0) return;
    this.#stderr.write(`${renderDiagnostics(diagnostics, { paint: this.#paintErrors, clean })}\n`);
  }

  /** Ends a command that could not do its work: says why, and gives the exit code back. */
  fail(error: CommandError, exitCode: number): number {
    const { code, message, help, diagnostics } = error;
    if (this.isJson) {
      this.json({
        error: {
          code,
          message,
          ...(help === undefined ? {} : { help }),
          ...(diagnostics === undefined ? {} : { diagnostics }),
        },
        exit_code: exitCode,
      });
      return exitCode;
    }
    const lines: string[] = [];
    if (diagnostics !== undefined && diagnostics.length > 0) {
      lines.push(renderDiagnostics(diagnostics, { paint: this.#paintErrors, clean }), '');
    }
    const count = countDiagnostics(diagnostics ?? []);
    lines.push(`${this.#paintErrors('error', 'error:')} ${clean(message)}${count === '' ? '' : ` (${count})`}`);
    if (help !== undefined) lines.push(...help.split('\n').map((line) => `  ${clean(line)}`));
    this.#stderr.write(`${lines.join('\n')}\n`);
    return exitCode;
  }

  /** A live area on the terminal. Loads what draws it only now: most commands never need it. Only when `isLive`. */
  async live(): Promise<LiveArea> {
    const { openLiveArea } = await import('./live-area.js');
    const { terminal, write } = this.#stdout;
    if (terminal === undefined) throw new Error('a live area needs a terminal');
    return openLiveArea({ terminal, write, width: () => this.width, height: () => this.height });
  }
}
