import { createHash, type Hash } from 'node:crypto';
import { closeSync, constants, openSync } from 'node:fs';
import { appendFully } from '../../files/append-fully.js';
import { readLines } from '../../files/read-lines.js';
import type { CheckpointFile } from './manifest.js';

const LONGEST_RECORD_BYTES = 64 * 1024 * 1024;

/**
 * Copies the first record and `sequence` events of a journal, byte for byte, into the new file `to`. Gives null when the
 * journal holds fewer. Throws the system's error.
 */
export function copyJournal(from: string, to: string, sequence: number): CheckpointFile | null {
  const source = openSync(from, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const target = openSync(to, 'wx', 0o600);
    try {
      return copyRecords({ source, target, hash: createHash('sha256') }, sequence + 1);
    } finally {
      closeSync(target);
    }
  } finally {
    closeSync(source);
  }
}

interface Copying {
  readonly source: number;
  readonly target: number;
  readonly hash: Hash;
}

function copyRecords({ source, target, hash }: Copying, records: number): CheckpointFile | null {
  let bytes = 0;
  let copied = 0;
  for (const line of readLines(source, LONGEST_RECORD_BYTES)) {
    if (!line.ended || line.tooLong) break;
    const record = Buffer.concat([line.bytes, Buffer.from('\n')]);
    appendFully(target, record, bytes);
    hash.update(record);
    bytes += record.length;
    copied += 1;
    if (copied === records) return { sha256: hash.digest('hex'), bytes };
  }
  return null;
}
