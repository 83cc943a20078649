import { join } from 'node:path';
import type { ProcessIdentity } from './process-identity.js';

/** Who holds the lock, for a person and for the judgement whether it is still alive. */
export interface Holder extends ProcessIdentity {
  readonly runId: string;
  readonly workflow: string;
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
}

/** One numbered file in the lock's folder; see `lock.ts`. */
export interface Claim {
  readonly format: 1;
  readonly state: 'held' | 'released';
  /** Random; tells two claims of one process apart. */
  readonly nonce: string;
  readonly holder: Holder;
}

/** The file of the claim with that number. */
export function claimPath(folder: string, number: number): string {
  return join(folder, `${number}.json`);
}

/** The number of a claim's file name; null for any other file. */
export function claimNumber(name: string): number | null {
  return /^[1-9][0-9]{0,14}\.json$/.test(name) ? Number.parseInt(name, 10) : null;
}

/** The name of a file that only its writer looks at. */
export function temporaryName(pid: number, nonce: string): string {
  return `claim-${pid}-${nonce}`;
}

/** The process that made a temporary file (also one that `writeFileAtomic` made for it); null for any other file. */
export function leftoverPid(name: string): number | null {
  const match = /^\.?claim-([1-9][0-9]{0,9})-[0-9a-f]{32}(?:\.[0-9a-f]+\.tmp)?$/.exec(name);
  return match?.[1] === undefined ? null : Number(match[1]);
}

/** null for what is no claim at all; any bytes may be in the file. */
export function parseClaim(text: string): Claim | 'unknown-format' | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  if (value['format'] !== 1) return typeof value['format'] === 'number' ? 'unknown-format' : null;
  const { state, nonce, holder } = value;
  if ((state !== 'held' && state !== 'released') || typeof nonce !== 'string' || !isHolder(holder)) return null;
  return { format: 1, state, nonce, holder };
}

function isHolder(value: unknown): value is Holder {
  if (!isObject(value)) return false;
  const pid = value['pid'];
  return (
    typeof pid === 'number' &&
    Number.isSafeInteger(pid) &&
    pid > 0 &&
    typeof value['startedAtMs'] === 'number' &&
    ['host', 'runId', 'workflow'].every((name) => typeof value[name] === 'string') &&
    ['startTime', 'bootId', 'pidNamespace'].every((name) => value[name] === null || typeof value[name] === 'string')
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
