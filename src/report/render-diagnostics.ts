import type { Diagnostic } from '../base/diagnostic.js';
import { displayWidth, fitWidth } from './display-width.js';
import type { CleanText, Paint } from './text-style.js';

const TAB = '    ';
/** Columns of a source line before the caret, and in all: a minified line must not fill the screen. */
const MAX_BEFORE = 60;
const MAX_WIDTH = 110;

export interface DiagnosticStyle {
  readonly paint: Paint;
  readonly clean: CleanText;
}

/** Every diagnostic as text: position, severity, message, code, the line with a caret, help. In the given order. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], style: DiagnosticStyle): string {
  return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, style)).join('\n');
}

/** `2 errors, 1 warning`; empty when there are none. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic['severity']): string[] => {
    const found = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return found === 0 ? [] : [`${found} ${severity}${found === 1 ? '' : 's'}`];
  };
  return [...count('error'), ...count('warning')].join(', ');
}

function renderDiagnostic(diagnostic: Diagnostic, { paint, clean }: DiagnosticStyle): string {
  const { location, severity, message, code, help } = diagnostic;
  const place = [clean(location.file), location.line, location.column].filter((part) => part !== undefined).join(':');
  const head = `${paint('bold', place)}: ${paint(severity, `${severity}:`)} ${clean(message)} ${paint('dim', `[${code}]`)}`;
  const lines = [head, ...sourceLines(diagnostic, { paint, clean })];
  if (help !== undefined) lines.push(`  ${paint('accent', 'help:')} ${clean(help)}`);
  return lines.join('\n');
}

function sourceLines({ location, sourceLine, severity }: Diagnostic, { paint, clean }: DiagnosticStyle): string[] {
  const { line, column, length = 1 } = location;
  if (sourceLine === undefined || line === undefined) return [];
  const show = (text: string): string => clean(text.replaceAll('\t', TAB));
  const gutter = String(line);
  const bar = (text: string, number = ' '.repeat(gutter.length)): string =>
    `  ${paint('dim', `${number} |`)} ${text}`.trimEnd();
  if (column === undefined) return [bar(fitWidth(show(sourceLine), MAX_WIDTH), gutter)];
  const at = Math.min(column - 1, sourceLine.length);
  const before = lastColumns(show(sourceLine.slice(Math.max(0, at - 4 * MAX_WIDTH), at)), MAX_BEFORE);
  const after = show(sourceLine.slice(at, at + 4 * MAX_WIDTH));
  const room = MAX_WIDTH - displayWidth(before);
  const marked = displayWidth(show(sourceLine.slice(at, at + Math.min(length, 4 * MAX_WIDTH))));
  const caret = `^${'~'.repeat(Math.max(0, Math.min(marked, room) - 1))}`;
  return [bar(before + fitWidth(after, room), gutter), bar(' '.repeat(displayWidth(before)) + paint(severity, caret))];
}

/** The end of the text, at most `columns` wide, with an ellipsis in front when something was cut off. */
function lastColumns(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const characters = Array.from(text);
  let start = characters.length;
  for (let width = 1; start > 0; start -= 1) {
    width += displayWidth(characters[start - 1] ?? '');
    if (width > columns) break;
  }
  return `…${characters.slice(start).join('')}`;
}
