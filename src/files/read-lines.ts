import { readSync } from 'node:fs';

/** One line of a file, its line feed left out. */
export interface FileLine {
  readonly bytes: Buffer;
  /** Byte of the file at which it begins, from 0. */
  readonly offset: number;
  /** False for the rest after the last line feed, and for a line that is longer than the limit, of which `bytes` is a part. */
  readonly ended: boolean;
  readonly tooLong: boolean;
}

const readBytes = 64 * 1024;

/**
 * The lines of an open regular file, from its beginning, one after the other in memory. Ends after a line of more than
 * `limitBytes`. Throws the system's error.
 */
export function* readLines(fd: number, limitBytes: number): Generator<FileLine> {
  const block = Buffer.allocUnsafe(readBytes);
  let parts: Buffer[] = [];
  let length = 0;
  let offset = 0;
  for (let position = 0; ;) {
    const read = readSync(fd, block, 0, block.length, position);
    if (read === 0) break;
    position += read;
    let from = 0;
    for (let at = block.indexOf(10); at >= 0 && at < read; at = block.indexOf(10, from)) {
      const bytes = Buffer.concat([...parts, block.subarray(from, at)]);
      yield { bytes, offset, ended: true, tooLong: false };
      offset += bytes.length + 1;
      from = at + 1;
      parts = [];
      length = 0;
    }
    parts.push(Buffer.from(block.subarray(from, read)));
    length += read - from;
    if (length > limitBytes) break;
  }
  if (length > 0) yield { bytes: Buffer.concat(parts), offset, ended: false, tooLong: length > limitBytes };
}
