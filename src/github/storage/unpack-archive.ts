import { createReadStream, createWriteStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { err, ok, type Result } from '../../base/result.js';

/**
 * The zip archives that artifacts are stored in (APPNOTE.TXT of PKWARE, 4.3), as far as a flat archive of a few known files
 * needs it. Read by its directory at the end, so that half an archive is noticed; nothing is written that was not asked for,
 * and never more of it than allowed, whatever the archive says about itself.
 */

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly compressedBytes: number;
  readonly bytes: number;
  /** Of the local header, from the start of the archive. */
  readonly offset: number;
  /** File type of Unix in the external attributes; 0 when there is none. */
  readonly fileType: number;
  readonly encrypted: boolean;
}

const END = 0x06054b50;
const END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const REGULAR_FILE = 0o100000;
const LONGEST_DIRECTORY_BYTES = 64 * 1024;

/**
 * Unpacks the archive `file` into the empty folder `folder`. `allowed`: the only names that may be in it, with the most bytes
 * of each. Gives the names that were in it, or one line about what is wrong; some files may have been written then.
 */
export async function unpackArchive(
  file: string,
  folder: string,
  allowed: ReadonlyMap<string, number>,
): Promise<Result<string[], string>> {
  const handle = await open(file, 'r');
  try {
    const entries = await readDirectory(handle);
    if (!entries.ok) return entries;
    const names = entries.value.map((entry) => entry.name);
    if (new Set(names).size !== names.length) return err('a name is in the archive twice');
    for (const entry of entries.value) {
      const wrong = problemOf(entry, allowed.get(entry.name));
      if (wrong !== null) return err(wrong);
      const written = await unpackEntry({ handle, file, entry, target: join(folder, entry.name) });
      if (!written.ok) return written;
    }
    return ok(names);
  } finally {
    await handle.close();
  }
}

function problemOf(entry: Entry, limit: number | undefined): string | null {
  if (limit === undefined) return 'a file that was not expected is in it';
  if (entry.encrypted) return `${entry.name} is encrypted`;
  if (entry.fileType !== 0 && entry.fileType !== REGULAR_FILE) return `${entry.name} is not a regular file`;
  if (entry.method !== STORED && entry.method !== DEFLATED) return `${entry.name} is packed in an unknown way`;
  if (entry.bytes > limit) return `${entry.name} is larger than ${limit} bytes`;
  if (entry.method === STORED && entry.bytes !== entry.compressedBytes) return `${entry.name} has two sizes`;
  return null;
}

async function readDirectory(handle: FileHandle): Promise<Result<Entry[], string>> {
  const { size } = await handle.stat();
  const tail = await readAt(handle, Math.max(0, size - END_BYTES - LONGEST_COMMENT), END_BYTES + LONGEST_COMMENT);
  const at = findEnd(tail);
  if (at === null) return err('it has no end: it was cut off, or is no archive');
  const count = tail.readUInt16LE(at + 10);
  const bytes = tail.readUInt32LE(at + 12);
  const offset = tail.readUInt32LE(at + 16);
  if (bytes > LONGEST_DIRECTORY_BYTES || offset + bytes > size) return err('its directory is out of bounds');
  const directory = await readAt(handle, offset, bytes);
  const entries: Entry[] = [];
  for (let from = 0; entries.length < count;) {
    if (from + CENTRAL_BYTES > directory.length || directory.readUInt32LE(from) !== CENTRAL) {
      return err('its directory is damaged');
    }
    const nameBytes = directory.readUInt16LE(from + 28);
    const end = from + CENTRAL_BYTES + nameBytes;
    if (end > directory.length) return err('its directory is damaged');
    entries.push({
      name: directory.toString('utf8', from + CENTRAL_BYTES, end),
      encrypted: (directory.readUInt16LE(from + 8) & 1) === 1,
      method: directory.readUInt16LE(from + 10),
      compressedBytes: directory.readUInt32LE(from + 20),
      bytes: directory.readUInt32LE(from + 24),
      fileType: (directory.readUInt32LE(from + 38) >>> 16) & 0o170000,
      offset: directory.readUInt32LE(from + 42),
    });
    from = end + directory.readUInt16LE(from + 30) + directory.readUInt16LE(from + 32);
  }
  return ok(entries);
}

/** The last end record whose comment ends with the archive. */
function findEnd(tail: Buffer): number | null {
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END && at + END_BYTES + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return null;
}

interface Unpacking {
  readonly handle: FileHandle;
  readonly file: string;
  readonly entry: Entry;
  readonly target: string;
}

async function unpackEntry({ handle, file, entry, target }: Unpacking): Promise<Result<void, string>> {
  const header = await readAt(handle, entry.offset, LOCAL_BYTES);
  if (header.length < LOCAL_BYTES || header.readUInt32LE(0) !== LOCAL)
    return err(`${entry.name} is not where it should be`);
  const start = entry.offset + LOCAL_BYTES + header.readUInt16LE(26) + header.readUInt16LE(28);
  const counted = countBytes(entry.bytes);
  try {
    await pipeline(
      entry.compressedBytes === 0
        ? new PassThrough().end()
        : createReadStream(file, { start, end: start + entry.compressedBytes - 1 }),
      entry.method === DEFLATED ? createInflateRaw() : new PassThrough(),
      counted.stream,
      createWriteStream(target, { flags: 'wx', mode: 0o600 }),
    );
  } catch (error) {
    return err(`${entry.name} cannot be unpacked: ${error instanceof Error ? error.message : String(error)}`);
  }
  return counted.total() === entry.bytes ? ok(undefined) : err(`${entry.name} is shorter than it should be`);
}

/** Ends with an error as soon as more than `limit` bytes went through. */
function countBytes(limit: number): { readonly stream: Transform; readonly total: () => number } {
  let total = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      if (total > limit) done(new Error('it is longer than it should be'));
      else done(null, chunk);
    },
  });
  return { stream, total: () => total };
}

async function readAt(handle: FileHandle, position: number, bytes: number): Promise<Buffer> {
  const buffer = Buffer.alloc(bytes);
  let read = 0;
  while (read < bytes) {
    const { bytesRead } = await handle.read(buffer, read, bytes - read, position + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return buffer.subarray(0, read);
}
