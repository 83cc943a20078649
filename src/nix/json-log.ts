/** Nix's `--log-format internal-json`: one `@nix {…}` object a line on stderr (source: libutil/logging.cc). */
export interface NixLogLine {
  readonly action: string;
  readonly id?: number;
  /** Verbosity: 0 error, 1 warning, 3 info, 4 talkative. */
  readonly level?: number;
  /** Of an activity or result; see `ACTIVITY_BUILD` and `RESULT_BUILD_LOG`. */
  readonly type?: number;
  readonly text?: string;
  readonly msg?: string;
  readonly raw_msg?: string;
  readonly file?: string | null;
  readonly line?: number | null;
  readonly column?: number | null;
  readonly trace?: readonly NixTraceFrame[];
  readonly fields?: readonly unknown[];
}

export interface NixTraceFrame {
  readonly raw_msg?: string;
  readonly file?: string | null;
  readonly line?: number | null;
  readonly column?: number | null;
}

export const ACTIVITY_BUILD = 105;
export const RESULT_BUILD_LOG = 101;

// eslint-disable-next-line no-control-regex -- these are what is to be removed
const ANSI = /\u001b\[[0-9;]*[A-Za-z]/g;

/** The object of a log line, or null for any other line: what evaluated code prints reaches stderr too. */
export function parseLogLine(line: string): NixLogLine | null {
  if (!line.startsWith('@nix ')) return null;
  try {
    const value: unknown = JSON.parse(line.slice('@nix '.length));
    return isLogLine(value) ? value : null;
  } catch {
    return null;
  }
}

/** The line as a person would read it without `internal-json`; null for bookkeeping. */
export function readableLogLine(line: string): string | null {
  const log = parseLogLine(line);
  if (log === null) return line.startsWith('@nix ') ? null : line;
  if (log.action === 'msg') return (log.level ?? 0) <= 3 ? withoutAnsi(log.msg ?? '') : null;
  if (log.action === 'start' && log.text !== undefined && log.text !== '') return withoutAnsi(log.text);
  const [text] = log.fields ?? [];
  return log.action === 'result' && log.type === RESULT_BUILD_LOG && typeof text === 'string'
    ? `> ${withoutAnsi(text)}`
    : null;
}

/** Without colour codes. */
export function withoutAnsi(text: string): string {
  return text.replace(ANSI, '');
}

/** Checks the types of all that is read, because a builder's output could imitate a log line. */
function isLogLine(value: unknown): value is NixLogLine {
  if (typeof value !== 'object' || value === null) return false;
  const line = value as Record<string, unknown>;
  const isText = (name: string): boolean => line[name] === undefined || typeof line[name] === 'string';
  const isList = (name: string): boolean => line[name] === undefined || Array.isArray(line[name]);
  return (
    typeof line['action'] === 'string' &&
    ['text', 'msg', 'raw_msg'].every(isText) &&
    ['fields', 'trace'].every(isList) &&
    isPlaced(line) &&
    ((line['trace'] ?? []) as unknown[]).every(
      (frame) => typeof frame === 'object' && frame !== null && isPlaced(frame),
    )
  );
}

function isPlaced(value: object): boolean {
  const { file, line, column, raw_msg: text } = value as Record<string, unknown>;
  return (
    [file, text].every((one) => one == null || typeof one === 'string') &&
    [line, column].every((one) => one == null || typeof one === 'number')
  );
}
