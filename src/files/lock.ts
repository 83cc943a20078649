import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, renameSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../base/result.js';
import {
  claimNumber,
  claimPath,
  leftoverPid,
  parseClaim,
  temporaryName,
  type Claim,
  type Holder,
} from './lock-claim.js';
import { livenessOf, ownIdentity, type Liveness } from './process-identity.js';
import { readFileBounded } from './read-file-bounded.js';
import { fileTrouble, type FileTrouble } from './trouble.js';
import { writeFileAtomic } from './write-file-atomic.js';

/**
 * The repository lock: at most one run at a time, taken over from the dead.
 *
 * It is a folder of numbered claims, `1.json`, `2.json`, …; the highest number is the lock's state: held by its writer, or
 * released. To acquire: read the highest claim n; unless it is held by a live process, make claim n+1; the lock is ours if ours is
 * then still the highest.
 *
 * Why two never hold it. L1: a claim appears whole and at most once, by link(2) of a finished file, so of several processes
 * that find claim n stale one makes n+1 and the others start again. L2: numbers only grow: releasing replaces the content of one's own
 * claim, and only claims below one's own highest are removed, so no claim can be mistaken for an earlier one of the same number.
 * L3: a process that was slow, and makes n+1 after a later claim was made and n+1 removed, then sees the later claim, and
 * withdraws. So a holder's claim is the highest until somebody judges that very claim dead or released. A listing may miss a
 * claim that is made while it runs; that is why it is repeated until it has not changed.
 *
 * kill -9 at any point leaves a finished temporary file (removed by a later holder when its process is dead), a claim of a
 * dead process, or nothing. A claim that cannot be read (a power cut) is stale: a live one is whole. A claim from another machine or
 * pid namespace is not ours to judge, and held, until somebody removes it with `unlock`.
 */

export interface LockRequest {
  /** The lock's folder; it exists. */
  readonly folder: string;
  readonly runId: string;
  readonly workflow: string;
  /** Milliseconds since 1970, now. */
  readonly startedAtMs: number;
}

export type LockTrouble =
  | { readonly reason: 'held'; readonly holder: Holder; readonly liveness: Liveness }
  /** A claim in a layout of another version of this program. */
  | { readonly reason: 'unknown-claim'; readonly path: string }
  | { readonly reason: 'file'; readonly trouble: FileTrouble };

export interface HeldLock {
  /** The dead process that it was taken over from. */
  readonly takenOverFrom: Holder | null;
  /** False once somebody has removed the lock by force. */
  isOurs(): boolean;
  /** Gives it back; does nothing when it is not ours any more. */
  release(): Result<void, FileTrouble>;
}

export interface LockState {
  readonly holder: Holder;
  readonly liveness: Liveness;
}

/** Tries again only against others who try at the same moment; each round somebody gets it. */
const attempts = 1000;

const claimBytes = 64 * 1024;

/** Takes the lock, or says at once who holds it. */
export function acquireLock(request: LockRequest): Result<HeldLock, LockTrouble> {
  const { folder, runId, workflow, startedAtMs } = request;
  const holder: Holder = { ...ownIdentity(), runId, workflow, startedAtMs };
  const claim: Claim = { format: 1, state: 'held', nonce: randomBytes(16).toString('hex'), holder };
  try {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const current = currentClaim(folder);
      if (!current.ok) return current;
      const { number, claim: before } = current.value;
      if (before?.state === 'held') {
        const liveness = livenessOf(before.holder);
        if (liveness !== 'dead') return err({ reason: 'held', holder: before.holder, liveness });
      }
      if (!makeClaim(folder, number + 1, claim)) continue;
      const takenOverFrom = before?.state === 'held' ? before.holder : null;
      return ok(heldLock({ folder, number: number + 1, claim }, takenOverFrom));
    }
  } catch (error) {
    return err({ reason: 'file', trouble: fileTrouble(error, folder) });
  }
  throw new Error(`no progress in taking the lock in ${folder}`);
}

/** Who holds the lock now; null when nobody does, or only a dead process whose claim cannot be read. */
export function readLock(folder: string): Result<LockState | null, LockTrouble> {
  try {
    const current = currentClaim(folder);
    if (!current.ok) return current;
    const claim = current.value.claim;
    return ok(claim?.state === 'held' ? { holder: claim.holder, liveness: livenessOf(claim.holder) } : null);
  } catch (error) {
    return err({ reason: 'file', trouble: fileTrouble(error, folder) });
  }
}

/**
 * Removes the lock of the run `runId` by force, whoever holds it. False when that run does not hold it: somebody else may have
 * taken it since a person looked. The holder, if it lives, notices by `isOurs`.
 */
export function unlock(folder: string, runId: string): Result<boolean, LockTrouble> {
  try {
    const current = currentClaim(folder);
    if (!current.ok) return current;
    const { number, claim } = current.value;
    if (claim?.state !== 'held' || claim.holder.runId !== runId) return ok(false);
    return ok(makeClaim(folder, number + 1, { ...claim, state: 'released', nonce: randomBytes(16).toString('hex') }));
  } catch (error) {
    return err({ reason: 'file', trouble: fileTrouble(error, folder) });
  }
}

interface Own {
  readonly folder: string;
  readonly number: number;
  readonly claim: Claim;
}

function heldLock(own: Own, takenOverFrom: Holder | null): HeldLock {
  const { folder, number, claim } = own;
  const isOurs = (): boolean => {
    const current = readClaim(folder, number);
    return highest(folder) === number && current.ok && current.value?.nonce === claim.nonce;
  };
  const release = (): Result<void, FileTrouble> => {
    try {
      if (!isOurs()) return ok(undefined);
      renameSync(writeTemporary(folder, { ...claim, state: 'released' }), claimPath(folder, number));
      return ok(undefined);
    } catch (error) {
      return err(fileTrouble(error, folder));
    }
  };
  return { takenOverFrom, isOurs, release };
}

/** Makes the claim with that number; true when it then is the highest. Removes what lies below it. */
function makeClaim(folder: string, number: number, claim: Claim): boolean {
  const temporary = writeTemporary(folder, claim);
  try {
    linkSync(temporary, claimPath(folder, number));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    removeIfThere(temporary);
  }
  if (highest(folder) !== number) {
    removeIfThere(claimPath(folder, number));
    return false;
  }
  removeBelow(folder, number);
  return true;
}

/** A finished file beside the claims, under a name that tells its process. Throws the system's error. */
function writeTemporary(folder: string, claim: Claim): string {
  const path = join(folder, temporaryName(process.pid, claim.nonce));
  const written = writeFileAtomic(path, JSON.stringify(claim));
  if (written.ok) return path;
  throw Object.assign(new Error('claim not written'), { code: written.error.code, syscall: 'write' });
}

interface Current {
  /** 0 when there is no claim. */
  readonly number: number;
  /** null for no claim and for one that cannot be read. */
  readonly claim: Claim | null;
}

function currentClaim(folder: string): Result<Current, LockTrouble> {
  for (;;) {
    const number = highest(folder);
    if (number === 0) return ok({ number, claim: null });
    const claim = readClaim(folder, number);
    if (claim.ok) return ok({ number, claim: claim.value });
    // Removed since we looked: by the holder of a higher one.
    if (claim.error.reason !== 'file' || claim.error.trouble.reason !== 'missing') return claim;
  }
}

function readClaim(folder: string, number: number): Result<Claim | null, LockTrouble> {
  const path = claimPath(folder, number);
  const bytes = readFileBounded(path, claimBytes);
  if (!bytes.ok) return err({ reason: 'file', trouble: bytes.error });
  const claim = parseClaim(bytes.value.toString('utf8'));
  return claim === 'unknown-format' ? err({ reason: 'unknown-claim', path }) : ok(claim);
}

/** The highest number of a claim, 0 for none; the same in two listings, one after the other. */
function highest(folder: string): number {
  for (let before = -1; ;) {
    const now = readdirSync(folder).reduce((most, name) => Math.max(most, claimNumber(name) ?? 0), 0);
    if (now === before) return now;
    before = now;
  }
}

/** Claims that ours has replaced, and what killed processes left. */
function removeBelow(folder: string, number: number): void {
  for (const name of readdirSync(folder)) {
    const other = claimNumber(name);
    const pid = leftoverPid(name);
    if (other !== null && other < number) removeIfThere(join(folder, name));
    if (pid !== null && pid !== process.pid && !isRunning(pid)) removeIfThere(join(folder, name));
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
