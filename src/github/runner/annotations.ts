import { isAbsolute, posix } from 'node:path';
import { sortDiagnostics, type Diagnostic } from '../../base/diagnostic.js';
import { counted } from '../../report/step-label.js';

/** One annotation, not yet escaped for the runner. */
export interface Annotation {
  readonly severity: 'error' | 'warning';
  readonly title: string | null;
  readonly message: string;
  /** null: it belongs to no line. Paths relative to the workspace, lines and columns from 1. */
  readonly place: AnnotationPlace | null;
}

export interface AnnotationPlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

export interface AnnotationLimits {
  /** How many of each kind may still be shown. */
  readonly room: { readonly error: number; readonly warning: number };
  /** From the workspace to the folder that the paths of the diagnostics are relative to; empty when that is the workspace. */
  readonly folder: string;
}

/** A runner shows 10 of a kind per step and cuts at 4096 characters (ExecutionContext.cs); ours stay within one pipe write. */
export const maxAnnotations = 10;
const maxMessageBytes = 3000;
const maxFileLength = 400;

/**
 * The annotations to make of diagnostics: in the order of `sortDiagnostics`, as many as there is room for; when they do not all
 * fit, the last says how many more there are.
 */
export function chooseAnnotations(diagnostics: readonly Diagnostic[], limits: AnnotationLimits): Annotation[] {
  const sorted = sortDiagnostics(diagnostics);
  return (['error', 'warning'] as const).flatMap((severity) => {
    const all = sorted.filter((one) => one.severity === severity);
    const room = limits.room[severity];
    if (all.length <= room) return all.map((one) => annotation(one, limits.folder));
    if (room <= 0) return [];
    const shown = all.slice(0, room - 1).map((one) => annotation(one, limits.folder));
    const more = `${shown.length === 0 ? '' : '… and '}${counted(all.length - shown.length, severity)}${shown.length === 0 ? '' : ' more'}`;
    return [...shown, { severity, title: null, message: `${more}; all of them are in the log`, place: null }];
  });
}

/** Cut so that it stays short when escaped for the runner, between characters, with a mark of the cut. */
export function cutMessage(message: string): string {
  let bytes = 0;
  let end = 0;
  for (const character of message) {
    const size = /[%\r\n]/.test(character) ? 3 : new TextEncoder().encode(character).length;
    if (bytes + size > maxMessageBytes) return `${message.slice(0, end)}…`;
    bytes += size;
    end += character.length;
  }
  return message;
}

function annotation({ severity, code, message, help, location }: Diagnostic, folder: string): Annotation {
  const text = help === undefined ? message : `${message}\n${help}`;
  const file = workspacePath(location.file, folder);
  if (file === null) {
    const where = `${location.file}${location.line === undefined ? '' : `:${location.line}`}`;
    return {
      severity,
      title: code,
      message: cutMessage(location.file === '' ? text : `${where}: ${text}`),
      place: null,
    };
  }
  const { line, column, length } = location;
  const columns =
    line === undefined || column === undefined ? {} : { column, endColumn: column + Math.max(1, length ?? 1) - 1 };
  return {
    severity,
    title: code,
    message: cutMessage(text),
    place: { file, ...(line === undefined ? {} : { line }), ...columns },
  };
}

/** null for what is no file of the workspace, or could not be shown as one. */
function workspacePath(file: string, folder: string): string | null {
  // eslint-disable-next-line no-control-regex -- control characters are the subject
  if (file === '' || isAbsolute(file) || file.length > maxFileLength || /[\x00-\x1f\x7f]/.test(file)) return null;
  const path = posix.normalize(posix.join(folder, file));
  return path === '..' || path.startsWith('../') || path === '.' ? null : path;
}
