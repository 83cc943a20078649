import { writeSync } from 'node:fs';

/**
 * Writes all bytes to an open file, at `position` or at the file's own place. One write may be short without an error
 * (a full disk, a limit, a signal), so it is repeated. Throws the system's error; what was written until then stays.
 */
export function appendFully(fd: number, bytes: Uint8Array, position: number | null = null): void {
  for (let written = 0; written < bytes.length;) {
    const at = position === null ? null : position + written;
    written += writeSync(fd, bytes, written, bytes.length - written, at);
  }
}
