import { closeSync, constants, fdatasyncSync, fstatSync, ftruncateSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../base/result.js';
import { appendFully } from '../files/append-fully.js';
import { readLines, type FileLine } from '../files/read-lines.js';
import { fileTrouble, type FileTrouble } from '../files/trouble.js';
import { syncFolder } from '../files/write-file-atomic.js';
import {
  decodeRecord,
  encodeRecord,
  firstSum,
  isTornRecord,
  journalFormat,
  type Expected,
  withoutZeros,
  type RecordFault,
} from './record.js';

/**
 * The journal of a run on disk: one record a line (`record.ts`), appended only. The caller holds the repository's lock.
 *
 * J1. A record that `append` confirmed with `sync` survives kill -9 and a power cut.
 * J2. A record that `append` refused is not in the file: it is cut back to the last good length.
 * J3. A torn tail (what a crash can leave of the record that was being written) is cut off when opening, and counted.
 * J4. Every other damage is named by line and byte, and nothing is changed.
 * J5. Reading takes memory for one record and for the events it gives, whatever the file holds.
 */

/** Something in the file that no crash explains. */
export interface JournalDamage {
  readonly reason: 'damaged' | 'unknown-format' | 'file';
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Byte at which that line begins, from 0. */
  readonly offset: number;
  /** What a reader needed there. */
  readonly expected: string;
  readonly found: string;
  /** With `file`: why it cannot be opened or read. */
  readonly trouble?: FileTrouble;
}

export interface JournalContent<E> {
  readonly events: readonly E[];
  /** Bytes of a torn tail. */
  readonly torn: number;
}

export interface OpenedJournal<E> extends JournalContent<E> {
  readonly journal: Journal<E>;
}

/** Gives the event that a parsed JSON value is, or null when it is none. What is on disk may have been written by anybody. */
export type ReadEvent<E> = (value: unknown) => E | null;

/** Why `append` refused. `changed-underneath`: somebody else has written to the file. */
export type AppendTrouble = FileTrouble | { readonly reason: 'changed-underneath'; readonly path: string };

/** Longer records are damage: nothing we write comes near. */
const longestRecordBytes = 64 * 1024 * 1024;

/** Opens a journal for reading and appending; one that does not exist, or is empty, is begun. Nothing else may append to it. */
export function openJournal<E>(path: string, readEvent: ReadEvent<E>): Result<OpenedJournal<E>, JournalDamage> {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK, 0o644);
    const scanned = scan({ fd, path }, readEvent);
    if (!scanned.ok) {
      closeSync(fd);
      return scanned;
    }
    const { events, torn } = scanned.value;
    const end = repair({ fd, path }, scanned.value);
    return ok({ journal: new Journal<E>({ fd, path }, end), events, torn });
  } catch (error) {
    const trouble = fileTrouble(error, path);
    if (fd !== undefined) closeSync(fd);
    return err(unreadable(trouble));
  }
}

/** Reads a journal and changes nothing; a torn tail is counted and left. For everybody who does not hold the lock. */
export function readJournal<E>(path: string, readEvent: ReadEvent<E>): Result<JournalContent<E>, JournalDamage> {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const scanned = scan({ fd, path }, readEvent);
    return scanned.ok ? ok({ events: scanned.value.events, torn: scanned.value.torn }) : scanned;
  } catch (error) {
    return err(unreadable(fileTrouble(error, path)));
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}

interface OpenFile {
  readonly fd: number;
  readonly path: string;
}

/** Where the next record goes, and what it follows. */
interface End extends Expected {
  readonly length: number;
}

export class Journal<E> {
  readonly #file: OpenFile;
  #end: End;
  /** Set for good when the disk's state is no longer known. */
  #broken: AppendTrouble | null = null;

  /** @internal Use `openJournal`. */
  constructor(file: OpenFile, end: End) {
    this.#file = file;
    this.#end = end;
  }

  /**
   * Appends an event (plain JSON). With `sync` it is on the disk when this returns; without, it is with the next one that
   * syncs. When the disk is full or fails, the file is as it was before and the trouble is the answer; a later call may
   * succeed, unless syncing failed or the file was changed by somebody else.
   */
  append(event: E, { sync }: { readonly sync: boolean }): Result<void, AppendTrouble> {
    if (this.#broken !== null) return err(this.#broken);
    const { fd, path } = this.#file;
    const json = JSON.stringify(event);
    const { line, sum } = encodeRecord(json, this.#end);
    let syncing = false;
    try {
      if (fstatSync(fd).size !== this.#end.length) return this.#breakDown({ reason: 'changed-underneath', path });
      appendFully(fd, line, this.#end.length);
      syncing = sync;
      if (sync) fdatasyncSync(fd);
    } catch (error) {
      const trouble = fileTrouble(error, path);
      // After a failed sync the kernel may hold pages as clean that never reached the disk: nothing later can be trusted.
      if (!this.#cutBack() || syncing) return this.#breakDown(trouble);
      return err(trouble);
    }
    this.#end = { seq: this.#end.seq + 1, previousSum: sum, length: this.#end.length + line.length };
    return ok(undefined);
  }

  close(): void {
    closeSync(this.#file.fd);
    this.#broken = { reason: 'io', path: this.#file.path, code: 'EBADF' };
  }

  #cutBack(): boolean {
    try {
      ftruncateSync(this.#file.fd, this.#end.length);
      return true;
    } catch {
      return false;
    }
  }

  #breakDown(trouble: AppendTrouble): Result<void, AppendTrouble> {
    this.#broken = trouble;
    return err(trouble);
  }
}

interface Scanned<E> extends JournalContent<E> {
  readonly end: End;
  /** The last record is whole but for its line feed. */
  readonly lacksLineFeed: boolean;
}

/** Cuts a torn tail off, completes a last line, begins an empty file. Gives where to go on. Throws the system's error. */
function repair({ fd, path }: OpenFile, { torn, end, lacksLineFeed }: Scanned<unknown>): End {
  if (torn > 0) ftruncateSync(fd, lacksLineFeed ? end.length - 1 : end.length);
  if (lacksLineFeed) appendFully(fd, Buffer.from('\n'), end.length - 1);
  if (torn > 0 || lacksLineFeed) fdatasyncSync(fd);
  if (end.length > 0) return end;
  const { line, sum } = encodeRecord(JSON.stringify({ format: journalFormat }), end);
  appendFully(fd, line, 0);
  syncFolder(dirname(path));
  return { seq: 1, previousSum: sum, length: line.length };
}

function scan<E>({ fd, path }: OpenFile, readEvent: ReadEvent<E>): Result<Scanned<E>, JournalDamage> {
  if (!fstatSync(fd).isFile()) return err(unreadable({ reason: 'wrong-kind', path, code: 'EINVAL' }));
  const events: E[] = [];
  let end: End = { seq: 0, previousSum: firstSum, length: 0 };
  for (const line of readLines(fd, longestRecordBytes)) {
    const damage = (found: string, expected = `record ${end.seq}`): Result<never, JournalDamage> =>
      err({ reason: 'damaged', path, line: end.seq + 1, offset: line.offset, expected, found });
    if (line.tooLong) return damage(`a line of more than ${longestRecordBytes} bytes`);
    const content = line.ended ? line.bytes : withoutZeros(line.bytes);
    const record = decodeRecord(content, end);
    if (typeof record === 'string') {
      if (!line.ended && isTornRecord(line.bytes, end)) {
        return ok({ events, torn: line.bytes.length, end, lacksLineFeed: false });
      }
      const format = end.seq === 0 ? otherFormat(line) : null;
      return format === null ? damage(describe(record)) : err(unknownFormat(path, format));
    }
    const value = parse(record.json);
    if (end.seq === 0) {
      const format = formatOf(value);
      if (format === null) return damage('a first record without a format', `{"format":${journalFormat}}`);
      if (format !== journalFormat) return err(unknownFormat(path, format));
    } else {
      const event = value === undefined ? null : readEvent(value);
      if (event === null) return damage('a record that holds no known event', `record ${end.seq} with a known event`);
      events.push(event);
    }
    const length = line.offset + content.length + 1;
    end = { seq: record.seq + 1, previousSum: record.sum, length };
    if (!line.ended) {
      return ok({ events, torn: line.bytes.length - content.length, end, lacksLineFeed: true });
    }
  }
  return ok({ events, torn: 0, end, lacksLineFeed: false });
}

// A later layout may compute its sums in another way; its first record must name its format all the same.
function otherFormat(line: FileLine): number | null {
  const value = line.ended && line.bytes.length < 1000 ? parse(line.bytes) : null;
  const format = isObject(value) ? formatOf(value['event']) : null;
  return format === journalFormat ? null : format;
}

function formatOf(value: unknown): number | null {
  const format = isObject(value) ? value['format'] : null;
  return typeof format === 'number' && Number.isSafeInteger(format) ? format : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** undefined for what is no JSON. */
function parse(json: Buffer): unknown {
  try {
    return JSON.parse(json.toString('utf8'));
  } catch {
    return undefined;
  }
}

function describe(fault: RecordFault): string {
  switch (fault) {
    case 'not-a-record':
      return 'a line that is no record';
    case 'wrong-seq':
      return 'another record: one is missing, repeated or moved';
    case 'wrong-sum':
      return 'a record whose sum does not match its content and the records before it';
  }
}

function unknownFormat(path: string, format: number): JournalDamage {
  const expected = `format ${journalFormat}`;
  return { reason: 'unknown-format', path, line: 1, offset: 0, expected, found: `format ${format}` };
}

function unreadable(trouble: FileTrouble): JournalDamage {
  const { path, code } = trouble;
  return { reason: 'file', path, line: 0, offset: 0, expected: 'a regular file', found: code, trouble };
}
