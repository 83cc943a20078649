import type { Diagnostic } from '../../base/diagnostic.js';

/** As `MemoFolder` of `files/` takes it. */
export type MemoKey = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A check of a flake that passed. Failures are never kept. */
export interface RememberedPass {
  /** `toplevel.drvPath` of every host. */
  readonly hosts: Readonly<Record<string, string>>;
  readonly warnings: readonly Diagnostic[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Of the run that checked; null when it was none. */
  readonly run: string | null;
}

/** The pass in a remembered value; null when it has not exactly that shape: such a file is not ours. */
export function readPass(value: unknown): RememberedPass | null {
  if (!isRecord(value)) return null;
  const { hosts, warnings, at, run } = value;
  const isPass =
    isRecord(hosts) &&
    Object.values(hosts).every((path) => typeof path === 'string' && /^\/[^\s]+\.drv$/.test(path)) &&
    Array.isArray(warnings) &&
    warnings.every(isDiagnostic) &&
    isTime(at) &&
    (run === null || (typeof run === 'string' && /^[\w.-]{1,100}$/.test(run)));
  return isPass ? (value as unknown as RememberedPass) : null;
}

function isDiagnostic(value: unknown): boolean {
  if (!isRecord(value) || !isRecord(value['location'])) return false;
  const { severity, code, message, help, sourceLine } = value;
  const { file, line, column, length } = value['location'];
  return (
    (severity === 'error' || severity === 'warning') &&
    [code, message, file].every((text) => typeof text === 'string') &&
    [help, sourceLine].every((text) => text === undefined || typeof text === 'string') &&
    [line, column, length].every((count) => count === undefined || Number.isSafeInteger(count))
  );
}

/** What a `Date` can show. */
function isTime(value: unknown): boolean {
  return Number.isSafeInteger(value) && Math.abs(value as number) <= 8.64e15;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
